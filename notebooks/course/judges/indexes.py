"""Answers that are the columns of an index, judged by the plan of the query that needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Index, Select, StaticPool, Table, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.visitors import iterate

from course.judges.judge import Difference, Judge, Raised, Wrong
from course.judges.values import kind_of
from course.plans import plan

Columns = Sequence[ColumnElement[Any]]


@dataclass(frozen=True)
class Indexing(Judge):
    """The columns of an index with which `table`, the first of a query, is read as the solution's
    index reads it; without it, the table has its key only."""

    statement: Select[*tuple[Any, ...]]
    table: Table

    def cases(self) -> Sequence[None]:
        return (None,)

    def accept(self, answer: Any) -> Columns:
        return columns_of(answer, self.table)

    def behaviour(self, answer: Columns, case: None) -> Any:
        steps = self._plan(answer)
        return {
            "looks up": steps[0].startswith("SEARCH") and "INDEX answer" in steps[0],
            "sorts": any("TEMP B-TREE" in step for step in steps),
        }

    def difference(self, found: Difference) -> str:
        if isinstance(found.given, Raised):
            return found.given.meaning
        return "\n".join(["The plan with your index:", *self._plan(found.answer)])

    def _plan(self, columns: Columns) -> list[str]:
        engine = create_engine("sqlite://", poolclass=StaticPool)
        with engine.begin() as connection:
            for table in self.table.metadata.sorted_tables:
                connection.execute(CreateTable(table))
            create_index(columns, self.table, connection)
        return self._steps(engine)

    def _steps(self, engine: Engine) -> list[str]:
        try:
            return [step for _, _, step in plan(self.statement, engine).steps]
        finally:
            engine.dispose()


def columns_of(answer: Any, table: Table) -> Columns:
    """The columns of a list, a tuple or an Index; `Wrong` when they aren't those of the table."""
    if isinstance(answer, Index):
        if answer.table is not None:  # it was never to become a part of the model
            answer.table.indexes.discard(answer)
        answer = list(answer.expressions)
    given = list(answer) if isinstance(answer, list | tuple) else [answer]
    columns = [each.__clause_element__() if hasattr(each, "parent") else each for each in given]
    for each in columns:
        if not isinstance(each, ColumnElement):
            raise Wrong(
                f"This is {kind_of(each)}. Answer with a list of columns, in the order of the "
                "index, written as attributes of their model."
            )
    if not columns:
        raise Wrong("Your list is empty. Answer with the columns of the index, in their order.")
    for column in (part for each in columns for part in iterate(each)):
        owner = getattr(column, "table", table)
        if isinstance(column, Column) and getattr(owner, "name", "") != table.name:
            raise Wrong(
                f"The column {owner}.{column.name} isn't one of {table.name}, and an index "
                "belongs to a single table."
            )
    return columns


def create_index(columns: Columns, table: Table, connection: Connection) -> None:
    options = {"include_table": False, "literal_binds": True}
    texts = [str(each.compile(connection, compile_kwargs=options)) for each in columns]
    try:
        connection.exec_driver_sql(f"CREATE INDEX answer ON {table.name} ({', '.join(texts)})")
    except OperationalError as error:
        raise Wrong(f"The database can't make this index: {error.orig}.") from None
