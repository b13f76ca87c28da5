"""The notation for a check, and what can come out of one."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from course.contract.answer import Answer
    from course.contract.service import Service

Outcome = Literal["passed", "failed", "waits"]


class Failed(Exception):
    """The service differs from the contract; `answer` is the one that shows it."""

    def __init__(self, message: str, answer: "Answer | None" = None) -> None:
        super().__init__(message)
        self.answer = answer


class Waits(Exception):
    """The check can't be tried until the service has done an earlier or later step."""

    def __init__(self, step: int, reason: str) -> None:
        super().__init__(f"Waits for step {step}: {reason}")


class NoAnswer(Exception):
    """The service didn't answer this request at all."""


class AskedToWait(Exception):
    """The service answered 429 where the contract expects none, so nothing more is sent."""


@dataclass(frozen=True)
class Check:
    """One sentence of the contract, and the function that tries it.

    `needs` are the checks that have to pass before this one can be tried. A check that looks
    into the process, `in_process`, is left out when the service is somewhere else.
    """

    name: str
    step: int
    says: str
    needs: tuple["Check", ...]
    in_process: bool
    run: Callable[["Service"], None]


def check(
    step: int, needs: tuple[Check, ...] = (), in_process: bool = False
) -> Callable[[Callable[["Service"], None]], Check]:
    """Make a check of a function whose docstring says what the contract says."""

    def make(function: Callable[["Service"], None]) -> Check:
        says = " ".join(cleandoc(function.__doc__ or "").split())
        return Check(function.__name__, step, says, needs, in_process, function)

    return make
