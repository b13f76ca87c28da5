"""A process of its own that runs tests on the package: a job a line in, a record a line out.

It keeps each version of the package that it has imported, so that a further run takes a tenth of
a second, and ends by itself when nobody has asked for a while.
"""

import contextlib
import importlib
import io
import json
import os
import shutil
import sqlite3
import sys
from collections import deque
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import count
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import CodeType, ModuleType
from typing import Any

import pytest

IDLE = 1.0  # seconds after which it ends
LEFT_OUT = ("cacheprovider", "faulthandler", "unraisableexception", "threadexception", "doctest")
OPTIONS = [
    "-q",
    "--tb=short",
    "--color=no",
    "--capture=sys",
    *(f"-pno:{name}" for name in LEFT_OUT),
]
numbers = count()


class Changed(SourceFileLoader):
    """Loads a module from another text than that of its file."""

    text = ""

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.text, self.path, "exec")


class ChangedModule:
    """Finds one module of the package, with its changed text."""

    def __init__(self, module: str, file: str, text: str) -> None:
        self.module, self.file, self.text = module, file, text

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self.module:
            return None
        loader = Changed(name, self.file)
        loader.text = self.text
        return spec_from_file_location(name, self.file, loader=loader)


class Record:
    """A plugin of pytest that notes how each test ended."""

    def __init__(self, backwards: bool) -> None:
        self.backwards = backwards
        self.results: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.backwards:
            items.reverse()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("::")[2]
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            self.results[name] = crash.message if crash else str(report.longrepr)
        else:
            self.results.setdefault(name, "")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.results[report.nodeid] = str(report.longrepr).splitlines()[-1]


class Versions:
    """The modules of the package, as often as they were imported with another change."""

    def __init__(self) -> None:
        self.loaded: dict[str, dict[str, ModuleType]] = {}

    def use(self, change: dict[str, str] | None) -> None:
        forget("microblog")
        key = json.dumps(change)
        if key not in self.loaded:
            finders: list[Any] = [ChangedModule(**change)] if change else []
            sys.meta_path[:0] = finders
            try:
                importlib.import_module("microblog.main")
            finally:
                del sys.meta_path[: len(finders)]
            self.loaded[key] = modules_of("microblog")
        sys.modules.update(self.loaded[key])


def modules_of(package: str) -> dict[str, ModuleType]:
    return {name: each for name, each in sys.modules.items() if name.split(".")[0] == package}


def forget(package: str) -> None:
    for name in modules_of(package):
        del sys.modules[name]


def run(job: dict[str, Any], versions: Versions, scratch: Path) -> dict[str, Any]:
    """Run the job's files on its version of the package."""
    folder = scratch / f"run{next(numbers)}"
    folder.mkdir()
    for name, text in job["files"].items():
        (folder / name).write_text(text, encoding="utf-8")
        forget(name.removesuffix(".py"))
    if any("hypothesis" in text for text in job["files"].values()):
        find_the_same_examples_each_time()
    record, told = Record(job["backwards"]), io.StringIO()
    options = [
        *OPTIONS,
        f"--rootdir={folder}",
        f"--basetemp={folder / 'tmp'}",
        *(["-x"] if job["first"] else []),
    ]
    with contextlib.redirect_stdout(told), contextlib.chdir(folder):
        versions.use(job["change"])
        status = pytest.main([*options, str(folder)], [record])
    return {
        "status": int(status),
        "results": record.results,
        "output": told.getvalue(),
        "rows": rows_in(scratch / "default.db"),
    }


def find_the_same_examples_each_time() -> None:
    """Hypothesis begins with random numbers, unless it's told otherwise.

    It explains no failure either: to do so, it traces each line, which can take minutes.
    """
    from hypothesis import Phase, settings  # seldom needed, and slow to import

    phases = [Phase.generate, Phase.shrink]
    settings.register_profile(
        "the same", derandomize=True, deadline=None, database=None, phases=phases
    )
    settings.load_profile("the same")


def rows_in(file: Path) -> int:
    """How many users the database has that the service takes if it's told no other; they go."""
    if not file.exists():
        return 0
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        try:
            return connection.execute("DELETE FROM users").rowcount
        except sqlite3.OperationalError:
            return 0


def jobs() -> Any:
    """The jobs as they come, until none has come for a while."""
    lines: Queue[str] = Queue()
    asked = os.fdopen(os.dup(0), encoding="utf-8")
    Thread(target=lambda: deque(map(lines.put, asked)), daemon=True).start()
    with contextlib.suppress(Empty):
        while True:
            yield json.loads(lines.get(timeout=IDLE))


def main(scratch: Path) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a test prints past pytest is no answer
    os.environ["MICROBLOG_DATABASE_URL"] = f"sqlite:///{scratch / 'default.db'}"
    versions = Versions()
    versions.use(None)
    answers.write("ready\n")
    answers.flush()
    for job in jobs():
        answers.write(json.dumps(run(job, versions, scratch)) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(folder := Path(sys.argv[1]))
    shutil.rmtree(folder, ignore_errors=True)
