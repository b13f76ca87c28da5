"""Many rows in one statement: new ones, changed ones, and rows made of rows."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import (
    insert,
    literal,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from course.pairs.definition import effect
from course.pairs.frames import Frames
from microblog.loading.write import advance_sequence
from microblog.models import Like, Post

WRITING = "02_writing_rows"
FRAMES = "02b_frames_into_rows"
ALL_POSTS = select(*Post.__table__.c).order_by(Post.id.desc())
ALL_LIKES = select(Like.user_id, Like.post_id).order_by(Like.user_id.desc(), Like.post_id)


@effect(
    86,
    "many rows at once: to_sql ↔ insert(), a list of dicts",
    "How do you add many rows that bring their ids, and then one that gets an id itself?",
    lesson=FRAMES,
    example={"posts": [{"id": 1}]},
    words="bulk insert, insert many, executemany, bulk_insert_mappings, add_all, "
    "bulk_save_objects, load a csv, write a dataframe",
    starred=True,
    note="`advance_sequence`, from `microblog.loading.write`, sets PostgreSQL's counter in one "
    "more statement. SQLite needs none: it numbers new rows after the largest id.",
    after=ALL_POSTS,
)
def many_rows(frames: Frames, session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1_000_001 + n, "content": f"Post {n}", "timestamp": noon, "owner_id": 1}
        for n in range(4)
    ]
    posts = pd.DataFrame(rows)
    posts.to_sql("posts", session.connection(), if_exists="append", index=False)
    session.commit()


@many_rows.write
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1_000_001 + n, "content": f"Post {n}", "timestamp": noon, "owner_id": 1}
        for n in range(3)
    ]
    session.execute(insert(Post), rows)
    advance_sequence(session.connection(), Post.metadata.tables["posts"])
    session.add(Post(content="Post 3", timestamp=noon, owner_id=1))
    session.commit()


@many_rows.wrong_write(
    "to_sql",
    "Rows that bring their ids leave PostgreSQL's counter where it was, so the next id is taken.",
    on=("postgresql",),
    posts=[{"id": 1}],
)
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1_000_001 + n, "content": f"Post {n}", "timestamp": noon, "owner_id": 1}
        for n in range(3)
    ]
    session.execute(insert(Post), rows)
    session.add(Post(content="Post 3", timestamp=noon, owner_id=1))
    session.commit()


@effect(
    87,
    "insert or update: concat, drop_duplicates ↔ on_conflict_do_update",
    "How do you add rows, and change those that exist already?",
    lesson=FRAMES,
    example={"posts": [{"id": 1, "content": "old"}, {"id": 2, "content": "other"}]},
    words="upsert, merge into, on conflict, insert or replace, session.merge, "
    "update or insert, df.update, combine_first",
    note="pandas has no upsert: it can only build the whole table anew.",
    after=ALL_POSTS,
)
def insert_or_update(frames: Frames, session: Session) -> pd.DataFrame:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1, "content": "changed", "timestamp": noon, "owner_id": 1},
        {"id": 1_000_001, "content": "new", "timestamp": noon, "owner_id": 1},
    ]
    new = pd.DataFrame(rows).astype(frames.posts.dtypes)
    both = pd.concat([frames.posts, new])
    return both.drop_duplicates("id", keep="last")


@insert_or_update.write
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1, "content": "changed", "timestamp": noon, "owner_id": 1},
        {"id": 1_000_001, "content": "new", "timestamp": noon, "owner_id": 1},
    ]
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    new = (sqlite if on_sqlite else postgresql).insert(Post)
    columns = {column.name: column for column in new.excluded if column.name != "id"}
    session.execute(new.on_conflict_do_update(index_elements=[Post.id], set_=columns), rows)
    session.commit()


@insert_or_update.wrong_write(
    "upsert",
    "`on_conflict_do_nothing` keeps the old row as it was.",
    posts=[{"id": 1, "content": "old"}],
)
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    rows = [
        {"id": 1, "content": "changed", "timestamp": noon, "owner_id": 1},
        {"id": 1_000_001, "content": "new", "timestamp": noon, "owner_id": 1},
    ]
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    new = (sqlite if on_sqlite else postgresql).insert(Post).on_conflict_do_nothing()
    session.execute(new, rows)
    session.commit()


@effect(
    90,
    "rows from rows: concat ↔ insert().from_select",
    "How does user 2 like all that user 1 wrote, without a loop?",
    lesson="10_social_actions",
    example={
        "posts": [{"id": 1}, {"id": 2}, {"id": 3, "owner_id": 2}],
        "likes": [{"user_id": 2, "post_id": 1}],
    },
    words="insert into select, insert select, copy rows, on conflict do nothing, "
    "insert ignore, look-then-write",
    note="The key of `likes` refuses what exists already, so this is right on both databases, also "
    "when two requests come at once. If you first look which likes exist, another request can "
    "insert one in between on PostgreSQL.",
    after=ALL_LIKES,
)
def rows_from_rows(frames: Frames, session: Session) -> pd.DataFrame:
    posts = frames.posts[frames.posts["owner_id"] == 1]
    new = pd.DataFrame({"user_id": 2, "post_id": posts["id"]})
    return pd.concat([frames.likes, new]).drop_duplicates()


@rows_from_rows.write
def _(session: Session) -> None:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    new = select(literal(2), Post.id).where(Post.owner_id == 1)
    likes = (sqlite if on_sqlite else postgresql).insert(Like)
    likes = likes.from_select(["user_id", "post_id"], new)
    session.execute(likes.on_conflict_do_nothing())
    session.commit()


@rows_from_rows.wrong_write(
    "keys that nobody checks",
    "One of the likes exists already. Its key is refused, and with it the whole statement.",
    posts=[{"id": 1}],
    likes=[{"user_id": 2, "post_id": 1}],
)
def _(session: Session) -> None:
    new = select(literal(2), Post.id).where(Post.owner_id == 1)
    session.execute(insert(Like).from_select(["user_id", "post_id"], new))
    session.commit()
