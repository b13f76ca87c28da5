"""The order of rows, and pages of them."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import (
    func,
    select,
    tuple_,
)

from course.pairs.definition import Statement, numbered, pair
from course.pairs.frames import NOON, Frames
from microblog.models import Post, User

READING = "03_reading_rows"
BY_KEY = "03b_pages_by_key"


@pair(
    18,
    "the newest: sort_values, head ↔ order_by, limit",
    "Which are the four newest posts?",
    lesson=READING,
    example={
        "posts": [
            *({"id": n, "timestamp": NOON} for n in (2, 4, 1, 3)),
            {"id": 5, "timestamp": None},
        ]
    },
    words="tail, first rows, top n, top, latest, most recent, limit, order by, nlargest, "
    "nsmallest, query.limit, first",
    ordered=True,
)
def newest(frames: Frames) -> pd.DataFrame:
    by_time = frames.posts.sort_values(["timestamp", "id"], ascending=False)
    return by_time.head(4)[["id", "timestamp"]]


@newest.select
def _(dialect: str) -> Statement:
    by_time = (Post.timestamp.desc().nulls_last(), Post.id.desc())
    return select(Post.id, Post.timestamp).order_by(*by_time).limit(4)


@newest.wrong_select(
    "ties",
    "Two posts share their time, so they may come in any order. Let the order end in the key.",
    posts=[{"id": 1}, {"id": 2}],
)
def _(dialect: str) -> Statement:
    rows = select(Post.id, Post.timestamp)
    return rows.order_by(Post.timestamp.desc().nulls_last()).limit(4)


@newest.wrong_select(
    "NULL order",
    "Without `nulls_last()` the posts without a time are the newest on PostgreSQL.",
    on=("postgresql",),
    posts=[{"id": 1}, {"id": 2, "timestamp": None}],
)
def _(dialect: str) -> Statement:
    rows = select(Post.id, Post.timestamp)
    return rows.order_by(Post.timestamp.desc(), Post.id.desc()).limit(4)


@pair(
    19,
    "the next page: iloc ↔ offset",
    "Which posts stand on the second page, with three on a page?",
    lesson=READING,
    words="slice, slicing, page, paging, pagination, limit offset, skip rows, iloc slice",
    ordered=True,
)
def second_page(frames: Frames) -> pd.DataFrame:
    return frames.posts.sort_values("id").iloc[3:6][["id", "content"]]


@second_page.select
def _(dialect: str) -> Statement:
    return select(Post.id, Post.content).order_by(Post.id).offset(3).limit(3)


@pair(
    20,
    "the next page by key: | and & ↔ tuple_(…) <",
    "Which posts come after post 3 of 12 August, noon, newest first?",
    lesson=BY_KEY,
    example={"users": [{"id": 1}], "posts": [{"id": n, "timestamp": NOON} for n in (4, 3, 2, 1)]},
    words="keyset, seek, cursor pagination, pagination, infinite scroll, paging, "
    "page by key, row comparison",
    ordered=True,
    note="The service pages in the same way: the `Link` header of `GET /posts/` holds the key.",
)
def page_by_key(frames: Frames) -> pd.DataFrame:
    seen, key = datetime(2026, 8, 12, 12, tzinfo=UTC), 3
    time, number = frames.posts["timestamp"], frames.posts["id"]
    older = frames.posts[(time < seen) | ((time == seen) & (number < key))]
    owners = frames.users[["id", "username"]].rename(columns={"id": "owner_id"})
    page = older.sort_values(["timestamp", "id"], ascending=False)
    return page.merge(owners).head(20)


@page_by_key.select
def _(dialect: str) -> Statement:
    seen, key = datetime(2026, 8, 12, 12, tzinfo=UTC), 3
    posts = select(Post.id, Post.content, Post.timestamp, Post.owner_id, User.username)
    older = posts.join(Post.owner).where(tuple_(Post.timestamp, Post.id) < (seen, key))
    return older.order_by(Post.timestamp.desc(), Post.id.desc()).limit(20)


@page_by_key.wrong_select(
    "ties",
    "Paging by the time alone skips the posts that share the moment of the last one seen.",
    users=[{"id": 1}],
    posts=[{"id": 2, "timestamp": NOON}],
)
def _(dialect: str) -> Statement:
    seen = datetime(2026, 8, 12, 12, tzinfo=UTC)
    posts = select(Post.id, Post.content, Post.timestamp, Post.owner_id, User.username)
    older = posts.join(Post.owner).where(Post.timestamp < seen)
    return older.order_by(Post.timestamp.desc(), Post.id.desc()).limit(20)


@pair(
    21,
    "by a computed key: sort_values(key=) ↔ order_by(func…)",
    "Which posts are shortest?",
    lesson=READING,
    example={"posts": numbered(content=["three", None, "", "one"])},
    words="sort by length, sort by expression, str.len, sort by function, order by expression",
    ordered=True,
)
def by_computed_key(frames: Frames) -> pd.DataFrame:
    posts = frames.posts.sort_values("id")[["id", "content"]]
    return posts.sort_values("content", key=lambda text: text.str.len(), kind="stable")


@by_computed_key.select
def _(dialect: str) -> Statement:
    by_length = (func.length(Post.content).nulls_last(), Post.id)
    return select(Post.id, Post.content).order_by(*by_length)
