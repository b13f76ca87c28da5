"""Connections, transactions, and what differs between SQLite and PostgreSQL."""

import gc
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from microblog.database import (
    READ_CONNECTIONS,
    WRITE_CONNECTIONS,
    make_engine,
    make_read_engine,
    make_session_factory,
    transaction,
)
from microblog.models import User

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
ANA = {"username": "Ana", "email": "ana@example.org", "hashed_password": ""}


@pytest.fixture
def make_session(engine: Engine) -> sessionmaker[Session]:
    return make_session_factory(engine)


@pytest.fixture
def other_engine(database_url: str) -> Iterator[Engine]:
    """Another process's view of the same database."""
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def read_engine(database_url: str) -> Iterator[Engine]:
    engine = make_read_engine(database_url)
    yield engine
    engine.dispose()


def users_seen_by(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(User)).scalar_one()


def can_write(engine: Engine) -> bool:
    """Whether nobody else holds a lock: this one does not wait."""
    on_sqlite = engine.dialect.name == "sqlite"
    do_not_wait = "PRAGMA busy_timeout = 0" if on_sqlite else "SET lock_timeout = '1ms'"
    with engine.connect() as connection:
        connection.exec_driver_sql(do_not_wait)
        connection.execute(insert(User).values(username="Eva", email="eva", hashed_password=""))
        connection.rollback()
    return True


@ON_SQLITE
def test_every_connection_to_sqlite_is_durable_patient_and_keeps_foreign_keys(
    engine: Engine,
) -> None:
    connections = [engine.connect() for _ in range(3)]
    for connection in connections:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
        ]
        assert found == [1, "wal", 2, 30_000]
        connection.close()


