"""Pairs 59 to 70: each row together with others, and no row lost."""

from datetime import timedelta
from typing import Literal

import pandas as pd
from sqlalchemy import Float, case, cast, func, select, tuple_
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Like, Post

Method = Literal["average", "min", "max", "first", "dense"]

WINDOWS = "06_windows_and_graphs"
MORE_WINDOWS = "06a_more_windows"


@pair(
    59,
    "last of each group: groupby.tail(1) ↔ row_number",
    "Which is the newest post of each owner?",
    lesson=WINDOWS,
)
def last_of_each_group(frames: Frames) -> pd.DataFrame:
    dated = frames.posts.dropna(subset="timestamp").sort_values(["timestamp", "id"])
    return dated.groupby("owner_id", dropna=False).tail(1)[["owner_id", "id"]]


@last_of_each_group.select
def _(dialect: str) -> Statement:
    from_newest = (Post.timestamp.desc(), Post.id.desc())
    place = func.row_number().over(partition_by=Post.owner_id, order_by=from_newest)
    columns = select(Post.owner_id, Post.id, place.label("place"))
    dated = columns.where(Post.timestamp.is_not(None)).subquery()
    return select(dated.c.owner_id, dated.c.id).where(dated.c.place == 1)


@last_of_each_group.wrong_select(
    "ties",
    "The newest time belongs to several posts as soon as two share their moment.",
    posts=[{"id": 1}, {"id": 2}],
)
def _(dialect: str) -> Statement:
    newest = func.max(Post.timestamp).over(partition_by=Post.owner_id)
    dated = select(Post.owner_id, Post.id, (Post.timestamp == newest).label("is_newest")).subquery()
    return select(dated.c.owner_id, dated.c.id).where(dated.c.is_newest)


@last_of_each_group.wrong_pandas(
    "groupby",
    "Without `dropna=False` the posts without an owner have no newest one.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    dated = frames.posts.dropna(subset="timestamp").sort_values(["timestamp", "id"])
    return dated.groupby("owner_id").tail(1)[["owner_id", "id"]]


@pair(
    60,
    "top n of each group: groupby.head(2) ↔ row_number <= 2",
    "Which are the two longest posts of each owner?",
    lesson=WINDOWS,
)
def top_of_each_group(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    longest = posts.sort_values(["length", "id"], ascending=[False, True])
    return longest.groupby("owner_id", dropna=False).head(2)[["owner_id", "id", "length"]]


@top_of_each_group.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    from_longest = (length.desc().nulls_last(), Post.id)
    place = func.row_number().over(partition_by=Post.owner_id, order_by=from_longest)
    posts = select(Post.owner_id, Post.id, length.label("length"), place.label("place")).subquery()
    return select(posts.c.owner_id, posts.c.id, posts.c.length).where(posts.c.place <= 2)


@top_of_each_group.wrong_select(
    "NULL order",
    "Descending, NULL is the largest on PostgreSQL: posts without a text would be the longest.",
    on=("postgresql",),
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "b"}, {"id": 3, "content": None}],
)
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    place = func.row_number().over(partition_by=Post.owner_id, order_by=(length.desc(), Post.id))
    posts = select(Post.owner_id, Post.id, length.label("length"), place.label("place")).subquery()
    return select(posts.c.owner_id, posts.c.id, posts.c.length).where(posts.c.place <= 2)


@pair(
    61,
    "ranks: rank(method=, pct=) ↔ rank, dense_rank, row_number",
    "Which rank by length has each post? (Six ways to count ties.)",
    lesson=WINDOWS,
)
def ranks(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values("id")
    length = posts["content"].str.len()
    methods: list[Method] = ["average", "min", "max", "first", "dense"]
    columns = {method: length.rank(method=method) for method in methods}
    return posts[["id"]].assign(**columns, pct=length.rank(pct=True))


@ranks.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content).label("length")
    texts = select(Post.id, length).where(Post.content.is_not(None)).subquery()
    by_length, peers = texts.c.length, func.count().over(partition_by=texts.c.length)
    rank = func.rank().over(order_by=by_length)
    average = rank + cast(peers - 1, Float) / 2
    ranks = select(
        texts.c.id,
        average.label("average"),
        rank.label("min"),
        (rank + peers - 1).label("max"),
        func.row_number().over(order_by=(by_length, texts.c.id)).label("first"),
        func.dense_rank().over(order_by=by_length).label("dense"),
        (average / func.count().over()).label("pct"),
    ).subquery()
    columns = [column for column in ranks.c if column.name != "id"]
    return select(Post.id, *columns).outerjoin(ranks, ranks.c.id == Post.id)


