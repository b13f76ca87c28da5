"""Reads: each function returns one statement and never sees a session.

Every statement is built once. What changes from call to call is a named parameter, given when
the statement runs: `connection.execute(posts(), {"limit": 5})`. Lists are newest first and take
`limit`, `offset` and the key of the last row already seen: `before` and `before_id` for posts,
`before_id` alone for people, since a follow has no time.
"""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, func, select

from microblog.lists import POST_COLUMNS, USER_COLUMNS, Statement, page_by_id, page_by_time
from microblog.models import BigInt, Follow, Like, Post, Retweet, User
from microblog.timeline import timeline as timeline


def user_with_name() -> ColumnElement[bool]:
    """The user called `username`, whatever the case of its letters."""
    return func.lower(User.username) == func.lower(bindparam("username", type_=User.username.type))


def id_of_user() -> Any:
    """The id of the user called `username`, as a part of another statement."""
    return select(User.id).where(user_with_name()).scalar_subquery()


@cache
def posts() -> Statement:
    """Posts with their owner's username."""
    return page_by_time(select(*POST_COLUMNS).join(Post.owner), Post.timestamp, Post.id)


@cache
def posts_of() -> Statement:
    """Posts of the user called `username`."""
    rows = select(*POST_COLUMNS).join(Post.owner).where(Post.owner_id == id_of_user())
    return page_by_time(rows, Post.timestamp, Post.id)


def likes_of(post: Subquery) -> ColumnElement[int]:
    return select(func.count()).where(Like.post_id == post.c.id).scalar_subquery()


def retweets_of(post: Subquery) -> ColumnElement[int]:
    return select(func.count()).where(Retweet.post_id == post.c.id).scalar_subquery()


@cache
def posts_with_counts() -> Statement:
    """Posts with username, likes_count and retweets_count: the page first, then its counts.

    Counting only the posts of the page makes the time independent of the size of the tables.
    """
    columns = (Post.id, Post.content, Post.timestamp, Post.owner_id)
    page = page_by_time(select(*columns), Post.timestamp, Post.id).subquery("page")
    return (
        select(
            *page.c,
            User.username,
            likes_of(page).label("likes_count"),
            retweets_of(page).label("retweets_count"),
        )
        .join(User, User.id == page.c.owner_id)
        .order_by(page.c.timestamp.desc(), page.c.id.desc())
    )


@cache
def post() -> Statement:
    """The post with the id `post_id`, with its owner's username."""
    of_id = Post.id == bindparam("post_id", type_=BigInt)
    return select(*POST_COLUMNS).join(Post.owner).where(of_id)


@cache
def post_key() -> Statement:
    """The id and the owner's id of the post with the id `post_id`."""
    return select(Post.id, Post.owner_id).where(Post.id == bindparam("post_id", type_=BigInt))


@cache
def user() -> Select[User]:
    """The user called `username`."""
    return select(User).where(user_with_name())


@cache
def profile() -> Statement:
    """The user called `username`, with posts_count, followers_count and following_count."""

    def how_many(column: Any) -> ColumnElement[int]:
        return select(func.count()).where(column == User.id).scalar_subquery()

    return select(
        *USER_COLUMNS,
        how_many(Post.owner_id).label("posts_count"),
        how_many(Follow.followee_id).label("followers_count"),
        how_many(Follow.follower_id).label("following_count"),
    ).where(user_with_name())


def users_who(person: Any, other: Any) -> Statement:
    """Users by the column `person` of the follows whose column `other` is the user `username`."""
    rows = select(*USER_COLUMNS).join(Follow, person == User.id).where(other == id_of_user())
    return page_by_id(rows, person)


@cache
def followers_of() -> Statement:
    """The users who follow the user called `username`, newest account first."""
    return users_who(Follow.follower_id, other=Follow.followee_id)


@cache
def following_of() -> Statement:
    """The users whom the user called `username` follows, newest account first."""
    return users_who(Follow.followee_id, other=Follow.follower_id)
