"""Pairs 71 to 84: sets, long and wide tables, duplicates, and the graph of follows."""

from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import (
    cast,
    extract,
    func,
    literal,
    select,
    union,
    union_all,
)
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Follow, Like, Post, Retweet, User

RARER = "04a_rarer_joins"
GROUPING = "05_grouping_rows"
CALENDARS = "05a_calendars"
WINDOWS = "06_windows_and_graphs"
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
)
def in_one_alone(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets[["user_id", "post_id"]]
    return frames.likes.merge(retweets, how="left_anti").drop_duplicates()


@in_one_alone.select
def _(dialect: str) -> Statement:
    likes = select(Like.user_id, Like.post_id)
    return likes.except_(select(Retweet.user_id, Retweet.post_id))


@pair(
    75,
    "how often each value: value_counts ↔ group_by, count",
    "How often does each text occur, the missing one included?",
    lesson=GROUPING,
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
    76,
    "long to wide: crosstab ↔ filtered counts",
    "How many posts did each owner write before and from 18:00?",
    lesson=CALENDARS,
)
def long_to_wide(frames: Frames) -> pd.DataFrame:
    dated = frames.posts.dropna(subset=["owner_id", "timestamp"])
    part = np.where(dated["timestamp"].dt.hour < 18, "day", "evening")
    wide = pd.crosstab(dated["owner_id"], part)
    return wide.reindex(columns=["day", "evening"], fill_value=0).reset_index()


@long_to_wide.select
def _(dialect: str) -> Statement:
    hour = extract("hour", Post.timestamp)
    day = func.count().filter(hour < 18).label("day")
    evening = func.count().filter(hour >= 18).label("evening")
    wide = select(Post.owner_id, day, evening).group_by(Post.owner_id)
    return wide.where(Post.owner_id.is_not(None), Post.timestamp.is_not(None))


@long_to_wide.wrong_pandas(
    "empty groups",
    "`crosstab` has no column for a value that never occurs; SQL's columns are fixed.",
    posts=[{"id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    dated = frames.posts.dropna(subset=["owner_id", "timestamp"])
    part = np.where(dated["timestamp"].dt.hour < 18, "day", "evening")
    return pd.crosstab(dated["owner_id"], part).reset_index()


@pair(
    77,
    "wide to long: melt ↔ union_all of literals",
    "Which name and which address has each user, one row for each?",
    lesson=RARER,
)
def wide_to_long(frames: Frames) -> pd.DataFrame:
    columns = ["username", "email"]
    return frames.users.melt("id", columns, var_name="field", value_name="value")


@wide_to_long.select
def _(dialect: str) -> Statement:
    field = literal("username").label("field")
    names = select(User.id, field, User.username.label("value"))
    return names.union_all(select(User.id, literal("email"), User.email))


@pair(
    78,
    "quantiles: quantile ↔ percentile_cont",
    "How long are the owner's posts: the median, and the length that 90% do not exceed?",
    lesson=MORE_WINDOWS,
    note="SQLite has no quantiles: each is a mean of its two neighbours, weighted by distance.",
)
def quantiles(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.assign(length=frames.posts["content"].str.len())
    lengths = posts.groupby("owner_id", dropna=False)["length"]
    return pd.DataFrame({"median": lengths.median(), "most": lengths.quantile(0.9)}).reset_index()


@quantiles.select
def _(dialect: str) -> Statement:
    length = func.length(Post.content).label("length")
    if dialect == "postgresql":
        median = func.percentile_cont(0.5).within_group(length).label("median")
        most = func.percentile_cont(0.9).within_group(length).label("most")
        return select(Post.owner_id, median, most).group_by(Post.owner_id)
    owner = Post.owner_id
    place = func.row_number().over(partition_by=owner, order_by=length.nulls_last()) - 1
    last = func.count(length).over(partition_by=owner) - 1
    posts = select(owner, length, place.label("place"), last.label("last")).subquery()

    def quantile(q: float) -> Statement:
        distance = func.abs(posts.c.place - posts.c.last * q)
        weighted = (1 - distance) * posts.c.length
        return func.sum(weighted).filter(distance < 1)

    columns = (quantile(0.5).label("median"), quantile(0.9).label("most"))
    return select(posts.c.owner_id, *columns).group_by(posts.c.owner_id)


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
    "`limit(1)` takes one of those that tie, any one.",
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


@pair(
    81,
    "repetitions: duplicated ↔ row_number > 1",
    "Which posts repeat what their owner wrote before?",
    lesson=MORE_WINDOWS,
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
    "A join compares with `=`, and no NULL equals another: `duplicated` says they do.",
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
    "The largest id is not the last post: ids and times need not agree.",
    posts=[{"id": 1, "timestamp": None}, {"id": 2}],
)
def _(dialect: str) -> Statement:
    return select(func.max(Post.id).label("id"), Post.content).group_by(Post.content)


@pair(
    83,
    "friends of friends: merge with itself ↔ aliased, ~exists",
    "Whom do those whom I follow follow, except myself and those I follow already?",
    lesson=WINDOWS,
)
def friends_of_friends(frames: Frames) -> pd.DataFrame:
    follows = frames.follows
    both = follows.merge(follows, left_on="followee_id", right_on="follower_id")
    steps = both[["follower_id_x", "followee_id_y"]].drop_duplicates()
    steps.columns = follows.columns
    steps = steps[steps["follower_id"] != steps["followee_id"]]
    return steps.merge(follows, how="left_anti")


@friends_of_friends.select
def _(dialect: str) -> Statement:
    second, direct = aliased(Follow), aliased(Follow)
    me, candidate = Follow.follower_id, second.followee_id
    followed = select(direct).where(direct.follower_id == me, direct.followee_id == candidate)
    steps = select(me, candidate).join(second, second.follower_id == Follow.followee_id)
    return steps.where(me != candidate, ~followed.exists()).distinct()


@friends_of_friends.wrong_select(
    "two joins multiply",
    "Without `distinct()` somebody is found once for each friend on the way.",
    follows=[{"follower_id": a, "followee_id": b} for a, b in [(1, 2), (1, 3), (2, 4), (3, 4)]],
)
def _(dialect: str) -> Statement:
    second, direct = aliased(Follow), aliased(Follow)
    me, candidate = Follow.follower_id, second.followee_id
    followed = select(direct).where(direct.follower_id == me, direct.followee_id == candidate)
    steps = select(me, candidate).join(second, second.follower_id == Follow.followee_id)
    return steps.where(me != candidate, ~followed.exists())


@pair(
    84,
    "shortest chain: a loop of merges ↔ a recursive CTE",
    "In how many steps, four at most, does user 1 reach each user by following?",
    lesson=WINDOWS,
)
def shortest_chain(frames: Frames) -> pd.DataFrame:
    reached = {1: 0}
    for step in range(1, 5):
        follows = frames.follows[frames.follows["follower_id"].isin(reached)]
        for followee in follows["followee_id"]:
            reached.setdefault(followee, step)
    return pd.DataFrame({"id": reached.keys(), "steps": reached.values()})


@shortest_chain.select
def _(dialect: str) -> Statement:
    start = select(cast(1, User.id.type).label("id"), literal(0).label("steps"))
    chain = start.cte("chain", recursive=True)
    step = select(Follow.followee_id, chain.c.steps + 1)
    step = step.join(chain, Follow.follower_id == chain.c.id).where(chain.c.steps < 4)
    chain = chain.union(step)
    return select(chain.c.id, func.min(chain.c.steps).label("steps")).group_by(chain.c.id)


@shortest_chain.wrong_select(
    "chains",
    "The recursion finds every chain, not only the shortest: take the least for each user.",
    follows=[{"follower_id": a, "followee_id": b} for a, b in [(1, 2), (2, 3), (1, 3)]],
)
def _(dialect: str) -> Statement:
    start = select(cast(1, User.id.type).label("id"), literal(0).label("steps"))
    chain = start.cte("chain", recursive=True)
    step = select(Follow.followee_id, chain.c.steps + 1)
    step = step.join(chain, Follow.follower_id == chain.c.id).where(chain.c.steps < 4)
    chain = chain.union(step)
    return select(chain.c.id, chain.c.steps)
