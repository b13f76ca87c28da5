"""Whole tables, their columns, and how many rows there are."""

import pandas as pd
from sqlalchemy import (
    func,
    select,
    text,
)
from sqlalchemy.orm import Session

from course.pairs.definition import Statement, effect, numbered, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post

READING = "03_reading_rows"


@pair(
    1,
    "frame and model: astype ↔ Mapped",
    "Which columns has a post, and of which type is each?",
    lesson="01_models",
    words="dtypes, dtype, info, columns, schema, model, mapped_column, class, "
    "create table, describe a table",
    starred=True,
    note="The model's types are `id: Mapped[int]`, `content: Mapped[str]`, "
    "`timestamp: Mapped[datetime]`, `owner_id: Mapped[int]`.",
)
def frame_and_model(frames: Frames) -> pd.DataFrame:
    types = {
        "id": "int64",
        "content": "str",
        "timestamp": "datetime64[us, UTC]",
        "owner_id": "Int64",
    }
    return frames.posts.astype(types)


@frame_and_model.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content, Post.timestamp, Post.owner_id)


@effect(
    2,
    "read all: read_sql ↔ session.scalars",
    "What does the table of posts hold?",
    lesson=READING,
    words="read_csv, read_sql_table, read_sql_query, to dataframe, load, all rows, "
    "select *, db.query, session.query, query(Post).all, fetchall, get",
    starred=True,
)
def read_all(frames: Frames, session: Session) -> pd.DataFrame:
    return pd.read_sql(select(Post), session.connection())


@read_all.write
def _(session: Session) -> pd.DataFrame:
    posts = session.scalars(select(Post)).all()
    names = ["id", "content", "timestamp", "owner_id"]
    return pd.DataFrame([[getattr(post, name) for name in names] for post in posts], columns=names)


@read_all.wrong_pandas(
    "dtypes from read_sql",
    "SQLite has no type for times, so raw SQL returns text. `select(Post)` goes by the model.",
    on=("sqlite",),
    posts=[{"id": 1, "timestamp": NOON}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    return pd.read_sql(text("SELECT * FROM posts"), session.connection())


@pair(
    3,
    "project and rename: rename ↔ label",
    "What is the text of each post, under the name `text`?",
    lesson=READING,
    words="select columns, projection, loc columns, filter columns, as, alias, "
    "rename a column, drop columns",
)
def project_and_rename(frames: Frames) -> pd.DataFrame:
    return frames.posts[["id", "content"]].rename(columns={"content": "text"})


@project_and_rename.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content.label("text"))


@pair(
    4,
    "derived column: assign ↔ func.length",
    "How long is each post?",
    lesson=READING,
    words="new column, add a column, computed column, str.len, eval, length of a text, expression",
)
def derived_column(frames: Frames) -> pd.DataFrame:
    return frames.posts[["id"]].assign(length=frames.posts["content"].str.len())


@derived_column.select
def _(dialect: str) -> Statement:
    return select(Post.id, func.length(Post.content).label("length"))


@pair(
    5,
    "row count: len ↔ func.count",
    "How many posts are there?",
    lesson=READING,
    words="shape, size, number of rows, how many rows, count(*), query.count, nrows",
)
def row_count(frames: Frames) -> pd.DataFrame:
    return pd.DataFrame({"posts": [len(frames.posts)]})


@row_count.select
def _(dialect: str) -> Statement:
    return select(func.count().label("posts")).select_from(Post)


@pair(
    6,
    "distinct: drop_duplicates ↔ distinct",
    "Which owners have posts?",
    lesson=READING,
    example={"posts": numbered(owner_id=[1, 2, 1])},
    words="unique, unique values, select distinct, remove duplicates",
)
def distinct_values(frames: Frames) -> pd.DataFrame:
    return frames.posts[["owner_id"]].drop_duplicates()


@distinct_values.select
def _(dialect: str) -> Statement:
    return select(Post.owner_id).distinct()
