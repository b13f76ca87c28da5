"""Whatever stops a load gives one line, and the database is as it was."""

import gc
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

import pytest
from service.loading.small_files import ALL_EXISTING, ALL_GAINED, FILES, NOTHING, rows_in
from sqlalchemy import Engine, create_engine, event, text

from microblog.database import make_engine
from microblog.loading import BrokenFile, check, load
from microblog.loading import folder as folder_module
from microblog.loading.files import TableFile

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgres = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

DoAt = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def do_at(monkeypatch: pytest.MonkeyPatch) -> DoAt:
    """Arranges that something happens just before the rows of a file are checked."""

    def do_at(name: str, action: Callable[[], object]) -> None:

        def act_first(file: TableFile, batch: list[list[str]]) -> list[list[Any]]:
            if file.path.name == name:
                action()
            return check.values_of(file, batch)

        monkeypatch.setattr(folder_module, "values_of", act_first)

    return do_at


def raise_(error: BaseException) -> Callable[[], None]:
    def action() -> None:
        raise error

    return action


def message_of_load(engine: Engine, folder: Path) -> str:
    with pytest.raises(BrokenFile) as broken:
        load(engine, folder)
    assert "\n" not in str(broken.value)
    return str(broken.value)


@on_sqlite
def test_a_full_disk(engine: Engine, folder: Path) -> None:
    def leave_little_room(connection: SQLiteConnection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    engine.dispose()
    event.listen(engine, "connect", leave_little_room)
    rows = "".join(f"{number},{'x' * 280},2026-08-12T12:00:00Z,1\n" for number in range(3, 300))
    (folder / "posts.csv").write_text(FILES["posts"] + rows, "utf-8")
    assert message_of_load(engine, folder) == (
        "the database failed while posts.csv was loaded: database or disk is full"
    )
    assert rows_in(engine) == NOTHING


@on_postgres
@pytest.mark.parametrize("name", ["users.csv", "likes.csv"])
def test_a_session_that_the_server_ends(
    engine: Engine,
    database_url: str,
    folder: Path,
    do_at: DoAt,
    caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:
    admin = create_engine(database_url, isolation_level="AUTOCOMMIT")

    def end_other_sessions() -> None:
        with admin.connect() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )

    do_at(name, end_other_sessions)
    assert message_of_load(engine, folder) == (
        f"the database failed while {name} was loaded: "
        "terminating connection due to administrator command"
    )
    admin.dispose()
    assert caplog.messages == []
    assert rows_in(engine) == NOTHING


def test_a_database_without_tables(empty_database_url: str, folder: Path) -> None:
    engine = make_engine(empty_database_url)
    message = message_of_load(engine, folder)
    engine.dispose()
    start, _, cause = message.partition("loaded: ")
    assert start == "the database failed while users.csv was "
    assert cause in {"no such table: users", 'relation "users" does not exist'}


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c(engine: Engine, folder: Path, do_at: DoAt) -> None:
    do_at("likes.csv", lambda: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        load(engine, folder)
    assert rows_in(engine) == NOTHING


def test_a_file_that_cannot_be_read_any_more(engine: Engine, folder: Path, do_at: DoAt) -> None:
    do_at("likes.csv", raise_(OSError(5, "Input/output error")))
    assert message_of_load(engine, folder) == "likes.csv cannot be read: Input/output error"
    assert rows_in(engine) == NOTHING


def test_a_file_that_is_mended_while_it_is_read(engine: Engine, folder: Path, do_at: DoAt) -> None:
    do_at("likes.csv", raise_(ValueError()))
    assert message_of_load(engine, folder) == "likes.csv changed while it was read"
    assert rows_in(engine) == NOTHING


def test_a_folder_that_is_mistyped_leaves_no_database_behind(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'new.db'}")
    message_of_load(engine, tmp_path / "dta")
    engine.dispose()
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_in_the_middle_of_a_load(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison finds nothing wrong, and the database refuses the row all the same."""
    (folder / "users.csv").write_text(FILES["users"].replace("Ben", "ANA"), "utf-8")
    monkeypatch.setattr(folder_module, "first_problem", lambda *_: None)
    message = message_of_load(engine, folder)
    assert message.startswith("the database failed while users.csv was loaded: ")
    assert "users_by_name" in message
    assert rows_in(engine) == NOTHING


def test_two_loads_at_once(engine: Engine, folder: Path) -> None:
    start = threading.Barrier(2)

    def load_with_the_other(_: int) -> object:
        start.wait()
        return load(engine, folder)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(load_with_the_other, range(2))
    assert [first, second] in ([ALL_GAINED, ALL_EXISTING], [ALL_EXISTING, ALL_GAINED])


def test_the_garbage_collector_stays_as_it_was(engine: Engine, folder: Path) -> None:
    for restore in (gc.disable, gc.enable):
        restore()
        enabled = gc.isenabled()
        load(engine, folder)
        assert gc.isenabled() == enabled
