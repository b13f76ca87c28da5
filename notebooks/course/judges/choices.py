"""Answers that are one letter, one number, or the numbers of a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from course.judges.judge import Difference, Judge, Wrong
from course.judges.values import SEQUENCES, plain


@dataclass(frozen=True)
class Given(Judge):
    """An answer that is compared as it is; `otherwise` goes to one that is no known mistake."""

    otherwise: str = "That isn't it."

    def cases(self) -> Sequence[None]:
        return (None,)

    def behaviour(self, answer: Any, case: None) -> Any:
        return answer

    def difference(self, found: Difference) -> str:
        return self.otherwise if found.mistake is None else ""


@dataclass(frozen=True)
class Choice(Given):
    """One of these letters."""

    letters: str = "abcd"

    def accept(self, answer: Any) -> str:
        letter = answer.strip().strip(".)").strip().lower() if isinstance(answer, str) else ""
        if len(letter) != 1 or letter not in self.letters:
            raise Wrong(f"Answer with one letter in quotes: {', '.join(self.letters)}.")
        return letter


@dataclass(frozen=True)
class Number(Given):
    """A whole number, of whatever type: 3, 3.0 or numpy's."""

    def accept(self, answer: Any) -> int:
        number = plain(answer)
        if isinstance(number, bool) or not isinstance(number, int | float) or number % 1:
            raise Wrong("Answer with a whole number, such as 3.")
        return int(number)


@dataclass(frozen=True)
class Numbers(Given):
    """A column of whole numbers, from top to bottom: a list, a tuple, a Series or an array."""

    rows: int = 1

    def accept(self, answer: Any) -> list[int]:
        if not isinstance(answer, SEQUENCES):
            raise Wrong(f"Answer with a list of {self.rows} whole numbers, such as [1, 2].")
        try:
            numbers = [Number().accept(each) for each in answer]
        except Wrong:
            raise Wrong("Each value in your list must be a whole number, such as 3.") from None
        if len(numbers) != self.rows:
            raise Wrong(f"Answer with {self.rows} numbers; your list has {len(numbers)}.")
        return numbers
