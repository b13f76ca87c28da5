"""What learners can do in a class, and what they can't."""

import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from classroom.conftest import Headers
from course.classroom import learners
from course.classroom.gate import POSTS
from course.classroom.names import NAMES
from course.classroom.room import Room
from course.notebook_files import content_of, notebook_files, source_of
from microblog.rules import is_username

WRITES = [
    ("POST", "/posts/"),
    ("DELETE", "/posts/1"),
    ("PUT", "/posts/1/like"),
    ("PUT", "/posts/1/retweet"),
    ("PUT", "/users/somebody/follow"),
    ("DELETE", "/users/me"),
]


def post(api: TestClient, who: Headers, content: str = "hello") -> int:
    return api.post("/posts/", json={"content": content}, headers=who).status_code


def name_of(api: TestClient, who: Headers) -> str:
    return str(api.get("/users/me", headers=who).raise_for_status().json()["username"])


def test_names_are_made_up_and_there_are_enough_of_them() -> None:
    assert len(set(NAMES)) == len(NAMES) > 1000
    assert all(map(is_username, NAMES))


def test_who_joins_gets_a_name_and_a_password_and_writes_as_always(
    api: TestClient, room: Room
) -> None:
    me = api.post("/class/join", json={"code": room.code}).json()
    assert me["username"] in NAMES
    login = {"username": me["username"], "password": me["password"]}
    token = api.post("/token", data=login).raise_for_status().json()["access_token"]
    assert post(api, {"Authorization": f"Bearer {token}"}) == 201
    assert [each["username"] for each in api.get("/posts/").json()] == [me["username"]]


def test_who_joins_again_stays_the_same_person(
    api: TestClient, room: Room, learner: Headers
) -> None:
    again = api.post("/class/join", json={"code": room.code}, headers=learner).json()
    assert again["username"] == name_of(api, learner)
    assert again["password"] is None
    assert len(room.shown_names) == 1


@pytest.mark.parametrize("code", ["", "abcdef", "ABCDEF", "\u00e4" * 6])
def test_nobody_joins_with_another_code(api: TestClient, code: str) -> None:
    assert api.post("/class/join", json={"code": code}).status_code == 403


def test_nobody_joins_a_full_class(
    api: TestClient, room: Room, learner: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.classroom.room.MOST_LEARNERS", 1)
    assert api.post("/class/join", json={"code": room.code}).status_code == 409
    assert api.post("/class/join", json={"code": room.code}, headers=learner).is_success


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_in_a_frozen_class_nobody_writes(
    api: TestClient, room: Room, learner: Headers, method: str, path: str
) -> None:
    room.frozen = True
    answer = api.request(method, path, json={"content": "hello"}, headers=learner)
    assert answer.status_code == 423
    assert "frozen" in answer.json()["detail"]


def test_in_a_frozen_class_reading_goes_on(api: TestClient, room: Room, learner: Headers) -> None:
    room.frozen = True
    for path in ("/posts/", "/timeline/", "/users/me"):
        assert api.get(path, headers=learner).is_success
    assert api.post("/class/join", json={"code": room.code}).status_code == 423
    room.frozen = False
    assert post(api, learner) == 201


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/users/"), ("POST", "/users"), ("PUT", "/users/me/password")]
)
def test_no_name_address_or_password_of_ones_own_gets_in(
    api: TestClient, learner: Headers, method: str, path: str
) -> None:
    new = {"username": "rude_name", "email": "real@example.org", "password": "my own one"}
    assert api.request(method, path, json=new, headers=learner).status_code == 403


def test_one_learner_cant_flood_the_class_and_doesnt_stop_the_others(
    api: TestClient, learner: Headers, new_learner: Callable[..., Headers]
) -> None:
    """All of them call from one address."""
    assert {post(api, learner) for _ in range(POSTS.amount)} == {201}
    answer = api.post("/posts/", json={"content": "one more"}, headers=learner)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert post(api, new_learner()) == 201


