"""Compare the rows of a file with those of the database, in a temporary table beside them."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    MetaData,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from microblog.loading.files import BrokenFile, TableFile
from microblog.loading.read import numbered_rows

Problem = tuple[list[str], str, Select[Any]]  # columns, what is wrong, the numbers of such rows


def staging_table(table: Table) -> Table:
    """The columns of `table` and the number of the row in its file, without any rule."""
    columns = [Column(column.name, column.type) for column in table.columns]
    number = Column("number", BigInteger)
    return Table("incoming", MetaData(), *columns, number, prefixes=["TEMPORARY"])


def same_key(table: Table, incoming: Table) -> ColumnElement[bool]:
    return and_(*(column == incoming.columns[column.name] for column in table.primary_key))


def spelling(column: Column[Any]) -> ColumnElement[Any]:
    """What must differ from user to user: usernames whatever their case."""
    return func.lower(column) if column.name == "username" else column


def repeated(incoming: Table, *key: ColumnElement[Any]) -> Select[Any]:
    """The rows with a key that an earlier row of the file has."""
    nth = func.row_number().over(partition_by=key, order_by=incoming.columns.number).label("nth")
    counted = select(incoming.columns.number, nth).subquery()
    return select(func.min(counted.columns.number)).where(counted.columns.nth > 1)


def problems(table: Table, incoming: Table) -> Iterator[Problem]:
    """For each rule of the table, how to find the first row that breaks it."""
    rows, first = incoming.columns, select(func.min(incoming.columns.number))
    key = [column.name for column in table.columns if column.primary_key]
    yield key, "is in the file already", repeated(incoming, *(rows[name] for name in key))
    for reference in table.foreign_keys:
        name, other = reference.parent.name, reference.column
        found = exists().where(other == rows[name])
        what = f"is no id in {other.table.name}.csv or the database"
        yield [name], what, first.where(~found)
    if table.name == "follows":
        yourself = first.where(rows.follower_id == rows.followee_id)
        yield ["followee_id"], "is the follower too, and users cannot follow themselves", yourself
    if table.name == "users":
        new = ~exists().where(same_key(table, incoming))
        for name in ("username", "email"):
            mine, theirs = spelling(rows[name]), spelling(table.columns[name])
            yield [name], "is in the file already", repeated(incoming, mine)
            taken = exists().where(theirs == mine)
            yield [name], "belongs to another user of the database", first.where(taken, new)


def first_problem(connection: Connection, file: TableFile, incoming: Table) -> BrokenFile | None:
    """The first row of the file that the database would refuse, if there is one."""
    found = [
        (number, names, what)
        for names, what, numbers in problems(file.table, incoming)
        if (number := connection.scalar(numbers)) is not None
    ]
    if not found:
        return None
    number, names, what = min(found)
    line, row = next(islice(numbered_rows(file), number, None))
    value = ", ".join(row[file.header.index(name)] for name in names)
    return file.problem(line, ", ".join(names), f"{value!r} {what}")


def count_differing(connection: Connection, table: Table, incoming: Table) -> int:
    """How many rows are in the database with the same key and other values."""
    differs = (
        column != incoming.columns[column.name]
        for column in table.columns
        if not column.primary_key
    )
    both = incoming.join(table, same_key(table, incoming))
    counted = select(func.count()).select_from(both).where(or_(false(), *differs))
    return connection.scalar(counted) or 0


def insert_new(connection: Connection, table: Table, incoming: Table) -> int:
    """Insert the rows whose key is not in the table, and return how many."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    names = table.columns.keys()
    rows = select(*(incoming.columns[name] for name in names)).order_by(incoming.columns.number)
    new = insert(table).from_select(names, rows)
    new = new.on_conflict_do_nothing(index_elements=list(table.primary_key))
    return connection.execute(new, execution_options={"preserve_rowcount": True}).rowcount
