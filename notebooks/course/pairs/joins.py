"""Rows of one table beside rows of another."""

import pandas as pd
from sqlalchemy import (
    select,
)
from sqlalchemy.orm import Session, selectinload

from course.pairs.definition import Statement, effect, pair
from course.pairs.frames import Frames
from microblog.models import Like, Post, User

JOINING = "04_joining_tables"


@pair(
    36,
    "inner join: merge ↔ join",
    "Who wrote each post?",
    lesson=JOINING,
    words="inner, join tables, foreign key, look up from another table, vlookup, merge on",
    starred=True,
)
def inner_join(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(
        frames.users, left_on="owner_id", right_on="id", suffixes=("", "_of_user")
    )
    return both[["id", "username"]]


@inner_join.select
def _(dialect: str) -> Statement:
    return select(Post.id, User.username).join(Post.owner)


@pair(
    37,
    "left join: merge(how='left') ↔ outerjoin",
    "What has each user written, those who wrote nothing included?",
    lesson=JOINING,
    words="left, left outer join, how left, keep all rows, unmatched, lookup",
    starred=True,
)
def left_join(frames: Frames) -> pd.DataFrame:
    both = frames.users.merge(
        frames.posts, left_on="id", right_on="owner_id", how="left", suffixes=("", "_of_post")
    )
    return both[["username", "content"]]


@left_join.select
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).outerjoin(User.posts)


@left_join.wrong_select(
    "inner for outer",
    "A plain join drops the users who have no post.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).join(User.posts)


@pair(
    40,
    "semi-join: isin ↔ exists",
    "Which posts did somebody like?",
    lesson=JOINING,
    words="has any, any, exists, in subquery, semi join, filter by another table",
)
def semi_join(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["id"].isin(frames.likes["post_id"])][["id"]]


@semi_join.select
def _(dialect: str) -> Statement:
    liked = select(Like).where(Like.post_id == Post.id).exists()
    return select(Post.id).where(liked)


@semi_join.wrong_select(
    "two joins multiply",
    "A join gives a post once for each of its likes.",
    posts=[{"id": 1}],
    likes=[{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id).join(Like, Like.post_id == Post.id)


@pair(
    41,
    "anti-join: ~isin ↔ ~exists",
    "Who has written nothing?",
    lesson=JOINING,
    words="not exists, not in subquery, anti join, without a match, "
    "rows without partner, left_anti",
)
def anti_join(frames: Frames) -> pd.DataFrame:
    return frames.users[~frames.users["id"].isin(frames.posts["owner_id"])][["id", "username"]]


@anti_join.select
def _(dialect: str) -> Statement:
    wrote = select(Post).where(Post.owner_id == User.id).exists()
    return select(User.id, User.username).where(~wrote)


@anti_join.wrong_select(
    "~isin",
    "One NULL in the list, and nobody is surely outside of it: the result is empty.",
    users=[{"id": 1}],
    posts=[{"id": 1, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(User.id.not_in(select(Post.owner_id)))


@effect(
    47,
    "related objects: merge ↔ relationship, selectinload",
    "Which posts belong to each user, as objects?",
    lesson=JOINING,
    words="joinedload, n+1, lazy loading, eager loading, children, back_populates, "
    "relationship, nested",
    starred=True,
    note="Two statements for up to 500 users, and one more for every 500 after that; without "
    "`selectinload` one more for each user.",
)
def related_objects(frames: Frames, session: Session) -> pd.DataFrame:
    posts = frames.posts.rename(columns={"id": "post_id"})
    both = frames.users.merge(posts, left_on="id", right_on="owner_id")
    return both[["username", "post_id"]]


@related_objects.write
def _(session: Session) -> pd.DataFrame:
    users = session.scalars(select(User).options(selectinload(User.posts)))
    rows = [(user.username, post.id) for user in users for post in user.posts]
    return pd.DataFrame(rows, columns=["username", "post_id"])
