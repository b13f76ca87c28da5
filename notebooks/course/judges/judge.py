"""What all judges share: a mistake is named only when the answer does the same on every case."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from course.judges.limits import TookTooLong, time_limit
from course.judges.messages import in_plain_english
from course.judges.values import Kind

SECONDS = 10.0  # that one case may take


class Wrong(Exception):
    """What is wrong with an answer, in words that help to find it."""


class CannotJudge(Exception):
    """The exercise's own solution fails here, so no answer can be compared with it."""


@dataclass(frozen=True)
class Raised:
    """An error as an answer's behaviour: two are the same when kind and first line are."""

    error: Exception

    @property
    def words(self) -> tuple[str, str]:
        told = str(getattr(self.error, "orig", None) or self.error).partition("\n")[0]
        return type(self.error).__name__, re.sub("0x[0-9a-f]+", "…", told)

    @property
    def meaning(self) -> str:
        """What it means, in plain English; an empty text where we have no better words."""
        return str(self.error) if isinstance(self.error, Wrong) else in_plain_english(self.error)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Raised) and self.words == other.words


@dataclass(frozen=True)
class Difference:
    """A case on which an answer behaves unlike the solution; `mistake` is the known one, if any."""

    case: Any
    answer: Any
    solution: Any
    mistake: Any
    given: Any
    expected: Any


class Judge(ABC):
    """One kind of answer. It is put to the cases in order, so the smallest ones come first."""

    @abstractmethod
    def cases(self) -> Sequence[Any]:
        """The cases, the same at each call."""

    @abstractmethod
    def behaviour(self, answer: Any, case: Any) -> Any:
        """What the answer does on this case, comparable with `==`; it may raise."""

    @abstractmethod
    def difference(self, found: Difference) -> str:
        """How the answer's behaviour differs on this case: what is certain, and no cause."""

    def shown(self, case: Any) -> str:
        """The case in a few words, for an answer that raised an error on it."""
        return ""

    def accept(self, answer: Any) -> Any:
        """The answer in the form that the cases need; `Wrong` when it is of another kind."""
        return answer


def behave(judge: Judge, answer: Any, case: Any) -> Any:
    """What an answer does on a case, an error included; some ends are refused at once."""
    try:
        with time_limit(SECONDS):
            return judge.behaviour(answer, case)
    except TookTooLong:
        raise Wrong(
            f"Your answer was stopped after {SECONDS:.0f} seconds. Does its loop ever end?"
        ) from None
    except SystemExit:
        raise Wrong(
            "Your answer calls exit() or sys.exit(), which ends the whole program. "
            "Use return, or raise an error."
        ) from None
    except RecursionError:
        raise Wrong(
            "Your function calls itself again and again, until Python stops it (RecursionError). "
            "Which case should end the recursion?"
        ) from None
    except Exception as error:
        return Raised(error)


@dataclass
class Known:
    """A known mistake; it's tried on a case when that is first needed."""

    judge: Judge
    answer: Any
    message: str
    behaviours: list[Any] = field(default_factory=list)  # on the first cases

    def behaves_like(self, given: Sequence[Any]) -> bool:
        """Whether it does the same on every case; it's tried no further than it does."""
        for place, case in enumerate(self.judge.cases()):
            if place == len(self.behaviours):
                self.behaviours.append(behave(self.judge, self.answer, case))
            if self.behaviours[place] != given[place]:
                return False
        return True


@dataclass
class Comparison:
    """The solution and the known mistakes of an exercise; each is tried when it is first needed.

    `mistakes` are pairs: a function that makes the answer, and the message for it.
    """

    judge: Judge
    make_solution: Callable[[], Any]
    mistakes: Sequence[tuple[Callable[[], Any], str]]

    @cached_property
    def solution(self) -> Any:
        return self.judge.accept(self.make_solution())

    @cached_property
    def expected(self) -> list[Any]:
        behaviours = self._behaviours(self.solution)
        for each in behaviours:
            if isinstance(each, Raised):
                raise CannotJudge(": ".join(each.words)) from each.error
        return behaviours

    @cached_property
    def known(self) -> list[Known]:
        """The known mistakes, but for those that are of another kind."""
        found = []
        for make, message in self.mistakes:
            with suppress(Wrong):
                found.append(Known(self.judge, self.judge.accept(make()), message))
        return found

    def require(self, answer: Any) -> None:
        """Raise `Wrong`, or the answer's own error, unless it behaves like the solution."""
        answer = self.judge.accept(answer)
        given = self._behaviours(answer)
        cases = list(zip(self.judge.cases(), given, self.expected, strict=True))
        differing = [each for each in cases if each[1] != each[2]]
        if not differing:
            return
        case, one, other = differing[0]
        matches = ((each.answer, each.message) for each in self.known if each.behaves_like(given))
        mistake, message = next(matches, (None, ""))
        if isinstance(one, Raised) and not message and not one.meaning:
            one.error.add_note(self.judge.shown(case))
            raise one.error
        found = Difference(case, answer, self.solution, mistake, one, other)
        told = self.judge.difference(found)
        certain = message or isinstance(one, Raised)
        always = "" if certain else same_on_every_case(given, self.expected)
        raise Wrong("\n".join(filter(None, [message, told, always])))

    def _behaviours(self, answer: Any) -> list[Any]:
        return [behave(self.judge, answer, case) for case in self.judge.cases()]


def of_another_kind(behaviour: Any) -> bool:
    """Whether a function returned nothing, or an object of another kind: no value to compare."""
    returned = behaviour.get("returns", 0) if isinstance(behaviour, dict) else 0
    return returned is None or isinstance(returned, Kind)


def same_on_every_case(given: Sequence[Any], expected: Sequence[Any]) -> str:
    """Says so when an answer never changes though it should."""
    if isinstance(given[0], Raised) or of_another_kind(given[0]):
        return ""
    varies = any(each != expected[0] for each in expected)
    if (
        len(given) < 3
        or not varies
        or isinstance(given[0], Raised)
        or any(each != given[0] for each in given)
    ):
        return ""
    return f"Your answer does the same on all {len(given)} cases, whatever it is given."
