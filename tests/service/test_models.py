"""The tables refuse bad rows, whoever writes them, on both databases."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError, StatementError
from sqlalchemy.orm import Session

from microblog.database import make_engine
from microblog.models import Base, Follow, Like, Post, Retweet, User

Add = Callable[[Iterable[Base]], None]
NOW = datetime(2026, 8, 12, 18, 31, 0, 123456, tzinfo=UTC)


def user(name: str, **others: Any) -> User:
    values = {"username": name, "email": f"{name}@example.org", "hashed_password": ""}
    return User(**values | others)


def people_and_posts(add: Add) -> None:
    """Two users, a post of each; Ana likes and retweets Ben's and follows him."""
    add([user("Ana"), user("Ben")])
    add([Post(content="of Ana", owner_id=1), Post(content="of Ben", owner_id=2)])
    add([Like(user_id=1, post_id=2), Retweet(user_id=1, post_id=2)])
    add([Follow(follower_id=1, followee_id=2)])


@pytest.fixture
def ana_and_ben(add: Add) -> None:
    people_and_posts(add)


@pytest.fixture(scope="module")
def shared_engine(shared_database_url: str, shared_add: Add) -> Iterator[Engine]:
    """The same rows for tests that leave them as they are."""
    people_and_posts(shared_add)
    engine = make_engine(shared_database_url)
    yield engine
    engine.dispose()


EVA = {"username": "Eva", "email": "eva@example.org", "hashed_password": ""}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (User, EVA | {"id": 1}),
        (User, EVA | {"username": "Ana"}),
        (User, EVA | {"username": "aNA"}),
        (User, EVA | {"email": "Ana@example.org"}),
        (User, EVA | {"username": "ab"}),
        (User, EVA | {"username": None}),
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
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else value.__name__,
)
def test_a_row_that_breaks_a_rule_is_refused(
    shared_engine: Engine, model: type[Base], values: dict[str, Any]
) -> None:
    with shared_engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(model).values(**values))


@pytest.mark.parametrize(
    "content", ["x", "x" * 280, "é" * 280, "🦉" * 280], ids=lambda text: ascii(text[:2])
)
def test_a_text_has_as_many_code_points_as_its_column_allows(
    shared_engine: Engine, content: str
) -> None:
    with shared_engine.connect() as connection:
        connection.execute(insert(Post).values(content=content, owner_id=1))
        newest = select(Post.content).order_by(Post.id.desc()).limit(1)
        assert connection.scalar(newest) == content


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Post, {"content": "x" * 281, "owner_id": 1}),
        (Post, {"content": "🦉" * 281, "owner_id": 1}),
        (User, EVA | {"username": "B" * 31}),
    ],
    ids=["letters", "owls", "name"],
)
def test_a_text_with_one_code_point_more_is_refused(
    shared_engine: Engine, model: type[Base], values: dict[str, Any]
) -> None:
    with shared_engine.connect() as connection, pytest.raises((IntegrityError, DataError)):
        connection.execute(insert(model).values(**values))


@pytest.mark.parametrize(
    "moment",
    [
        NOW,
        NOW.astimezone(timezone(timedelta(hours=5, minutes=45))),
        NOW.astimezone(timezone(timedelta(hours=-11))),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    ],
    ids=str,
)
def test_a_moment_comes_back_in_utc_and_equal(shared_engine: Engine, moment: datetime) -> None:
    with shared_engine.connect() as connection:
        written = insert(Post).values(content="x", owner_id=1, timestamp=moment)
        connection.execute(written)
        newest = select(Post.timestamp).order_by(Post.id.desc()).limit(1)
        read = connection.execute(newest).scalar_one()
    assert read == moment
    assert read.tzinfo is not None
    assert read.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("since", "count"),
    [
        (NOW, 1),
        (NOW.astimezone(timezone(timedelta(hours=9))), 1),
        ((NOW + timedelta(microseconds=1)).astimezone(timezone(timedelta(hours=9))), 0),
    ],
    ids=["in UTC", "in Tokyo", "a microsecond later in Tokyo"],
)
def test_moments_are_compared_across_time_zones(
    shared_engine: Engine, since: datetime, count: int
) -> None:
    with shared_engine.connect() as connection:
        connection.execute(insert(User).values(**EVA, created_at=NOW))
        is_eva = User.username == "Eva"
        found = select(func.count()).where(is_eva, User.created_at >= since)
        assert connection.scalar(found) == count


NAIVE = datetime(2026, 8, 12, 18, 31)


@pytest.mark.parametrize(
    "statement",
    [insert(User).values(**EVA, created_at=NAIVE), select(User).where(User.created_at < NAIVE)],
    ids=["written", "compared"],
)
def test_a_moment_without_a_zone_is_refused(shared_engine: Engine, statement: Any) -> None:
    with shared_engine.connect() as connection, pytest.raises(StatementError) as refused:
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
