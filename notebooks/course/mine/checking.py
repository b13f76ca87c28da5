"""`check_mine(step)`: how far is the service of one's own?"""

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from course.contract import contract
from course.mine.folder import STEPS_FILE, folder_of, has_older_checks
from course.mine.importing import NoApp, my_app
from course.mine.steps import STEPS

LAST_WITHOUT_HTTP = 12
OWN_TESTS = 31
NONE_YET = (
    "You have no service of your own yet. In a terminal, in the folder of the course, run "
    "`make mine` (or `python -m course mine`), then come back to this cell."
)
REFRESH = (
    f"{STEPS_FILE.as_posix()} isn't the file that the course gives today; "
    "`python -m course mine --refresh` brings it and keeps yours beside it."
)
MARKS = {"passed": "✓", "failed": "✗", "waits": "○"}


class Message:
    """A sentence, as Markdown in a notebook and as text elsewhere."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/markdown": self.text, "text/plain": self.text}


@dataclass(frozen=True)
class StepResult:
    """One step: passed, failed or waits, and what the first check that didn't pass says."""

    number: int
    outcome: str
    message: str = ""

    @property
    def title(self) -> str:
        return STEPS[self.number - 1].title if self.number else "Every module can be imported"


@dataclass(frozen=True)
class StepReport:
    """What came of the steps up to one of them."""

    results: tuple[StepResult, ...]
    note: str = ""

    @property
    def passed(self) -> bool:
        return all(each.outcome == "passed" for each in self.results)

    def lines(self) -> list[str]:
        said = []
        for each in self.results:
            name = f"Step {each.number}. {each.title}" if each.number else each.title
            said.append(f"{MARKS[each.outcome]} {name}")
            if each.message:
                said.append(f"   {each.message}")
        return said + [self.note] * bool(self.note)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        text = "\n".join(self.lines())
        rows = [
            f"| {MARKS[each.outcome]} | {each.number or ''} | {each.title} | {cell(each.message)} |"
            for each in self.results
        ]
        table = ["| | step | | what to do |", "|:--|--:|:--|:--|", *rows]
        note = ["", self.note] if self.note else []
        return {"text/markdown": "\n".join(table + note), "text/plain": text}


def cell(text: str) -> str:
    """Text that stays as it is in a cell of a Markdown table."""
    for sign in "\\|*_<`":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")


def check_mine(step: int, folder: str | Path = "mine") -> Any:
    """Check your own service up to this step; from step 13 on this is `contract(app, step=…)`."""
    if not 1 <= step <= len(STEPS):
        raise ValueError(f"There are steps 1 to {len(STEPS)}.")
    path = folder_of(folder)
    if not path.is_dir():
        return Message(NONE_YET)
    if step <= LAST_WITHOUT_HTTP:
        return run_checks(path, step)
    if step == OWN_TESTS:
        return run_own_tests(path)
    try:
        with my_app(path) as app:
            return contract(app, step=step)
    except NoApp as problem:
        return Message(str(problem))


def run_pytest(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """In a process of its own, so that it sees the files as they are saved."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def run_own_tests(folder: Path) -> StepReport:
    done = run_pytest(folder, f"--ignore={STEPS_FILE}")
    summary = done.stdout.strip().splitlines()[-1:] or ["pytest says nothing."]
    outcome, message = ("failed", summary[0]) if done.returncode else ("passed", "")
    return StepReport((StepResult(OWN_TESTS, outcome, message),))


def run_checks(folder: Path, step: int) -> StepReport | Message:
    with tempfile.TemporaryDirectory() as scratch:
        record = Path(scratch) / "checks.xml"
        done = run_pytest(folder, str(STEPS_FILE), f"--junitxml={record}")
        if not record.exists() or done.returncode > 1:
            return Message(f"The checks didn't run. {REFRESH}\n\n```\n{done.stdout[-2000:]}\n```")
        cases = list(ElementTree.parse(record).iter("testcase"))
    results = [result_of(number, cases) for number in range(step + 1)]
    shown = [each for each in results if each.number or each.outcome != "passed"]
    return StepReport(tuple(shown), REFRESH if has_older_checks(folder) else "")


def result_of(number: int, cases: list[ElementTree.Element]) -> StepResult:
    """The worst outcome of the checks of a step, in the words of the first that has it."""
    waits = ""
    for case in cases:
        found = re.match(r"test_(\d\d)_", case.get("name", ""))
        if found and int(found[1]) == number:
            for problem in (*case.findall("failure"), *case.findall("error")):
                message = problem.get("message", "").removeprefix("Failed: ")
                return StepResult(number, "failed", message.removeprefix(f"Step {number}. "))
            for skipped in case.findall("skipped"):
                waits = waits or skipped.get("message", "")
    return StepResult(number, "waits" if waits else "passed", waits)
