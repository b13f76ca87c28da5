"""SQLite in memory and PostgreSQL, with the tables of a comparison and rows that come and go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DateTime,
    StaticPool,
    TypeDecorator,
    create_engine,
    event,
    insert,
    make_url,
    select,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex

from course.comparing.schema import Schema
from course.comparing.statements import Statement
from course.pairs.definition import Row, Tables
from course.pairs.running import Answer

SQLITE = "sqlite://"
MOST_STEPS = 5  # millions of steps that SQLite counts itself: far more than a few rows need
POSTGRESQL_SECONDS = 2


def usual_databases() -> list[str]:
    """SQLite, and the PostgreSQL server that the environment names, if it names one."""
    server = os.environ.get("MICROBLOG_TEST_DATABASE_URL")
    return [SQLITE, server] if server else [SQLITE]


class Database:
    """A connection to a database that holds nothing but the tables, and leaves nothing behind."""

    def __init__(self, url: str, schema: Schema) -> None:
        self.schema = schema
        self.steps = 0
        kind = make_url(url).get_backend_name()
        if kind == "sqlite":
            self.engine = create_engine(SQLITE, poolclass=StaticPool)
            event.listen(self.engine, "begin", lambda each: each.exec_driver_sql("BEGIN"))
        elif kind == "postgresql":
            self.engine = create_engine(url, hide_parameters=True)
        else:
            raise ValueError(f"compare() runs on SQLite and on PostgreSQL, not on {kind}.")
        named = {table.schema: None for table in schema.originals if table.schema}
        self.connection = self.engine.connect().execution_options(schema_translate_map=named)
        self.name = "SQLite" if kind == "sqlite" else "PostgreSQL"
        try:
            (self._set_up_sqlite if kind == "sqlite" else self._set_up_postgresql)()
            schema.metadata.create_all(self.connection)
            for table in schema.originals:
                for index in schema.unique_indexes(table):
                    self.connection.execute(CreateIndex(index))
        except BaseException:
            self.close()
            raise

    def _set_up_sqlite(self) -> None:
        driver: Any = self.connection.connection.driver_connection
        driver.isolation_level = None  # the driver sends no BEGIN of its own
        driver.set_progress_handler(self._is_endless, 1_000_000)

    def _is_endless(self) -> bool:
        self.steps += 1
        return self.steps > MOST_STEPS

    def _set_up_postgresql(self) -> None:
        """All within one transaction that is rolled back, in a schema of its own."""
        name = f"compare_{os.getpid()}"
        for statement in (
            f"CREATE SCHEMA {name}",
            f"SET LOCAL search_path TO {name}",
            f"SET LOCAL statement_timeout TO '{POSTGRESQL_SECONDS}s'",
            "SET LOCAL timezone TO 'UTC'",
            "SET LOCAL jit TO off",
        ):
            self.connection.exec_driver_sql(statement)

    def _insert(self, name: str, rows: list[Row]) -> None:
        table = self.schema.copies[name]
        given = [column.key for column in table.columns if column.computed is None]
        values = [{key: row[key] for key in given} for row in rows]
        self.connection.execute(insert(table), values)

    @contextmanager
    def holding(self, tables: Tables) -> Iterator[None]:
        """The database with these rows, until the end of the block."""
        with self.connection.begin_nested() as savepoint:
            for name in self.schema.names:
                if rows := tables.get(name):
                    self._insert(name, rows)
            try:
                yield
            finally:
                savepoint.rollback()

    def accepts(self, name: str, row: Row) -> bool:
        """Whether the row obeys the table's constraints; if so, it is there now.

        SQLite undoes a refused INSERT alone; PostgreSQL needs a savepoint for that.
        """
        on_sqlite = self.name == "SQLite"
        try:
            with nullcontext() if on_sqlite else self.connection.begin_nested():
                self._insert(name, [row])
        except IntegrityError:
            return False
        return True

    def completed(self, tables: Tables) -> Tables:
        """The rows with the columns that the database computes."""
        computing = [
            table
            for name, table in self.schema.copies.items()
            if tables[name] and any(column.computed is not None for column in table.columns)
        ]
        if not computing:
            return tables
        with self.holding(tables):
            whole = {
                table.name: [
                    dict(zip(table.columns.keys(), row, strict=True))
                    for row in self.connection.execute(select(table))
                ]
                for table in computing
            }
        return {**tables, **whole}

    def answer(self, statement: Statement) -> Answer:
        self.steps = 0
        answer = Answer.of_statement(statement, self.connection)
        return in_utc(answer, statement) if self.name == "SQLite" else answer

    def close(self) -> None:
        self.connection.close()
        self.engine.dispose()


def in_utc(answer: Answer, statement: Statement) -> Answer:
    """SQLite drops the time zone of a DateTime(timezone=True); all that we store is in UTC."""
    types = [column.type for column in statement.selected_columns]
    places = {
        place
        for place, each in enumerate(types)
        if isinstance(each, DateTime) and each.timezone and not isinstance(each, TypeDecorator)
    }

    def aware(place: int, value: Any) -> Any:
        is_naive = isinstance(value, datetime) and value.tzinfo is None
        return value.replace(tzinfo=UTC) if is_naive and place in places else value

    if not places or len(types) != len(answer.names):
        return answer
    return Answer(answer.names, [tuple(map(aware, range(len(row)), row)) for row in answer.rows])
