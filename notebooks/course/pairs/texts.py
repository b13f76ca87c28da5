"""Searching in texts, and joining them."""

import pandas as pd
from sqlalchemy import (
    case,
    func,
    select,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

READING = "03_reading_rows"


@pair(
    13,
    "literal search: str.contains(regex=False) ↔ instr, strpos",
    "Which posts contain `final_`, letter for letter?",
    lesson=READING,
    example={"posts": numbered(content=["final_3", "finals", "FINAL_3"])},
    words="like, ilike, search, find text, substring, contains, regex, match, replace, "
    "str.replace, regexp_match",
    note="No index helps here: the database computes the position for every row. LIKE with `%` at "
    "its beginning reads every row, too. For large tables, databases have full-text indexes.",
)
def literal_search(frames: Frames) -> pd.DataFrame:
    found = frames.posts["content"].str.contains("final_", regex=False)
    return frames.posts[found][["id", "content"]]


@literal_search.select
def _(dialect: str) -> Statement:
    position = func.instr if dialect == "sqlite" else func.strpos
    return select(Post.id, Post.content).where(position(Post.content, "final_") > 0)


@literal_search.wrong_select(
    "LIKE",
    "In LIKE, `_` stands for any character and `%` for any number of them.",
    posts=[{"id": 1, "content": "finals"}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content.contains("final_"))


@literal_search.wrong_select(
    "LIKE",
    "With `autoescape=True`, `_` is literal. But LIKE on SQLite ignores the case of ASCII letters.",
    on=("sqlite",),
    posts=[{"id": 1, "content": "FINAL_1"}],
)
def _(dialect: str) -> Statement:
    found = Post.content.contains("final_", autoescape=True)
    return select(Post.id, Post.content).where(found)


@pair(
    14,
    "prefix: str.startswith ↔ substr",
    "Which posts begin with “Okay”?",
    lesson=READING,
    example={"posts": numbered(content=["Okay then", "okay", "Not Okay"])},
    words="str.endswith, begins with, starts with, like prefix, left, str.slice, "
    "str slicing, substring",
    note="`substr` hides the column, so an index on it doesn't help: every row is read. A range "
    'can use one: `Post.content >= "Okay", Post.content < "Okaz"` (on PostgreSQL, with an index in '
    "the C collation).",
)
def prefix(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"].str.startswith("Okay")][["id", "content"]]


@prefix.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(func.substr(Post.content, 1, 4) == "Okay")


@prefix.wrong_select(
    "LIKE",
    "`startswith` becomes LIKE, which ignores the case of ASCII letters on SQLite.",
    on=("sqlite",),
    posts=[{"id": 1, "content": "okay"}],
)
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(Post.content.startswith("Okay"))


@pair(
    26,
    "join texts: + ↔ +",
    "How does each user look with an @ in front?",
    lesson=READING,
    example={"users": [{"id": 1, "username": "ana"}, {"id": 2, "username": None}]},
    words="concat strings, str.cat, ||, concatenate texts, string concatenation, add strings",
)
def join_texts(frames: Frames) -> pd.DataFrame:
    return frames.users[["id"]].assign(handle="@" + frames.users["username"])


@join_texts.select
def _(dialect: str) -> Statement:
    return select(User.id, ("@" + User.username).label("handle"))


@join_texts.wrong_select(
    "NULL is not a value",
    "`concat` skips a NULL, where `+` gives NULL, as in pandas. (SQLite has `concat` only from "
    "version 3.44 on.)",
    users=[{"id": 1, "username": None}],
)
def _(dialect: str) -> Statement:
    return select(User.id, func.concat("@", User.username).label("handle"))


@pair(
    56,
    "join the texts: agg(', '.join) ↔ aggregate_strings",
    "What has each owner written, in one line?",
    lesson="06a_more_windows",
    example={
        "posts": [{"id": 1, "content": "b"}, {"id": 2, "content": "a"}, {"id": 3, "content": None}]
    },
    words="string_agg, group_concat, listagg, array_agg, agg list, agg(list), "
    "concatenate rows, join strings per group, aggregate_order_by",
    note="`aggregate_order_by` puts an ORDER BY into the aggregate. PostgreSQL has it, and SQLite "
    "only from version 3.44 on. As a window, the texts come in order on every SQLite.",
)
def joined_texts(frames: Frames) -> pd.DataFrame:
    texts = frames.posts.dropna(subset="content").sort_values("id")
    by_owner = texts.groupby("owner_id", dropna=False)["content"]
    return by_owner.agg(", ".join).reset_index(name="texts")


@joined_texts.select
def _(dialect: str) -> Statement:
    texts = func.aggregate_strings(Post.content, ", ")
    posts = select(Post.owner_id).where(Post.content.is_not(None))
    if dialect == "postgresql":
        in_order = texts.aggregate_order_by(Post.id)
        rows = posts.add_columns(in_order.label("texts")).group_by(Post.owner_id)
    else:
        as_window = texts.over(partition_by=Post.owner_id, order_by=Post.id, rows=(None, None))
        # Of '' alone SQLite makes NULL here, or (3.53) a text of the length 0 that is not ''.
        or_empty = case((func.length(as_window) > 0, as_window), else_="")
        rows = posts.add_columns(or_empty.label("texts")).distinct()
    return rows


@joined_texts.wrong_select(
    "ties",
    "Ordered by the content, the texts come in another order than that of their ids.",
    posts=[{"id": 1, "content": "b"}, {"id": 2, "content": "a"}],
)
def _(dialect: str) -> Statement:
    texts = func.aggregate_strings(Post.content, ", ").over(
        partition_by=Post.owner_id, order_by=Post.content, rows=(None, None)
    )
    return select(Post.owner_id, texts.label("texts")).distinct()
