"""How many, and which share."""

import pandas as pd
from sqlalchemy import (
    Float,
    cast,
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog import queries
from microblog.models import Like, Post, Retweet, User

CALENDARS = "05a_calendars"
GROUPING = "05_grouping_rows"
WINDOWS = "06_windows_and_graphs"


@pair(
    38,
    "counts with zeros: groupby.count ↔ outerjoin, count(right key)",
    "How many likes has each post, those that nobody liked included?",
    lesson=GROUPING,
    example={
        "posts": [{"id": 1}, {"id": 2}],
        "likes": [{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
    },
    words="count per group, zero counts, include groups without rows, count related rows",
    starred=True,
)
def counts_with_zeros(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(frames.likes, left_on="id", right_on="post_id", how="left")
    return both.groupby("id")["user_id"].count().reset_index(name="likes")


@counts_with_zeros.select
def _(dialect: str) -> Statement:
    likes = func.count(Like.user_id).label("likes")
    return select(Post.id, likes).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)


@counts_with_zeros.wrong_select(
    "count and size",
    "`count(*)` counts rows, and the outer join makes one for a post that nobody liked.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    likes = func.count().label("likes")
    return select(Post.id, likes).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)


@counts_with_zeros.wrong_pandas(
    "count and size",
    "`size` counts rows as well; `count` leaves out the missing ones.",
    posts=[{"id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(frames.likes, left_on="id", right_on="post_id", how="left")
    return both.groupby("id").size().reset_index(name="likes")


@counts_with_zeros.wrong_select(
    "inner for outer",
    "Counting the likes alone leaves out the posts that have none.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    id = Like.post_id.label("id")
    return select(id, func.count().label("likes")).group_by(Like.post_id)


@pair(
    39,
    "two counts: two maps ↔ correlated counts",
    "How many likes and how many retweets has each of the newest posts?",
    lesson=GROUPING,
    words="several counts, count two tables, subquery, sub-query, two aggregates, cte, with",
    starred=True,
    ordered=True,
    note="The service's own statement: `GET /posts/with_counts/` answers with its rows. It picks "
    "the page first, and counts for these posts alone.",
)
def two_counts(frames: Frames) -> pd.DataFrame:
    page = frames.posts.dropna(subset="timestamp")
    page = page.sort_values(["timestamp", "id"], ascending=False).head(20)
    owners = frames.users[["id", "username"]].rename(columns={"id": "owner_id"})
    page = page.merge(owners)
    for name, table in {"likes": frames.likes, "retweets": frames.retweets}.items():
        counts = table.groupby("post_id").size()
        page[f"{name}_count"] = page["id"].map(counts).fillna(0)
    return page


@two_counts.select
def _(dialect: str) -> Statement:
    return queries.posts_with_counts()


@two_counts.wrong_select(
    "two joins multiply",
    "The joins pair each like with each retweet: two likes and three retweets become six of both.",
    users=[{"id": 1}],
    posts=[{"id": 1}],
    likes=[{"user_id": 2, "post_id": 1}, {"user_id": 3, "post_id": 1}],
    retweets=[{"user_id": reader, "post_id": 1} for reader in (2, 3, 4)],
)
def _(dialect: str) -> Statement:
    rows = select(
        *Post.__table__.c,
        User.username,
        func.count(Like.user_id).label("likes_count"),
        func.count(Retweet.user_id).label("retweets_count"),
    )
    rows = rows.join(Post.owner).outerjoin(Like, Like.post_id == Post.id)
    rows = rows.outerjoin(Retweet, Retweet.post_id == Post.id)
    return rows.group_by(*Post.__table__.c, User.username)


@pair(
    55,
    "how many are true: sum of bool ↔ count().filter",
    "How many posts of each owner are longer than 40 characters?",
    lesson=CALENDARS,
    example={
        "posts": [
            {"id": 1, "content": "x" * 41},
            {"id": 2},
            {"id": 3, "content": None, "owner_id": 2},
        ]
    },
    words="conditional count, count if, countif, sum if, sumif, count where, sum of a condition",
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
    "PostgreSQL can't add booleans. SQLite adds them, and gives NULL where all are NULL.",
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    is_long = func.length(Post.content) > 40
    return select(Post.owner_id, func.sum(is_long).label("long_posts")).group_by(Post.owner_id)


@pair(
    70,
    "share of the total: x / x.sum() ↔ sum().over()",
    "Which share of all posts has each owner?",
    lesson=WINDOWS,
    example={"posts": numbered(owner_id=[1, 1, 2, None])},
    words="percentage of total, percent, proportion, fraction of total, share",
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


@pair(
    75,
    "how often each value: value_counts ↔ group_by, count",
    "How often does each text occur, the missing one included?",
    lesson=GROUPING,
    example={"posts": numbered(content=["a", "a", "b", None])},
    words="count values, frequency, frequencies, histogram, count by value, tally, group by count",
)
def how_often_each_value(frames: Frames) -> pd.DataFrame:
    counts = frames.posts["content"].value_counts(dropna=False)
    return counts.reset_index(name="posts")


@how_often_each_value.select
def _(dialect: str) -> Statement:
    return select(Post.content, func.count().label("posts")).group_by(Post.content)


@how_often_each_value.wrong_pandas(
    "groupby",
    "`value_counts` leaves the missing value out unless you say `dropna=False`.",
    posts=[{"id": 1, "content": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    return frames.posts["content"].value_counts().reset_index(name="posts")


@pair(
    103,
    "share of each value: value_counts(normalize=True) ↔ count / sum().over()",
    "Which share of the posts that have an owner does each owner have?",
    lesson="06_windows_and_graphs",
    example={"posts": numbered(owner_id=[1, 1, 1, 2, None])},
    words="normalize, value_counts normalize, relative frequency, relative frequencies, "
    "proportions, percentages, percent of each value, distribution",
)
def share_of_each_value(frames: Frames) -> pd.DataFrame:
    shares = frames.posts["owner_id"].value_counts(normalize=True)
    return shares.reset_index(name="share")


@share_of_each_value.select
def _(dialect: str) -> Statement:
    posts = cast(func.count(), Float)
    share = (posts / func.sum(func.count()).over()).label("share")
    owned = select(Post.owner_id, share).where(Post.owner_id.is_not(None))
    return owned.group_by(Post.owner_id)


@share_of_each_value.wrong_select(
    "groupby",
    "The posts without an owner are a group, too, and part of the total. `value_counts` leaves "
    "them out.",
    posts=[{"id": 1}, {"id": 2, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    posts = cast(func.count(), Float)
    share = (posts / func.sum(func.count()).over()).label("share")
    return select(Post.owner_id, share).group_by(Post.owner_id)
