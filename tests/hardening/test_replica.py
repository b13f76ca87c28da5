"""67: a replica that lags. Most of these lag for ever: they have the tables, and never a row."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from course.postgres import Postgres, why_no_postgres
from course.processes import serving
from hardening.servers import sign_up, wait_until
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


@pytest.fixture(scope="module")
def primary() -> Iterator[Postgres]:
    if reason := why_no_postgres():
        pytest.skip(reason)
    server = Postgres()
    yield server
    server.remove()


@pytest.fixture(scope="module")
def replica(primary: Postgres) -> Iterator[Postgres]:
    server = Postgres(follows=primary)
    yield server
    server.remove()


@pytest.fixture(scope="module")
def api(primary: Postgres, replica: Postgres) -> Iterator[httpx.Client]:
    """The service as a process, on two servers."""
    with serving(database_url=primary.url, read_database_url=replica.url) as api:
        wait_until(lambda: api.get("/posts/").status_code == 200)  # the replica has the tables
        yield api


@pytest.mark.slow
@pytest.mark.xdist_group("replica")
def test_67_a_replica_that_stands_still_disturbs_no_write(
    api: httpx.Client, replica: Postgres
) -> None:
    replica.sql("SELECT pg_wal_replay_pause()")
    ana = sign_up(api, "ana")
    post = api.post("/posts/", json={"content": "just made"}, headers=ana).json()
    path = f"/posts/{post['id']}"
    assert api.put(f"{path}/like", headers=ana).status_code == 204
    assert api.get(path).status_code == 404
    replica.sql("SELECT pg_wal_replay_resume()")
    wait_until(lambda: api.get(path).status_code == 200)


def missed_of(api: httpx.Client, author: dict[str, str], posts: int) -> int:
    """How many of these posts are answered 404 straight after their 201."""
    missed = 0
    for number in range(posts):
        post = api.post("/posts/", json={"content": f"{number}"}, headers=author).json()
        missed += api.get(f"/posts/{post['id']}").status_code == 404
    return missed


@pytest.mark.slow
@pytest.mark.xdist_group("replica")
def test_67_a_primary_that_waits_for_its_replica_makes_reads_current(
    api: httpx.Client, primary: Postgres
) -> None:
    ben = sign_up(api, "ben")
    primary.set(synchronous_standby_names="*", synchronous_commit="remote_apply")
    assert missed_of(api, ben, 50) == 0
    primary.set(synchronous_standby_names="", synchronous_commit="on")
    deadline = time.monotonic() + 30
    while missed_of(api, ben, 10) == 0:
        assert time.monotonic() < deadline
