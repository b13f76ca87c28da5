"""Write rows into a table as fast as the driver of the database can."""

from typing import Any

import psycopg
from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from microblog.loading.check import Values

REFUSED = (IntegrityError, psycopg.IntegrityError)  # COPY does without SQLAlchemy
FAILED = (DBAPIError, psycopg.Error)


def insert_rows(connection: Connection, table: Table, columns: list[Values]) -> int:
    """Insert rows that come as columns, and return how many; REFUSED if one breaks a key."""
    dialect = connection.dialect
    for number, column in enumerate(table.columns):
        if convert := column.type.dialect_impl(dialect).bind_processor(dialect):
            columns[number] = list(map(convert, columns[number]))
    rows, names = list(zip(*columns, strict=True)), ", ".join(table.columns.keys())
    if dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"
        connection.exec_driver_sql(statement, rows)
        return len(rows)
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    return len(rows)


def advance_sequence(connection: Connection, table: Table) -> None:
    """Make PostgreSQL number new rows after those that came with ids; SQLite does so anyway."""
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        largest = select(func.max(table.columns.id)).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.coalesce(largest, 1))))
