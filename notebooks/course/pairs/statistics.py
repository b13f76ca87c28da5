"""Totals, spread and quantiles."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    Float,
    String,
    cast,
    func,
    literal,
    select,
    union_all,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Post

CALENDARS = "05a_calendars"
MORE_WINDOWS = "06a_more_windows"


@pair(
    57,
    "variance: var ↔ from the sums",
    "How much do the lengths of each owner's posts vary?",
    lesson=CALENDARS,
    example={
        "posts": [{"id": 1, "content": "a"}, {"id": 2, "content": "aaa"}, {"id": 3, "owner_id": 2}]
    },
    words="std, standard deviation, stddev, var_samp, statistics, corr, describe",
    note="PostgreSQL has `var_samp`; SQLite has no variance, so this builds it from sums.",
)
def variance(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    by_owner = posts.groupby("owner_id", dropna=False)
    return by_owner["length"].var().reset_index(name="variance")


@variance.select
def _(dialect: str) -> Statement:
    length, n = func.length(Post.content), func.count(Post.content)
    squares = n * func.sum(length * length) - func.sum(length) * func.sum(length)
    variance = (squares / cast(func.nullif(n * (n - 1), 0), Float)).label("variance")
    if dialect == "postgresql":
        variance = func.var_samp(length).label("variance")
    return select(Post.owner_id, variance).group_by(Post.owner_id)


@variance.wrong_select(
    "variance",
    "pandas divides by n − 1, for the variance of a sample, not by n.",
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "aaa"}],
)
def _(dialect: str) -> Statement:
    length, n = func.length(Post.content), func.count(Post.content)
    squares = n * func.sum(length * length) - func.sum(length) * func.sum(length)
    spread = squares / cast(func.nullif(n * n, 0), Float)
    return select(Post.owner_id, spread.label("variance")).group_by(Post.owner_id)


@pair(
    58,
    "a row for the total: concat ↔ union_all",
    "How many posts has each user, and how many are there in all?",
    lesson=CALENDARS,
    example={"posts": numbered(owner_id=[1, 1, 2, None])},
    words="margins, rollup, grouping sets, totals, subtotal, grand total, append a sum",
)
def row_for_the_total(frames: Frames) -> pd.DataFrame:
    counts = frames.posts.groupby("owner_id").size().reset_index(name="posts")
    counts["owner"] = counts["owner_id"].astype(str)
    total = pd.DataFrame({"owner": ["all"], "posts": [len(frames.posts)]})
    return pd.concat([counts[["owner", "posts"]], total])


@row_for_the_total.select
def _(dialect: str) -> Statement:
    owner = cast(Post.owner_id, String).label("owner")
    counts = select(owner, func.count().label("posts")).group_by(Post.owner_id)
    total = select(literal("all"), func.count()).select_from(Post)
    return union_all(counts.where(Post.owner_id.is_not(None)), total)


@pair(
    78,
    "quantiles: quantile ↔ percentile_cont",
    "How long are the owner's posts: the median, and the length that 90% do not exceed?",
    lesson=MORE_WINDOWS,
    example={"posts": [{"id": n, "content": "x" * n} for n in (1, 2, 4, 10)]},
    words="median, percentile, describe, quartile, percentile_disc, iqr",
    note="SQLite has no quantiles: each is a mean of its two neighbours, weighted by distance.",
)
def quantiles(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    lengths = posts.groupby("owner_id", dropna=False)["length"]
    return pd.DataFrame({"median": lengths.median(), "most": lengths.quantile(0.9)}).reset_index()


@quantiles.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content).label("length")
    place = func.row_number().over(partition_by=Post.owner_id, order_by=length.nulls_last()) - 1
    last = func.count(length).over(partition_by=Post.owner_id) - 1
    posts = select(Post.owner_id, length, place.label("place"), last.label("last")).subquery()
    values: list[Any] = [func.percentile_cont(q).within_group(posts.c.length) for q in (0.5, 0.9)]
    if dialect == "sqlite":
        distances = [func.abs(posts.c.place - posts.c.last * q) for q in (0.5, 0.9)]
        near = [((1 - each) * posts.c.length, each < 1) for each in distances]
        values = [func.sum(part).filter(is_near) for part, is_near in near]
    median, most = values
    columns = (posts.c.owner_id, median.label("median"), most.label("most"))
    return select(*columns).group_by(posts.c.owner_id)


@quantiles.wrong_select(
    "quantiles",
    "The value in the middle is the median of an odd number; of two it is their mean.",
    posts=[{"id": 1, "content": "a"}, {"id": 2, "content": "aaaa"}],
)
def _(dialect: str) -> Statement:
    length = func.length(Post.content).label("length")
    share = func.percent_rank().over(partition_by=Post.owner_id, order_by=length)
    posts = select(Post.owner_id, length, share.label("share")).subquery()
    median = func.max(posts.c.length).filter(posts.c.share <= 0.5).label("median")
    most = func.max(posts.c.length).filter(posts.c.share <= 0.9).label("most")
    return select(posts.c.owner_id, median, most).group_by(posts.c.owner_id)


@pair(
    79,
    "equal buckets: np.array_split ↔ ntile",
    "In which quarter of all posts does each stand, shortest first?",
    lesson=MORE_WINDOWS,
    example={"posts": [{"id": n, "content": "x" * n} for n in range(1, 7)]},
    words="qcut, quantile buckets, quartiles, deciles, array_split, equal sized bins",
)
def equal_buckets(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values("id")[["id", "content"]]
    posts = posts.sort_values("content", key=lambda text: text.str.len(), kind="stable")
    parts = np.array_split(np.arange(len(posts)), 4)
    bucket = np.repeat([1, 2, 3, 4], [len(part) for part in parts])
    return posts[["id"]].assign(bucket=bucket)


@equal_buckets.select
def _(dialect: str) -> Statement:
    by_length = (func.length(Post.content).nulls_last(), Post.id)
    return select(Post.id, func.ntile(4).over(order_by=by_length).label("bucket"))


@equal_buckets.wrong_pandas(
    "ntile is not qcut",
    "`qcut` cuts at quantiles of the values: the buckets need not be equal in size, nor larger "
    "ones first.",
    posts=[{"id": n, "content": "a" * n} for n in range(1, 7)],
)
def _(frames: Frames) -> pd.DataFrame:
    bucket = pd.qcut(frames.posts["content"].str.len(), 4, labels=False) + 1
    return frames.posts[["id"]].assign(bucket=bucket)


@pair(
    80,
    "the most frequent: mode ↔ rank() of counts",
    "Which owner wrote the most posts? All of them, if several did.",
    lesson=MORE_WINDOWS,
    example={"posts": numbered(owner_id=[1, 1, 2, 2, 3, None])},
    words="most common, most frequent value, argmax of counts, top value, mode",
)
def most_frequent(frames: Frames) -> pd.DataFrame:
    return frames.posts["owner_id"].mode().to_frame()


@most_frequent.select
def _(dialect: str) -> Statement:
    place = func.rank().over(order_by=func.count().desc()).label("place")
    owned = select(Post.owner_id, place).where(Post.owner_id.is_not(None))
    owners = owned.group_by(Post.owner_id).subquery()
    return select(owners.c.owner_id).where(owners.c.place == 1)


@most_frequent.wrong_select(
    "ties",
    "`limit(1)` takes one of those that tie, and you can't tell which.",
    posts=[{"id": 1, "owner_id": 1}, {"id": 2, "owner_id": 2}],
)
def _(dialect: str) -> Statement:
    owners = select(Post.owner_id).where(Post.owner_id.is_not(None)).group_by(Post.owner_id)
    return owners.order_by(func.count().desc()).limit(1)


@most_frequent.wrong_select(
    "groupby",
    "The posts without an owner are a group too, and may be the largest.",
    posts=[{"id": 1, "owner_id": 1}, *({"id": n, "owner_id": None} for n in (2, 3))],
)
def _(dialect: str) -> Statement:
    place = func.rank().over(order_by=func.count().desc()).label("place")
    owners = select(Post.owner_id, place).group_by(Post.owner_id).subquery()
    return select(owners.c.owner_id).where(owners.c.place == 1)
