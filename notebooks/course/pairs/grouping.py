"""Pairs 48 to 58: one row for each group."""

import pandas as pd
from sqlalchemy import Float, String, case, cast, distinct, func, literal, select, union_all

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

GROUPING = "05_grouping_rows"
CALENDARS = "05a_calendars"


@pair(
    48,
    "named aggregates: groupby.agg ↔ group_by, func",
    "How many posts has each owner, and from when to when?",
    lesson=GROUPING,
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
)
def group_without_key(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner.size().reset_index(name="posts")


@group_without_key.select
def _(dialect: str) -> Statement:
    return select(Post.owner_id, func.count().label("posts")).group_by(Post.owner_id)


@group_without_key.wrong_pandas(
    "groupby",
    "By default `groupby` drops the rows whose key is missing; SQL makes a group of them.",
    posts=[{"id": 1, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    return frames.posts.groupby("owner_id").size().reset_index(name="posts")


@pair(
    51,
    "different values: nunique ↔ count(distinct)",
    "How many different texts has each owner?",
    lesson=GROUPING,
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
    "`unique` counts the missing value as one more; SQL and `nunique` do not count it.",
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
    "`min_count=1` asks pandas for SQL's answer: nothing.",
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
)
def rows_of_some_groups(frames: Frames) -> pd.DataFrame:
    by_owner = frames.posts.groupby("owner_id", dropna=False)
    return by_owner.filter(lambda posts: len(posts) > 1)[["id", "owner_id"]]


@rows_of_some_groups.select
def _(dialect: str) -> Statement:
    size = func.count().over(partition_by=Post.owner_id).label("size")
    posts = select(Post.id, Post.owner_id, size).subquery()
    return select(posts.c.id, posts.c.owner_id).where(posts.c.size > 1)


@pair(
    55,
    "how many are true: sum of bool ↔ count().filter",
    "How many posts of each owner are longer than 40 characters?",
    lesson=CALENDARS,
)
def how_many_are_true(frames: Frames) -> pd.DataFrame:
    is_long = frames.posts["content"].str.len() > 40
    posts = frames.posts.assign(long_posts=is_long)
    return posts.groupby("owner_id", dropna=False)["long_posts"].sum().reset_index()


@how_many_are_true.select
def _(dialect: str) -> Statement:
    is_long = func.length(Post.content) > 40
    long_posts = func.count().filter(is_long).label("long_posts")
    return select(Post.owner_id, long_posts).group_by(Post.owner_id)


@how_many_are_true.wrong_select(
    "booleans, means",
    "PostgreSQL does not add booleans. (SQLite does, and finds NULL where all are NULL.)",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    is_long = func.length(Post.content) > 40
    return select(Post.owner_id, func.sum(is_long).label("long_posts")).group_by(Post.owner_id)


@pair(
    56,
    "join the texts: agg(', '.join) ↔ aggregate_strings.over",
    "What has each owner written, in one line?",
    lesson="06a_more_windows",
    note="As a window the texts come in order on every SQLite; plain aggregates have no order.",
)
def joined_texts(frames: Frames) -> pd.DataFrame:
    texts = frames.posts.dropna(subset="content").sort_values("id")
    by_owner = texts.groupby("owner_id", dropna=False)["content"]
    return by_owner.agg(", ".join).reset_index(name="texts")


@joined_texts.select
def _(dialect: str) -> Statement:
    texts = func.aggregate_strings(Post.content, ", ").over(
        partition_by=Post.owner_id, order_by=Post.id, rows=(None, None)
    )
    # Of '' alone SQLite makes NULL here, or (3.53) a text of the length 0 that is not ''.
    or_empty = case((func.length(texts) > 0, texts), else_="").label("texts")
    return select(Post.owner_id, or_empty).where(Post.content.is_not(None)).distinct()


@joined_texts.wrong_select(
    "ties",
    "Without an order the texts come as the database finds them.",
    posts=[{"id": 1, "content": "b"}, {"id": 2, "content": "a"}],
)
def _(dialect: str) -> Statement:
    texts = func.aggregate_strings(Post.content, ", ").over(
        partition_by=Post.owner_id, order_by=Post.content, rows=(None, None)
    )
    return select(Post.owner_id, texts.label("texts")).distinct()


@pair(
    57,
    "variance: var ↔ from the sums",
    "How much do the lengths of each owner's posts vary?",
    lesson=CALENDARS,
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
    "pandas divides by n − 1, the variance of a sample, not of the whole.",
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
