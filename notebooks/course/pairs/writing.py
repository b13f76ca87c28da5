"""What a write leaves behind."""

from datetime import UTC, datetime, timedelta

import pandas as pd
from sqlalchemy import (
    delete,
    select,
    update,
)
from sqlalchemy.orm import Session

from course.pairs.definition import effect
from course.pairs.frames import NOON, Frames
from microblog.models import Like, Post

WRITING = "02_writing_rows"
FRAMES = "02b_frames_into_rows"
ALL_POSTS = select(*Post.__table__.c).order_by(Post.id.desc())
ALL_LIKES = select(Like.user_id, Like.post_id).order_by(Like.user_id.desc(), Like.post_id)


@effect(
    85,
    "append: to_sql ↔ add, commit",
    "How do you add a row to a table?",
    lesson=WRITING,
    example={"posts": [{"id": 1}]},
    words="insert, insert a row, append a row, df.loc[new], concat a row, db.add, "
    "session.add, save, write, create a row, flush, if_exists",
    starred=True,
    after=ALL_POSTS,
    note="Both sides give the row its id, so that they write the same row. In your own code leave "
    "it out, and the database counts. `to_sql` with an engine commits by itself. With the "
    "connection of a session it doesn't, so you commit.",
)
def append(frames: Frames, session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    new = pd.DataFrame([{"id": 1_000_001, "content": "Hello", "timestamp": noon, "owner_id": 1}])
    new.to_sql("posts", session.connection(), if_exists="append", index=False)
    session.commit()


@append.write
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    session.add(Post(id=1_000_001, content="Hello", timestamp=noon, owner_id=1))
    session.commit()


@append.wrong_write(
    "forgotten commit",
    "Without a commit the row is gone when the session closes. No error tells you.",
)
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    session.add(Post(id=1_000_001, content="Hello", timestamp=noon, owner_id=1))
    session.flush()


@append.wrong_pandas(
    "to_sql",
    "`replace` drops the table first: its rows go, and with them its keys and its rules.",
    posts=[{"id": 1}],
)
def _(frames: Frames, session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    new = pd.DataFrame([{"id": 1_000_001, "content": "Hello", "timestamp": noon, "owner_id": 1}])
    new.to_sql("posts", session.connection(), if_exists="replace", index=False)
    session.commit()


@effect(
    88,
    "change rows: df.loc[mask, …] = ↔ update().returning",
    "How do you change some rows, and learn which ones?",
    lesson=WRITING,
    example={"posts": [{"id": 1}, {"id": 2, "owner_id": 2}, {"id": 3, "owner_id": None}]},
    words="update, set values, loc assignment, change values, assign where, modify rows, "
    "set, df.at, returning, query.update",
)
def change_rows(frames: Frames, session: Session) -> pd.DataFrame:
    posts, changed = frames.posts[["id", "content"]].copy(), frames.posts["owner_id"].eq(2)
    changed = changed.fillna(False)
    posts.loc[changed, "content"] = "(removed)"
    return posts.assign(changed=changed)


@change_rows.write
def _(session: Session) -> pd.DataFrame:
    change = update(Post).where(Post.owner_id == 2).values(content="(removed)")
    changed = session.scalars(change.returning(Post.id)).all()
    session.commit()
    posts = session.execute(select(Post.id, Post.content)).all()
    rows = [(post.id, post.content, post.id in changed) for post in posts]
    return pd.DataFrame(rows, columns=["id", "content", "changed"])


@effect(
    89,
    "remove rows: df[~mask] ↔ delete().where",
    "How do you remove the posts from before 12 August, noon?",
    lesson=WRITING,
    example={
        "posts": [
            {"id": 1, "timestamp": NOON - timedelta(days=1)},
            {"id": 2},
            {"id": 3, "timestamp": None},
        ]
    },
    words="delete, drop rows, df.drop, remove, truncate, session.delete, delete rows, query.delete",
    after=ALL_POSTS,
)
def remove_rows(frames: Frames, session: Session) -> pd.DataFrame:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    return frames.posts[~(frames.posts["timestamp"] < noon)]


@remove_rows.write
def _(session: Session) -> None:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    session.execute(delete(Post).where(Post.timestamp < noon))
    session.commit()


@remove_rows.wrong_pandas(
    "NULL is not a value",
    "For a missing time both `<` and `>=` are false, so this removes the row, too.",
    posts=[{"id": 1, "timestamp": None}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    return frames.posts[frames.posts["timestamp"] >= noon]
