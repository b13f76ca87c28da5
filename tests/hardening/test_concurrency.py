"""43 to 50: many clients together, against a real server, and what the database then holds."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event, func, select, text

from hardening.servers import Request, Server, at_once, serving_in_a_thread, sign_up
from microblog.config import Settings
from microblog.database import READ_CONNECTIONS, WRITE_CONNECTIONS
from microblog.dependencies import CurrentUser, SessionDep
from microblog.main import create_app
from microblog.models import Follow, Like, Post, Retweet, User

LogIn = Callable[[str], dict[str, str]]


def register(client: TestClient, username: str, email: str) -> int:
    """The status of a registration."""
    new = {"username": username, "email": email, "password": "password"}
    return client.post("/users/", json=new).status_code


@pytest.mark.slow
@pytest.mark.parametrize(
    ("username", "email", "column", "stored"),
    [
        ("{letter}na_43", "ana_43_{number}@example.org", User.username, "ana_43"),
        ("ben_43_{number}", "{letter}na_43@example.org", User.email, "ana_43@example.org"),
    ],
    ids=["one name", "one address"],
)
def test_43_of_twenty_parallel_registrations_one_succeeds(
    server: Server, database: Engine, username: str, email: str, column: Any, stored: str
) -> None:
    registrations: list[Request] = []
    for number in range(20):
        names = {"letter": "aA"[number % 2], "number": number}
        new = {"username": username.format(**names), "email": email.format(**names)}
        registrations.append(("POST", "/users/", {"json": new | {"password": "password"}}))
    assert at_once(server.url, registrations) == {201: 1, 409: 19}
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).where(func.lower(column) == stored)) == 1


@pytest.fixture(scope="session")
def alice(shared_client: TestClient) -> None:
    assert register(shared_client, "Alice_44", "Ängström_44@example.org") == 201
    assert register(shared_client, "Beata_44", "straße_44@example.org") == 201


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    "email",
    [
        "ängström_44@example.org",
        "ÄNGSTRÖM_44@EXAMPLE.ORG",
        unicodedata.normalize("NFD", "Ängström_44@example.org"),
        unicodedata.normalize("NFD", "ängström_44@example.org"),
        "STRASSE_44@EXAMPLE.ORG",
    ],
    ids=ascii,
)
def test_44_addresses_that_look_alike_are_one_address(service: TestClient, email: str) -> None:
    assert register(service, "other_44", email) == 409


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize("username", ["alice_44", "ALICE_44", "aLICE_44"])
def test_44_names_that_differ_in_case_are_one_name(service: TestClient, username: str) -> None:
    assert register(service, username, "other_44@example.org") == 409
    assert service.get(f"/users/{username}").json()["username"] == "Alice_44"


@pytest.mark.parametrize(
    "username",
    ["Älice", "A\u0308lice", "alıce", "аlice", "alice\n", "al ice", "al", "a" * 31],
    ids=ascii,
)
def test_44_a_name_is_ascii(service: TestClient, username: str) -> None:
    assert register(service, username, "other_44@example.org") == 422


@pytest.mark.slow
def test_45_fifty_parallel_likes_are_one_row(server: Server, database: Engine) -> None:
    with server.client() as client:
        ana = sign_up(client, "ana_45")
        post_id = client.post("/posts/", json={"content": "x"}, headers=ana).json()["id"]
    again: list[Request] = []
    for path in (f"/posts/{post_id}/like", f"/posts/{post_id}/retweet"):
        again += [("PUT", path, {"headers": ana})] * 50
    assert at_once(server.url, again) == {204: 100}
    with database.connect() as connection:
        for model in (Like, Retweet):
            of_post = select(func.count()).where(model.post_id == post_id)
            assert connection.scalar(of_post) == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("PUT", "/users/ana/follow", 400),
        ("PUT", "/users/ANA/follow", 400),
        ("PUT", "/users/nobody/follow", 404),
        ("PUT", "/posts/1/like", 404),
        ("PUT", "/posts/1/retweet", 404),
        ("DELETE", "/posts/1/like", 404),
        ("DELETE", "/posts/1", 404),
    ],
)
def test_46_following_oneself_and_liking_nothing_leave_no_row(
    client: TestClient, log_in: LogIn, engine: Engine, method: str, path: str, status: int
) -> None:
    ana = log_in("ana")
    assert client.request(method, path, headers=ana).status_code == status
    assert rows(engine) == (1, 0, 0, 0, 0)


def rows(engine: Engine) -> tuple[int | None, ...]:
    """How many users, posts, likes, retweets and follows there are."""
    with engine.connect() as connection:
        models = (User, Post, Like, Retweet, Follow)
        return tuple(connection.scalar(select(func.count()).select_from(m)) for m in models)


def test_47_deletes_leave_no_orphans(client: TestClient, log_in: LogIn, engine: Engine) -> None:
    ana, ben, eva = (log_in(name) for name in ("ana", "ben", "eva"))
    for owner in (ana, ben):
        post_id = client.post("/posts/", json={"content": "x"}, headers=owner).json()["id"]
        for fan in (ana, ben, eva):
            client.put(f"/posts/{post_id}/like", headers=fan)
            client.put(f"/posts/{post_id}/retweet", headers=fan)
    for follower, followee in ((ana, "ben"), (ben, "ana"), (eva, "ana"), (eva, "ben")):
        client.put(f"/users/{followee}/follow", headers=follower)
    assert rows(engine) == (3, 2, 6, 6, 4)
    assert client.delete("/users/me", headers=ana).status_code == 204
    assert rows(engine) == (2, 1, 2, 2, 1)
    assert client.delete(f"/posts/{post_id}", headers=ben).status_code == 204
    assert rows(engine) == (2, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("pool", "size"), [("engine", WRITE_CONNECTIONS), ("read_engine", READ_CONNECTIONS)]
)
def test_47_foreign_keys_are_on_for_every_connection(
    client: TestClient, pool: str, size: int
) -> None:
    app: Any = client.app
    connections = [getattr(app.state, pool).connect() for _ in range(size)]
    for connection in connections:
        if connection.dialect.name == "sqlite":
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        else:
            assert connection.scalar(text("SHOW session_replication_role")) == "origin"
    for connection in connections:
        connection.close()


@pytest.fixture
def sent() -> Iterator[list[str]]:
    """The statements sent so far, by any engine."""
    statements: list[str] = []

    def keep(_connection: Any, _cursor: Any, sql: str, *_others: Any) -> None:
        statements.append(sql)

    event.listen(Engine, "before_cursor_execute", keep)
    yield statements
    event.remove(Engine, "before_cursor_execute", keep)


def test_48_several_likes_and_retweets_do_not_multiply_each_other(
    client: TestClient, log_in: LogIn, sent: list[str]
) -> None:
    fans = [log_in(name) for name in ("ana", "ben", "eva", "zoe")]
    needed = []
    for number in range(1, 9):
        answer = client.post("/posts/", json={"content": f"{number}"}, headers=fans[0])
        for fan in fans[: number % 5]:
            client.put(f"/posts/{answer.json()['id']}/like", headers=fan)
        for fan in fans[: number % 4]:
            client.put(f"/posts/{answer.json()['id']}/retweet", headers=fan)
        sent.clear()
        posts = client.get("/posts/with_counts/").json()
        needed.append(len(sent))
        found = {post["content"]: (post["likes_count"], post["retweets_count"]) for post in posts}
        assert found == {f"{n}": (n % 5, n % 4) for n in range(1, number + 1)}
    assert needed == [1] * 8


def test_49_sixteen_writers_all_succeed(server: Server, database: Engine) -> None:
    with server.client() as client:
        writers = [sign_up(client, f"writer_49_{number}") for number in range(16)]
    writes: list[Request] = [
        ("POST", "/posts/", {"json": {"content": f"{turn} of 49"}, "headers": writer})
        for turn in range(5)
        for writer in writers
    ]
    assert at_once(server.url, writes) == {201: 80}
    with database.connect() as connection:
        written = select(func.count()).where(Post.content.like("% of 49"))
        assert connection.scalar(written) == 80


@pytest.mark.slow
def test_50_400_readers_and_32_writers_are_all_served(server: Server, database: Engine) -> None:
    with server.client() as client:
        users = [sign_up(client, f"user_50_{number}") for number in range(16)]
    reads: list[Request] = [
        ("GET", ("/users/me", "/timeline/")[i % 2], {"headers": users[i % 16]}) for i in range(400)
    ]
    writes: list[Request] = [
        ("POST", "/posts/", {"json": {"content": "of 50"}, "headers": users[i % 16]})
        for i in range(32)
    ]
    health: list[Request] = [("GET", "/health", {})] * 8
    assert at_once(server.url, reads + writes + health) == {200: 408, 201: 32}
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).where(Post.content == "of 50")) == 32


@pytest.mark.slow
def test_50_200_readers_through_sessions_that_can_write_and_16_writers_are_all_served(
    settings: Settings,
) -> None:
    """What an endpoint does that somebody adds without knowing of the read path."""
    app = create_app(settings)

    @app.get("/experiment")
    def count_posts(user: CurrentUser, db: SessionDep) -> list[str]:
        return list(db.scalars(select(Post.content).where(Post.owner_id == user.id)))

    with serving_in_a_thread(app) as url, httpx.Client(base_url=url) as client:
        users = [sign_up(client, f"user_{number}") for number in range(16)]
        reads: list[Request] = [
            ("GET", "/experiment", {"headers": users[i % 16]}) for i in range(200)
        ]
        writes: list[Request] = [
            ("POST", "/posts/", {"json": {"content": "x"}, "headers": user}) for user in users
        ]
        assert at_once(url, reads + writes) == {200: 200, 201: 16}
        assert client.get("/experiment", headers=users[0]).json() == ["x"]