def test_a_room_full_of_mistyped_passwords_locks_nobody_out(
    api: TestClient, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microblog.reads.verify_password", lambda *_: False)
    for name in islice(NAMES, 101):
        login = {"username": name, "password": "wrong"}
        assert api.post("/token", data=login).status_code == 401
    monkeypatch.undo()
    me = api.post("/class/join", json={"code": room.code}).json()
    login = {"username": me["username"], "password": me["password"]}
    assert api.post("/token", data=login).is_success


def report(api: TestClient, who: Headers, **told: object) -> int:
    return api.post("/class/reports", json=told, headers=who).status_code


def checked(exercise: str, event: str) -> dict[str, str]:
    return {"exercise": exercise, "event": event}


def test_the_board_counts_people_and_shows_no_name(
    api: TestClient, room: Room, new_learner: Callable[..., Headers]
) -> None:
    one, two = new_learner(), new_learner()
    told = [checked("00.1", each) for each in ("wrong", "hint 1", "correct", "correct")]
    assert report(api, one, events=told) == 204
    report(api, two, events=[checked("00.1", "wrong"), checked("00.1", "hint 1")])
    [line] = room.board()
    assert (line["solved"], line["tried"], line["hints"][0], line["names"]) == (1, 2, 2, [])


def test_the_board_shows_the_names_of_those_who_asked_for_it(
    api: TestClient, room: Room, new_learner: Callable[..., Headers]
) -> None:
    shown, quiet = new_learner(show_name=True), new_learner()
    for who in (shown, quiet):
        report(api, who, events=[checked("00.2", "correct")])
    assert room.board()[0]["names"] == [name_of(api, shown)]


@pytest.mark.parametrize(
    ("exercise", "event"),
    [("99.9", "correct"), ("00.1", "<b>"), ("00.1", "hint 99"), ("=1+1", "correct")],
)
def test_the_board_takes_nothing_that_no_kit_sends(
    api: TestClient, room: Room, learner: Headers, exercise: str, event: str
) -> None:
    report(api, learner, events=[checked(exercise, event)])
    assert room.board() == []


def test_minutes_of_a_section_are_those_of_the_learner_in_the_middle(
    api: TestClient, room: Room, new_learner: Callable[..., Headers]
) -> None:
    place = {"notebook": "00_start_here", "section": "The question"}
    for minutes in (1, 2, 300):
        report(api, new_learner(), sections=[place | {"seconds": 60 * minutes}])
    report(api, new_learner(), sections=[{"notebook": "a", "section": "=1+1", "seconds": 60}])
    assert room.measured_minutes() == [("00_start_here", "The question", 2.0)]


def test_who_only_ran_a_section_does_not_count(
    api: TestClient, room: Room, new_learner: Callable[..., Headers]
) -> None:
    place = {"notebook": "00_start_here", "section": "The question"}
    for seconds in (1, 2, 29, 120):
        report(api, new_learner(), sections=[place | {"seconds": seconds}])
    report(api, new_learner(), sections=[place | {"section": "Ask for posts", "seconds": 3}])
    assert room.measured_minutes() == [("00_start_here", "The question", 2.0)]


@pytest.mark.parametrize("path", notebook_files(), ids=lambda path: path.stem)
def test_the_line_that_joins_takes_no_name_of_a_notebook(path: Path, room: Room) -> None:
    name = room.join_line.partition(" = ")[0]
    code = "\n".join(source_of(c) for c in content_of(path)["cells"] if c["cell_type"] == "code")
    assert not re.search(rf"\b{name}\b", code)


def test_a_break_counts_as_ten_minutes_at_most(
    api: TestClient, room: Room, learner: Headers
) -> None:
    place = {"notebook": "00_start_here", "section": "The question"}
    report(api, learner, sections=[place | {"seconds": 5 * 3600}])
    assert room.measured_minutes()[0][2] == learners.LONGEST_BREAK / 60


def test_strangers_report_nothing(api: TestClient) -> None:
    assert report(api, {}, events=[checked("00.1", "correct")]) == 401
