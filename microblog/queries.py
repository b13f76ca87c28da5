"""Reads: each function returns one statement and never sees a session.

Every statement is built once. What changes from call to call is a named parameter, given when
the statement runs: `session.execute(posts(), {"limit": 5})`. A list is newest first and takes
`limit`, `offset`, and the key of the last row already seen, `before` and `before_id`: the first
page is the page before the end of time.
"""

from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, func, select, tuple_, union_all

from microblog.models import BigInt, Follow, Like, Post, Retweet, User, UTCDateTime

Rows: TypeAlias = Select[*tuple[Any, ...]]

END_OF_TIME = datetime.max.replace(tzinfo=UTC)
POST = (Post.id, Post.content, Post.timestamp, Post.owner_id, User.username)
PERSON = (User.id, User.username, User.created_at)


def page_of(rows: Rows, time: Any, key: Any) -> Rows:
    """One page of `rows`, newest first; `key` decides between rows of the same `time`."""
    before = bindparam("before", END_OF_TIME, UTCDateTime)
    last_seen = tuple_(before, bindparam("before_id", 0, BigInt))
    return (
        rows.where(tuple_(time, key) < last_seen)
        .order_by(time.desc(), key.desc())
        .limit(bindparam("limit", 20))
        .offset(bindparam("offset", 0, BigInt))
    )


def is_named(name: str) -> ColumnElement[bool]:
    """Usernames are told apart whatever their case."""
    return func.lower(User.username) == func.lower(bindparam(name, type_=User.username.type))


@cache
def posts() -> Rows:
    """Posts with their owner's username."""
    return page_of(select(*POST).join(Post.owner), Post.timestamp, Post.id)


@cache
def posts_of() -> Rows:
    """Posts of the user called `username`."""
    owner = select(User.id).where(is_named("username")).scalar_subquery()
    rows = select(*POST).join(Post.owner)
    return page_of(rows.where(Post.owner_id == owner), Post.timestamp, Post.id)


def likes_of(post: Subquery) -> ColumnElement[int]:
    return select(func.count()).where(Like.post_id == post.c.id).scalar_subquery()


def retweets_of(post: Subquery) -> ColumnElement[int]:
    return select(func.count()).where(Retweet.post_id == post.c.id).scalar_subquery()


@cache
def posts_with_counts() -> Rows:
    """Posts with username, likes_count and retweets_count: the page first, then its counts.

    Counting only the posts of the page makes the time independent of the size of the tables.
    """
    columns = (Post.id, Post.content, Post.timestamp, Post.owner_id)
    page = page_of(select(*columns), Post.timestamp, Post.id).subquery("page")
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
def post() -> Rows:
    """The post with the id `post_id`, with its owner's username."""
    return select(*POST).join(Post.owner).where(Post.id == bindparam("post_id", type_=BigInt))


@cache
def timeline() -> Rows:
    """What the user `user_id` sees: own posts, and what people they follow wrote or retweeted.

    Each post stands once, at the newest moment it came by, `shown_at`.
    """
    me = bindparam("user_id", type_=BigInt)
    followed = select(Follow.followee_id).where(Follow.follower_id == me)
    moments = union_all(
        select(Post.id, Post.timestamp.label("moment")).where(Post.owner_id == me),
        select(Post.id, Post.timestamp).where(Post.owner_id.in_(followed)),
        select(Retweet.post_id, Retweet.timestamp).where(Retweet.user_id.in_(followed)),
    ).subquery("moments")
    newest = select(moments.c.id, func.max(moments.c.moment).label("shown_at"))
    shown = newest.group_by(moments.c.id).subquery("shown")
    page = page_of(select(shown), shown.c.shown_at, shown.c.id).subquery("page")
    return (
        select(*POST, page.c.shown_at)
        .join(page, page.c.id == Post.id)
        .join(Post.owner)
        .order_by(page.c.shown_at.desc(), page.c.id.desc())
    )


@cache
def user() -> Select[User]:
    """The user called `username`."""
    return select(User).where(is_named("username"))


@cache
def profile() -> Rows:
    """The user called `username`, with posts_count, followers_count and following_count."""

    def how_many(column: Any) -> ColumnElement[int]:
        return select(func.count()).where(column == User.id).scalar_subquery()

    return select(
        *PERSON,
        how_many(Post.owner_id).label("posts_count"),
        how_many(Follow.followee_id).label("followers_count"),
        how_many(Follow.follower_id).label("following_count"),
    ).where(is_named("username"))


@cache
def followers_of() -> Rows:
    """The users who follow the user called `username`, newest account first."""
    followed = select(User.id).where(is_named("username")).scalar_subquery()
    rows = select(*PERSON).join(Follow, Follow.follower_id == User.id)
    return page_of(rows.where(Follow.followee_id == followed), User.created_at, User.id)


@cache
def followed_by() -> Rows:
    """The users whom the user called `username` follows, newest account first."""
    follower = select(User.id).where(is_named("username")).scalar_subquery()
    rows = select(*PERSON).join(Follow, Follow.followee_id == User.id)
    return page_of(rows.where(Follow.follower_id == follower), User.created_at, User.id)
