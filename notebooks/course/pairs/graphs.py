"""Who follows whom."""

import pandas as pd
from sqlalchemy import (
    cast,
    func,
    literal,
    select,
)
from sqlalchemy.orm import aliased

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Follow, User

JOINING = "04_joining_tables"
WINDOWS = "06_windows_and_graphs"


@pair(
    42,
    "a table with itself: merge with itself ↔ aliased",
    "Who follow each other?",
    lesson=JOINING,
    example={
        "follows": [{"follower_id": a, "followee_id": b} for a, b in [(1, 2), (2, 1), (1, 3)]]
    },
    words="alias, self join, mutual, join a table with itself, reciprocal",
)
def self_join(frames: Frames) -> pd.DataFrame:
    back = frames.follows.rename(
        columns={"follower_id": "followee_id", "followee_id": "follower_id"}
    )
    mutual = frames.follows.merge(back)
    return mutual[mutual["follower_id"] < mutual["followee_id"]]


@self_join.select
def _(dialect: str) -> Statement:
    back = aliased(Follow)
    rows = select(Follow.follower_id, Follow.followee_id).where(
        back.follower_id == Follow.followee_id,
        back.followee_id == Follow.follower_id,
        Follow.follower_id < Follow.followee_id,
    )
    return rows


@pair(
    83,
    "friends of friends: merge with itself ↔ aliased, ~exists",
    "For each user: who is followed by the people they follow, but not yet by them?",
    lesson=WINDOWS,
    example={
        "follows": [
            {"follower_id": a, "followee_id": b} for a, b in [(1, 2), (1, 3), (2, 4), (3, 4)]
        ]
    },
    words="second degree, two steps, mutual friends, people you may know, networkx",
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
    example={
        "follows": [
            {"follower_id": a, "followee_id": b} for a, b in [(1, 2), (2, 3), (1, 3), (3, 4)]
        ]
    },
    words="recursion, with recursive, cte, breadth first, bfs, shortest path, networkx, "
    "hierarchy, tree, connected",
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
