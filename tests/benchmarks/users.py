"""The users in whose name requests are sent."""

from datetime import UTC, datetime
from typing import Any

from databases import System, loaded_database
from servers import Headers, headers_of
from sqlalchemy import Row, func, select

from microblog.database import make_read_engine
from microblog.models import Follow, User

Users = list[Row[*tuple[Any, ...]]]
FOLLOWS = func.count(Follow.followee_id)
FOLLOWERS = func.count(Follow.follower_id)


def users_by(system: System, posts: int, count: Any, column: Any) -> Users:
    """Username and hash of all who have an account today, by their number of follows."""
    engine = make_read_engine(system.url(loaded_database(system, posts)))
    ranked = (
        select(User.username, User.hashed_password)
        .outerjoin(Follow, column == User.id)
        .where(User.created_at < datetime.now(UTC))
        .group_by(User.id)
        .order_by(count, User.id)
    )
    with engine.connect() as connection:
        found = list(connection.execute(ranked))
    engine.dispose()
    return found


def by_follows(system: System, posts: int) -> Users:
    return users_by(system, posts, FOLLOWS, Follow.follower_id)


def by_followers(system: System, posts: int) -> Users:
    return users_by(system, posts, FOLLOWERS, Follow.followee_id)


def middle(users: Users, count: int) -> Users:
    first = max(0, (len(users) - count) // 2)
    return users[first : first + count]


def ordinary_users(system: System, posts: int, count: int) -> list[Headers]:
    """The headers of users who follow about as many people as the median user."""
    return [headers_of(*user) for user in middle(by_follows(system, posts), count)]


def heaviest_follower(system: System, posts: int) -> list[Headers]:
    return [headers_of(*by_follows(system, posts)[-1])]


def names_by_followers(system: System, posts: int) -> tuple[str, str]:
    """A user with as many followers as the median user, and the one with the most."""
    users = by_followers(system, posts)
    return middle(users, 1)[0].username, users[-1].username
