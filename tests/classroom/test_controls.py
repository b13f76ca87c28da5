"""What only the instructor can do, and from the instructor's own page alone."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from classroom.conftest import Headers
from course.classroom.controls import PLACEHOLDER, router
from course.classroom.room import Room
from microblog import loading, migrations
from microblog.database import make_engine

CONTROLS = [
    (method, f"/class{route.path}".replace("{post_id}", "1"))
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in route.methods or ()
]
STRANGERS = {
    "no secret": {"Authorization": ""},
    "another secret": {"Authorization": "Bearer guessed"},
    "another page": {"Origin": "http://evil.example"},
    "another page under our name": {"Host": "evil.example", "Origin": "http://evil.example"},
    "another port": {"Origin": "http://127.0.0.1:81"},
}


ATTEMPTS = [
    pytest.param(method, path, stranger, id=f"{method} {path} from {name}")
    for method, path in CONTROLS
    for name, stranger in STRANGERS.items()
    if method != "GET" or stranger.keys() != {"Origin"}  # browsers send none, and keep the answer
]


@pytest.mark.parametrize(("method", "path", "stranger"), ATTEMPTS)
def test_strangers_control_nothing(
    api: TestClient, room: Room, instructor: Headers, method: str, path: str, stranger: Headers
) -> None:
    answer = api.request(method, path, headers=instructor | stranger)
    assert answer.status_code in {401, 403}
    assert (room.frozen, room.ended) == (False, False)


def test_a_learner_is_no_instructor(api: TestClient, learner: Headers) -> None:
    headers = learner | {"Origin": "http://127.0.0.1"}
    assert api.post("/class/instructor/freeze", headers=headers).status_code == 401


def test_a_post_without_an_origin_comes_from_no_page_of_ours(
    api: TestClient, instructor: Headers
) -> None:
    del instructor["Origin"]
    assert api.post("/class/instructor/freeze", headers=instructor).status_code == 403


def test_freezing_and_going_on(api: TestClient, instructor: Headers, learner: Headers) -> None:
    for control, status in (("freeze", 423), ("unfreeze", 201)):
        assert api.post(f"/class/instructor/{control}", headers=instructor).status_code == 204
        said = api.post("/posts/", json={"content": "hello"}, headers=learner)
        assert said.status_code == status


def test_a_hidden_post_is_hidden_everywhere_and_can_come_back(
    api: TestClient, instructor: Headers, learner: Headers
) -> None:
    post = api.post("/posts/", json={"content": "rude"}, headers=learner).json()
    place = f"/class/instructor/posts/{post['id']}"
    for _ in range(2):  # hiding twice keeps what it said
        assert api.post(f"{place}/hide", headers=instructor).status_code == 204
    assert api.get("/posts/").json()[0]["content"] == PLACEHOLDER
    [shown] = api.get("/class/instructor/state", headers=instructor).json()["posts"]
    assert (shown["content"], shown["hidden"]) == ("rude", True)
    api.post(f"{place}/show", headers=instructor)
    assert api.get("/posts/").json() == [post]


def test_a_post_that_is_not_there_cant_be_hidden(api: TestClient, instructor: Headers) -> None:
    answer = api.post("/class/instructor/posts/7/hide", headers=instructor)
    assert answer.status_code == 404


def test_after_a_reset_everybody_starts_afresh(
    api: TestClient, room: Room, instructor: Headers, learner: Headers
) -> None:
    api.post("/posts/", json={"content": "hello"}, headers=learner)
    room.report_event("somebody", "00.1", "correct")
    room.frozen = True
    assert api.post("/class/instructor/reset", headers=instructor).status_code == 204
    assert api.get("/posts/").json() == []
    assert api.get("/users/me", headers=learner).status_code == 401
    assert (room.board(), room.frozen, len(room.shown_names)) == ([], False, 0)
    assert api.post("/class/join", json={"code": room.code}, headers=learner).is_success


def test_ending_stops_the_server(api: TestClient, room: Room, instructor: Headers) -> None:
    stopped: list[str] = []
    room.at_the_end = lambda: stopped.append("now")
    api.post("/class/instructor/end", headers=instructor)
    assert (room.ended, stopped) == (True, ["now"])


@pytest.fixture
def exported(
    api: TestClient,
    room: Room,
    instructor: Headers,
    new_learner: Callable[..., Headers],
    tmp_path: Path,
) -> Path:
    one, two = new_learner(), new_learner()
    text = "two lines,\nand a “quote”, \U0001f680"
    post = api.post("/posts/", json={"content": text}, headers=one).json()
    for action in ("like", "retweet"):
        api.put(f"/posts/{post['id']}/{action}", headers=two)
    api.put(f"/users/{post['username']}/follow", headers=two)
    room.report_seconds("somebody", ("00_start_here", "The question"), 90)
    answer = api.get("/class/instructor/export", headers=instructor)
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path / "class")
    return tmp_path / "class"


def test_the_export_is_read_as_the_sample_data_is(exported: Path) -> None:
    frames = {path.stem: pd.read_csv(path) for path in exported.glob("*.csv")}
    rows = {name: len(frame) for name, frame in frames.items()}
    tables = {"users": 2, "posts": 1, "likes": 1, "retweets": 1, "follows": 1}
    assert rows == tables | {"measured_minutes": 1}
    assert frames["posts"]["content"][0] == "two lines,\nand a “quote”, \U0001f680"
    assert frames["measured_minutes"].to_dict("records") == [
        {"notebook": "00_start_here", "section": "The question", "minutes": 1.5}
    ]


def test_the_export_loads_into_the_service(exported: Path, tmp_path: Path) -> None:
    (exported / "measured_minutes.csv").unlink()
    engine = make_engine(f"sqlite:///{tmp_path / 'again.db'}")
    migrations.ensure_current(engine)
    loaded = loading.load(engine, exported)
    engine.dispose()
    assert {name: rows.gained for name, rows in loaded.items()}["users"] == 2


def test_the_export_holds_no_password_not_even_as_a_hash(exported: Path) -> None:
    users = pd.read_csv(exported / "users.csv")
    assert users["hashed_password"].nunique() == 1
    assert set(users["email"]) == {f"{name}@example.org" for name in users["username"]}
