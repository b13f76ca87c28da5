"""Long and wide tables."""

from datetime import timedelta

import numpy as np
import pandas as pd
from sqlalchemy import (
    case,
    extract,
    func,
    literal,
    select,
    true,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post, User

CALENDARS = "05a_calendars"
RARER = "04a_rarer_joins"
EVENING = NOON + timedelta(hours=6)


@pair(
    76,
    "long to wide: crosstab ↔ filtered counts",
    "How many posts did each owner write before and from 18:00?",
    lesson=CALENDARS,
    example={
        "posts": [
            {"id": 1},
            {"id": 2},
            {"id": 3, "owner_id": 2},
        ]
    },
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
    example={"users": [{"id": 1}, {"id": 2}]},
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


@pair(
    97,
    "long to wide with values: pivot_table ↔ filtered aggregates",
    "How long is each owner's post on average, before and from 18:00?",
    lesson=CALENDARS,
    example={"posts": [{"id": 1}, {"id": 2, "content": "hi", "timestamp": EVENING}]},
    words="pivot, pivot table, aggfunc, unstack, wide, crosstab with values, spreadsheet",
)
def pivot_table(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.dropna(subset=["owner_id", "timestamp", "content"])
    posts["length"] = posts["content"].str.len()
    posts["part"] = np.where(posts["timestamp"].dt.hour < 18, "day", "evening")
    wide = posts.pivot_table(index="owner_id", columns="part", values="length", aggfunc="mean")
    return wide.reindex(columns=["day", "evening"]).reset_index()


@pivot_table.select
def _(dialect: str) -> Statement:
    hour, length = extract("hour", Post.timestamp), func.length(Post.content)
    day = func.avg(length).filter(hour < 18).label("day")
    evening = func.avg(length).filter(hour >= 18).label("evening")
    known = [column.is_not(None) for column in (Post.owner_id, Post.timestamp, Post.content)]
    return select(Post.owner_id, day, evening).where(*known).group_by(Post.owner_id)


@pivot_table.wrong_select(
    "empty groups",
    "With `else_=0` the mean takes in a 0 for every post of the other column. Leave `else_` out, "
    "or use `filter`.",
    posts=[{"id": 1, "timestamp": EVENING}],
)
def _(dialect: str) -> Statement:
    hour, length = extract("hour", Post.timestamp), func.length(Post.content)
    day = func.avg(case((hour < 18, length), else_=0)).label("day")
    evening = func.avg(case((hour >= 18, length), else_=0)).label("evening")
    known = [column.is_not(None) for column in (Post.owner_id, Post.timestamp, Post.content)]
    return select(Post.owner_id, day, evening).where(*known).group_by(Post.owner_id)


@pivot_table.wrong_pandas(
    "empty groups",
    "`pivot_table` has no column for a value that never occurs. `reindex` adds it.",
    posts=[{"id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.dropna(subset=["owner_id", "timestamp", "content"])
    posts["length"] = posts["content"].str.len()
    posts["part"] = np.where(posts["timestamp"].dt.hour < 18, "day", "evening")
    wide = posts.pivot_table(index="owner_id", columns="part", values="length", aggfunc="mean")
    return wide.reset_index()


@pair(
    98,
    "a row for each word: explode ↔ json_each, regexp_split_to_table",
    "Which words has each post, one in a row? A post without a text keeps one row.",
    lesson=RARER,
    example={"posts": numbered(content=["to be", "", None])},
    words="explode, unnest, split, str.split, list to rows, split into rows, tokenize, lateral, "
    "string_to_table, flatten",
    note="In SQL it's a join with a function that returns rows. SQLite splits no texts, but it "
    "reads JSON, so the text is made into a JSON list first.",
)
def a_row_for_each_word(frames: Frames) -> pd.DataFrame:
    words = frames.posts["content"].str.split(" ")
    return frames.posts[["id"]].assign(word=words).explode("word")


@a_row_for_each_word.select
def _(dialect: str) -> Statement:
    words = func.regexp_split_to_table(Post.content, " ").table_valued("word").render_derived()
    if dialect == "sqlite":
        as_list = "[" + func.replace(func.json_quote(Post.content), " ", '","') + "]"
        words = func.json_each(as_list).table_valued("value")
    return select(Post.id, list(words.c)[0].label("word")).outerjoin(words, true())


@a_row_for_each_word.wrong_select(
    "inner for outer",
    "A plain join drops the posts without a text, since there's no word to join them with. (On "
    "SQLite, `json_quote` makes a JSON null of NULL, and that's a row.)",
    on=("postgresql",),
    posts=[{"id": 1, "content": None}],
)
def _(dialect: str) -> Statement:
    words = func.regexp_split_to_table(Post.content, " ").table_valued("word").render_derived()
    if dialect == "sqlite":
        as_list = "[" + func.replace(func.json_quote(Post.content), " ", '","') + "]"
        words = func.json_each(as_list).table_valued("value")
    return select(Post.id, list(words.c)[0].label("word")).join(words, true())


@a_row_for_each_word.wrong_select(
    "empty groups",
    "`string_to_table` splits an empty text into no words. pandas has one, an empty one.",
    on=("postgresql",),
    posts=[{"id": 1, "content": ""}],
)
def _(dialect: str) -> Statement:
    words = func.string_to_table(Post.content, " ").table_valued("word").render_derived()
    if dialect == "sqlite":
        as_list = "[" + func.replace(func.json_quote(Post.content), " ", '","') + "]"
        words = func.json_each(as_list).table_valued("value")
    return select(Post.id, list(words.c)[0].label("word")).outerjoin(words, true())
