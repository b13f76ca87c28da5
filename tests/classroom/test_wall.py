"""What the pages get to show, and what they can't do."""

import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from classroom.conftest import Headers
from course import running
from course.classroom.feed import POSTS_OF_ONE, difference, snapshot
from course.classroom.pages import FILES
from course.classroom.room import Room

PAGES = ["", "/wall", "/board", "/instructor", "/files/wall.js"]


def wall(api: TestClient) -> list[str]:
    """The texts on the wall, newest first."""
    state = snapshot(api.app.state.room, api.app.state.read_engine)  # type: ignore[attr-defined]
    return [post["content"] for post in state["posts"].values()]


def test_the_wall_shows_the_newest_posts_and_few_of_each(
    api: TestClient, learner: Headers, new_learner: Callable[..., Headers]
) -> None:
    other = new_learner()
    api.post("/posts/", json={"content": "quiet"}, headers=other)
    for number in range(8):
        api.post("/posts/", json={"content": f"loud {number}"}, headers=learner)
    assert wall(api) == ["loud 7", "loud 6", "loud 5", "quiet"]
    assert POSTS_OF_ONE == 3


def test_the_wall_leaves_hidden_posts_out(
    api: TestClient, learner: Headers, instructor: Headers
) -> None:
    for content in ("fine", "rude"):
        api.post("/posts/", json={"content": content}, headers=learner)
    api.post("/class/instructor/posts/2/hide", headers=instructor)
    assert wall(api) == ["fine"]


def test_a_page_gets_only_what_changed() -> None:
    before = {"posts": {1: "a", 2: "b"}, "order": [2, 1], "total": 2, "frozen": False}
    after = {"posts": {1: "a", 2: "liked", 3: "c"}, "order": [3, 2, 1], "total": 3, "frozen": False}
    assert difference(before, after) == {
        "posts": {2: "liked", 3: "c"},
        "order": [3, 2, 1],
        "total": 3,
    }
    assert difference({}, before) == before


def events(answer: httpx.Response) -> Iterator[dict[str, object]]:
    for line in answer.iter_lines():
        if line.startswith("data:"):
            yield json.loads(line.removeprefix("data:"))


def test_a_wall_is_told_what_happens_and_that_the_class_ends(app: FastAPI, room: Room) -> None:
    with running(app) as api, api.stream("GET", "/class/wall/events", timeout=10) as answer:
        told = events(answer)
        assert next(told)["total"] == 0
        token = api.post("/class/join", json={"code": room.code}).json()["token"]
        assert next(told)["people"]
        headers = {"Authorization": f"Bearer {token}"}
        api.post("/posts/", json={"content": "hello"}, headers=headers)
        posts = next(told)["posts"]
        assert isinstance(posts, dict)
        assert posts["1"]["content"] == "hello"
        room.end()
        assert next(told) == {"ended": True}
        assert list(told) == []


def test_a_closed_wall_costs_nothing_any_more(app: FastAPI) -> None:
    with running(app) as api:
        with api.stream("GET", "/class/board/events", timeout=10) as answer:
            told = events(answer)
            next(told)
            assert app.state.feed.watchers == 1
        for _ in range(100):
            if not app.state.feed.watchers:
                break
            api.get("/health")
        assert app.state.feed.watchers == 0


def test_there_are_not_more_watchers_than_the_service_bears(app: FastAPI, api: TestClient) -> None:
    app.state.feed.watchers = 100
    assert api.get("/class/wall/events").status_code == 503


@pytest.mark.parametrize("page", PAGES)
def test_a_page_runs_no_script_but_ours_and_loads_nothing_from_elsewhere(
    api: TestClient, page: str
) -> None:
    answer = api.get(f"/class{page}").raise_for_status()
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", FILES)
def test_a_page_shows_what_learners_wrote_as_text(name: str) -> None:
    text = FILES[name].read_text("utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert way not in text
    assert "//" not in text.replace("http://www.w3.org/2000/svg", "").replace("// ", "")


@pytest.mark.parametrize("name", ["../room.py", "..%2Froom.py", "nothing.js"])
def test_no_other_file_is_served(api: TestClient, name: str) -> None:
    assert api.get(f"/class/files/{name}").status_code == 404


def test_pages_hold_neither_the_code_nor_the_secret(api: TestClient, room: Room) -> None:
    for page in (*PAGES, "/hello"):
        text = api.get(f"/class{page}").text
        assert room.code not in text
        assert room.secret not in text


def test_the_qr_code_is_for_those_who_know_the_code(api: TestClient, room: Room) -> None:
    assert "<svg" in api.get(f"/class/qr/{room.code}").text
    assert api.get("/class/qr/abcdef").status_code == 404


def test_the_documentation_of_the_service_stays_as_it_was(api: TestClient) -> None:
    assert not [path for path in api.get("/openapi.json").json()["paths"] if "class" in path]
