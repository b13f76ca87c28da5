"""Joining from a notebook: what the learner gets, what is reported, and words that help."""

import signal
import socket
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from course import exercise, join, running
from course.classroom import addresses, command, reaching, reporting
from course.classroom.application import class_app, class_settings
from course.classroom.joining import file
from course.classroom.reaching import CannotJoin, base_url, in_which_network, refused
from course.classroom.room import Room


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    with running(app) as api:
        yield str(api.base_url)
        reporting.stop()


def name_of(api: httpx.Client) -> str:
    return str(api.get("/users/me").raise_for_status().json()["username"])


def closing_join(*arguments: Any, **named: Any) -> "closing[httpx.Client]":
    return closing(join(*arguments, **named))


def joined(*arguments: Any, **named: Any) -> str:
    with closing_join(*arguments, **named) as api:
        return name_of(api)


def test_a_learner_joins_and_posts(address: str, room: Room) -> None:
    with closing_join(address, room.code) as api:
        assert api.post("/posts/", json={"content": "hello"}).status_code == 201
        assert api.timeout.read == reaching.SECONDS


@pytest.mark.parametrize("junk", [None, "null", '{"address": 1}', "{", '["a"]'])
def test_another_notebook_joins_as_the_same_person_unless_the_file_is_junk(
    address: str, room: Room, junk: str | None
) -> None:
    first = joined(address, room.code)
    if junk:
        file().write_text(junk)
    assert (joined(address, room.code) == first) == (junk is None)


def test_a_code_is_read_whatever_its_case_and_blanks(address: str, room: Room) -> None:
    assert joined(f"  {address}/class  ", f" {room.code.upper()} ")


def wait_for(room: Room, count: int) -> list[dict[str, Any]]:
    deadline = time.monotonic() + 10
    while len(room.events) < count and time.monotonic() < deadline:
        time.sleep(0.01)
    return room.board()


def test_checks_and_hints_are_reported_once_the_learner_has_joined(
    address: str, room: Room
) -> None:
    tried = exercise("00.2")
    tried.check("x")
    with closing_join(address, room.code, show_name=True) as api:
        tried.check("x")
        tried.hint()
        tried.solution()
        [line] = wait_for(room, 3)
        assert (line["solved"], line["tried"], line["solutions"]) == (0, 1, 1)
        assert line["hints"][tried.hints_shown - 1] == 1
        assert line["names"] == []
        assert name_of(api) in room.shown_names
    tried.reset()


def test_the_minutes_of_a_section_are_reported_by_its_cells(
    address: str, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "/somewhere/00_start_here.ipynb")
    join(address, room.code).close()
    [reporter] = reporting._reporters
    reporter.last_cell -= 90
    reporter.note_cell(SimpleNamespace(cell_id="11b495ee"))  # type: ignore[arg-type]
    reporter.note_cell(SimpleNamespace(cell_id="a cell of one's own"))  # type: ignore[arg-type]
    reporting.stop()
    assert room.measured_minutes() == [("00_start_here", "Start the service", 1.5)]


def test_a_class_that_is_gone_stops_no_lesson(room: Room, app: FastAPI) -> None:
    with running(app) as api:
        join(str(api.base_url), room.code).close()
    assert exercise("00.2").check("x").outcome == "wrong"
    reporting.stop()


def test_the_wrong_code_is_named(address: str) -> None:
    with pytest.raises(CannotJoin, match="'abcdef' isn't the code"):
        join(address, "abcdef")


def test_a_frozen_class_can_be_joined_later(address: str, room: Room) -> None:
    room.frozen = True
    with pytest.raises(CannotJoin, match="frozen just now"):
        join(address, room.code)


def test_a_class_that_is_over_and_a_wrong_port_look_alike(room: Room) -> None:
    with pytest.raises(CannotJoin, match="no class at its port 9. Either the class is over"):
        join("http://127.0.0.1:9", room.code)


def test_another_service_is_no_class(room: Room) -> None:
    with running(FastAPI()) as api, pytest.raises(CannotJoin, match="it's no class"):
        join(str(api.base_url), room.code)


@pytest.mark.parametrize("address", ["", "http://", "a b", "http://[", "https://:80", "::1"])
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises(CannotJoin, match="is no address such as"):
        base_url(address)


@pytest.mark.parametrize(
    "written",
    ["192.168.1.5:8000", " http://192.168.1.5:8000/ ", "http://192.168.1.5:8000/class#abcdef"],
)
def test_an_address_is_understood_however_it_is_copied(written: str) -> None:
    assert base_url(written) == "http://192.168.1.5:8000"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("[Errno -2] Name or service not known", "No computer is called laptop"),
        ("[Errno 8] nodename nor servname provided", "No computer is called laptop"),
        ("[Errno 11001] getaddrinfo failed", "No computer is called laptop"),
        ("[Errno 113] No route to host", "no way from here"),
        ("[Errno 101] Network is unreachable", "no way from here"),
        ("[Errno 111] Connection refused", "no class at its port"),
        ("[WinError 10061] No connection could be made", "no class at its port"),
    ],
)
def test_each_kind_of_failure_has_its_own_words(told: str, words: str) -> None:
    assert words in refused("laptop", 8000, httpx.ConnectError(told))


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (None, "in no network"),
        ("10.0.0.7", "different networks"),
        ("192.168.1.9", "keeps its computers apart"),
    ],
)
def test_silence_is_explained_by_ones_own_address(
    own: str | None, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaching, "room_address", lambda: own)
    assert words in in_which_network("192.168.1.5")


def test_a_notebook_shows_the_words_alone() -> None:
    assert CannotJoin("Why.")._render_traceback_() == ["You have not joined: Why."]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "laptop.local", "300.1.1.1"])
def test_a_class_is_served_at_one_address(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(Namespace(host=host, port=0)) == 1
    assert "address" in capsys.readouterr().err


@pytest.mark.parametrize("host", [None, "127.0.0.1"])
def test_a_port_that_is_taken_is_named_with_a_way_out(
    host: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert command.run(Namespace(host=host, port=port)) == 1
    told = capsys.readouterr().err
    assert f":{port} (" in told
    assert "--port" in told


def test_all_addresses_of_a_class_get_one_port() -> None:
    hosts = {"127.0.0.1", addresses.room_address() or "127.0.0.1"}
    bound = addresses.listening(sorted(hosts), 0)
    assert len({each.getsockname()[1] for each in bound}) == 1
    for each in bound:
        each.close()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_every_signal_to_stop_ends_the_class(
    name: str, monkeypatch: pytest.MonkeyPatch, database_folder: Path
) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"this system has no {name}")
    handlers: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    server = command.ClassServer(Room(), database_folder)
    with server.capture_signals():
        handlers[getattr(signal, name)](getattr(signal, name), None)
        assert (server.room.ended, server.should_exit, server.force_exit) == (True, True, False)
        server._captured_signals.clear()


def test_the_settings_of_the_environment_dont_reach_a_class(
    monkeypatch: pytest.MonkeyPatch, database_folder: Any
) -> None:
    monkeypatch.setenv("MICROBLOG_SECRET_KEY", "known to others " * 3)
    monkeypatch.setenv("MICROBLOG_CORS_ORIGINS", "*")
    settings = class_settings(f"sqlite:///{database_folder / 'class.db'}")
    assert settings.cors_origins == []
    assert "known" not in settings.secret_key.get_secret_value()
    assert class_app(Room(), settings)