@ranks.wrong_select(
    "rank",
    "SQL's `rank` is pandas' `min`, `percent_rank` is not `pct`, and NULL is ranked too.",
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "b"}, {"id": 3, "content": "cc"}],
)
def _(dialect: str) -> Statement:
    by_length = func.length(Post.content)
    rank = func.rank().over(order_by=by_length)
    names = ["average", "min", "max", "first", "dense"]
    pct = func.percent_rank().over(order_by=by_length).label("pct")
    return select(Post.id, *(rank.label(name) for name in names), pct)


@pair(
    62,
    "number in the group: cumcount ↔ row_number - 1",
    "How many posts had each owner written before each post?",
    lesson=WINDOWS,
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
    "Without `rows=` the frame ends after the last row of the same moment, not at this row.",
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "b"}],
)
def _(dialect: str) -> Statement:
    length = func.coalesce(func.length(Post.content), 0)
    total = func.sum(length).over(partition_by=Post.owner_id, order_by=Post.timestamp)
    return select(Post.id, total.label("total"))


@running_total.wrong_pandas(
    "cumsum, rolling",
    "`cumsum` has nothing to say in a row without a value; SQL's sum goes on.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    posts["total"] = posts["content"].str.len()
    return posts[["id"]].assign(total=posts.groupby("owner_id", dropna=False)["total"].cumsum())


@pair(
    64,
    "the row before: shift ↔ lag",
    "Which post did the owner write before each post?",
    lesson=WINDOWS,
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
    65,
    "a value of the group: transform ↔ over(partition_by=)",
    "How many posts has the owner of each post?",
    lesson=WINDOWS,
)
def value_of_the_group(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return frames.posts[["id"]].assign(posts=by_owner["id"].transform("size"))


@value_of_the_group.select
def _(dialect: str) -> Statement:
    return select(Post.id, func.count().over(partition_by=Post.owner_id).label("posts"))


@value_of_the_group.wrong_pandas(
    "groupby",
    "`transform` keeps the row but finds no group for a missing key.",
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
    "pandas waits until there are three values; SQL averages what there is.",
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


@pair(
    68,
    "carry forward: ffill ↔ a group for each value",
    "What is each post's text, or else the last text before it?",
    lesson=MORE_WINDOWS,
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
    69,
    "the largest, ties too: nlargest(keep='all') ↔ rank() <= n",
    "Which posts have the most likes? Two, and all that tie with the second.",
    lesson=MORE_WINDOWS,
)
def largest_with_ties(frames: Frames) -> pd.DataFrame:
    likes = frames.likes.groupby("post_id").size()
    return likes.nlargest(2, keep="all").reset_index(name="likes")


@largest_with_ties.select
def _(dialect: str) -> Statement:
    likes = func.count().label("likes")
    place = func.rank().over(order_by=likes.desc()).label("place")
    counts = select(Like.post_id, likes, place).group_by(Like.post_id).subquery()
    return select(counts.c.post_id, counts.c.likes).where(counts.c.place <= 2)


@largest_with_ties.wrong_select(
    "ties",
    "`limit` cuts between posts that have as many likes.",
    likes=[{"user_id": 1, "post_id": post} for post in (1, 2, 3)],
)
def _(dialect: str) -> Statement:
    likes = func.count().label("likes")
    counts = select(Like.post_id, likes).group_by(Like.post_id)
    return counts.order_by(likes.desc()).limit(2)


@largest_with_ties.wrong_select(
    "rank",
    "`dense_rank` counts values, not rows: one post more comes in.",
    likes=[{"user_id": u, "post_id": p} for u, p in [(1, 1), (2, 1), (1, 2), (2, 2), (1, 3)]],
)
def _(dialect: str) -> Statement:
    likes = func.count().label("likes")
    place = func.dense_rank().over(order_by=likes.desc()).label("place")
    counts = select(Like.post_id, likes, place).group_by(Like.post_id).subquery()
    return select(counts.c.post_id, counts.c.likes).where(counts.c.place <= 2)


@pair(
    70,
    "share of the total: x / x.sum() ↔ sum().over()",
    "Which share of all posts has each owner?",
    lesson=WINDOWS,
)
def share_of_total(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.groupby("owner_id", dropna=False).size()
    return (posts / posts.sum()).reset_index(name="share")


@share_of_total.select
def _(dialect: str) -> Statement:
    posts = cast(func.count(), Float)
    share = posts / func.sum(func.count()).over()
    return select(Post.owner_id, share.label("share")).group_by(Post.owner_id)


@share_of_total.wrong_pandas(
    "groupby",
    "Without `dropna=False` the posts without an owner are missing from the total too.",
    posts=[{"id": 1}, {"id": 2, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.groupby("owner_id").size()
    return (posts / posts.sum()).reset_index(name="share")
