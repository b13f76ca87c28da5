"""Each row together with those before it."""

from datetime import timedelta

import pandas as pd
from sqlalchemy import (
    case,
    func,
    select,
    tuple_,
)
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post

WINDOWS = "06_windows_and_graphs"
MORE_WINDOWS = "06a_more_windows"


@pair(
    62,
    "number in the group: cumcount ↔ row_number - 1",
    "How many posts had each owner written before each post?",
    lesson=WINDOWS,
    words="row number, counter, ngroup, sequence in group, number rows, enumerate",
)
def number_in_group(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    before = posts.groupby("owner_id", dropna=False).cumcount()
    return posts[["id"]].assign(before=before)


@number_in_group.select
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.nulls_last(), Post.id)
    place = func.row_number().over(partition_by=Post.owner_id, order_by=by_time)
    return select(Post.id, (place - 1).label("before"))


@pair(
    63,
    "running total: cumsum ↔ sum().over(rows=)",
    "How many characters had each owner written up to and with each post?",
    lesson=WINDOWS,
    example={
        "posts": [{"id": 1, "content": "a"}, {"id": 2, "content": "bb"}, {"id": 3, "content": None}]
    },
    words="cumulative sum, running sum, cumprod, cummax, cummin, cumcount, expanding, "
    "running total",
)
def running_total(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    posts["total"] = posts["content"].str.len().fillna(0)
    return posts[["id"]].assign(total=posts.groupby("owner_id", dropna=False)["total"].cumsum())


@running_total.select
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.nulls_last(), Post.id)
    length = func.coalesce(func.length(Post.content), 0)
    total = func.sum(length).over(partition_by=Post.owner_id, order_by=by_time, rows=(None, 0))
    return select(Post.id, total.label("total"))


@running_total.wrong_select(
    "cumsum, rolling",
    "Without `rows=` the frame ends after the last row of the same time, not at this row.",
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "b"}],
)
def _(dialect: str) -> Statement:
    length = func.coalesce(func.length(Post.content), 0)
    total = func.sum(length).over(partition_by=Post.owner_id, order_by=Post.timestamp)
    return select(Post.id, total.label("total"))


@running_total.wrong_pandas(
    "cumsum, rolling",
    "`cumsum` gives NaN in a row without a value. SQL's sum skips the NULL and goes on.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    posts["total"] = posts["content"].str.len()
    return posts[["id"]].assign(total=posts.groupby("owner_id", dropna=False)["total"].cumsum())


@pair(
    65,
    "a value of the group: transform ↔ over(partition_by=)",
    "How many posts has the owner of each post?",
    lesson=WINDOWS,
    example={"posts": [{"id": 1}, {"id": 2}, {"id": 3, "owner_id": None}]},
    words="group mean for each row, window, partition by, broadcast, groupby.transform, "
    "add group total",
)
def value_of_the_group(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return frames.posts[["id"]].assign(posts=by_owner["id"].transform("size"))


@value_of_the_group.select
def _(dialect: str) -> Statement:
    return select(Post.id, func.count().over(partition_by=Post.owner_id).label("posts"))


@value_of_the_group.wrong_pandas(
    "groupby",
    "Without `dropna=False`, a row whose key is missing gets no value.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id")
    return frames.posts[["id"]].assign(posts=by_owner["id"].transform("size"))


@pair(
    66,
    "moving average: rolling(3) ↔ rows=(-2, 0)",
    "What is the mean length of each post and the two before it?",
    lesson=MORE_WINDOWS,
    example={"posts": [{"id": n, "content": "x" * n} for n in (1, 2, 3, 4)]},
    words="rolling mean, moving window, rolling, rolling average, moving average, ewm, smoothing",
)
def moving_average(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    return posts[["id"]].assign(mean=posts["content"].str.len().rolling(3).mean())


@moving_average.select
def _(dialect: str) -> Statement:
    by_time, length = (Post.timestamp.nulls_last(), Post.id), func.length(Post.content)
    values = func.count(length).over(order_by=by_time, rows=(-2, 0))
    mean = func.avg(length).over(order_by=by_time, rows=(-2, 0))
    return select(Post.id, case((values == 3, mean)).label("mean"))


@moving_average.wrong_select(
    "cumsum, rolling",
    "pandas gives NaN until there are three values. SQL averages the rows that exist.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    by_time, length = (Post.timestamp.nulls_last(), Post.id), func.length(Post.content)
    mean = func.avg(length).over(order_by=by_time, rows=(-2, 0))
    return select(Post.id, mean.label("mean"))


@pair(
    67,
    "within two days: rolling('2D') ↔ a correlated count",
    "How many posts were written up to each post, on its day and the day before?",
    lesson=MORE_WINDOWS,
    example={"posts": [{"id": n, "timestamp": NOON + timedelta(days=n)} for n in (1, 2, 3)]},
    words="rolling days, rolling time, time window, range between, rolling by date, last 7 days",
)
def within_two_days(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.dropna(subset="timestamp").sort_values(["timestamp", "id"])
    by_day = posts.set_index(posts["timestamp"].dt.normalize())["id"]
    return posts[["id"]].assign(posts=by_day.rolling("2D").count().array)


@within_two_days.select
def _(dialect: str) -> Statement:
    other, day = aliased(Post), func.date(Post.timestamp)
    two_before = func.date(Post.timestamp, "-2 days") if dialect == "sqlite" else day - 2
    until_then = tuple_(other.timestamp, other.id) <= tuple_(Post.timestamp, Post.id)
    posts = select(func.count()).where(func.date(other.timestamp) > two_before, until_then)
    rows = select(Post.id, posts.scalar_subquery().label("posts"))
    return rows.where(Post.timestamp.is_not(None))


@within_two_days.wrong_select(
    "cumsum, rolling",
    "The window is open at its left end: exactly two days ago is outside.",
    posts=[{"id": 1}, {"id": 2, "timestamp": NOON + timedelta(days=2)}],
)
def _(dialect: str) -> Statement:
    other, day = aliased(Post), func.date(Post.timestamp)
    two_before = func.date(Post.timestamp, "-2 days") if dialect == "sqlite" else day - 2
    until_then = tuple_(other.timestamp, other.id) <= tuple_(Post.timestamp, Post.id)
    posts = select(func.count()).where(func.date(other.timestamp) >= two_before, until_then)
    return select(Post.id, posts.scalar_subquery().label("posts"))
