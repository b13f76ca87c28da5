"""Rows of one table beside rows of another."""

import pandas as pd
from sqlalchemy import (
    select,
    tuple_,
)
from sqlalchemy.orm import Session, selectinload

from course.pairs.definition import Statement, effect, pair
from course.pairs.frames import Frames
from microblog.models import Like, Post, Retweet, User

JOINING = "04_joining_tables"


@pair(
    36,
    "inner join: merge ↔ join",
    "Who wrote each post?",
    lesson=JOINING,
    example={
        "users": [{"id": 1}, {"id": 2}],
        "posts": [{"id": 1}, {"id": 2}, {"id": 3, "owner_id": None}],
    },
    words="inner, join tables, foreign key, look up from another table, vlookup, merge on, "
    "join on two keys, merge on two columns",
    starred=True,
)
def inner_join(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(
        frames.users, left_on="owner_id", right_on="id", suffixes=("", "_of_user")
    )
    return both[["id", "username"]]


@inner_join.select
def _(dialect: str) -> Statement:
    return select(Post.id, User.username).join(Post.owner)


@pair(
    37,
    "left join: merge(how='left') ↔ outerjoin",
    "What has each user written, those who wrote nothing included?",
    lesson=JOINING,
    example={
        "users": [{"id": 1}, {"id": 2}],
        "posts": [{"id": 1, "content": "one"}, {"id": 2, "content": "two"}],
    },
    words="left, left outer join, how left, keep all rows, unmatched, lookup",
    starred=True,
)
def left_join(frames: Frames) -> pd.DataFrame:
    both = frames.users.merge(
        frames.posts, left_on="id", right_on="owner_id", how="left", suffixes=("", "_of_post")
    )
    return both[["username", "content"]]


@left_join.select
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).outerjoin(User.posts)


@left_join.wrong_select(
    "inner for outer",
    "A plain join drops the users who have no post.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).join(User.posts)


@pair(
    40,
    "semi-join: isin ↔ exists",
    "Which posts did somebody like?",
    lesson=JOINING,
    example={
        "posts": [{"id": 1}, {"id": 2}],
        "likes": [{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
    },
    words="has any, any, exists, in subquery, semi join, filter by another table",
)
def semi_join(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["id"].isin(frames.likes["post_id"])][["id"]]


@semi_join.select
def _(dialect: str) -> Statement:
    liked = select(Like).where(Like.post_id == Post.id).exists()
    return select(Post.id).where(liked)


@semi_join.wrong_select(
    "two joins multiply",
    "A join gives a post once for each of its likes.",
    posts=[{"id": 1}],
    likes=[{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id).join(Like, Like.post_id == Post.id)


@pair(
    41,
    "anti-join: ~isin ↔ ~exists",
    "Who has written nothing?",
    lesson=JOINING,
    example={
        "users": [{"id": 1}, {"id": 2}],
        "posts": [{"id": 1, "owner_id": 1}, {"id": 2, "owner_id": None}],
    },
    words="not exists, not in subquery, anti join, without a match, "
    "rows without partner, left_anti",
)
def anti_join(frames: Frames) -> pd.DataFrame:
    return frames.users[~frames.users["id"].isin(frames.posts["owner_id"])][["id", "username"]]


@anti_join.select
def _(dialect: str) -> Statement:
    wrote = select(Post).where(Post.owner_id == User.id).exists()
    return select(User.id, User.username).where(~wrote)


@anti_join.wrong_select(
    "~isin",
    "With one NULL in the list, `NOT IN` is never true, so the result is empty.",
    users=[{"id": 1}],
    posts=[{"id": 1, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(User.id.not_in(select(Post.owner_id)))


@effect(
    47,
    "related objects: merge ↔ relationship, selectinload",
    "Which posts belong to each user, as objects?",
    lesson=JOINING,
    words="joinedload, n+1, lazy loading, eager loading, children, back_populates, "
    "relationship, nested",
    starred=True,
    note="Two statements for up to 500 users, and one more for every 500 after that; without "
    "`selectinload` one more for each user.",
)
def related_objects(frames: Frames, session: Session) -> pd.DataFrame:
    posts = frames.posts.rename(columns={"id": "post_id"})
    both = frames.users.merge(posts, left_on="id", right_on="owner_id")
    return both[["username", "post_id"]]


@related_objects.write
def _(session: Session) -> pd.DataFrame:
    users = session.scalars(select(User).options(selectinload(User.posts)))
    rows = [(user.username, post.id) for user in users for post in user.posts]
    return pd.DataFrame(rows, columns=["username", "post_id"])


@pair(
    102,
    "several columns in a list: MultiIndex.isin ↔ tuple_(…).in_",
    "Which retweets are by readers who also liked the post?",
    lesson="04a_rarer_joins",
    example={
        "likes": [{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 2}],
        "retweets": [{"user_id": 1, "post_id": 1}, {"user_id": 1, "post_id": 2}],
    },
    words="isin multiple columns, isin several columns, isin two columns, tuple, tuples, "
    "composite key, multiindex, pairs of values, row values",
    note="`tuple_(…).in_` takes a list of tuples, too: `[(1, 1), (2, 2)]`.",
)
def several_columns_in_a_list(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    liked = pd.MultiIndex.from_frame(frames.likes)
    return retweets[pd.MultiIndex.from_frame(retweets).isin(liked)]


@several_columns_in_a_list.select
def _(dialect: str) -> Statement:
    liked = select(Like.user_id, Like.post_id)
    retweets = select(Retweet.user_id, Retweet.post_id)
    return retweets.where(tuple_(Retweet.user_id, Retweet.post_id).in_(liked))


@several_columns_in_a_list.wrong_select(
    "each column by itself",
    "User 1 likes something and somebody likes post 2, but user 1 doesn't like post 2.",
    likes=[{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 2}],
    retweets=[{"user_id": 1, "post_id": 2}],
)
def _(dialect: str) -> Statement:
    by_a_liker = Retweet.user_id.in_(select(Like.user_id))
    of_a_liked_post = Retweet.post_id.in_(select(Like.post_id))
    return select(Retweet.user_id, Retweet.post_id).where(by_a_liker, of_a_liked_post)


@several_columns_in_a_list.wrong_pandas(
    "each column by itself",
    "The same in pandas: `isin` on one column doesn't look at the other.",
    likes=[{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 2}],
    retweets=[{"user_id": 1, "post_id": 2}],
)
def _(frames: Frames) -> pd.DataFrame:
    retweets, likes = frames.retweets[["user_id", "post_id"]], frames.likes
    by_a_liker = retweets["user_id"].isin(likes["user_id"])
    return retweets[by_a_liker & retweets["post_id"].isin(likes["post_id"])]
