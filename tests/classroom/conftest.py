"""A class without a network, and learners who have joined it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from course.classroom.application import class_app, class_settings
from course.classroom.room import Room

Headers = dict[str, str]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress and the name in the class stay in a folder of each test's own."""
    monkeypatch.setenv("MICROBLOG_COURSE_HOME", str(tmp_path / "course"))


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def app(room: Room, database_folder: Path) -> FastAPI:
    return class_app(room, class_settings(f"sqlite:///{database_folder / 'class.db'}"))


@pytest.fixture
def api(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1") as api:
        yield api


@pytest.fixture
def new_learner(api: TestClient, room: Room) -> Callable[..., Headers]:
    """Joins somebody; the headers that bear their token."""

    def join(show_name: bool = False) -> Headers:
        wanted = {"code": room.code, "show_name": show_name}
        token = api.post("/class/join", json=wanted).raise_for_status().json()["token"]
        return {"Authorization": f"Bearer {token}"}

    return join


@pytest.fixture
def learner(new_learner: Callable[..., Headers]) -> Headers:
    return new_learner()


@pytest.fixture
def instructor(room: Room) -> Headers:
    return {"Authorization": f"Bearer {room.secret}", "Origin": "http://127.0.0.1"}
