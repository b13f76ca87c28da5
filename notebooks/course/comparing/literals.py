"""The values that a question names: near them, wrong answers differ from right ones."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from numbers import Number
from types import CodeType
from typing import Any

from sqlalchemy import CheckConstraint

from course.comparing.statements import Statement, compiled_with_tables


class Literals:
    """The values that a question names, by kind."""

    def __init__(self, values: Iterable[Any]) -> None:
        seen = list(
            dict.fromkeys(each for each in values if not isinstance(each, bool | enum.Enum))
        )
        self.texts = [each for each in seen if isinstance(each, str)]
        self.numbers = [each for each in seen if isinstance(each, int | float | Decimal)]
        moments = [as_moment(each) for each in seen if isinstance(each, date)]
        self.moments = [each for each in moments if 1900 < each.year < 2200]
        self.counts = [each for each in self.numbers if each == int(each) and 0 <= each < 2200]


def as_moment(value: date) -> datetime:
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def literals_of_checks(checks: Iterable[CheckConstraint]) -> Iterable[Any]:
    """The numbers and the texts that CHECKs name."""
    for check in checks:
        sql = str(check.sqltext)
        yield from map(int, re.findall(r"\b\d{1,9}\b", sql))
        yield from re.findall(r"'([^']*)'", sql)


def literals_of_statement(statement: Statement) -> Iterator[Any]:
    """The values that the statement compares with, and those of LIMIT and OFFSET."""
    compiled, _ = compiled_with_tables(statement)
    for bind in getattr(compiled, "binds", {}).values():
        value = bind.effective_value
        yield from value if isinstance(value, list | tuple | set) else [value]


def literals_of_function(function: Callable[..., Any]) -> Iterator[Any]:
    """The constants in the code of a function, and the plain values that it takes from outside."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    if code is None:
        return
    yield from constants(code)
    outside = inspect.getclosurevars(inspect.unwrap(function))
    for value in (*outside.nonlocals.values(), *outside.globals.values()):
        values = value if isinstance(value, list | tuple | set) else [value]
        yield from (each for each in values if isinstance(each, str | Number | Decimal | date))


def constants(code: CodeType) -> Iterator[Any]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from constants(constant)
        elif isinstance(constant, tuple | frozenset):
            yield from constant
        else:
            yield constant
