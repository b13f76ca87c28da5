"""The generated rows as DataFrames, for the function that works on frames."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pandas as pd
from sqlalchemy import Column

from course.comparing.schema import Schema
from course.comparing.values import python_type
from course.pairs.definition import Tables

DTYPES: dict[type, tuple[str, str]] = {  # without NULL, and with it
    int: ("int64", "Int64"),
    bool: ("bool", "boolean"),
    str: ("str", "str"),
    float: ("float64", "float64"),
    Decimal: ("float64", "float64"),
    date: ("datetime64[us]", "datetime64[us]"),
    timedelta: ("timedelta64[us]", "timedelta64[us]"),
}


def dtype_of(column: Column[Any], is_nullable: bool) -> str:
    """The same dtype whatever the rows. Numeric is float64 here, a day is a midnight."""
    kind = python_type(column)
    if kind is datetime:
        is_aware = getattr(column.type, "timezone", False)
        return "datetime64[us, UTC]" if is_aware else "datetime64[us]"
    return DTYPES[kind][is_nullable] if kind in DTYPES else "object"


class Frames:
    """A DataFrame for each table: `frames.posts`, or `frames["posts"]`.

    It has no public name of its own: a table may be called `items`, or `keys`.
    """

    def __init__(self, schema: Schema, tables: Tables) -> None:
        self._schema, self._tables = schema, tables
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            if name not in self._schema.copies:
                there = ", ".join(self._schema.names)
                raise KeyError(f"there is no table called {name!r}; there are {there}")
            self._made[name] = frame_of(self._schema, name, self._tables)
        return self._made[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._schema.names)

    def __dir__(self) -> list[str]:
        return self._schema.names


def asked_for(frames: Frames) -> list[str]:
    """The names of the tables that were taken out of `frames`."""
    return list(frames._made)


def frame_of(schema: Schema, name: str, tables: Tables) -> pd.DataFrame:
    rows = tables.get(name, [])
    columns = {
        column.name: pd.Series(
            [row.get(column.key) for row in rows],
            dtype=dtype_of(column, schema.is_nullable(column)),
        )
        for column in schema.copies[name].columns
    }
    return pd.DataFrame(columns)
