"""Answers that are one letter, one number, or the numbers of a column."""

from collections.abc import Mapping, Sequence
from typing import Any

from course.exercises.exercise import Judge, Wrong


def choice(right: str, reasons: Mapping[str, str]) -> Judge:
    """One letter; `reasons` says of each other letter why it is not the one."""

    def judge(answer: Any) -> None:
        letters = ", ".join(sorted({right, *reasons}))
        if not isinstance(answer, str) or answer.strip().lower() not in {right, *reasons}:
            raise Wrong(f"Answer with one letter in quotes: {letters}.")
        if answer.strip().lower() != right:
            raise Wrong(reasons[answer.strip().lower()])

    return judge


def prediction(right: int, reasons: Mapping[int, str], otherwise: str) -> Judge:
    """A whole number; `reasons` answers the likely wrong ones, `otherwise` the rest."""

    def judge(answer: Any) -> None:
        if isinstance(answer, bool) or not isinstance(answer, int):
            raise Wrong("Answer with a whole number, such as 3.")
        if answer != right:
            raise Wrong(reasons.get(answer, otherwise))

    return judge


def column(right: Sequence[int], reasons: Mapping[tuple[int, ...], str], otherwise: str) -> Judge:
    """A list of whole numbers, a column of a result that is predicted from top to bottom."""

    def judge(answer: Any) -> None:
        if not isinstance(answer, list | tuple) or not all(type(each) is int for each in answer):
            raise Wrong(f"Answer with a list of {len(right)} whole numbers, such as [1, 2].")
        if len(answer) != len(right):
            raise Wrong(f"There are {len(right)} rows, and your list has {len(answer)} numbers.")
        if list(answer) != list(right):
            raise Wrong(reasons.get(tuple(answer), otherwise))

    return judge
