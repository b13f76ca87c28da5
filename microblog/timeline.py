"""The query of a timeline: what a user and the people they follow wrote and retweeted."""

from functools import cache

from sqlalchemy import CTE, bindparam, distinct, func, select, tuple_, union_all

from microblog.lists import (
    LAST_SEEN,
    LIMIT,
    OFFSET,
    POST_COLUMNS,
    START_OF_TIME,
    Statement,
    page_by_time,
)
from microblog.models import BigInt, Follow, Post, Retweet

ME = bindparam("user_id", type_=BigInt)
FOLLOWED = select(Follow.followee_id).where(Follow.follower_id == ME)
AUTHORS = union_all(FOLLOWED, select(ME))  # whose posts a timeline shows


def oldest_moment() -> CTE:
    """A moment that nothing on this page of the timeline is older than.

    The page ends at the latest where enough posts of these authors have come by: as many as it
    skips and shows, and those that a retweet has lifted to an earlier page.
    """
    retweeted = tuple_(Retweet.timestamp, Retweet.post_id)
    lifted = select(func.count(distinct(Retweet.post_id)))
    lifted = lifted.where(Retweet.user_id.in_(FOLLOWED), retweeted >= LAST_SEEN)
    enough = LIMIT + OFFSET + lifted.scalar_subquery()
    written = select(Post.timestamp).where(Post.owner_id.in_(AUTHORS))
    written = written.where(tuple_(Post.timestamp, Post.id) < LAST_SEEN)
    last = written.order_by(Post.timestamp.desc()).limit(1).offset(enough - 1).scalar_subquery()
    return select(func.coalesce(last, START_OF_TIME).label("moment")).cte("oldest")


@cache
def timeline() -> Statement:
    """What the user `user_id` sees: own posts, and what people they follow wrote or retweeted.

    Each post comes once, at its newest moment, `shown_at`.
    """
    oldest = select(oldest_moment().c.moment).scalar_subquery()
    written = select(Post.id, Post.timestamp.label("moment"))
    retweeted = select(Retweet.post_id, Retweet.timestamp)
    moments = union_all(
        written.where(Post.owner_id.in_(AUTHORS), Post.timestamp >= oldest),
        retweeted.where(Retweet.user_id.in_(FOLLOWED), Retweet.timestamp >= oldest),
    ).subquery("moments")
    newest = select(moments.c.id, func.max(moments.c.moment).label("shown_at"))
    shown = newest.group_by(moments.c.id).subquery("shown")
    page = page_by_time(select(shown), shown.c.shown_at, shown.c.id).subquery("page")
    return (
        select(*POST_COLUMNS, page.c.shown_at)
        .join(page, page.c.id == Post.id)
        .join(Post.owner)
        .order_by(page.c.shown_at.desc(), page.c.id.desc())
    )
