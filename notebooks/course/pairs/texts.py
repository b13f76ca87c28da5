"""Searching in texts, and joining them."""

import pandas as pd
from sqlalchemy import (
    case,
    func,
    select,
)

from course.pairs.definition import Statement, pair
from course.pairs.frames import Frames
from microblog.models import Post, User

READING = "03_reading_rows"


@pair(
    13,
    "literal search: str.contains(regex=False) ↔ instr, strpos",
    "Which posts contain `final_`, letter for letter?",
    lesson=READING,
    words="like, ilike, search, find text, substring, contains, regex, match, replace, "
    "str.replace, regexp_match",
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
    "`autoescape=True` takes `_` literally, but LIKE on SQLite takes `F` for `f`.",
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
    words="str.endswith, begins with, starts with, like prefix, left, str.slice, "
    "str slicing, substring",
)
def prefix(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["content"].str.startswith("Okay")][["id", "content"]]


@prefix.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).where(func.substr(Post.content, 1, 4) == "Okay")


@prefix.wrong_select(
    "LIKE",
    "`startswith` becomes LIKE, and on SQLite that is blind to the case of ASCII letters.",
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
    words="concat strings, str.cat, ||, concatenate texts, string concatenation, add strings",
)
def join_texts(frames: Frames) -> pd.DataFrame:
    return frames.users[["id"]].assign(handle="@" + frames.users["username"])


@join_texts.select
def _(dialect: str) -> Statement:
    return select(User.id, ("@" + User.username).label("handle"))


@join_texts.wrong_select(
    "NULL is not a value",
    "`+` with a NULL gives NULL, as in pandas; PostgreSQL's `concat` skips the NULL instead.",
    on=("postgresql",),
    users=[{"id": 1, "username": None}],
)
def _(dialect: str) -> Statement:
    handle = func.concat("@", User.username) if dialect == "postgresql" else "@" + User.username
    return select(User.id, handle.label("handle"))


@pair(
    56,
    "join the texts: agg(', '.join) ↔ aggregate_strings.over",
    "What has each owner written, in one line?",
    lesson="06a_more_windows",
    words="string_agg, group_concat, listagg, array_agg, agg list, agg(list), "
    "concatenate rows, join strings per group, aggregate_order_by",
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
