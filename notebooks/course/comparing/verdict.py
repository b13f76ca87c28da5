"""Both sides over the same rows, and what differs between their answers."""

from __future__ import annotations

import linecache
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

import pandas as pd
from sqlalchemy.exc import SQLAlchemyError, StatementError

from course.comparing.databases import Database
from course.comparing.equality import (
    folded_rows,
    kinds_of,
    same_in_order,
    same_multiset,
)
from course.comparing.frames import Frames
from course.comparing.schema import Schema
from course.comparing.statements import Statement, described, is_ordered, with_order_keys
from course.pairs.definition import Tables
from course.pairs.running import Answer

InPandas = Callable[[Any], Any]
TO_A_FRAME = (
    "Return a DataFrame: `to_frame()` or `reset_index()` makes one of a Series, "
    "`pd.DataFrame({…: [value]})` of a single value."
)


@dataclass(frozen=True)
class Failure:
    """An answer that never came."""

    error: str
    where: str = ""


@dataclass(frozen=True)
class Verdict:
    """`kind` says what happened, `differs` says it in words; both are empty when all is equal."""

    pandas: Answer | Failure
    sql: Answer | Failure
    kind: str = ""
    differs: str = ""
    ties_are_open: bool = False

    @property
    def failed(self) -> bool:
        return isinstance(self.pandas, Failure) or isinstance(self.sql, Failure)


@dataclass(frozen=True)
class Question:
    """A function of frames and a statement that ought to give the same answer."""

    function: InPandas
    statement: Statement
    schema: Schema

    def in_pandas(self, tables: Tables) -> Answer | Failure:
        try:
            result = self.function(Frames(self.schema, tables))
        except Exception as error:
            return Failure(told(error), line_of(self.function, error))
        if not isinstance(result, pd.DataFrame):
            return Failure(f"The function returned {described(result)}. {TO_A_FRAME}")
        return Answer.of_frame(result)

    def in_sql(self, database: Database) -> Answer | Failure:
        try:
            return database.answer(self.statement)
        except Exception as error:
            return Failure(told(error))

    def verdict(self, database: Database, pandas: Answer | Failure) -> Verdict:
        """On the rows that the database holds; `pandas` is the other side's answer to them."""
        sql = self.in_sql(database)
        if isinstance(pandas, Failure) or isinstance(sql, Failure):
            return failed(pandas, sql)
        pandas = with_days(pandas, sql)
        if pandas.names != sql.names:
            return Verdict(pandas, sql, "names", "The columns have different names.")
        ones, others = folded_rows(pandas), folded_rows(sql)
        if not same_multiset(ones, others):
            return Verdict(pandas, sql, "rows", "The marked rows are on one side only.")
        if kinds_of(ones) != kinds_of(others):
            return Verdict(pandas, sql, "kinds", kinds_differ(pandas.names, ones, others))
        if not is_ordered(self.statement) or same_in_order(ones, others):
            return Verdict(pandas, sql)
        if self._same_but_for_ties(database, ones):
            return Verdict(pandas, sql, ties_are_open=True)
        return Verdict(pandas, sql, "order", "The rows are the same, in different orders.")

    def _same_but_for_ties(self, database: Database, ones: list[tuple[Any, ...]]) -> bool:
        """Whether the order differs only within rows that tie under ORDER BY."""
        if (keyed := with_order_keys(self.statement)) is None:
            return False
        statement, places = keyed
        try:
            rows = folded_rows(database.answer(statement))
        except SQLAlchemyError:
            return False
        start = 0
        for _, group in groupby(rows, key=lambda row: [row[place] for place in places]):
            tied = [row[: len(ones[0])] for row in group]
            if not same_multiset(ones[start : start + len(tied)], tied):
                return False
            start += len(tied)
        return start == len(ones)


def failed(pandas: Answer | Failure, sql: Answer | Failure) -> Verdict:
    sides = {"The function": pandas, "The statement": sql}
    errors = {side: each for side, each in sides.items() if isinstance(each, Failure)}
    kinds = [f"{side} {each.error.partition(':')[0]}" for side, each in errors.items()]
    return Verdict(pandas, sql, f"error {kinds}", f"{' and '.join(errors)} failed.")


def told(error: Exception) -> str:
    """The error in one line, in the words of the database where it is the database's."""
    if isinstance(error, StatementError) and error.orig is not None:
        words = str(error.orig).strip().partition("\n")[0]
        if words == "interrupted" or "statement timeout" in words:
            return "The statement doesn't come to an end on this data."
        return f"{type(error.orig).__name__}: {words}"
    return f"{type(error).__name__}: {str(error).strip() or '(no message)'}"


def line_of(function: InPandas, error: Exception) -> str:
    """The line of the function's own file that raised."""
    file = getattr(getattr(function, "__code__", None), "co_filename", None)
    lines = [
        linecache.getline(frame.filename, frame.lineno or 0).strip()
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == file
    ]
    return lines[-1] if lines else ""


def with_days(pandas: Answer, sql: Answer) -> Answer:
    """Midnights without a zone as days, in the columns where SQL gives days.

    pandas has no dtype for a day: it keeps one as the midnight at which it begins.
    """
    if len(pandas.names) != len(sql.names):
        return pandas
    columns = [list(column) for column in zip(*pandas.rows, strict=True)]
    for column, others in zip(columns, zip(*sql.rows, strict=True), strict=False):
        if any(is_day(each) for each in others) and all(map(may_be_day, column)):
            column[:] = [each.date() if isinstance(each, datetime) else each for each in column]
    return Answer(pandas.names, list(zip(*columns, strict=True))) if columns else pandas


def is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def may_be_day(value: Any) -> bool:
    if not isinstance(value, datetime) or pd.isna(value):
        return is_day(value) or bool(pd.isna(value))
    return value.tzinfo is None and value == value.replace(
        hour=0, minute=0, second=0, microsecond=0
    )


def kinds_differ(
    names: tuple[str, ...], ones: list[tuple[Any, ...]], others: list[tuple[Any, ...]]
) -> str:
    both = zip(names, kinds_of(ones), kinds_of(others), strict=True)
    name, one, other = next(each for each in both if each[1] != each[2])
    kinds = f"{' and '.join(sorted(one))} in pandas and {' and '.join(sorted(other))} in SQL"
    return f"The values of {name} look alike and are of different types: {kinds}."
