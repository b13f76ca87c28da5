"""Joins on other conditions, or that keep both sides."""

from datetime import timedelta

import pandas as pd
from sqlalchemy import case, func, select, true
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Like, Post, Retweet, User

RARER = "04a_rarer_joins"


@pair(
    43,
    "full join: merge(how='outer') ↔ outerjoin(full=True)",
    "Which post belongs to which user? Keep posts without a user and users without a post.",
    lesson=RARER,
    example={
        "users": [{"id": 1}, {"id": 2}],
        "posts": [{"id": 1, "owner_id": 1}, {"id": 2, "owner_id": None}],
    },
    words="outer, full outer, how outer, outer join, keep both sides",
    note="SQLite has full joins since version 3.39.",
)
def full_join(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(
        frames.users, left_on="owner_id", right_on="id", how="outer", suffixes=("_post", "_user")
    )
    return both[["id_post", "id_user"]]


@full_join.select
def _(dialect: str) -> Statement:
    rows = select(Post.id.label("id_post"), User.id.label("id_user"))
    return rows.outerjoin(Post.owner, full=True)


@full_join.wrong_select(
    "inner for outer",
    "A left join keeps one side only.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id.label("id_post"), User.id.label("id_user")).outerjoin(Post.owner)


@pair(
    44,
    "everything with everything: merge(how='cross') ↔ join(true())",
    "Which pairs of users are there?",
    lesson=RARER,
    example={"users": [{"id": 1}, {"id": 2}]},
    words="cartesian product, itertools.product, every combination, all combinations, cross",
)
def cross_join(frames: Frames) -> pd.DataFrame:
    ids = frames.users[["id"]]
    return ids.merge(ids, how="cross", suffixes=("", "_of_other"))


@cross_join.select
def _(dialect: str) -> Statement:
    other = aliased(User)
    return select(User.id, other.id.label("id_of_other")).join(other, true())


@pair(
    45,
    "non-equi join: merge, filter ↔ join on >",
    "Which posts did the same owner write before each post, going by the ids?",
    lesson=RARER,
    example={"posts": numbered(owner_id=[1, 1, 1, None, None])},
    words="inequality join, range join, conditional join, join on condition, theta",
)
def non_equi_join(frames: Frames) -> pd.DataFrame:
    owned = frames.posts.dropna(subset="owner_id")[["id", "owner_id"]]
    both = owned.merge(owned, on="owner_id", suffixes=("", "_before"))
    return both[both["id"] > both["id_before"]][["id", "id_before"]]


@non_equi_join.select
def _(dialect: str) -> Statement:
    before = aliased(Post)
    same_owner_earlier = (before.owner_id == Post.owner_id) & (before.id < Post.id)
    return select(Post.id, before.id.label("id_before")).join(before, same_owner_earlier)


@non_equi_join.wrong_pandas(
    "NULL keys",
    "`merge` treats two missing keys as equal. In SQL, NULL equals nothing, not even NULL.",
    posts=[{"id": 1, "owner_id": None}, {"id": 2, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts[["id", "owner_id"]]
    both = posts.merge(posts, on="owner_id", suffixes=("", "_before"))
    return both[both["id"] > both["id_before"]][["id", "id_before"]]


@pair(
    46,
    "the last one before: merge_asof ↔ a correlated limit(1)",
    "Which was the newest post at the moment of each retweet?",
    lesson=RARER,
    example={
        "posts": [{"id": 2}, {"id": 1}],
        "retweets": [
            {"user_id": 1, "post_id": 1},
            {"user_id": 2, "post_id": 1, "timestamp": NOON - timedelta(days=1)},
        ],
    },
    words="as of, nearest, latest before, point in time, lateral, previous event",
)
def last_one_before(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets.dropna(subset="timestamp").sort_values("timestamp")
    posts = frames.posts.dropna(subset="timestamp").sort_values(["timestamp", "id"])
    both = pd.merge_asof(retweets, posts, on="timestamp")
    return both[["user_id", "post_id", "id"]].rename(columns={"id": "newest"})


@last_one_before.select
def _(dialect: str) -> Statement:
    newest = select(Post.id).where(Post.timestamp <= Retweet.timestamp)
    newest = newest.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
    columns = (Retweet.user_id, Retweet.post_id, newest.scalar_subquery().label("newest"))
    return select(*columns).where(Retweet.timestamp.is_not(None))


@last_one_before.wrong_pandas(
    "ties",
    "Of two posts of the same time, `merge_asof` takes the last in the frame. Sort by the key too.",
    posts=[{"id": 2}, {"id": 1}],
    retweets=[{"user_id": 1, "post_id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets.dropna(subset="timestamp").sort_values("timestamp")
    posts = frames.posts.dropna(subset="timestamp").sort_values("timestamp")
    both = pd.merge_asof(retweets, posts, on="timestamp")
    return both[["user_id", "post_id", "id"]].rename(columns={"id": "newest"})


@pair(
    101,
    "where each row is from: merge(indicator=True) ↔ full join, case",
    "Did each reader like a post, retweet it, or both?",
    lesson=RARER,
    example={
        "likes": [{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
        "retweets": [{"user_id": 2, "post_id": 1}, {"user_id": 3, "post_id": 1}],
    },
    words="indicator, _merge, left_only, right_only, compare two tables, reconcile, diff of tables",
)
def where_each_row_is_from(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    both = frames.likes.merge(retweets, how="outer", indicator="side")
    return both.astype({"side": str})


@where_each_row_is_from.select
def _(dialect: str) -> Statement:
    user_id = func.coalesce(Like.user_id, Retweet.user_id).label("user_id")
    post_id = func.coalesce(Like.post_id, Retweet.post_id).label("post_id")
    left, right = Retweet.user_id.is_(None), Like.user_id.is_(None)
    side = case((left, "left_only"), (right, "right_only"), else_="both").label("side")
    same = (Retweet.user_id == Like.user_id) & (Retweet.post_id == Like.post_id)
    rows = select(user_id, post_id, side).select_from(Like)
    return rows.outerjoin(Retweet, same, full=True)


@where_each_row_is_from.wrong_select(
    "inner for outer",
    "A left join never finds a row that is on the right side only.",
    retweets=[{"user_id": 1, "post_id": 1}],
)
def _(dialect: str) -> Statement:
    side = case((Retweet.user_id.is_(None), "left_only"), else_="both").label("side")
    same = (Retweet.user_id == Like.user_id) & (Retweet.post_id == Like.post_id)
    return select(Like.user_id, Like.post_id, side).outerjoin(Retweet, same)


@where_each_row_is_from.wrong_select(
    "NULL keys",
    "The key of a row without a partner is NULL on the other side. `coalesce` takes the known one.",
    retweets=[{"user_id": 1, "post_id": 1}],
)
def _(dialect: str) -> Statement:
    left, right = Retweet.user_id.is_(None), Like.user_id.is_(None)
    side = case((left, "left_only"), (right, "right_only"), else_="both").label("side")
    same = (Retweet.user_id == Like.user_id) & (Retweet.post_id == Like.post_id)
    rows = select(Like.user_id, Like.post_id, side)
    return rows.outerjoin(Retweet, same, full=True)
