"""Statements run on the read-only engine, and users who belong to no session."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, inspect, select, text

from microblog import queries, reads
from microblog.config import Settings
from microblog.database import make_read_engine, make_session_factory
from microblog.errors import NotFound, Unauthorized
from microblog.models import Base, Post, User
from microblog.security import hash_password

Add = Callable[[Iterable[Base]], None]
IMPOSSIBLE_NAMES = ["", "An", "Ana Maria", "Ána", "a" * 31, "An\0", "\ud800"]


@pytest.fixture
def read_engine(database_url: str) -> Iterator[Engine]:
    engine = make_read_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def ana(add: Add, settings: Settings) -> User:
    ana = User(
        username="Ana",
        email="ana@example.org",
        hashed_password=hash_password("password of Ana", settings),
    )
    add([ana])
    add([Post(id=number, content=f"{number}", owner_id=1) for number in (1, 2)])
    return ana


@pytest.mark.usefixtures("ana")
def test_rows_come_as_dicts_by_column(read_engine: Engine) -> None:
    rows = reads.fetch_all(read_engine, queries.posts(), limit=1)
    assert [row.keys() for row in rows] == [
        {"id": 0, "content": 0, "timestamp": 0, "owner_id": 0, "username": 0}.keys()
    ]
    assert rows[0]["username"] == "Ana"


def test_one_row_or_none(read_engine: Engine, ana: User) -> None:
    row = reads.fetch_one(read_engine, queries.post_key(), post_id=1)
    assert row is not None
    assert (row.id, row.owner_id) == (1, ana.id)
    assert reads.fetch_one(read_engine, queries.post_key(), post_id=7) is None


def test_a_post_is_found_or_named(read_engine: Engine, ana: User) -> None:
    assert reads.get_post(read_engine, queries.post(), 2).content == "2"
    with pytest.raises(NotFound, match=r"^There is no post 7\.$"):
        reads.get_post(read_engine, queries.post(), 7)


@pytest.mark.parametrize("username", ["Ana", "ana", "ANA"])
def test_a_user_is_found_whatever_the_case(read_engine: Engine, ana: User, username: str) -> None:
    found = reads.find_user(read_engine, username)
    assert found is not None
    for column in inspect(User).columns:
        assert getattr(found, column.key) == getattr(ana, column.key)
    assert reads.get_user(read_engine, username).id == ana.id


def test_a_user_who_is_not_there_is_none_or_not_found(read_engine: Engine) -> None:
    assert reads.find_user(read_engine, "nobody") is None
    with pytest.raises(NotFound, match=r"^There is no user nobody\.$"):
        reads.get_user(read_engine, "nobody")


@pytest.mark.parametrize("username", IMPOSSIBLE_NAMES, ids=ascii)
def test_the_database_is_not_asked_for_a_name_that_nobody_can_have(
    read_engine: Engine, username: str
) -> None:
    sent: list[str] = []

    def keep(_connection: Any, _cursor: Any, sql: str, *_others: Any) -> None:
        sent.append(sql)

    event.listen(Engine, "before_cursor_execute", keep)
    found = reads.find_user(read_engine, username)
    event.remove(Engine, "before_cursor_execute", keep)
    assert found is None
    assert sent == []


@pytest.mark.usefixtures("ana")
def test_a_found_user_is_detached_and_not_new(read_engine: Engine, engine: Engine) -> None:
    found = reads.get_user(read_engine, "Ana")
    state = inspect(found)
    assert state.detached
    assert not state.modified
    found.email = "changed@example.org"
    with make_session_factory(engine)() as session:
        session.commit()
        assert session.scalar(select(User.email)) == "ana@example.org"
        session.add(found)
        assert found in session.dirty
        session.commit()
        assert session.scalar(select(User.email)) == "changed@example.org"


@pytest.mark.usefixtures("ana")
def test_a_user_may_be_found_while_somebody_writes(read_engine: Engine, engine: Engine) -> None:
    with make_session_factory(engine)() as session:
        session.execute(text("UPDATE users SET email = 'changing@example.org'"))
        assert reads.get_user(read_engine, "Ana").email == "ana@example.org"


def test_who_has_name_and_password_is_authenticated(
    read_engine: Engine, ana: User, settings: Settings
) -> None:
    assert reads.authenticate(read_engine, "aNA", "password of Ana", settings).id == ana.id


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("Ana", "another password"),
        ("Ana", ""),
        ("Ana", "x" * 73),
        ("Ana", "pass\0word"),
        ("nobody", "password of Ana"),
        ("no name!", "password of Ana"),
    ],
    ids=ascii,
)
def test_anybody_else_is_refused_in_the_same_words(
    read_engine: Engine, settings: Settings, username: str, password: str
) -> None:
    with pytest.raises(Unauthorized, match=r"^Wrong username or password\.$"):
        reads.authenticate(read_engine, username, password, settings)
