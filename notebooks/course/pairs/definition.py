"""What a pair is: one question, answered in pandas and in SQLAlchemy, and its traps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

Row = dict[str, Any]
Tables = dict[str, list[Row]]
Statement = Any  # a Select, or a union of several
InPandas = Callable[..., pd.DataFrame | None]
InSQL = Callable[..., Statement]
DATABASES = ("sqlite", "postgresql")

REGISTRY: dict[int, Pair] = {}


@dataclass(frozen=True)
class WrongTwin:
    """A translation that looks right, and the smallest rows that show that it is not."""

    trap: str
    why: str
    side: Literal["pandas", "SQLAlchemy"]
    function: Callable[..., Any]
    data: Tables
    on: tuple[str, ...]


@dataclass(eq=False)
class Pair:
    """A pair reads: `pandas(frames)` is a DataFrame, `sqlalchemy(dialect)` a statement.

    An effect writes, or refuses: both functions take a session too and return what came of it,
    or nothing, and then the rows that `after` selects are what came of it. What neither of them
    commits is rolled back.
    """

    number: int
    title: str
    question: str
    lesson: str
    pandas: InPandas
    words: str = ""  # besides those of its title and codes: what people also call it
    starred: bool = False
    ordered: bool = False
    example: Tables | None = None  # a few rows that show more than the first of the sample data
    note: str = ""
    effect: bool = False
    after: Statement = None
    tables: Literal["bare", "product"] = "bare"
    wrong_twins: list[WrongTwin] = field(default_factory=list)
    sqlalchemy: InSQL = field(init=False)

    @property
    def traps(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(twin.trap for twin in self.wrong_twins))

    def select(self, function: InSQL) -> InSQL:
        """The twin in SQLAlchemy."""
        self.sqlalchemy = function
        return function

    write = select

    def wrong_pandas(
        self, trap: str, why: str, on: tuple[str, ...] = DATABASES, **data: list[Row]
    ) -> Callable[..., Any]:
        return self._wrong("pandas", trap, why, data, on)

    def wrong_select(
        self, trap: str, why: str, on: tuple[str, ...] = DATABASES, **data: list[Row]
    ) -> Callable[..., Any]:
        return self._wrong("SQLAlchemy", trap, why, data, on)

    wrong_write = wrong_select

    def _wrong(
        self,
        side: Literal["pandas", "SQLAlchemy"],
        trap: str,
        why: str,
        data: Tables,
        on: tuple[str, ...],
    ) -> Callable[..., Any]:
        def register(function: Callable[..., Any]) -> Callable[..., Any]:
            self.wrong_twins.append(WrongTwin(trap, why, side, function, data, on))
            return function

        return register


def pair(number: int, title: str, question: str, **about: Any) -> Callable[[InPandas], Pair]:
    """Makes a pair of a function in pandas, to which `.select` adds its twin."""

    def register(function: InPandas) -> Pair:
        assert number not in REGISTRY, f"two pairs are number {number}"
        REGISTRY[number] = Pair(number, title, question, pandas=function, **about)
        return REGISTRY[number]

    return register


def effect(number: int, title: str, question: str, **about: Any) -> Callable[[InPandas], Pair]:
    """Makes a pair that is proved by what it does to the tables; `.write` adds its twin."""
    return pair(number, title, question, effect=True, **about)


def numbered(**columns: list[Any]) -> list[Row]:
    """Rows with the ids 1, 2, 3 …, given column by column."""
    values = zip(*columns.values(), strict=True)
    return [
        {"id": n} | dict(zip(columns, row, strict=True)) for n, row in enumerate(values, start=1)
    ]
