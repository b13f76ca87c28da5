"""Statements run on given rows, and the smallest rows on which something still holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from itertools import count
from typing import Any

from sqlalchemy import Engine, Executable, StaticPool, create_engine
from sqlalchemy.schema import CreateTable

from course.judges.data import Row, Rows
from course.judges.values import plain
from microblog.models import Base

STEPS = 5_000_000  # of SQLite's machine: far more than a few rows can need
REFERENCES = {"users": ("owner_id", "user_id", "follower_id", "followee_id"), "posts": ("post_id",)}


@cache
def memory() -> Engine:
    """One database in memory, in which rows never come in the right order by chance.

    Its tables have no index, and SQLite reverses what no ORDER BY sorts. A forgotten join is
    judged by its rows, so SQLAlchemy's warning of it is off.
    """
    engine = create_engine("sqlite://", poolclass=StaticPool, enable_from_linting=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA reverse_unordered_selects = ON")
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table))
    return engine


@contextmanager
def engine_with(rows: Rows) -> Iterator[Engine]:
    """The database in memory with these rows and no others; what a block writes is forgotten."""
    engine, calls = memory(), count()
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        for name, table in rows.items():
            driver.execute(f"DELETE FROM {name}")
            if table:
                columns = ", ".join(table[0])
                marks = ", ".join("?" * len(table[0]))
                values = [tuple(stored(value) for value in row.values()) for row in table]
                driver.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)
        driver.commit()
        driver.set_progress_handler(lambda: next(calls) >= 5, STEPS // 5)
    try:
        yield engine
    finally:
        driver.set_progress_handler(None, 0)
        driver.rollback()


def stored(value: Any) -> Any:
    """A value as SQLAlchemy stores it in SQLite."""
    return f"{value:%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else value


def run(statement: Executable, rows: Rows) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns that a statement selects, and the rows that it finds."""
    with engine_with(rows) as engine, engine.connect() as connection:
        result = connection.execute(statement)
        return list(result.keys()), [tuple(plain(value) for value in row) for row in result]


def smallest(rows: Rows, still: Callable[[Rows], bool]) -> Rows:
    """Take rows away, one after the other, as long as `still` holds on what is left."""
    left = rows
    for name, table in rows.items():
        for gone in table:
            if gone in left[name] and still(fewer := without(left, name, gone)):
                left = fewer
    return left if left == rows else smallest(left, still)


def without(rows: Rows, name: str, gone: Row) -> Rows:
    """`rows` without one of them, and without whatever refers to it."""
    fewer = {other: list(kept) for other, kept in rows.items()}
    fewer[name].remove(gone)
    drop_references(fewer, name, gone)
    return fewer


def drop_references(rows: Rows, name: str, gone: Row) -> None:
    for column in REFERENCES.get(name, ()):
        for other in rows:
            lost = [row for row in rows[other] if column in row and row[column] == gone["id"]]
            for row in lost:
                if row in rows[other]:
                    rows[other].remove(row)
                    drop_references(rows, other, row)
