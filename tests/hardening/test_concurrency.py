"""43 to 50: many clients together, against a real server, and what the database then holds."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event, func, select, text

from hardening.servers import Server, sign_up
from microblog.models import Follow, Like, Post, Retweet, User

LogIn = Callable[[str], dict[str, str]]
Request = tuple[str, str, dict[str, Any]]


def at_once(url: str, requests: list[Request]) -> Counter[int]:
    """Send all requests at the same time, each on its own connection; how often each status."""

    async def send_all() -> list[int]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
            sent = (client.request(method, path, **more) for method, path, more in requests)
            return [answer.status_code for answer in await asyncio.gather(*sent)]

    return Counter(asyncio.run(send_all()))


def test_43_of_twenty_parallel_registrations_of_one_name_one_succeeds(
    server: Server, database: Engine
) -> None:
    def user(username: str, email: str) -> dict[str, Any]:
        return {"json": {"username": username, "email": email, "password": "password"}}

    same_name: list[Request] = [
        ("POST", "/users/", user(f"{'aA'[i % 2]}na_43", f"ana_43_{i}@example.org"))
        for i in range(20)
    ]
    assert at_once(server.url, same_name) == {201: 1, 409: 19}
    same_email: list[Request] = [
        ("POST", "/users/", user(f"ben_43_{i}", f"{'bB'[i % 2]}en_43@example.org"))
        for i in range(20)
    ]
    assert at_once(server.url, same_email) == {201: 1, 409: 19}
    with database.connect() as connection:
        for column, value in ((User.username, "ana_43"), (User.email, "ben_43@example.org")):
            count = select(func.count()).where(func.lower(column) == value)
            assert connection.scalar(count) == 1


def test_44_names_that_look_alike_are_one_name(service: TestClient) -> None:
    def register(username: str, email: str) -> int:
        new = {"username": username, "email": email, "password": "password"}
        return service.post("/users/", json=new).status_code

    assert register("Alice_44", "Ängström_44@example.org") == 201
    for number, email in enumerate(
        (
            "ängström_44@example.org",
            "ÄNGSTRÖM_44@EXAMPLE.ORG",
            "A\u0308ngstro\u0308m_44@example.org",
            "a\u0308ngstro\u0308m_44@example.org",
        )
    ):
        assert register(f"other_44_{number}", email) == 409, email
    assert register("beata_44", "straße_44@example.org") == 201
    assert register("other_44", "STRASSE_44@EXAMPLE.ORG") == 409
    for username in ("alice_44", "ALICE_44", "aLICE_44"):
        assert register(username, f"{username}@example.org") == 409
        assert service.get(f"/users/{username}").json()["username"] == "Alice_44"
    for username in ("Älice", "A\u0308lice", "alıce", "аlice", "alice\n", "al ice", "al", "a" * 31):
        assert register(username, "another_44@example.org") == 422, username
    assert register("alice_45", "another_44@example.org") == 201


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


def test_46_following_oneself_and_liking_nothing_leave_no_row(
    client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana = log_in("ana")
    for method, path, status in (
        ("PUT", "/users/ana/follow", 400),
        ("PUT", "/users/ANA/follow", 400),
        ("PUT", "/users/nobody/follow", 404),
        ("PUT", "/posts/1/like", 404),
        ("PUT", "/posts/1/retweet", 404),
        ("DELETE", "/posts/1/like", 404),
        ("DELETE", "/posts/1", 404),
    ):
        assert client.request(method, path, headers=ana).status_code == status, path
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


def test_47_foreign_keys_are_on_for_every_connection(client: TestClient) -> None:
    app: Any = client.app
    sessions = [app.state.make_session() for _ in range(40)]
    for session in sessions:
        if session.get_bind().dialect.name == "sqlite":
            assert session.scalar(text("PRAGMA foreign_keys")) == 1
        else:
            assert session.scalar(text("SHOW session_replication_role")) == "origin"
    for session in sessions:
        session.close()


@contextmanager
def statements_of(client: TestClient) -> Iterator[list[str]]:
    app: Any = client.app
    engine = app.state.engine
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_48_several_likes_and_retweets_do_not_multiply_each_other(
    client: TestClient, log_in: LogIn
) -> None:
    fans = [log_in(name) for name in ("ana", "ben", "eva", "zoe")]
    needed = []
    for number in range(1, 9):
        answer = client.post("/posts/", json={"content": f"{number}"}, headers=fans[0])
        for fan in fans[: number % 5]:
            client.put(f"/posts/{answer.json()['id']}/like", headers=fan)
        for fan in fans[: number % 4]:
            client.put(f"/posts/{answer.json()['id']}/retweet", headers=fan)
        with statements_of(client) as sent:
            posts = client.get("/posts/with_counts/").json()
        needed.append(len([statement for statement in sent if statement.startswith("SELECT")]))
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
