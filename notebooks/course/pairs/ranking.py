"""The first, the last and the largest, for each group."""

from typing import Literal

import pandas as pd
from sqlalchemy import (
    Float,
    cast,
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Like, Post

Method = Literal["average", "min", "max", "first", "dense"]
WINDOWS = "06_windows_and_graphs"
MORE_WINDOWS = "06a_more_windows"


@pair(
    59,
    "last of each group: groupby.tail(1) ↔ row_number",
    "Which is the newest post of each owner?",
    lesson=WINDOWS,
    example={"posts": [{"id": 1}, {"id": 2}, {"id": 3, "owner_id": None}]},
    words="groupby.last, groupby.first, first of each group, latest per group, "
    "newest per group, distinct on, groupby.nth, last per group, "
    "most recent per group",
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
    "If two posts share the newest time, both are found.",
    posts=[{"id": 1}, {"id": 2}],
)
def _(dialect: str) -> Statement:
    newest = func.max(Post.timestamp).over(partition_by=Post.owner_id)
    dated = select(Post.owner_id, Post.id, (Post.timestamp == newest).label("is_newest")).subquery()
    return select(dated.c.owner_id, dated.c.id).where(dated.c.is_newest)


@last_of_each_group.wrong_pandas(
    "groupby",
    "Without `dropna=False`, posts without an owner form no group.",
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
    example={"posts": numbered(content=["aa", "b", "ccc", None])},
    words="top n per group, groupby.nlargest, nlargest per group, nsmallest per group, "
    "largest of each group, best of each, n largest",
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
    example={"posts": numbered(content=["a", "b", "cc", None])},
    words="rank, dense rank, percent_rank, ranking, position, ties, percentile rank",
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
    69,
    "the largest, ties too: nlargest(keep='all') ↔ rank() <= n",
    "Which posts have the most likes? Two, and all that tie with the second.",
    lesson=MORE_WINDOWS,
    example={"likes": [{"user_id": u, "post_id": p} for u, p in [(1, 1), (2, 1), (1, 2), (1, 3)]]},
    words="nsmallest, top with ties, keep all, fetch first with ties, n largest",
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
    "`limit` cuts off posts that have just as many likes.",
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
    99,
    "the row of the largest: idxmax ↔ row_number = 1",
    "Which is the longest post of each owner? Of two that are as long, the one with the lower id.",
    lesson=WINDOWS,
    example={"posts": numbered(content=["a", "bbb", "ccc"], owner_id=[1, 1, 1])},
    words="idxmax, idxmin, argmax, argmin, row with the maximum, row with the max, longest, "
    "highest per group, max row per group",
    note="For the whole table: `order_by(length.desc(), Post.id).limit(1)`.",
)
def row_of_the_largest(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.dropna(subset="content").sort_values("id")
    posts["length"] = posts["content"].str.len()
    longest = posts.groupby("owner_id", dropna=False)["length"].idxmax()
    return posts.loc[longest, ["owner_id", "id", "length"]]


@row_of_the_largest.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    from_longest = (length.desc(), Post.id)
    place = func.row_number().over(partition_by=Post.owner_id, order_by=from_longest)
    columns = select(Post.owner_id, Post.id, length.label("length"), place.label("place"))
    posts = columns.where(Post.content.is_not(None)).subquery()
    return select(posts.c.owner_id, posts.c.id, posts.c.length).where(posts.c.place == 1)


@row_of_the_largest.wrong_select(
    "ties",
    "Compared with the maximum, two posts that are as long are both found.",
    posts=numbered(content=["a", "b"]),
)
def _(dialect: str) -> Statement:
    length = func.length(Post.content)
    longest = func.max(length).over(partition_by=Post.owner_id).label("longest")
    columns = select(Post.owner_id, Post.id, length.label("length"), longest)
    posts = columns.where(Post.content.is_not(None)).subquery()
    longest_ones = select(posts.c.owner_id, posts.c.id, posts.c.length)
    return longest_ones.where(posts.c.length == posts.c.longest)


@row_of_the_largest.wrong_select(
    "not grouped",
    "`max(id)` and `max(length)` may come from two different rows.",
    posts=numbered(content=["aaa", "b"]),
)
def _(dialect: str) -> Statement:
    length = func.max(func.length(Post.content)).label("length")
    columns = select(Post.owner_id, func.max(Post.id).label("id"), length)
    return columns.where(Post.content.is_not(None)).group_by(Post.owner_id)
