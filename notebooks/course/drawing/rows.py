"""The few rows of a drawing, from wherever a reader has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias, cast

import pandas as pd
from sqlalchemy import Engine, Row, Select, Table, select
from sqlalchemy.orm import DeclarativeBase

MOST = 16  # rows; with more of them no drawing can be followed with a finger
LONGEST = 22  # characters of a value
Statement: TypeAlias = Select[*tuple[Any, ...]]
Source: TypeAlias = (
    pd.DataFrame
    | Sequence[Mapping[str, Any]]
    | Sequence[Row[*tuple[Any, ...]]]
    | Statement
    | Table
    | type[DeclarativeBase]
)


@dataclass(frozen=True)
class Rows:
    names: list[str]
    values: list[tuple[Any, ...]]

    def __len__(self) -> int:
        return len(self.values)

    def column(self, name: str) -> list[Any]:
        if name not in self.names:
            raise ValueError(f"There is no column {name!r}. There are: {', '.join(self.names)}")
        place = self.names.index(name)
        return [row[place] for row in self.values]


def rows_of(source: Source, engine: Engine | None = None) -> Rows:
    """The rows of a DataFrame, of a list of dicts or of result rows, or of a table or select().

    A table, a model or a select() needs the `engine`. More rows than a drawing can show are
    refused.
    """
    rows = _rows_of(source, engine)
    if not rows.values:
        raise ValueError("There are no rows to draw.")
    if len(rows.values) > MOST:
        raise ValueError(
            f"A drawing shows {MOST} rows at most, and there are more. Take a few of them, for "
            "example with head() or limit()."
        )
    return rows


def _rows_of(source: Source, engine: Engine | None) -> Rows:
    if isinstance(source, pd.DataFrame):
        values = source.astype(object).itertuples(index=False, name=None)
        return Rows([str(name) for name in source.columns], list(values))
    if isinstance(source, list | tuple):
        mappings = [row._mapping if isinstance(row, Row) else row for row in source]
        names = list(mappings[0]) if mappings else []
        return Rows(names, [tuple(row[name] for name in names) for row in mappings])
    if engine is None:
        raise TypeError("To read these rows, a drawing needs the engine: engine=…")
    statement: Statement = source if isinstance(source, Select) else select(cast(Any, source))
    with engine.connect() as connection:
        result = connection.execute(statement.limit(MOST + 1))
        return Rows(list(result.keys()), [tuple(row) for row in result])


def is_null(value: Any) -> bool:
    """Whether a value is missing: None, NaN, NaT or NA."""
    return value is None or value is pd.NA or value is pd.NaT or value != value


def spelled(value: Any, null: str = "NULL") -> str:
    """A value in a drawing: on one line, moments to the minute, long texts cut."""
    if is_null(value):
        return null
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return ", ".join(spelled(each, null) for each in value)
    shown = " ".join(str(value).split()) or "''"
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
