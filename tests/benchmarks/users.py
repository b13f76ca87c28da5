"""The users in whose name requests are sent."""

from datetime import UTC, datetime

from databases import System, loaded_database
from sqlalchemy import func, select

from microblog.database import make_engine
from microblog.models import Follow, User


def ordinary_users(system: System, posts: int, count: int) -> list[str]:
    """The names of users who follow about as many people as the median user."""
    engine = make_engine(system.url(loaded_database(system, posts)))
    follows = func.count(Follow.followee_id)
    by_follows = (
        select(User.username)
        .outerjoin(Follow, Follow.follower_id == User.id)
        .where(User.created_at < datetime.now(UTC))
        .group_by(User.id, User.username)
        .order_by(follows, User.id)
    )
    with engine.connect() as connection:
        names = list(connection.scalars(by_follows))
    engine.dispose()
    middle = max(0, (len(names) - count) // 2)
    return names[middle : middle + count]
