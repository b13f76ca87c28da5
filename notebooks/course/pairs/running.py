"""Run both sides of a pair over the same rows, and put everything back afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Column, Connection, Engine, MetaData, Table, insert
from sqlalchemy.orm import Session

from course.pairs.definition import Pair, Statement, Tables, WrongTwin
from course.pairs.frames import Frames
from microblog.models import Base


@dataclass(frozen=True)
class Answer:
    """The rows of a result, in their order, and the names of its columns."""

    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    @classmethod
    def of_frame(cls, frame: pd.DataFrame) -> "Answer":
        values = frame.astype(object).itertuples(index=False, name=None)
        return cls(tuple(map(str, frame.columns)), list(values))

    @classmethod
    def of_statement(
        cls, statement: Statement, connection: Connection, first: int | None = None
    ) -> "Answer":
        result = connection.execute(statement)
        rows = result.all() if first is None else result.fetchmany(first)
        result.close()
        return cls(tuple(result.keys()), [tuple(row) for row in rows])


def bare_tables() -> MetaData:
    """The same tables with their keys alone, so that any other column can hold NULL."""
    bare = MetaData()
    for table in Base.metadata.sorted_tables:
        columns = (
            Column(column.name, column.type, primary_key=column.primary_key)
            for column in table.columns
        )
        Table(table.name, bare, *columns)
    return bare


class Playground:
    """One connection to a database with the tables, for rows that come and go."""

    def __init__(self, engine: Engine, metadata: MetaData) -> None:
        self.connection = engine.connect()
        self.dialect = engine.dialect.name
        metadata.create_all(self.connection)
        self.connection.commit()

    @contextmanager
    def holding(self, tables: Tables) -> Iterator[Connection]:
        """The database with these rows, until the end of the block."""
        with self.connection.begin() as transaction:
            for table in Base.metadata.sorted_tables:
                if rows := tables.get(table.name):
                    self.connection.execute(insert(table), rows)
            yield self.connection
            transaction.rollback()

    def close(self) -> None:
        self.connection.close()


def answer_in_pandas(pair: Pair, frames: Frames, connection: Connection) -> Answer:
    if not pair.effect:
        frame = pair.pandas(frames)
        assert frame is not None, "a pair that reads returns a frame"
        return Answer.of_frame(frame)
    return _effect(pair, connection, lambda session: pair.pandas(frames, session))


def answer_in_sql(pair: Pair, connection: Connection, first: int | None = None) -> Answer:
    if not pair.effect:
        statement = pair.sqlalchemy(connection.dialect.name)
        return Answer.of_statement(statement, connection, first)
    return _effect(pair, connection, pair.sqlalchemy, first)


def answer_of_wrong_twin(
    pair: Pair, twin: WrongTwin, frames: Frames, connection: Connection
) -> Answer:
    """Raises whatever the database raises, and leaves the connection usable."""
    with connection.begin_nested() as savepoint:
        if pair.effect:
            arguments = (frames,) if twin.side == "pandas" else ()
            answer = _effect(pair, connection, lambda db: twin.function(*arguments, db))
        elif twin.side == "pandas":
            answer = Answer.of_frame(twin.function(frames))
        else:
            answer = Answer.of_statement(twin.function(connection.dialect.name), connection)
        savepoint.rollback()
    return answer


def _effect(pair: Pair, connection: Connection, act: Any, first: int | None = None) -> Answer:
    """What came of a write; the write itself is taken back."""
    with connection.begin_nested() as savepoint:
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            outcome = act(session)
        if isinstance(outcome, pd.DataFrame):
            answer = Answer.of_frame(outcome)
        else:
            answer = Answer.of_statement(pair.after, connection, first)
        savepoint.rollback()
    return answer
