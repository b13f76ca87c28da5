"""Answers whose work is measured, in steps that are the same on every computer, not in seconds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Engine, Index, Select, Table
from sqlalchemy.exc import OperationalError
from sqlalchemy.sql.elements import ColumnElement

from course.databases import database_of, empty_database
from course.exercises.exercise import Judge, Wrong
from course.exercises.judges.selects import as_statement, with_parameters
from course.plans import plan
from microblog.database import make_engine

GRAIN = 10  # SQLite reports after so many steps of its machine
MOST = 2.0  # times the work of the easy case


@dataclass(frozen=True)
class Case:
    """A database of so many posts, and the values with which the statement is run there."""

    shown: str
    posts: int
    parameters: Mapping[str, Any]


def little_work(rows: Judge, easy: Case, hard: Case, says: str) -> Judge:
    """A statement with the right rows that works as hard in the one case as in the other."""

    def judge(answer: Any) -> None:
        rows(answer)
        statement = as_statement(answer)
        little = work(with_parameters(statement, easy.parameters), many(easy.posts))
        much = work(with_parameters(statement, hard.parameters), many(hard.posts))
        if max(much, little) > MOST * min(much, little):
            raise Wrong(
                f"The rows are right. {says}\n{easy.shown}: {little:,} steps of SQLite.\n"
                f"{hard.shown}: {much:,} steps."
            )

    return judge


@cache
def many(posts: int) -> str:
    """The URL of a database of that size; judges only read in it."""
    return database_of(posts)


def work(statement: Any, url: str) -> int:
    """How many steps SQLite's machine takes to run a statement."""
    engine, reports = make_engine(url), 0

    def report() -> int:
        nonlocal reports
        reports += 1
        return 0

    try:
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            connection.execute(statement).all()
            driver.set_progress_handler(report, GRAIN)
            connection.execute(statement).all()
            driver.set_progress_handler(None, 0)
    finally:
        engine.dispose()
    return reports * GRAIN


def index_for(
    statement: Callable[[], Select[*tuple[Any, ...]]],
    table: Table,
    reasons: Mapping[tuple[str, ...], str],
) -> Judge:
    """The columns of an index for a query: the plan must look up in it, and sort nothing.

    `reasons` says of the columns of a likely wrong index what is missing.
    """

    def judge(answer: Any) -> None:
        columns = columns_of(answer, table)
        engine = make_engine(empty_database())
        try:
            steps = steps_with(columns, statement(), table, engine)
        finally:
            engine.dispose()
        told = "\nThe plan with your index: " + "; ".join(steps) + "."
        if any("USING" not in step or "answer" not in step for step in steps[:1]):
            raise Wrong(reasons.get(names_of(columns), "Your index is not used.") + told)
        if any(step.startswith("SCAN") for step in steps):
            reason = "Your index is read from end to end: what does the query look up first?"
            raise Wrong(reasons.get(names_of(columns), reason) + told)
        if any("TEMP B-TREE" in step for step in steps):
            reason = "The rows are found, and then sorted: in which order does the index keep them?"
            raise Wrong(reasons.get(names_of(columns), reason) + told)

    return judge


def columns_of(answer: Any, table: Table) -> list[ColumnElement[Any]]:
    """The columns of a list, a tuple or an Index, as the database would name them."""
    if isinstance(answer, Index):
        if answer.table is not None:  # it was never to become a part of the model
            answer.table.indexes.discard(answer)
        answer = list(answer.expressions)
    given: Sequence[Any] = list(answer) if isinstance(answer, list | tuple) else [answer]
    columns = [each.__clause_element__() if hasattr(each, "parent") else each for each in given]
    if not columns or not all(isinstance(each, ColumnElement) for each in columns):
        model = table.name.removesuffix("s").capitalize()
        raise Wrong(
            f"Answer with a list of columns, in the order of the index, such as [{model}.post_id]."
        )
    for name in names_of(columns):
        if name != "?" and name not in table.columns:
            raise Wrong(f"An index belongs to one table, and {table.name} has no column {name}.")
    return columns


def names_of(columns: Sequence[ColumnElement[Any]]) -> tuple[str, ...]:
    """The names of the columns, without their direction; a question mark for anything else."""
    bare = [getattr(each, "element", each) for each in columns]
    return tuple(each.name if isinstance(each, Column) else "?" for each in bare)


def steps_with(
    columns: Sequence[ColumnElement[Any]],
    statement: Select[*tuple[Any, ...]],
    table: Table,
    engine: Engine,
) -> list[str]:
    """The plan of a statement on a table that has its key and one more index."""
    with engine.begin() as connection:
        for other in table.metadata.sorted_tables:
            if other is table or any(key.column.table is other for key in table.foreign_keys):
                other.create(connection)
        for index in table.indexes:
            index.drop(connection)
        create(columns, table, connection)
    return [raw for _, _, raw in plan(statement, engine).steps]


def create(columns: Sequence[Any], table: Table, connection: Connection) -> None:
    options = {"include_table": False, "literal_binds": True}
    texts = [str(each.compile(connection, compile_kwargs=options)) for each in columns]
    try:
        connection.exec_driver_sql(f"CREATE INDEX answer ON {table.name} ({', '.join(texts)})")
    except OperationalError as error:
        raise Wrong(f"The database cannot make this index: {error.orig}.") from None
