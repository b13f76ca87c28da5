"""Answers that are a test: it must pass on the right code, and fail on each broken copy of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import ndiff
from typing import Any

from course.judges.judge import Difference, Judge, Wrong
from course.judges.trials import a_function

PASSES = "passes"


@dataclass(frozen=True)
class Catching(Judge):
    """A test function that is given the code under test, made by `load` from its text.

    `right` is that text, and each of `mutants` a copy with a line changed.
    """

    right: str
    mutants: Sequence[str]
    load: Callable[[str], Any]

    def cases(self) -> Sequence[str]:
        return (self.right, *self.mutants)

    def accept(self, answer: Any) -> Any:
        return a_function(answer)

    def behaviour(self, answer: Any, case: str) -> str:
        subject = self.load(case)
        try:
            returned = answer(subject)
        except Exception as error:
            return "fails" if case != self.right else f"fails: {type(error).__name__}: {error}"
        if returned is not None:
            raise Wrong("A test returns nothing: write assert, not return.")
        return PASSES

    def difference(self, found: Difference) -> str:
        if found.case == self.right:
            return f"Your test should pass on the right code. It {found.given}."
        return "\n".join(
            [
                "Your test passes on the code with this change, too:",
                *changed(self.right, found.case),
            ]
        )


def changed(right: str, mutant: str) -> list[str]:
    """The lines in which a mutant differs, with - before the right and + before the wrong ones."""
    lines = ndiff(right.splitlines(), mutant.splitlines())
    return [line.rstrip() for line in lines if line.startswith(("- ", "+ "))]
