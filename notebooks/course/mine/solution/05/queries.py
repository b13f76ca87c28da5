"""Reads: each function returns a SELECT, which its caller runs."""

from sqlalchemy import Select, select

from my_service.models import Post


def newest_posts(limit: int = 20, offset: int = 0) -> Select:
    return select(Post).order_by(Post.timestamp.desc()).limit(limit).offset(offset)
