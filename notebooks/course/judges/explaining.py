"""Rows and results, written so that a reader can follow them with a finger."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from course.judges.data import Rows
from course.judges.values import Series

HIDDEN = {"email", "hashed_password", "created_at"}  # seldom asked for
LONGEST = 300  # characters of a result


def data(rows: Rows, shown: Sequence[str] = (), hidden: set[str] = HIDDEN) -> list[str]:
    """A line for each table that has rows, or for those named in `shown` alone."""
    lines = [
        listed(name, table, hidden)
        for name, table in rows.items()
        if table and (not shown or name in shown)
    ]
    return ["On this data:", *lines] if lines else ["On an empty database:"]


def listed(name: str, table: Sequence[dict[str, Any]], hidden: set[str]) -> str:
    columns = [column for column in table[0] if column not in hidden]
    rows = [", ".join(in_short(row[column]) for column in columns) for row in table]
    return f"{name} ({', '.join(columns)}): " + "; ".join(rows)


def beside(expected: Any, given: Any) -> list[str]:
    """Expected and given, one under the other."""
    return [f"Expected: {counted(expected)}", f"Yours:    {counted(given)}"]


def counted(value: Any) -> str:
    """A result; of one that is cut, how many rows it has."""
    text = inside(value)
    is_long = isinstance(value, list) and len(text) > LONGEST
    return f"{len(value)} rows: {cut(text)}" if is_long else cut(text)


def in_short(value: Any) -> str:
    """A value in a table: a name without quotes, any other text with them."""
    return value if isinstance(value, str) and value.isidentifier() else inside(value)


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def inside(value: Any) -> str:
    """A value as Python writes it, but moments to the minute."""
    if isinstance(value, datetime):
        return f"{value.day} {value:%b %H:%M}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inside(k)}: {inside(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Series) and value.written is tuple:
        value = tuple(value)
    if isinstance(value, list):
        return "[" + ", ".join(inside(each) for each in value) + "]"
    if isinstance(value, tuple):
        return f"({', '.join(inside(each) for each in value)}{',' * (len(value) == 1)})"
    return repr(value)
