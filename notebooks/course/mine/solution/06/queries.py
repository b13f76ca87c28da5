from typing import Any

from sqlalchemy import Select, func, select

from my_service.models import Post, User


def page_of(rows: Select, time: Any, key: Any, limit: int, offset: int) -> Select:
    """Newest first; `key` decides between rows of the same `time`."""
    return rows.order_by(time.desc(), key.desc()).limit(limit).offset(offset)


def is_named(username: str) -> Any:
    return func.lower(User.username) == func.lower(username)


def newest_posts(limit: int = 20, offset: int = 0) -> Select:
    return page_of(select(Post), Post.timestamp, Post.id, limit, offset)


def posts_of(username: str, limit: int = 20, offset: int = 0) -> Select:
    rows = select(Post).join_from(Post, User).where(is_named(username))
    return page_of(rows, Post.timestamp, Post.id, limit, offset)
