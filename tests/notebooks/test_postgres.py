"""The servers that a notebook starts, and the service as a process."""

import platform
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import psutil
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from course import postgres
from course.databases import sample_database
from course.postgres import Postgres, why_no_postgres
from course.processes import serving


@pytest.fixture(autouse=True)
def ask_again() -> Iterator[None]:
    why_no_postgres.cache_clear()
    yield
    why_no_postgres.cache_clear()


def refuse(*_: Any, **__: Any) -> None:
    raise PermissionError


@pytest.mark.parametrize(
    ("place", "name", "value", "said"),
    [
        (postgres, "find_spec", lambda _: None, "no package brings one for Python 3."),
        (platform, "system", lambda: "Windows", "the course starts one on Linux and macOS only."),
        (subprocess, "run", refuse, "it refuses to run as root"),
    ],
    ids=["no wheel", "Windows", "root in a cage"],
)
def test_a_reader_is_told_why_there_is_no_server(
    monkeypatch: pytest.MonkeyPatch, place: Any, name: str, value: Any, said: str
) -> None:
    monkeypatch.setattr(place, name, value)
    reason = why_no_postgres()
    monkeypatch.undo()
    assert reason.startswith(f"There is no PostgreSQL server here: {said}")


needs_postgres = pytest.mark.skipif(why_no_postgres() != "", reason=why_no_postgres())


def value_of(server: Postgres, statement: str) -> Any:
    engine = create_engine(server.url)
    try:
        with engine.begin() as connection:
            return connection.scalar(text(statement))
    finally:
        engine.dispose()


@pytest.mark.slow
@needs_postgres
def test_a_replica_follows_until_it_is_promoted_and_nothing_stays_behind() -> None:
    primary = Postgres()
    primary.sql("CREATE TABLE numbers AS SELECT 1 AS n")
    replica = Postgres(follows=primary)
    assert value_of(replica, "SELECT n FROM numbers") == 1
    with pytest.raises(DBAPIError, match="read-only"):
        value_of(replica, "INSERT INTO numbers VALUES (2) RETURNING n")
    primary.set(work_mem="5MB")
    assert value_of(primary, "SHOW work_mem") == "5MB"
    primary.kill()
    with pytest.raises(OperationalError):
        value_of(primary, "SELECT 1")
    replica.promote()
    assert value_of(replica, "INSERT INTO numbers VALUES (2) RETURNING n") == 2
    for server in (primary, replica, primary):
        server.remove()
        assert not server.folder.exists()
    commands = " ".join(
        " ".join(each.info["cmdline"] or []) for each in psutil.process_iter(["cmdline"])
    )
    assert not any(str(server.folder) in commands for server in (primary, replica))


@pytest.mark.slow
def test_the_service_runs_as_processes_that_end() -> None:
    service = serving(workers=2, database_url=sample_database())
    with service as api:
        assert api.get("/health").json() == {"status": "ok"}
        assert service.is_running
    assert not service.is_running
    assert "Application shutdown complete." in service.log
    service.stop()


@pytest.mark.slow
def test_a_service_that_does_not_start_says_why() -> None:
    service = serving(database_url="nonsense")
    with pytest.raises(RuntimeError, match="DATABASE_URL: not a database URL"):
        service.start()
    assert not service.is_running


def test_a_failing_program_shows_what_it_said() -> None:
    if why_no_postgres():
        pytest.skip(why_no_postgres())
    with pytest.raises(RuntimeError, match="pg_ctl failed:"):
        postgres.run("pg_ctl", "status", "-D", sys.prefix)
