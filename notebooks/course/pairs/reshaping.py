"""Long and wide tables."""

import numpy as np
import pandas as pd
from sqlalchemy import (
    extract,
    func,
    literal,
    select,
)

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

CALENDARS = "05a_calendars"
RARER = "04a_rarer_joins"


@pair(
    76,
    "long to wide: crosstab ↔ filtered counts",
    "How many posts did each owner write before and from 18:00?",
    lesson=CALENDARS,
    words="pivot, unstack, wide, spread, cross tabulation, contingency table, count if, "
    "long to wide, columns from values",
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
    words="unpivot, stack, wide_to_long, long, gather, wide to long, rows from columns",
)
def wide_to_long(frames: Frames) -> pd.DataFrame:
    columns = ["username", "email"]
    return frames.users.melt("id", columns, var_name="field", value_name="value")


@wide_to_long.select
def _(dialect: str) -> Statement:
    field = literal("username").label("field")
    names = select(User.id, field, User.username.label("value"))
    return names.union_all(select(User.id, literal("email"), User.email))
