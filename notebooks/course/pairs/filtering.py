"""Which rows."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import (
    func,
    select,
)

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

READING = "03_reading_rows"


@pair(
    7,
    "and: & ↔ where(…, …)",
    "Which posts by user 1 have an id above 2?",
    lesson=READING,
    words="filter, filter rows, where, loc, boolean mask, boolean indexing, "
    "several conditions, conditions, or, |, or_, and_, not, ~, not_, filter_by, "
    "query.filter",
)
def both_conditions(frames: Frames) -> pd.DataFrame:
    posts = frames.posts
    return posts[(posts["owner_id"] == 1) & (posts["id"] > 2)]


@both_conditions.select
def _(dialect: str) -> Statement:
    return select(*Post.__table__.c).where(Post.owner_id == 1, Post.id > 2)


@pair(
    10,
    "one of several: isin ↔ in_",
    "Which users are called ana, é or É?",
    lesson=READING,
    words="in, in a list, sql in, membership, or of several values, ilike, case-insensitive",
)
def one_of_several(frames: Frames) -> pd.DataFrame:
    return frames.users[frames.users["username"].isin(["ana", "é", "É"])][["id", "username"]]


@one_of_several.select
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(User.username.in_(["ana", "é", "É"]))


@one_of_several.wrong_select(
    "case, collation",
    "`lower()` on SQLite knows ASCII only: it leaves É as it is.",
    on=("sqlite",),
    users=[{"id": 1, "username": "É"}],
)
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(func.lower(User.username).in_(["ana", "é"]))


@pair(
    12,
    "from … to: between",
    "Which posts were written on 12 August from 18:00 to 19:00?",
    lesson=READING,
    words="range, from to, >= and <=, dates between, interval",
)
def from_to(frames: Frames) -> pd.DataFrame:
    start = datetime(2026, 8, 12, 18, tzinfo=UTC)
    end = datetime(2026, 8, 12, 19, tzinfo=UTC)
    return frames.posts[frames.posts["timestamp"].between(start, end)]


@from_to.select
def _(dialect: str) -> Statement:
    start = datetime(2026, 8, 12, 18, tzinfo=UTC)
    end = datetime(2026, 8, 12, 19, tzinfo=UTC)
    return select(*Post.__table__.c).where(Post.timestamp.between(start, end))


@pair(
    15,
    "compared with an aggregate: mean() ↔ scalar subquery",
    "Which posts are longer than the average post?",
    lesson=READING,
    words="scalar_subquery, sub-query, subquery, above average, greater than the mean, "
    "avg, max, min",
)
def above_average(frames: Frames) -> pd.DataFrame:
    lengths = frames.posts["content"].str.len()
    return frames.posts[lengths > lengths.mean()][["id", "content"]]


@above_average.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    average = select(func.avg(length)).scalar_subquery()
    return select(Post.id, Post.content).where(length > average)
