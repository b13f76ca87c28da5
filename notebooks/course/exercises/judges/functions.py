"""Answers that are a function, called on several cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from course.exercises.exercise import Judge, Wrong


@dataclass(frozen=True)
class Case:
    """Arguments for the answer, what it must return, and how to describe them to a reader."""

    arguments: tuple[Any, ...]
    expected: Any
    shown: str


def need_a_function(answer: Any) -> None:
    """Refuse, in words, what was meant to be a function and is none."""
    if not callable(answer) or isinstance(answer, type):
        kind = "class" if isinstance(answer, type) else type(answer).__name__
        raise Wrong(f"Answer with the function itself, without calling it; this is a {kind}.")


def function(cases: Callable[[], Sequence[Case]], explain: Callable[[Any, Case], str]) -> Judge:
    """A function, called on every case; of the first that differs, `explain` says more."""

    def judge(answer: Any) -> None:
        need_a_function(answer)
        for case in cases():
            given = answer(*case.arguments)
            if given is None:
                raise Wrong("Your function returns nothing. Does it print instead of return?")
            if not _same(given, case.expected):
                raise Wrong(
                    f"{case.shown}\nExpected: {case.expected}\nYours: {given}\n"
                    f"{explain(given, case)}".rstrip()
                )

    return judge


def _same(given: Any, expected: Any) -> bool:
    if isinstance(given, pd.Series | pd.Index):
        given = given.tolist()
    if isinstance(given, dict):  # a Counter or a defaultdict is a dict as well
        given = dict(given)
    return type(given) is type(expected) and bool(given == expected)
