"""The engine, the session factory, and all that differs between SQLite and PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import SQLITE_BUSY
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteError
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    QueuePool,
    Table,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

WORKER_THREADS = 40  # as many as FastAPI runs: a thread never waits for a connection
LOCK_SECONDS = 30


def make_engine(url: str) -> Engine:
    """A pool of connections to the database at `url`; none is opened before the first use."""
    on_sqlite = make_url(url).get_backend_name() == "sqlite"
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=WORKER_THREADS,
        max_overflow=0,
        pool_pre_ping=not on_sqlite,  # a server may have gone away since the last use, a file not
        hide_parameters=True,  # no password or token in a log
        connect_args={} if on_sqlite else {"connect_timeout": 5, "options": "-c timezone=utc"},
    )
    if on_sqlite:
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def _set_up_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver sends no BEGIN of its own
    for pragma in (
        f"busy_timeout = {LOCK_SECONDS * 1000}",  # wait for another writer
        "synchronous = FULL",  # what was committed survives a power cut
        "foreign_keys = ON",  # off by default
    ):
        connection.execute(f"PRAGMA {pragma}")
    _switch_to_wal(connection)


def _switch_to_wal(connection: SQLiteConnection) -> None:
    """Readers and a writer do not wait for each other. A new file is switched once, and SQLite
    does not wait by itself while another worker does it."""
    give_up = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except SQLiteError as error:
            if error.sqlite_errorcode != SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)


def _begin_on_sqlite(connection: Connection) -> None:
    if begin := connection.get_execution_options().get("sqlite_begin", "BEGIN"):
        connection.exec_driver_sql(begin)


def make_session_factory(engine: Engine) -> sessionmaker[Session]:
    """Sessions for requests: reads need no BEGIN and COMMIT, writes go in a `transaction`."""
    if engine.dialect.name == "sqlite":
        engine = engine.execution_options(sqlite_begin=None)
    else:
        engine = engine.execution_options(isolation_level="AUTOCOMMIT")
    return sessionmaker(engine, expire_on_commit=False)


@contextmanager
def transaction(session: Session) -> Iterator[None]:
    """All or nothing: commit at the end of the block, roll back when it raises.

    On SQLite the block waits for the one write lock at its start: a transaction that reads
    first and asks for the lock later fails when another writer came between.
    """
    with session.begin():
        if session.get_bind().dialect.name == "sqlite":
            session.connection(execution_options={"sqlite_begin": "BEGIN IMMEDIATE"})
        else:
            session.connection(execution_options={"isolation_level": "READ COMMITTED"})
        yield


def insert_unless_there(session: Session, model: type[DeclarativeBase], **values: Any) -> None:
    """Insert one row; where a row with its key is there already, leave that one alone."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert if on_sqlite else postgresql.insert
    session.execute(insert(model).values(**values).on_conflict_do_nothing())


def insert_new_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert many rows, but none whose primary key is there already; return how many."""
    names, key = list(rows[0]), list(table.primary_key)
    if connection.dialect.name == "sqlite":
        new = sqlite.insert(table).on_conflict_do_nothing(index_elements=key)
        return connection.execute(new, rows).rowcount
    incoming = Table("incoming", MetaData(), *(Column(name) for name in names))
    connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE incoming (LIKE {table.name}) ON COMMIT DROP"
    )
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY incoming ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row[name] for name in names])
    add = postgresql.insert(table).from_select(names, select(incoming))
    add = add.on_conflict_do_nothing(index_elements=key)
    added = connection.execute(add, execution_options={"preserve_rowcount": True}).rowcount
    incoming.drop(connection)
    return added


def number_after_largest_id(connection: Connection, table: Table) -> None:
    """Make PostgreSQL number new rows after those that came with ids; SQLite does so anyway."""
    if connection.dialect.name == "postgresql" and "id" in table.columns:
        largest = select(func.max(table.columns.id)).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, func.coalesce(largest, 1))))
