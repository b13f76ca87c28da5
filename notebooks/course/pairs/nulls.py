"""What is missing: conditions, orders and values."""

from datetime import timedelta
from typing import Any

import pandas as pd
from sqlalchemy import (
    func,
    or_,
    select,
)

from course.pairs.definition import Statement, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post, User

READING = "03_reading_rows"
WHERE_FROM = (
    "In the service's tables this column is NOT NULL. You meet NULLs after a left join, from "
    "aggregates over no rows, and in tables that allow them."
)


@pair(
    8,
    "missing: isna ↔ is_(None)",
    "Which posts have no text?",
    lesson=READING,
    example={"posts": [{"id": 1, "content": "hello"}, {"id": 2, "content": None}]},
    words="isnull, is null, null, none, nan, na, missing values, == None, notna, "
    "notnull, is not null, is_not, dropna",
    note=WHERE_FROM,
)
def missing_values(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"].isna()]


@missing_values.select
def _(dialect: str) -> Statement:
    return select(*Post.__table__.c).where(Post.content.is_(None))


@missing_values.wrong_select(
    "NULL is not a value",
    "Python evaluates `is` itself, and the result is False, so no row is left. Write `is_(None)`, "
    "or `== None`, of which SQLAlchemy makes IS NULL too.",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    missing: Any = Post.content is None
    return select(*Post.__table__.c).where(missing)


@pair(
    9,
    "not equal, NULL kept: != ↔ is_distinct_from",
    "Which posts say anything but “Okay”, those without a text included?",
    lesson=READING,
    example={
        "posts": [
            {"id": 1, "content": "Okay"},
            {"id": 2, "content": "okay"},
            {"id": 3, "content": None},
        ]
    },
    words="ne, <>, unequal, is distinct from, not equal to null",
    note=WHERE_FROM,
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
    "The dtype decides in pandas: `string` drops the missing value, as SQL does. `str` keeps it.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.astype({"content": "string"})
    return posts[posts["content"] != "Okay"][["id", "content"]]


@pair(
    11,
    "none of several: ~isin ↔ or_(is_(None), not_in)",
    "Which posts are by anybody but users 1 and 2, those without an owner included?",
    lesson=READING,
    example={
        "posts": [{"id": 1, "owner_id": 1}, {"id": 2, "owner_id": 3}, {"id": 3, "owner_id": None}]
    },
    words="not in, not isin, exclude, notin_, not in a list",
    note=WHERE_FROM,
)
def none_of_several(frames: Frames) -> pd.DataFrame:
    return frames.posts[~frames.posts["owner_id"].isin([1, 2])][["id", "owner_id"]]


@none_of_several.select
def _(dialect: str) -> Statement:
    by_others = or_(Post.owner_id.is_(None), Post.owner_id.not_in([1, 2]))
    return select(Post.id, Post.owner_id).where(by_others)


@none_of_several.wrong_select(
    "~isin",
    "In SQL it's unknown whether NULL is in the list, so the row is dropped. pandas keeps it.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.owner_id).where(Post.owner_id.not_in([1, 2]))


@pair(
    16,
    "NULLs last: sort_values ↔ nulls_last",
    "Which post came first, which next? Those without a time come last.",
    lesson=READING,
    example={
        "posts": [
            {"id": 1, "timestamp": None},
            {"id": 2},
            {"id": 3, "timestamp": NOON - timedelta(days=1)},
        ]
    },
    words="order by, sort, ascending, sort by two columns, nulls last, sort null",
    ordered=True,
)
def nulls_last(frames: Frames) -> pd.DataFrame:
    return frames.posts.sort_values(["timestamp", "id"])[["id", "timestamp"]]


@nulls_last.select
def _(dialect: str) -> Statement:
    rows = select(Post.id, Post.timestamp)
    return rows.order_by(Post.timestamp.nulls_last(), Post.id)


@nulls_last.wrong_select(
    "NULL order",
    "NULL comes first on SQLite, as the smallest value, and last on PostgreSQL, as the largest.",
    on=("sqlite",),
    posts=[{"id": 1}, {"id": 2, "timestamp": None}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.timestamp).order_by(Post.timestamp, Post.id)


@pair(
    17,
    "NULLs first: na_position ↔ nulls_first",
    "Which post came last, which before it? Those without a time come first.",
    lesson=READING,
    example={
        "posts": [
            {"id": 1, "timestamp": None},
            {"id": 2},
            {"id": 3, "timestamp": NOON - timedelta(days=1)},
        ]
    },
    words="descending, order by desc, nulls first, sort_values ascending=False",
    ordered=True,
)
def nulls_first(frames: Frames) -> pd.DataFrame:
    newest = frames.posts.sort_values(["timestamp", "id"], ascending=False, na_position="first")
    return newest[["id", "timestamp"]]


@nulls_first.select
def _(dialect: str) -> Statement:
    rows = select(Post.id, Post.timestamp)
    return rows.order_by(Post.timestamp.desc().nulls_first(), Post.id.desc())


@nulls_first.wrong_select(
    "NULL order",
    "Descending, SQLite puts its smallest value, NULL, at the end.",
    on=("sqlite",),
    posts=[{"id": 1}, {"id": 2, "timestamp": None}],
)
def _(dialect: str) -> Statement:
    rows = select(Post.id, Post.timestamp)
    return rows.order_by(Post.timestamp.desc(), Post.id.desc())


@pair(
    25,
    "fill in: fillna, combine_first ↔ coalesce",
    "What does each post say, and since when? Where the time is missing, since its owner joined.",
    lesson=READING,
    example={
        "users": [{"id": 1, "created_at": NOON - timedelta(days=1)}],
        "posts": [{"id": 1, "content": None}, {"id": 2, "timestamp": None}],
    },
    words="ifnull, nvl, replace null, replace missing values, default value, "
    "update missing, fill missing, "
    "fill nan with 0, fill nulls, fillna(0)",
)
def fill_in(frames: Frames) -> pd.DataFrame:
    owners = frames.users[["id", "created_at"]].rename(columns={"id": "owner_id"})
    posts = frames.posts.merge(owners, on="owner_id", how="left")
    posts["content"] = posts["content"].fillna("(nothing)")
    posts["since"] = posts["timestamp"].combine_first(posts["created_at"])
    return posts[["id", "content", "since"]]


@fill_in.select
def _(dialect: str) -> Statement:
    content = func.coalesce(Post.content, "(nothing)").label("content")
    since = func.coalesce(Post.timestamp, User.created_at).label("since")
    return select(Post.id, content, since).outerjoin(Post.owner)
