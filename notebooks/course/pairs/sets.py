"""One table below another, and repetitions."""

from datetime import timedelta
from typing import Any

import pandas as pd
from sqlalchemy import (
    func,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Like, Post, Retweet

RARER = "04a_rarer_joins"
MORE_WINDOWS = "06a_more_windows"
LIKED_AND_RETWEETED: Any = {
    "likes": [{"user_id": 1, "post_id": 2}],
    "retweets": [{"user_id": 1, "post_id": 2}],
}


@pair(
    71,
    "one below the other: concat ↔ union_all",
    "Who reacted to which post, once for each like and each retweet?",
    lesson=RARER,
    example=LIKED_AND_RETWEETED,
    words="append, stack tables, union all, bind rows, vertically, row bind, pd.concat",
)
def one_below_the_other(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    return pd.concat([frames.likes, retweets])


@one_below_the_other.select
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return union_all(likes, select(Retweet.user_id, Retweet.post_id))


@one_below_the_other.wrong_select(
    "concat and union",
    "`union` keeps each row once, so a like and a retweet by the same user become one.",
    **LIKED_AND_RETWEETED,
)
def _(dialect: str) -> Statement:
    return union(select(Like.user_id, Like.post_id), select(Retweet.user_id, Retweet.post_id))


@one_below_the_other.wrong_select(
    "concat and union",
    "`concat` goes by the names of columns, SQL by their places.",
    **LIKED_AND_RETWEETED,
)
def _(dialect: str) -> Statement:
    return union_all(select(Like.user_id, Like.post_id), select(Retweet.post_id, Retweet.user_id))


@pair(
    72,
    "in either: concat, drop_duplicates ↔ union",
    "Who reacted to which post, however often?",
    lesson=RARER,
    example=LIKED_AND_RETWEETED,
    words="set union, union distinct, or of two tables",
)
def in_either(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    return pd.concat([frames.likes, retweets]).drop_duplicates()


@in_either.select
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return likes.union(select(Retweet.user_id, Retweet.post_id))


@in_either.wrong_select(
    "concat and union",
    "`union_all` leaves duplicates in, as `concat` does.",
    **LIKED_AND_RETWEETED,
)
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return likes.union_all(select(Retweet.user_id, Retweet.post_id))


@pair(
    73,
    "in both: merge ↔ intersect",
    "Who liked and retweeted the same post?",
    lesson=RARER,
    example=LIKED_AND_RETWEETED,
    words="intersection, common rows, np.intersect1d, index.intersection, same rows",
)
def in_both(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    return frames.likes.merge(retweets).drop_duplicates()


@in_both.select
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return likes.intersect(select(Retweet.user_id, Retweet.post_id))


@pair(
    74,
    "in one but not the other: merge(how='left_anti') ↔ except_",
    "Who liked a post without retweeting it?",
    lesson=RARER,
    example={
        "likes": [{"user_id": 1, "post_id": 2}, {"user_id": 1, "post_id": 3}],
        "retweets": [{"user_id": 1, "post_id": 2}],
    },
    words="minus, except, set difference, difference of tables, index.difference, "
    "left_anti, rows not in other, "
    "rows in a but not in b, in a not in b, left only",
)
def in_one_alone(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    return frames.likes.merge(retweets, how="left_anti").drop_duplicates()


@in_one_alone.select
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return likes.except_(select(Retweet.user_id, Retweet.post_id))


@pair(
    81,
    "repetitions: duplicated ↔ row_number > 1",
    "Which posts repeat what their owner wrote before?",
    lesson=MORE_WINDOWS,
    example={"posts": numbered(content=["a", "b", "a"], owner_id=[None, None, None])},
    words="duplicates, find duplicates, is duplicated, repeated rows, group by having count > 1",
)
def repetitions(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values("id")
    return posts[posts.duplicated(["owner_id", "content"])][["id"]]


@repetitions.select
def _(dialect: str) -> Statement:
    place = func.row_number().over(partition_by=(Post.owner_id, Post.content), order_by=Post.id)
    posts = select(Post.id, place.label("place")).subquery()
    return select(posts.c.id).where(posts.c.place > 1)


@repetitions.wrong_select(
    "NULL keys",
    "A join compares with `=`, which isn't true of two NULLs. `duplicated` treats them as equal.",
    posts=[{"id": 1, "owner_id": None}, {"id": 2, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    earlier = aliased(Post)
    same = (earlier.owner_id == Post.owner_id) & (earlier.content == Post.content)
    return select(Post.id).join(earlier, same & (earlier.id < Post.id)).distinct()


@pair(
    82,
    "keep the last: drop_duplicates(keep='last') ↔ row_number = 1",
    "Which is the last post of each text?",
    lesson=MORE_WINDOWS,
    example={
        "posts": [
            {"id": 1},
            {"id": 2, "timestamp": NOON - timedelta(days=1)},
            {"id": 3, "content": "b"},
        ]
    },
    words="drop duplicates subset, deduplicate, distinct on, keep first, keep='first', "
    "unique rows by column",
)
def keep_the_last(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values(["timestamp", "id"])
    return posts.drop_duplicates("content", keep="last")[["id", "content"]]


@keep_the_last.select
def _(dialect: str) -> Statement:
    from_last = (Post.timestamp.desc().nulls_first(), Post.id.desc())
    place = func.row_number().over(partition_by=Post.content, order_by=from_last)
    posts = select(Post.id, Post.content, place.label("place")).subquery()
    return select(posts.c.id, posts.c.content).where(posts.c.place == 1)


@keep_the_last.wrong_select(
    "ties",
    "The post with the largest id isn't always the newest: ids and times may disagree.",
    posts=[{"id": 1, "timestamp": None}, {"id": 2}],
)
def _(dialect: str) -> Statement:
    return select(func.max(Post.id).label("id"), Post.content).group_by(Post.content)
