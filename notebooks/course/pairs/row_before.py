"""Each row beside the one before it."""

import pandas as pd
from sqlalchemy import (
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Post

WINDOWS = "06_windows_and_graphs"
MORE_WINDOWS = "06a_more_windows"


@pair(
    64,
    "the row before: shift ↔ lag",
    "Which post did the owner write before each post?",
    lesson=WINDOWS,
    words="previous row, next row, lead, shift(-1), shift(1), lag column, value of the row before",
)
def row_before(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    before = posts.groupby("owner_id", dropna=False)["id"].shift()
    return posts[["id"]].assign(before=before)


@row_before.select
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.nulls_last(), Post.id)
    before = func.lag(Post.id).over(partition_by=Post.owner_id, order_by=by_time)
    return select(Post.id, before.label("before"))


@row_before.wrong_pandas(
    "groupby",
    "Without `dropna=False` a post without an owner has no post before it.",
    posts=[{"id": 1, "owner_id": None}, {"id": 2, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    return posts[["id"]].assign(before=posts.groupby("owner_id")["id"].shift())


@pair(
    68,
    "carry forward: ffill ↔ a group for each value",
    "What is each post's text, or else the last text before it?",
    lesson=MORE_WINDOWS,
    example={"posts": numbered(content=["a", None, None, "b"])},
    words="forward fill, bfill, backfill, pad, fill gaps, last_value ignore nulls, "
    "interpolate, last known value",
)
def carry_forward(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    return posts[["id"]].assign(content=posts["content"].ffill())


@carry_forward.select
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.nulls_last(), Post.id)
    group = func.count(Post.content).over(order_by=by_time, rows=(None, 0)).label("group")
    posts = select(Post.id, Post.content, group).subquery()
    text = func.max(posts.c.content).over(partition_by=posts.c.group)
    return select(posts.c.id, text.label("content"))


@carry_forward.wrong_select(
    "cumsum, rolling",
    "The row before may be without a text itself: `lag` looks back one row only.",
    posts=[{"id": 1}, {"id": 2, "content": None}, {"id": 3, "content": None}],
)
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.nulls_last(), Post.id)
    before = func.lag(Post.content).over(order_by=by_time)
    return select(Post.id, func.coalesce(Post.content, before).label("content"))


@pair(
    100,
    "change since the row before: diff ↔ x - lag(x)",
    "By how many characters is each post longer than the one that its owner wrote before?",
    lesson=WINDOWS,
    example={"posts": numbered(content=["a", "bbb", "c"], owner_id=[1, 1, 2])},
    words="diff, difference, delta, change, pct_change, change from the previous row, increase, "
    "period over period",
    note="Times need more, since databases subtract them differently: pair 35 makes them seconds.",
)
def change_since_the_row_before(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    posts["length"] = posts["content"].str.len()
    longer = posts.groupby("owner_id", dropna=False)["length"].diff()
    return posts[["id"]].assign(longer=longer)


@change_since_the_row_before.select
def _(dialect: str) -> Statement:
    by_time, length = (Post.timestamp.nulls_last(), Post.id), func.length(Post.content)
    before = func.lag(length).over(partition_by=Post.owner_id, order_by=by_time)
    return select(Post.id, (length - before).label("longer"))


@change_since_the_row_before.wrong_select(
    "not grouped",
    "Without `partition_by`, the first post of an owner is compared with somebody else's.",
    posts=[{"id": 1}, {"id": 2, "owner_id": 2}],
)
def _(dialect: str) -> Statement:
    by_time, length = (Post.timestamp.nulls_last(), Post.id), func.length(Post.content)
    before = func.lag(length).over(order_by=by_time)
    return select(Post.id, (length - before).label("longer"))


@change_since_the_row_before.wrong_select(
    "sum of nothing",
    "`lag(x, 1, 0)` puts a 0 before the first row. pandas says that there's no difference to know.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    by_time, length = (Post.timestamp.nulls_last(), Post.id), func.length(Post.content)
    before = func.lag(length, 1, 0).over(partition_by=Post.owner_id, order_by=by_time)
    return select(Post.id, (length - before).label("longer"))
