"""Which rows."""

from datetime import UTC, datetime, timedelta

import pandas as pd
from sqlalchemy import (
    func,
    or_,
    select,
    text,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import NOON, Frames
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
    example={"users": numbered(username=["ana", "Ana", "É", "bo"])},
    words="in, in a list, sql in, membership, or of several values, ilike, case-insensitive",
)
def one_of_several(frames: Frames) -> pd.DataFrame:
    return frames.users[frames.users["username"].isin(["ana", "é", "É"])][["id", "username"]]


@one_of_several.select
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(User.username.in_(["ana", "é", "É"]))


@one_of_several.wrong_select(
    "case, collation",
    "SQLite's `lower()` changes ASCII letters only and leaves É as it is.",
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
    example={"posts": [{"id": n, "timestamp": NOON + timedelta(hours=n)} for n in (5, 6, 7, 8)]},
    words="range, from to, >= and <=, dates between, interval, rows between two dates, date range",
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
    example={"posts": [{"id": n, "content": "x" * n} for n in (1, 2, 3, 30)]},
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


@pair(
    104,
    "a condition as text: query ↔ where",
    "Which users are called marta, or what somebody typed into a form?",
    lesson="12_break_it_fix_it",
    example={"users": numbered(username=["marta", "bodil"])},
    words="query, df.query, query string, text, textual sql, raw sql, parameter, parameters, "
    "bind parameter, f-string, sql injection, eval",
    note="A value belongs in a variable: `@typed` in `query`. In SQLAlchemy it's the variable "
    "itself, which is sent as a parameter.",
)
def condition_as_text(frames: Frames) -> pd.DataFrame:
    name, typed = "marta", "x' or username != '"
    return frames.users.query("username == @name or username == @typed")[["id", "username"]]


@condition_as_text.select
def _(dialect: str) -> Statement:
    name, typed = "marta", "x' or username != '"
    called = or_(User.username == name, User.username == typed)
    return select(User.id, User.username).where(called)


@condition_as_text.wrong_pandas(
    "text that becomes code",
    "The quote in the text ends the name, and the rest becomes a condition: everybody is found.",
    users=[{"id": 1, "username": "bodil"}],
)
def _(frames: Frames) -> pd.DataFrame:
    name, typed = "marta", "x' or username != '"
    called = f"username == '{name}' or username == '{typed}'"
    return frames.users.query(called)[["id", "username"]]


@condition_as_text.wrong_select(
    "text that becomes code",
    "With `text` the same happens in SQL. This is called SQL injection.",
    users=[{"id": 1, "username": "bodil"}],
)
def _(dialect: str) -> Statement:
    name, typed = "marta", "x' or username != '"
    called = text(f"username = '{name}' or username = '{typed}'")
    return select(User.id, User.username).where(called)
