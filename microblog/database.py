"""The engines, the sessions, and all that differs between SQLite and PostgreSQL."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import SQLITE_BUSY
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteError
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    QueuePool,
    create_engine,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

# Together 40, as many as FastAPI runs threads, so that two processes of the service stay below
# the 100 connections that a PostgreSQL server allows by default.
READ_CONNECTIONS = 30
WRITE_CONNECTIONS = 10
LOCK_SECONDS = 30


def make_engine(url: str) -> Engine:
    """A pool of connections to the database at `url`; none is opened before the first use."""
    engine = _make_pool(url, WRITE_CONNECTIONS, "-c timezone=utc")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def make_read_engine(url: str) -> Engine:
    """A pool for reading alone: the database refuses writes, and no transaction is begun.

    A single statement sees one state of the database anyway, so BEGIN and ROLLBACK would only
    cost time.
    """
    options = "-c timezone=utc -c default_transaction_read_only=on"
    engine = _make_pool(url, READ_CONNECTIONS, options)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "connect", _refuse_writes_on_sqlite)
        return engine
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _make_pool(url: str, size: int, postgresql_options: str) -> Engine:
    on_sqlite = make_url(url).get_backend_name() == "sqlite"
    return create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_pre_ping=not on_sqlite,  # a server may have gone away since the last use, a file not
        hide_parameters=True,  # no password or token in a log
        connect_args={} if on_sqlite else {"connect_timeout": 5, "options": postgresql_options},
    )


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


def _refuse_writes_on_sqlite(connection: SQLiteConnection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _begin_on_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def make_session_factory(engine: Engine) -> sessionmaker[Session]:
    """Sessions for requests: what is not committed is rolled back.

    A closed session stays closed: used once more, by a response that streams, it would begin a
    transaction that nobody ends. On SQLite a transaction takes the one write lock at its first
    statement: one that reads first and asks for the lock later fails when another writer came
    between.
    """
    engine = engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
    return sessionmaker(engine, expire_on_commit=False, close_resets_only=False)


@contextmanager
def transaction(session: Session) -> Iterator[None]:
    """All or nothing: commit at the end of the block, roll back when it raises."""
    try:
        yield
        session.commit()
    except BaseException:
        session.rollback()
        raise


def insert_if_absent(session: Session, model: type[DeclarativeBase], **values: Any) -> None:
    """Insert one row, unless a row with its key exists: that one stays as it is."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert if on_sqlite else postgresql.insert
    session.execute(insert(model).values(**values).on_conflict_do_nothing())
