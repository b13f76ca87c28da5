"""What a write leaves behind."""

from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import (
    delete,
    insert,
    literal,
    select,
    update,
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
    85,
    "append: to_sql ↔ add, commit",
    "How do you add a row to a table?",
    lesson=WRITING,
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
    86,
    "many rows at once: to_sql ↔ insert(), a list of dicts",
    "How do you add many rows that bring their ids, and one after them that gets its own?",
    lesson=FRAMES,
    words="bulk insert, insert many, executemany, bulk_insert_mappings, add_all, "
    "bulk_save_objects, load a csv, write a dataframe",
    starred=True,
    note="`advance_sequence`, from `microblog.loading.write`, sets PostgreSQL's counter. SQLite "
    "needs none: it numbers new rows after the largest id.",
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
    "How do you add rows, and change those that are there already?",
    lesson=FRAMES,
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
    "`on_conflict_do_nothing` leaves the row that is there as it was.",
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
    88,
    "change rows: df.loc[mask, …] = ↔ update().returning",
    "How do you change some rows, and learn which ones?",
    lesson=WRITING,
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
    "To keep what is not older is not the same: a missing time is neither older nor newer.",
    posts=[{"id": 1, "timestamp": None}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    noon = datetime(2026, 8, 12, 12, tzinfo=UTC)
    return frames.posts[frames.posts["timestamp"] >= noon]


@effect(
    90,
    "rows from rows: concat ↔ insert().from_select",
    "How does user 2 like all that user 1 wrote, without a loop?",
    lesson="10_social_actions",
    words="insert into select, insert select, copy rows, on conflict do nothing, "
    "insert ignore, look-then-write",
    note="The key of `likes` decides about the rows that are there already, so this is right on "
    "both databases, also when two requests come at once.",
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
    "A like that is there already is refused, and with it the whole statement.",
    posts=[{"id": 1}],
    likes=[{"user_id": 2, "post_id": 1}],
)
def _(session: Session) -> None:
    new = select(literal(2), Post.id).where(Post.owner_id == 1)
    session.execute(insert(Like).from_select(["user_id", "post_id"], new))
    session.commit()
