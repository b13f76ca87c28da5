"""Tests run on the package or on a mutant of it, by a process that waits for more for a while."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread, Timer
from typing import Any

from course.mutants.mutant import PACKAGE, Mutant

SECONDS = 15.0  # that a run may take
FIXTURES = Path(__file__).with_name("fixtures.py")
WORKER = Path(__file__).with_name("worker.py")
MEMORY = Path("/dev/shm")  # a folder in memory, where the system has one: no test waits for a disk
_lock = Lock()
_process: Any = None
_scratch: "TemporaryDirectory[str] | None" = None


class NoAnswer(Exception):
    """The process that runs the tests ended; the message says what the tests did."""


@dataclass(frozen=True)
class TestRun:
    """How tests ended: what pytest printed, and for each test its failure, "" for a pass."""

    output: str
    results: dict[str, str]
    rows: int
    __test__ = False  # no test itself, whatever its name

    @property
    def failures(self) -> dict[str, str]:
        return {name: failure for name, failure in self.results.items() if failure}

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.output.strip()}


def run_tests(tests: str | Path, mutant: Mutant | None = None) -> TestRun:
    """Run a file of tests on the package, or on a mutant.

    A `conftest.py` beside the file brings the fixtures.
    """
    file = Path(tests)
    beside = [file.with_name("conftest.py")] if file.with_name("conftest.py").exists() else []
    return run_texts(
        {each.name: each.read_text(encoding="utf-8") for each in [*beside, file]}, mutant
    )


def run_texts(
    files: dict[str, str],
    mutant: Mutant | None = None,
    backwards: bool = False,
    first: bool = False,
) -> TestRun:
    """The same for the texts of files by their names; `first` stops at the first failure."""
    change = None
    if mutant:
        file = str(PACKAGE / mutant.file)
        change = {"module": mutant.module, "file": file, "text": mutant.source()}
    job = {"files": files, "change": change, "backwards": backwards, "first": first}
    told = ask(json.dumps(job))
    return TestRun(told["output"], told["results"], told["rows"])


def ask(job: str) -> Any:
    with _lock:
        began = time.monotonic()
        told = tell(job)
        if not told and _process.wait() == 0:  # it was just ending, since nobody had asked
            told = tell(job)
    if told:
        return json.loads(told)
    if time.monotonic() - began > SECONDS:
        raise NoAnswer(f"The tests were stopped after {SECONDS:.0f} seconds. Does every loop end?")
    raise NoAnswer("The tests ended the whole process, as os._exit() does.")


def tell(job: str) -> str:
    """What the process answers; "" when it ended meanwhile."""
    process = start()
    timer = Timer(SECONDS, process.kill)
    timer.start()
    try:
        process.stdin.write(job + "\n")
        process.stdin.flush()
        return str(process.stdout.readline())
    except BrokenPipeError:
        return ""
    except BaseException:  # nobody waits for it any more, and the answer would still come
        process.kill()
        raise
    finally:
        timer.cancel()


def start() -> Any:
    """The process; a new one is waited for until it has imported what tests need."""
    global _process, _scratch
    if _process is None or _process.poll() is not None:
        forget()
        place = MEMORY if os.access(MEMORY, os.W_OK) else None
        _scratch = TemporaryDirectory(
            prefix="microblog-tests-", dir=place, ignore_cleanup_errors=True
        )
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MICROBLOG_", "PYTEST_"))}
        _process = subprocess.Popen(
            [sys.executable, "-P", str(WORKER), _scratch.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            cwd=_scratch.name,
            env=kept | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PY_COLORS": "0"},
        )
        Thread(target=_process.wait, daemon=True).start()  # an ended one isn't left a zombie
        _process.stdout.readline()
    return _process


def forget() -> None:
    """Close what a process that has ended leaves behind."""
    if _process:
        with suppress(BrokenPipeError):
            _process.communicate()
    if _scratch:
        _scratch.cleanup()
