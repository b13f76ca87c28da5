"""The tables refuse bad rows, whoever writes them, on both databases."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlalchemy.orm import Session

from microblog.models import Base, Follow, Like, Post, Retweet, User

Add = Callable[[Iterable[Base]], None]
NOW = datetime(2026, 8, 12, 18, 31, 0, 123456, tzinfo=UTC)


def user(name: str, **others: Any) -> User:
    values = {"username": name, "email": f"{name}@example.org", "hashed_password": ""}
    return User(**values | others)


@pytest.fixture
def ana_and_ben(add: Add) -> None:
    """Two users, a post of each; Ana likes and retweets Ben's and follows him."""
    add([user("Ana"), user("Ben")])
    add([Post(content="of Ana", owner_id=1), Post(content="of Ben", owner_id=2)])
    add([Like(user_id=1, post_id=2), Retweet(user_id=1, post_id=2)])
    add([Follow(follower_id=1, followee_id=2)])


@pytest.mark.usefixtures("ana_and_ben")
def test_a_row_that_breaks_a_rule_is_refused(engine: Engine) -> None:
    person = {"username": "Eva", "email": "eva@example.org", "hashed_password": ""}
    bad_rows: list[tuple[type[Base], dict[str, Any]]] = [
        (User, person | {"id": 1}),
        (User, person | {"username": "Ana"}),
        (User, person | {"username": "aNA"}),
        (User, person | {"email": "Ana@example.org"}),
        (User, person | {"username": "ab"}),
        (User, person | {"username": None}),
        (Post, {"id": 1, "content": "x", "owner_id": 1}),
        (Post, {"content": "x", "owner_id": 7}),
        (Post, {"content": "x", "owner_id": None}),
        (Post, {"content": "", "owner_id": 1}),
        (Post, {"content": None, "owner_id": 1}),
        (Like, {"user_id": 1, "post_id": 2}),
        (Like, {"user_id": 7, "post_id": 2}),
        (Like, {"user_id": 1, "post_id": 7}),
        (Retweet, {"user_id": 1, "post_id": 2}),
        (Retweet, {"user_id": 7, "post_id": 2}),
        (Retweet, {"user_id": 1, "post_id": 7}),
        (Follow, {"follower_id": 1, "followee_id": 2}),
        (Follow, {"follower_id": 1, "followee_id": 1}),
        (Follow, {"follower_id": 7, "followee_id": 1}),
        (Follow, {"follower_id": 1, "followee_id": 7}),
    ]
    for model, values in bad_rows:
        with engine.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(insert(model).values(**values))
    with engine.connect() as connection:
        tables = Base.metadata.sorted_tables
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    assert counts == [2, 1, 2, 1, 1]


def test_a_text_has_as_many_code_points_as_its_column_allows(engine: Engine, add: Add) -> None:
    add([user("Ana"), user("A" * 30)])
    for content in ("x", "x" * 280, "é" * 280, "🦉" * 280):
        with engine.begin() as connection:
            connection.execute(insert(Post).values(content=content, owner_id=1))
            newest = select(Post.content).order_by(Post.id.desc()).limit(1)
            assert connection.scalar(newest) == content
    too_long: list[tuple[type[Base], dict[str, Any]]] = [
        (Post, {"content": "x" * 281, "owner_id": 1}),
        (Post, {"content": "🦉" * 281, "owner_id": 1}),
        (User, {"username": "B" * 31, "email": "ben@example.org", "hashed_password": ""}),
    ]
    for model, values in too_long:
        with engine.connect() as connection, pytest.raises((IntegrityError, DataError)):
            connection.execute(insert(model).values(**values))


def test_a_moment_comes_back_in_utc_and_equal(engine: Engine, add: Add) -> None:
    add([user("Ana")])
    for moment in (
        NOW,
        NOW.astimezone(timezone(timedelta(hours=5, minutes=45))),
        NOW.astimezone(timezone(timedelta(hours=-11))),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ):
        with engine.connect() as connection:
            written = insert(Post).values(content="x", owner_id=1, timestamp=moment)
            connection.execute(written)
            read = connection.execute(select(Post.timestamp)).scalar_one()
        assert read == moment
        assert read.tzinfo is not None
        assert read.utcoffset() == timedelta(0)


def test_moments_are_compared_across_time_zones(engine: Engine, add: Add) -> None:
    east = timezone(timedelta(hours=9))
    add([user("Ana", created_at=NOW)])
    with engine.connect() as connection:
        for moment, count in (
            (NOW, 1),
            (NOW.astimezone(east), 1),
            ((NOW + timedelta(microseconds=1)).astimezone(east), 0),
        ):
            since = select(func.count()).where(User.created_at >= moment)
            assert connection.scalar(since) == count


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    naive = datetime(2026, 8, 12, 18, 31)
    with engine.connect() as connection:
        for statement in (
            insert(User).values(username="Ana", email="a", hashed_password="", created_at=naive),
            select(User).where(User.created_at < naive),
        ):
            with pytest.raises(StatementError) as refused:
                connection.execute(statement)
            message = "2026-08-12 18:31:00 has no time zone; try datetime.now(UTC)"
            assert str(refused.value.orig) == message


def test_a_row_is_given_the_time_it_is_written(engine: Engine, add: Add) -> None:
    before = datetime.now(UTC)
    add([user("Ana")])
    add([Post(content="x", owner_id=1)])
    add([Retweet(user_id=1, post_id=1)])
    after = datetime.now(UTC)
    with engine.connect() as connection:
        for column in (User.created_at, Post.timestamp, Retweet.timestamp):
            assert before <= connection.execute(select(column)).scalar_one() <= after


@pytest.mark.usefixtures("ana_and_ben")
def test_what_belongs_to_a_deleted_row_goes_with_it(engine: Engine) -> None:
    tables = (Post, Like, Retweet, Follow)
    with engine.begin() as connection:
        connection.execute(delete(User).where(User.id == 2))
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in tables]
    assert counts == [1, 0, 0, 0]


@pytest.mark.usefixtures("ana_and_ben")
def test_relationships_lead_from_row_to_row(engine: Engine) -> None:
    with Session(engine) as session:
        ana, ben = session.scalars(select(User).order_by(User.id))
        assert [post.content for post in ana.posts] == ["of Ana"]
        assert ana.posts[0].owner is ana
        assert (ana.following, ana.followers) == ([ben], [])
        assert (ben.following, ben.followers) == ([], [ana])
        assert (ben.posts[0].likers, ben.posts[0].retweeters) == ([ana], [ana])
