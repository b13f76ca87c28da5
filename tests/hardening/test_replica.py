"""67: a replica that lags. Here it lags for ever: it has the tables, and no row ever reaches it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from hardening.servers import sign_up
from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app


@pytest.fixture
def replica_url(settings: Settings, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A second database of the same kind."""
    if settings.database_url.startswith("postgresql"):
        template = request.getfixturevalue("postgres_template")
        return str(request.getfixturevalue("new_postgres_database")(template))
    url = f"sqlite:///{tmp_path / 'replica.db'}"
    engine = make_engine(url)
    migrations.ensure_current(engine)
    engine.dispose()
    return url


@pytest.fixture
def app(settings: Settings, replica_url: str) -> FastAPI:
    return create_app(settings.model_copy(update={"read_database_url": replica_url}))


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


@pytest.fixture
def ana(client: TestClient) -> dict[str, str]:
    return sign_up(client, "ana")


def test_67_who_has_just_registered_is_known(client: TestClient, ana: dict[str, str]) -> None:
    assert client.get("/users/me", headers=ana).json()["username"] == "ana"
    new = {"old_password": "password of ana", "new_password": "password of Ana"}
    assert client.put("/users/me/password", json=new, headers=ana).status_code == 204
    login = {"username": "ana", "password": "password of Ana"}
    assert client.post("/login", json=login).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/posts/{id}/like"),
        ("DELETE", "/posts/{id}/like"),
        ("PUT", "/posts/{id}/retweet"),
        ("DELETE", "/posts/{id}/retweet"),
        ("DELETE", "/posts/{id}"),
        ("PUT", "/users/ben/follow"),
        ("DELETE", "/users/ben/follow"),
    ],
)
def test_67_what_was_just_made_is_there_for_a_write(
    client: TestClient, ana: dict[str, str], method: str, path: str
) -> None:
    sign_up(client, "ben")
    post = client.post("/posts/", json={"content": "just made"}, headers=ana).json()
    assert client.request(method, path.format(**post), headers=ana).status_code == 204


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/posts/", 200),
        ("/posts/with_counts/", 200),
        ("/timeline/", 200),
        ("/posts/{id}", 404),
        ("/users/ana", 404),
        ("/users/ana/posts/", 404),
        ("/users/ana/followers/", 404),
        ("/users/ana/following/", 404),
    ],
)
def test_67_public_reads_may_be_old(
    client: TestClient, ana: dict[str, str], path: str, status: int
) -> None:
    post = client.post("/posts/", json={"content": "just made"}, headers=ana).json()
    answer = client.get(path.format(**post), headers=ana)
    assert answer.status_code == status
    assert status == 404 or answer.json() == []


AWAY = "postgresql+psycopg://x:x@127.0.0.1:1/x"


@pytest.mark.parametrize(
    ("away", "statuses"),
    [
        ("read_database_url", {"/health": 200, "/users/me": 200, "/posts/": 503}),
        ("database_url", {"/health": 503, "/users/me": 503, "/posts/": 200}),
    ],
)
def test_67_each_database_is_missed_only_where_it_is_asked(
    settings: Settings,
    replica_url: str,
    client: TestClient,
    ana: dict[str, str],
    away: str,
    statuses: dict[str, int],
) -> None:
    both = {"read_database_url": replica_url, away: AWAY}
    other = TestClient(create_app(settings.model_copy(update=both)))
    assert {path: other.get(path, headers=ana).status_code for path in statuses} == statuses


def open_connections(app: FastAPI) -> list[int]:
    """How many of them wait in each pool for reading."""
    return [each.pool.checkedin() for each in (app.state.read_engine, app.state.replica_engine)]


def test_67_both_databases_are_let_go_when_the_service_stops(app: FastAPI) -> None:
    with TestClient(app) as client:
        client.get("/posts/")
        client.get("/health")
        assert open_connections(app) == [1, 1]
    assert open_connections(app) == [0, 0]
