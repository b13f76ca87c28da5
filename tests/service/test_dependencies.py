"""What endpoints ask for: sessions that keep nothing by accident, and a user of no session."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from sqlalchemy import Engine, func, insert, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session

from microblog import services
from microblog.config import Settings
from microblog.database import WRITE_CONNECTIONS
from microblog.dependencies import CurrentUser, OwnPost, PostFromPath, PostKey, SessionDep
from microblog.main import create_app
from microblog.models import Post, User

LogIn = Callable[[str], dict[str, str]]
BEN = {"username": "Ben", "email": "ben@example.org", "hashed_password": ""}


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    """The service, to which a test adds endpoints of its own."""
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def usernames(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(select(User.username)))


def raise_after_writing(db: SessionDep) -> None:
    db.add(User(**BEN))
    db.flush()
    raise ZeroDivisionError


def return_without_commit(db: SessionDep) -> int:
    user = User(**BEN)
    db.add(user)
    db.flush()
    return user.id


def answer_with_what_the_schema_refuses(db: SessionDep) -> int:
    db.execute(insert(User).values(**BEN))
    return "not a number"  # type: ignore[return-value]


def stream_after_writing(db: SessionDep) -> StreamingResponse:
    db.execute(insert(User).values(**BEN))
    return StreamingResponse(iter(["one", "two"]))


async def write_in_the_event_loop(db: SessionDep) -> None:
    db.execute(insert(User).values(**BEN))


@pytest.mark.parametrize(
    ("endpoint", "status"),
    [
        (raise_after_writing, 500),
        (return_without_commit, 200),
        (answer_with_what_the_schema_refuses, 500),
        (stream_after_writing, 200),
        (write_in_the_event_loop, 200),
    ],
)
def test_an_endpoint_that_does_not_commit_leaves_no_row_and_no_lock(
    app: FastAPI, client: TestClient, engine: Engine, endpoint: Callable[..., Any], status: int
) -> None:
    app.post("/experiment")(endpoint)
    assert client.post("/experiment").status_code == status
    assert usernames(engine) == set()
    with engine.begin() as connection:  # nobody holds the lock
        connection.execute(insert(User).values(**BEN))
    assert usernames(engine) == {"Ben"}


def test_an_endpoint_that_streams_from_its_session_gets_an_error_and_keeps_no_lock(
    app: FastAPI, client: TestClient, engine: Engine
) -> None:
    """The session is closed when the endpoint returns, before the first row is asked for."""

    @app.get("/experiment")
    def stream(db: SessionDep) -> StreamingResponse:
        def rows() -> Iterator[str]:
            db.execute(insert(User).values(**BEN))
            yield from db.scalars(select(User.username))

        return StreamingResponse(rows())

    with pytest.raises(InvalidRequestError, match="permanently closed"):
        client.get("/experiment")
    with engine.begin() as connection:  # nobody holds the lock
        connection.execute(insert(User).values(**BEN))
    assert usernames(engine) == {"Ben"}


def test_a_commit_keeps_the_row(app: FastAPI, client: TestClient, engine: Engine) -> None:
    @app.post("/experiment")
    def write_and_commit(db: SessionDep) -> None:
        db.execute(insert(User).values(**BEN))
        db.commit()

    assert client.post("/experiment").status_code == 200
    assert usernames(engine) == {"Ben"}


def test_a_201_comes_after_the_commit(
    app: FastAPI, client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    """What the answer names can be read at once, on another connection."""
    ana = log_in("Ana")
    for number in range(20):
        created = client.post("/posts/", json={"content": f"{number}"}, headers=ana)
        assert created.status_code == 201
        with engine.connect() as connection:
            found = connection.scalars(select(Post.content).where(Post.id == created.json()["id"]))
            assert found.one() == f"{number}"


def test_a_commit_that_fails_answers_no_201(
    client: TestClient, log_in: LogIn, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = log_in("Ana")

    def fail(session: Session) -> None:
        session.flush()
        raise ZeroDivisionError

    monkeypatch.setattr(Session, "commit", fail)
    refused = client.post("/posts/", json={"content": "lost"}, headers=ana)
    monkeypatch.undo()
    assert refused.status_code == 500
    assert client.get("/posts/").json() == []
    assert client.post("/posts/", json={"content": "kept"}, headers=ana).status_code == 201


def test_look_ups_give_their_connections_back_before_the_endpoint_runs(
    app: FastAPI, client: TestClient, log_in: LogIn
) -> None:
    ana = log_in("Ana")
    post = client.post("/posts/", json={"content": "x"}, headers=ana).json()
    found: list[tuple[int, int]] = []

    @app.get("/experiment/{post_id}")
    def count_connections(
        me: CurrentUser, post: PostFromPath, key: PostKey, own: OwnPost, db: SessionDep
    ) -> None:
        pools: list[Any] = [app.state.engine.pool, app.state.read_engine.pool]
        before, reading = (pool.checkedout() for pool in pools)
        db.execute(select(1))
        found.append((before, reading))
        found.append((pools[0].checkedout(), pools[1].checkedout()))

    assert client.get(f"/experiment/{post['id']}", headers=ana).status_code == 200
    assert found == [(0, 0), (1, 0)]
    assert app.state.engine.pool.checkedout() == 0


def test_there_are_never_more_sessions_than_connections(app: FastAPI, client: TestClient) -> None:
    """A request too many waits for its session in the event loop, not for a connection."""
    free: asyncio.Semaphore = app.state.free_sessions
    taken: list[bool] = []

    @app.get("/experiment")
    def take_a_session(db: SessionDep) -> None:
        taken.append(free.locked())

    portal: Any = client.portal
    for _ in range(WRITE_CONNECTIONS - 1):
        portal.call(free.acquire)
    assert not free.locked()
    assert client.get("/experiment").status_code == 200
    assert taken == [True]
    assert not free.locked()


def test_an_application_can_be_started_again(settings: Settings) -> None:
    """A semaphore belongs to one event loop: each start makes a new one."""
    app = create_app(settings)
    semaphores = []

    @app.get("/experiment")
    async def wait_for_all_sessions(db: SessionDep) -> None:
        """A semaphore that has made somebody wait is tied to the loop of that time."""
        free = app.state.free_sessions
        semaphores.append(free)
        for _ in range(WRITE_CONNECTIONS - 1):
            await free.acquire()
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(free.acquire(), 0.01)
        for _ in range(WRITE_CONNECTIONS - 1):
            free.release()

    for _ in range(2):
        with TestClient(app) as client:
            assert client.get("/experiment").status_code == 200
    assert semaphores[0] is not semaphores[1]


def change_the_user(user: CurrentUser, db: SessionDep) -> None:
    user.email = "changed@example.org"
    db.commit()


def merge_nothing_by_reading(user: CurrentUser, db: SessionDep) -> None:
    db.scalars(select(User)).all()
    user.email = "changed@example.org"
    db.commit()


def add_then_change_the_user(user: CurrentUser, db: SessionDep) -> None:
    db.add(user)
    user.email = "changed@example.org"
    db.commit()


def change_then_add_the_user(user: CurrentUser, db: SessionDep) -> None:
    user.email = "changed@example.org"
    db.add(user)
    db.commit()


def get_the_user_then_change_it(user: CurrentUser, db: SessionDep) -> None:
    own = db.get_one(User, user.id)
    own.email = "changed@example.org"
    db.commit()


@pytest.mark.parametrize(
    ("endpoint", "email"),
    [
        (change_the_user, "ana@example.org"),
        (merge_nothing_by_reading, "ana@example.org"),
        (add_then_change_the_user, "changed@example.org"),
        (change_then_add_the_user, "changed@example.org"),
        (get_the_user_then_change_it, "changed@example.org"),
    ],
)
def test_the_current_user_belongs_to_no_session_until_one_gets_it(
    app: FastAPI, client: TestClient, log_in: LogIn, endpoint: Callable[..., Any], email: str
) -> None:
    ana = log_in("Ana")
    app.put("/experiment")(endpoint)
    assert client.put("/experiment", headers=ana).status_code == 200
    assert client.get("/users/me", headers=ana).json()["email"] == email


def test_a_post_of_the_current_user_does_not_insert_the_user_again(
    app: FastAPI, client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana = log_in("Ana")

    @app.post("/experiment")
    def create_post_by_relationship(user: CurrentUser, db: SessionDep) -> int:
        post = Post(content="by relationship", owner=user)
        db.add(post)
        db.commit()
        return post.owner_id

    assert client.post("/experiment", headers=ana).json() == 1
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(User)) == 1
        assert connection.scalar(select(Post.owner_id)) == 1


def test_the_current_user_of_a_deleted_account_cannot_write(
    client: TestClient, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The account goes between the look-up of the user and the write."""
    ana = log_in("Ana")
    create_post = services.create_post

    def delete_first(session: Session, owner: User, content: str) -> Post:
        services.delete_user(session, owner)
        return create_post(session, owner, content)

    monkeypatch.setattr(services, "create_post", delete_first)
    refused = client.post("/posts/", json={"content": "x"}, headers=ana)
    assert refused.status_code == 401
    assert refused.json() == {"detail": "Your account no longer exists."}
