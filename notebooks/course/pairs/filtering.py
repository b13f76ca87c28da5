"""Pairs 7 to 15: which rows, and what becomes of NULL."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import func, or_, select

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

READING = "03_reading_rows"


@pair(
    7,
    "and: & ↔ where(…, …)",
    "Which posts by user 1 have an id above 2?",
    lesson=READING,
)
def both_conditions(frames: Frames) -> pd.DataFrame:
    posts = frames.posts
    return posts[(posts["owner_id"] == 1) & (posts["id"] > 2)]


@both_conditions.select
def _(dialect: str) -> Statement:
    return select(*Post.__table__.c).where(Post.owner_id == 1, Post.id > 2)


@pair(
    8,
    "missing: isna ↔ is_(None)",
    "Which posts have no text?",
    lesson=READING,
)
def missing_values(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"].isna()]


@missing_values.select
def _(dialect: str) -> Statement:
    return select(*Post.__table__.c).where(Post.content.is_(None))


@missing_values.wrong_select(
    "NULL is not a value",
    "`content = NULL` is never true, not even for NULL: nothing is found.",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    return select(*Post.__table__.c).where(Post.content == func.nullif(1, 1))


@pair(
    9,
    "not equal, NULL kept: != ↔ is_distinct_from",
    "Which posts say anything but “Okay”, those without a text included?",
    lesson=READING,
)
def not_equal(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"] != "Okay"][["id", "content"]]


@not_equal.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content.is_distinct_from("Okay"))


@not_equal.wrong_select(
    "!=",
    "SQL drops the rows in which the column is NULL, pandas' `str` keeps them.",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content != "Okay")


@not_equal.wrong_pandas(
    "!=",
    "pandas is of two minds: `string` drops the missing value, as SQL does; `str` keeps it.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.astype({"content": "string"})
    return posts[posts["content"] != "Okay"][["id", "content"]]


@pair(
    10,
    "one of several: isin ↔ in_",
    "Which users are called ana, é or É?",
    lesson=READING,
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
    11,
    "none of several: ~isin ↔ or_(is_(None), not_in)",
    "Which posts are by anybody but users 1 and 2, those without an owner included?",
    lesson=READING,
)
def none_of_several(frames: Frames) -> pd.DataFrame:
    return frames.posts[~frames.posts["owner_id"].isin([1, 2])][["id", "owner_id"]]


@none_of_several.select
def _(dialect: str) -> Statement:
    by_others = or_(Post.owner_id.is_(None), Post.owner_id.not_in([1, 2]))
    return select(Post.id, Post.owner_id).where(by_others)


@none_of_several.wrong_select(
    "~isin",
    "Whether NULL is in the list is unknown to SQL, so it drops the row; pandas keeps it.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.owner_id).where(Post.owner_id.not_in([1, 2]))


@pair(
    12,
    "from … to: between",
    "Which posts were written on 12 August from 18:00 to 19:00?",
    lesson=READING,
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
    13,
    "literal search: str.contains(regex=False) ↔ instr, strpos",
    "Which posts contain `final_`, letter for letter?",
    lesson=READING,
)
def literal_search(frames: Frames) -> pd.DataFrame:
    found = frames.posts["content"].str.contains("final_", regex=False)
    return frames.posts[found][["id", "content"]]


@literal_search.select
def _(dialect: str) -> Statement:
    position = func.instr if dialect == "sqlite" else func.strpos
    return select(Post.id, Post.content).where(position(Post.content, "final_") > 0)


@literal_search.wrong_select(
    "LIKE",
    "In LIKE, `_` stands for any character and `%` for any number of them.",
    posts=[{"id": 1, "content": "finals"}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content.contains("final_"))


@literal_search.wrong_select(
    "LIKE",
    "`autoescape=True` takes `_` literally, but LIKE on SQLite takes `F` for `f`.",
    on=("sqlite",),
    posts=[{"id": 1, "content": "FINAL_1"}],
)
def _(dialect: str) -> Statement:
    found = Post.content.contains("final_", autoescape=True)
    return select(Post.id, Post.content).where(found)


@pair(
    14,
    "prefix: str.startswith ↔ substr",
    "Which posts begin with “Okay”?",
    lesson=READING,
)
def prefix(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"].str.startswith("Okay")][["id", "content"]]


@prefix.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(func.substr(Post.content, 1, 4) == "Okay")


@prefix.wrong_select(
    "LIKE",
    "`startswith` becomes LIKE, and on SQLite that is blind to the case of ASCII letters.",
    on=("sqlite",),
    posts=[{"id": 1, "content": "okay"}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content.startswith("Okay"))


@pair(
    15,
    "compared with an aggregate: mean() ↔ scalar subquery",
    "Which posts are longer than the average post?",
    lesson=READING,
)
def above_average(frames: Frames) -> pd.DataFrame:
    lengths = frames.posts["content"].str.len()
    return frames.posts[lengths > lengths.mean()][["id", "content"]]


@above_average.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    average = select(func.avg(length)).scalar_subquery()
    return select(Post.id, Post.content).where(length > average)