def test_the_switch_of_a_new_sqlite_file_waits_for_its_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite itself answers "database is locked" at once."""
    other = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    for statement in ("CREATE TABLE notes (text)", "BEGIN IMMEDIATE"):
        other.execute(statement)
    waits: list[float] = []

    def let_go(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            other.rollback()

    monkeypatch.setattr("microblog.database.time.sleep", let_go)
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    assert len(waits) == 3
    engine.dispose()
    other.close()


def test_the_switch_of_a_new_sqlite_file_does_not_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    for statement in ("CREATE TABLE notes (text)", "BEGIN IMMEDIATE"):
        other.execute(statement)
    monkeypatch.setattr("microblog.database.LOCK_SECONDS", 0)
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}")
    with pytest.raises(OperationalError, match="database is locked"):
        engine.connect()
    engine.dispose()
    other.close()


@ON_POSTGRESQL
def test_every_connection_to_postgresql_speaks_utc(engine: Engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(text("SHOW timezone")).scalar_one().upper() == "UTC"


def test_nothing_connects_before_the_first_use() -> None:
    make_engine("postgresql+psycopg://nobody@nowhere.invalid/nothing")
    make_engine("sqlite:////no/such/folder/microblog.db")


def test_two_processes_stay_below_the_connections_that_a_postgresql_server_allows() -> None:
    by_default, for_administrators = 100, 3
    assert 2 * (READ_CONNECTIONS + WRITE_CONNECTIONS) <= by_default - for_administrators


def test_all_connections_of_both_pools_can_be_in_use_at_once(
    engine: Engine, read_engine: Engine
) -> None:
    pools = ((engine, WRITE_CONNECTIONS), (read_engine, READ_CONNECTIONS))
    connections = [pool.connect() for pool, size in pools for _ in range(size)]
    assert {connection.execute(select(1)).scalar_one() for connection in connections} == {1}
    for connection in connections:
        connection.close()


def test_reading_begins_no_transaction(read_engine: Engine) -> None:
    with read_engine.connect() as connection:
        connection.execute(select(User)).all()
        driver: Any = connection.connection.driver_connection
        if read_engine.dialect.name == "sqlite":
            assert driver.in_transaction is False
        else:
            assert driver.info.transaction_status.name == "IDLE"


def test_reading_sends_one_statement(read_engine: Engine) -> None:
    sent: list[str] = []

    def keep(_connection: Any, _cursor: Any, sql: str, *_others: Any) -> None:
        sent.append(sql)

    with read_engine.connect() as connection:
        event.listen(Engine, "before_cursor_execute", keep)
        connection.execute(select(1)).all()
        event.remove(Engine, "before_cursor_execute", keep)
    assert sent == ["SELECT 1"]


def test_the_read_engine_cannot_write(read_engine: Engine) -> None:
    with read_engine.connect() as connection, pytest.raises(DBAPIError, match="read-?only"):
        connection.execute(insert(User).values(**ANA))


def add_and_raise(session: Session) -> None:
    session.add(User(**ANA))
    session.flush()
    raise ZeroDivisionError


def leave_by_raising(session: Session) -> None:
    with pytest.raises(ZeroDivisionError), session:
        add_and_raise(session)


def leave_a_begin_block_by_raising(session: Session) -> None:
    with pytest.raises(ZeroDivisionError), session.begin():
        add_and_raise(session)


def leave_by_rolling_back(session: Session) -> None:
    session.add(User(**ANA))
    session.flush()
    session.rollback()


def leave_by_closing(session: Session) -> None:
    session.execute(insert(User).values(**ANA))
    session.close()


def leave_without_commit(session: Session) -> None:
    with session:
        session.execute(insert(User).values(**ANA))


def leave_an_abandoned_generator(session: Session) -> None:
    def hand_out() -> Iterator[Session]:
        with session:
            yield session

    generator = hand_out()
    next(generator).execute(insert(User).values(**ANA))
    del generator
    gc.collect()


@pytest.mark.parametrize(
    "leave",
    [
        leave_by_raising,
        leave_a_begin_block_by_raising,
        leave_by_rolling_back,
        leave_by_closing,
        leave_without_commit,
        leave_an_abandoned_generator,
    ],
)
def test_what_was_not_committed_is_rolled_back(
    make_session: sessionmaker[Session], other_engine: Engine, leave: Callable[[Session], None]
) -> None:
    leave(make_session())
    assert users_seen_by(other_engine) == 0
    assert can_write(other_engine)


def test_a_transaction_commits_at_its_end(
    make_session: sessionmaker[Session], other_engine: Engine
) -> None:
    with make_session() as session:
        with transaction(session):
            session.add(User(**ANA))
            session.flush()
            assert users_seen_by(other_engine) == 0
        assert users_seen_by(other_engine) == 1


def test_a_transaction_that_fails_leaves_nothing_and_no_lock(
    make_session: sessionmaker[Session], other_engine: Engine
) -> None:
    def write_and_fail() -> None:
        with transaction(session):
            session.execute(insert(User).values(**ANA))
            raise ZeroDivisionError

    with make_session() as session:
        with pytest.raises(ZeroDivisionError):
            write_and_fail()
        assert users_seen_by(other_engine) == 0
        assert can_write(other_engine)
        with transaction(session):
            session.add(User(**ANA))
        assert users_seen_by(other_engine) == 1
        with pytest.raises(IntegrityError), transaction(session):
            session.add(User(**ANA))
        assert can_write(other_engine)
        assert users_seen_by(other_engine) == 1


@ON_SQLITE
def test_on_sqlite_a_transaction_waits_for_another_writer_before_it_reads(
    make_session: sessionmaker[Session],
) -> None:
    """Read, then write, in two threads at once: neither fails, and no update is lost."""
    with make_session() as session, transaction(session):
        session.add(User(**ANA | {"hashed_password": "0"}))

    def add_ones() -> None:
        for _ in range(20):
            with make_session() as session, transaction(session):
                user = session.execute(select(User)).scalar_one()
                user.hashed_password = str(int(user.hashed_password) + 1)

    threads = [threading.Thread(target=add_ones) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with make_session() as session, session.begin():
        assert session.execute(select(User.hashed_password)).scalar_one() == "40"
