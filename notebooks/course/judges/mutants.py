"""Answers that are tests: they must pass on the package, and fail on each mutant of it."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from course.judges.explaining import cut
from course.judges.judge import Difference, Judge, Wrong
from course.mutants.functions import inner, text_of
from course.mutants.mutant import Mutant
from course.mutants.running import FIXTURES, NoAnswer, TestRun, run_texts

PASSES, FAILS, NOT_TRIED = "passes", "fails", "not tried"
LEFT = "leaves rows"
ORDER = "depends on the order"
ASSERTING = {"assert_frame_equal", "fail", "raise_for_status", "raises"}
READING = {"getsource", "getsourcelines", "open", "read_bytes", "read_text"}


@dataclass(frozen=True)
class Catching(Judge):
    """A test function, or a list of them, that uses the fixtures `client`, `log_in`, `settings`.

    `beside` is the text of tests that run beside it, where the answer is a fixture.
    """

    mutants: Sequence[Mutant]
    beside: str = ""

    def cases(self) -> Sequence[Mutant | None]:
        return (None, *self.mutants)

    def accept(self, answer: Any) -> str:
        functions = list(answer) if isinstance(answer, list | tuple) else [answer]
        for each in functions:
            if not hasattr(inner(each), "__code__"):
                raise Wrong("Answer with your test function, by its name, or with a list of them.")
        names = [inner(each).__name__ for each in functions]
        if not self.beside and not any(name.startswith("test") for name in names):
            raise Wrong(
                f"pytest runs functions whose names begin with test. Yours: {', '.join(names)}."
            )
        if self.beside and not any(hasattr(each, "_fixture_function") for each in functions):
            raise Wrong("That isn't a fixture yet. Which decorator makes one of a function?")
        tests = text_of(functions) + self.beside
        on_the_right_one(tests)  # here, where a process that is still to start has time for it
        return tests

    def behaviour(self, answer: str, case: Mutant | None) -> str:
        right = on_the_right_one(answer)
        if case is None:
            return right
        if right != PASSES:
            return NOT_TRIED
        return FAILS if outcome(answer, case).failures else PASSES

    def difference(self, found: Difference) -> str:
        if found.case is None:
            return on_the_right_service(found.answer, found.given)
        noticed = sum(self.behaviour(found.answer, each) == FAILS for each in self.mutants)
        lines = [
            f"It notices {noticed} of {len(self.mutants)} changes, and passes on the service with "
            "this one, too:",
            found.case.diff(),
        ]
        return "\n".join([*remarks(found.answer), *lines])


@lru_cache(maxsize=500)
def outcome(tests: str, mutant: Mutant | None, backwards: bool = False) -> TestRun:
    files = {"conftest.py": FIXTURES.read_text(encoding="utf-8"), "test_answer.py": tests}
    try:
        return run_texts(files, mutant, backwards, first=mutant is not None)
    except NoAnswer as problem:
        raise Wrong(str(problem)) from None


def on_the_right_one(tests: str) -> str:
    """How tests end on the package itself, the last one first: each has to pass alone."""
    backwards = outcome(tests, None, backwards=True)
    if backwards.rows:
        return LEFT
    if not backwards.failures:
        return PASSES
    forwards = outcome(tests, None)
    if forwards.failures.keys() != backwards.failures.keys():
        return ORDER
    told = next(iter(forwards.failures.values()))
    return f"{FAILS}: {told.splitlines()[0].removeprefix('AssertionError: ')}"


def on_the_right_service(tests: str, ending: str) -> str:
    if ending == LEFT:
        return (
            "Your test writes into the database that the service takes by itself, and leaves its "
            "rows there. Take `client`, whose database is new for each test."
        )
    if ending == ORDER:
        failing = outcome(tests, None, backwards=True).failures
        return (
            f"Whether {next(iter(failing))} passes depends on which tests run before it. Each test "
            "should pass alone, so let it make everything that it needs."
        )
    return "Your test should pass on the right service. pytest says:\n" + excerpt(
        outcome(tests, None)
    )


def excerpt(run: TestRun) -> str:
    """The first failure as pytest prints it: the line of the test, and what was found there."""
    lines = run.output.splitlines()
    errors = [place for place, line in enumerate(lines) if line.startswith("E  ")]
    if not errors:
        return cut(next(iter(run.failures.values())))
    above = [line for line in lines[: errors[0]] if line.startswith("    ")]
    return "\n".join(cut(line) for line in [*above[-1:], *lines[errors[0] :][:2]])


def remarks(tests: str) -> list[str]:
    """What is certain about tests that let a mutant pass."""
    nodes = list(ast.walk(ast.parse(tests)))
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in nodes}
    if not names & ASSERTING and not any(
        isinstance(each, ast.Assert | ast.Raise) for each in nodes
    ):
        return ["There is no assert in your test, so it passes whatever the service answers."]
    if names & READING:
        return [
            "Your test reads a file. The text on disk is right in each case: a test has to call "
            "the code."
        ]
    return []
