"""One row for each group."""

import pandas as pd
from sqlalchemy import (
    distinct,
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

GROUPING = "05_grouping_rows"


@pair(
    48,
    "named aggregates: groupby.agg ↔ group_by, func",
    "How many posts has each owner, and from when to when?",
    lesson=GROUPING,
    words="groupby, aggregate, aggregation, named aggregation, group by, sum, mean, min, max, "
    "avg, groupby mean, groupby sum, describe, summary",
    starred=True,
)
def named_aggregates(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner.agg(
        posts=("id", "count"), first=("timestamp", "min"), last=("timestamp", "max")
    ).reset_index()


@named_aggregates.select
def _(dialect: str) -> Statement:
    return select(
        Post.owner_id,
        func.count(Post.id).label("posts"),
        func.min(Post.timestamp).label("first"),
        func.max(Post.timestamp).label("last"),
    ).group_by(Post.owner_id)


@pair(
    49,
    "rows and values: size, count ↔ count(), count(column)",
    "How many posts has each owner, and how many of them have a text?",
    lesson=GROUPING,
    example={
        "posts": [{"id": 1, "content": None}, {"id": 2}, {"id": 3, "content": None, "owner_id": 2}]
    },
    words="count non null, count rows, groupby size, count star",
)
def rows_and_values(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)["content"]
    return by_owner.agg(posts="size", texts="count").reset_index()


@rows_and_values.select
def _(dialect: str) -> Statement:
    posts = func.count().label("posts")
    texts = func.count(Post.content).label("texts")
    return select(Post.owner_id, posts, texts).group_by(Post.owner_id)


@rows_and_values.wrong_select(
    "count and size",
    "`count(column)` leaves out the rows in which the column is NULL.",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    posts = func.count(Post.content).label("posts")
    texts = func.count(Post.content).label("texts")
    return select(Post.owner_id, posts, texts).group_by(Post.owner_id)


@pair(
    50,
    "the group without a key: groupby(dropna=False) ↔ group_by",
    "How many posts has each owner, and how many have none?",
    lesson=GROUPING,
    example={
        "posts": [
            {"id": 1, "owner_id": 1},
            {"id": 2, "owner_id": None},
            {"id": 3, "owner_id": None},
        ]
    },
    words="null group, missing group, nan group, group by null",
)
def group_without_key(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner.size().reset_index(name="posts")


@group_without_key.select
def _(dialect: str) -> Statement:
    return select(Post.owner_id, func.count().label("posts")).group_by(Post.owner_id)


@group_without_key.wrong_pandas(
    "groupby",
    "By default `groupby` drops the rows whose key is missing; in SQL they are a group.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    return frames.posts.groupby("owner_id").size().reset_index(name="posts")


@pair(
    51,
    "different values: nunique ↔ count(distinct)",
    "How many different texts has each owner?",
    lesson=GROUPING,
    example={"posts": numbered(content=["a", "a", "b", None])},
    words="count distinct, unique count, number of unique values, approx distinct",
)
def different_values(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner["content"].nunique().reset_index(name="texts")


@different_values.select
def _(dialect: str) -> Statement:
    texts = func.count(distinct(Post.content)).label("texts")
    return select(Post.owner_id, texts).group_by(Post.owner_id)


@different_values.wrong_pandas(
    "count and size",
    "`dropna=False` counts the missing value as one more. SQL doesn't count NULL.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner["content"].nunique(dropna=False).reset_index(name="texts")


@pair(
    52,
    "sum of nothing: sum ↔ coalesce(sum, 0)",
    "How many characters has each user written?",
    lesson=GROUPING,
    example={"users": [{"id": 1}, {"id": 2}], "posts": [{"id": 1, "content": "abc"}]},
    words="sum null, groupby sum, sum zero, min_count, empty sum, total per group",
)
def sum_of_nothing(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    both = frames.users[["id"]].merge(
        posts[["owner_id", "length"]], left_on="id", right_on="owner_id", how="left"
    )
    return both.groupby("id")["length"].sum().reset_index()


@sum_of_nothing.select
def _(dialect: str) -> Statement:
    length = func.coalesce(func.sum(func.length(Post.content)), 0).label("length")
    return select(User.id, length).outerjoin(User.posts).group_by(User.id)


@sum_of_nothing.wrong_select(
    "sum of nothing",
    "The sum of no values is NULL in SQL and 0 in pandas.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    length = func.sum(func.length(Post.content)).label("length")
    return select(User.id, length).outerjoin(User.posts).group_by(User.id)


@sum_of_nothing.wrong_pandas(
    "sum of nothing",
    "With `min_count=1` the sum of no values is missing in pandas, too.",
    users=[{"id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    both = frames.users[["id"]].merge(
        posts[["owner_id", "length"]], left_on="id", right_on="owner_id", how="left"
    )
    return both.groupby("id")["length"].sum(min_count=1).reset_index()


@pair(
    53,
    "which groups: counts[counts > 1] ↔ having",
    "Which owners have more than one post?",
    lesson=GROUPING,
    example={"posts": numbered(owner_id=[1, 1, 2])},
    words="having, filter groups, groups with more than, condition on a count, "
    "filter after grouping",
)
def which_groups(frames: Frames) -> pd.DataFrame:
    counts = frames.posts.groupby("owner_id", dropna=False).size()
    return counts[counts > 1].reset_index(name="posts")


@which_groups.select
def _(dialect: str) -> Statement:
    posts = func.count().label("posts")
    return select(Post.owner_id, posts).group_by(Post.owner_id).having(posts > 1)


@pair(
    54,
    "rows of some groups: groupby.filter ↔ count().over",
    "Which posts are by owners who wrote more than one?",
    lesson="06_windows_and_graphs",
    example={"posts": numbered(owner_id=[1, 1, 2])},
    words="groupby filter, keep groups, rows of large groups, qualify",
)
def rows_of_some_groups(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner.filter(lambda posts: len(posts) > 1)[["id", "owner_id"]]


@rows_of_some_groups.select
def _(dialect: str) -> Statement:
    size = func.count().over(partition_by=Post.owner_id).label("size")
    posts = select(Post.id, Post.owner_id, size).subquery()
    return select(posts.c.id, posts.c.owner_id).where(posts.c.size > 1)
