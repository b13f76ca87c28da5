"""Pairs 85 to 96: what a write leaves behind, and what is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pandas as pd
from fastapi.testclient import TestClient
from pandas.errors import MergeError
from pydantic import ValidationError
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    Float,
    MetaData,
    Table,
    delete,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from course.pairs.definition import effect
from course.pairs.frames import NOON, Frames
from microblog.config import Settings
from microblog.dependencies import get_read_engine
from microblog.loading.write import advance_sequence
from microblog.main import create_app
from microblog.models import Base, Like, Post, User, UTCDateTime
from microblog.schemas import UserCreate

WRITING = "02_writing_rows"
FRAMES = "02b_frames_into_rows"
ALL_POSTS = select(*Post.__table__.c).order_by(Post.id.desc())
ALL_LIKES = select(Like.user_id, Like.post_id).order_by(Like.user_id.desc(), Like.post_id)
NEW = 1_000_001


def post(number: int, content: str) -> dict[str, Any]:
    return {"id": number, "content": content, "timestamp": NOON, "owner_id": 1}


@effect(
    85,
    "append: to_sql ↔ add, commit",
    "How do you add a row to a table?",
    lesson=WRITING,
    starred=True,
    after=ALL_POSTS,
)
def append(frames: Frames, session: Session) -> None:
    new = pd.DataFrame([{"id": 1_000_001, "content": "Hello", "timestamp": NOON, "owner_id": 1}])
    new.to_sql("posts", session.connection(), if_exists="append", index=False)


@append.write
def _(session: Session) -> None:
    session.add(Post(id=1_000_001, content="Hello", timestamp=NOON, owner_id=1))
    session.commit()


@append.wrong_pandas(
    "to_sql",
    "`replace` drops the table first: its rows go, and with them its keys and its rules.",
    posts=[{"id": 1}],
)
def _(frames: Frames, session: Session) -> None:
    new = pd.DataFrame([post(NEW, "Hello")])
    new.to_sql("posts", session.connection(), if_exists="replace", index=False)


@append.wrong_write(
    "forgotten commit",
    "Without a commit the row is gone when the session closes.",
)
def _(session: Session) -> None:
    session.add(Post(id=1_000_001, content="Hello", timestamp=NOON, owner_id=1))
    session.flush()
    session.rollback()


@effect(
    86,
    "many rows at once: to_sql ↔ insert(), a list of dicts",
    "How do you add many rows that bring their ids, and one after them that gets its own?",
    lesson=FRAMES,
    starred=True,
    note='`post(1_000_001, "Hello")` is a dict with a value for each column.',
    after=ALL_POSTS,
)
def many_rows(frames: Frames, session: Session) -> None:
    rows = [post(NEW + n, f"Post {n}") for n in range(3)]
    last = post(NEW + 3, "One more")
    pd.DataFrame([*rows, last]).to_sql(
        "posts", session.connection(), if_exists="append", index=False
    )


@many_rows.write
def _(session: Session) -> None:
    session.execute(insert(Post), [post(NEW + n, f"Post {n}") for n in range(3)])
    advance_sequence(session.connection(), Base.metadata.tables["posts"])
    session.add(Post(content="One more", timestamp=NOON, owner_id=1))
    session.commit()


@many_rows.wrong_write(
    "to_sql",
    "Rows that bring their ids leave PostgreSQL's counter where it was: the next id is taken.",
    on=("postgresql",),
    posts=[{"id": 1}],
)
def _(session: Session) -> None:
    session.execute(insert(Post), [post(NEW + n, f"Post {n}") for n in range(3)])
    session.add(Post(content="One more", timestamp=NOON, owner_id=1))
    session.commit()


@effect(
    87,
    "insert or update: concat, drop_duplicates ↔ on_conflict_do_update",
    "How do you add rows, and change those that are there already?",
    lesson=FRAMES,
    note="pandas has no upsert: it can only build the whole table anew.",
    after=ALL_POSTS,
)
def insert_or_update(frames: Frames, session: Session) -> pd.DataFrame:
    rows = pd.DataFrame([post(1, "changed"), post(NEW, "new")])
    both = pd.concat([frames.posts, rows.astype(frames.posts.dtypes)])
    return both.drop_duplicates("id", keep="last")


@insert_or_update.write
def _(session: Session) -> None:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    new = (sqlite if on_sqlite else postgresql).insert(Post)
    columns = {column.name: column for column in new.excluded if column.name != "id"}
    session.execute(
        new.on_conflict_do_update(index_elements=[Post.id], set_=columns),
        [post(1, "changed"), post(NEW, "new")],
    )
    session.commit()


@insert_or_update.wrong_write(
    "upsert",
    "`on_conflict_do_nothing` leaves the row that is there as it was.",
    posts=[{"id": 1, "content": "old"}],
)
def _(session: Session) -> None:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    new = (sqlite if on_sqlite else postgresql).insert(Post).on_conflict_do_nothing()
    session.execute(new, [post(1, "changed"), post(NEW, "new")])
    session.commit()


@effect(
    88,
    "change rows: df.loc[mask, …] = ↔ update().returning",
    "How do you change some rows, and learn which ones?",
    lesson=WRITING,
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
    after=ALL_POSTS,
)
def remove_rows(frames: Frames, session: Session) -> pd.DataFrame:
    return frames.posts[~(frames.posts["timestamp"] < NOON)]


@remove_rows.write
def _(session: Session) -> None:
    session.execute(delete(Post).where(Post.timestamp < NOON))
    session.commit()


@remove_rows.wrong_pandas(
    "NULL is not a value",
    "To keep what is not older is not the same: a missing time is neither older nor newer.",
    posts=[{"id": 1, "timestamp": None}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    return frames.posts[frames.posts["timestamp"] >= NOON]


@effect(
    90,
    "rows from rows: concat ↔ insert().from_select",
    "How does user 2 like all that user 1 wrote, without a loop?",
    lesson="10_social_actions",
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


def values() -> pd.DataFrame:
    """A column of each dtype, each with a missing value or one that is easily spoiled."""
    texts: list[Any] = ["2026-08-12T20:00:00+02:00", None]
    moments = pd.to_datetime(texts).tz_convert("Europe/Madrid")
    return pd.DataFrame(
        {
            "number": pd.array([2**53 + 1, None], "Int64"),
            "share": [0.5, None],
            "flag": [True, False],
            "moment": moments,
        }
    )


def spelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Each value as Python spells it, so that nothing passes for its like."""

    def spell(value: Any) -> str:
        if value is None or value is pd.NA or value is pd.NaT:
            return "nothing"
        if isinstance(value, datetime):
            return str(value.astimezone(UTC) if value.tzinfo else value)
        return repr(value)

    return frame.map(spell)


def written_and_read(
    session: Session, types: dict[str, Any], records: list[dict[Any, Any]]
) -> pd.DataFrame:
    """What comes back of these records from a table with columns of these types."""
    kept = Table("kept", MetaData(), *(Column(name, type) for name, type in types.items()))
    kept.create(session.connection())
    session.execute(insert(kept), records)
    back = session.execute(select(kept)).all()
    return pd.DataFrame(back, columns=list(types), dtype=object)


@effect(
    91,
    "a round trip: dtypes ↔ column types",
    "Which values come back from the database as they went in?",
    lesson=FRAMES,
    starred=True,
    note="A missing value must be None before it is written, and a table must know its types. "
    "(`values()` is a frame with a column of each dtype, `written_and_read` sends records through "
    "a new table, and `spelled` writes each value as Python does, so that 1 is not True.)",
)
def round_trip(frames: Frames, session: Session) -> pd.DataFrame:
    return spelled(values().astype(object).where(values().notna(), None))


@round_trip.write
def _(session: Session) -> pd.DataFrame:
    types = {"number": BigInteger, "share": Float, "flag": Boolean, "moment": UTCDateTime}
    rows = values().astype(object).where(values().notna(), None)
    records = rows.to_dict("records")
    return spelled(written_and_read(session, types, records))


@round_trip.wrong_pandas(
    "dtypes from read_sql",
    "Read as raw SQL, a whole number beside a NULL is a float and loses its last digit; on "
    "SQLite True comes back as 1 and a moment as text.",
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    values().to_sql("kept", session.connection(), index=False)
    return spelled(pd.read_sql(text("SELECT * FROM kept"), session.connection()).astype(object))


@round_trip.wrong_write(
    "time zones",
    "SQLite drops the offset: 20:00 in Madrid comes back as 20:00, and nobody knows where.",
    on=("sqlite",),
)
def _(session: Session) -> pd.DataFrame:
    zoned = DateTime(timezone=True)
    types: dict[str, Any] = {"number": BigInteger, "share": Float, "flag": Boolean, "moment": zoned}
    rows = values().astype(object).where(values().notna(), None)
    records = rows.to_dict("records")
    return spelled(written_and_read(session, types, records))


@round_trip.wrong_write(
    "values written",
    "A number of numpy's is no number to SQLite: it keeps eight bytes.",
    on=("sqlite",),
)
def _(session: Session) -> pd.DataFrame:
    types = {"number": BigInteger, "share": Float, "flag": Boolean, "moment": UTCDateTime}
    rows = values().astype(object).where(values().notna(), None)
    records = rows.to_dict("records")
    records[0]["number"] = np.int64(records[0]["number"])
    return spelled(written_and_read(session, types, records))


@round_trip.wrong_write(
    "values written",
    "A NaN is NULL on SQLite, but a real NaN on PostgreSQL, larger than any number.",
    on=("postgresql",),
)
def _(session: Session) -> pd.DataFrame:
    types = {"number": BigInteger, "share": Float, "flag": Boolean, "moment": UTCDateTime}
    rows = values().astype(object).where(values().notna(), None)
    rows["share"] = [0.5, float("nan")]
    records = rows.to_dict("records")
    return spelled(written_and_read(session, types, records))


@effect(
    92,
    "no key twice: merge(validate=) ↔ a unique key",
    "Is a like refused that is there already?",
    lesson="01_models",
)
def no_key_twice(frames: Frames, session: Session) -> pd.DataFrame:
    twice = pd.concat([frames.likes, frames.likes.head(1)])
    try:
        twice.merge(frames.likes, validate="one_to_one")
    except MergeError:
        return pd.DataFrame({"refused": [True]})
    return pd.DataFrame({"refused": [False]})


@no_key_twice.write
def _(session: Session) -> pd.DataFrame:
    first = session.execute(select(Like.user_id, Like.post_id).limit(1)).mappings().all()
    try:
        with session.begin_nested():
            for like in first:
                session.execute(insert(Like), dict(like))
    except IntegrityError:
        return pd.DataFrame({"refused": [True]})
    return pd.DataFrame({"refused": [False]})


@no_key_twice.wrong_pandas(
    "keys that nobody checks",
    "Without `validate=` pandas merges what stands twice, and every match is doubled.",
    likes=[{"user_id": 1, "post_id": 1}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    twice = pd.concat([frames.likes, frames.likes.head(1)])
    twice.merge(frames.likes)
    return pd.DataFrame({"refused": [False]})


@effect(
    93,
    "no owner who is not there: isin().all() ↔ a foreign key",
    "May users 1 and 999999 own a post?",
    lesson="01_models",
    tables="product",
)
def no_unknown_owner(frames: Frames, session: Session) -> pd.DataFrame:
    owners = pd.DataFrame({"owner_id": [1, 999999]})
    return owners.assign(accepted=owners["owner_id"].isin(frames.users["id"]))


@no_unknown_owner.write
def _(session: Session) -> pd.DataFrame:
    rows = []
    for owner_id in (1, 999999):
        try:
            with session.begin_nested():
                session.execute(insert(Post), post(NEW, "Mine") | {"owner_id": owner_id})
            rows.append((owner_id, True))
        except IntegrityError:
            rows.append((owner_id, False))
    return pd.DataFrame(rows, columns=["owner_id", "accepted"])


@effect(
    94,
    "row by row: str.fullmatch ↔ a Pydantic schema",
    "Which of these names may a new user have?",
    lesson="07_schemas",
    starred=True,
)
def row_by_row(frames: Frames, session: Session) -> pd.DataFrame:
    names = pd.concat([frames.users["username"], pd.Series(["ana_1", "an", "ana\n", "ana!"])])
    valid = names.str.fullmatch("[A-Za-z0-9_]{3,30}")
    return pd.DataFrame({"username": names, "accepted": valid})


@row_by_row.write
def _(session: Session) -> pd.DataFrame:
    rows = []
    for name in [*session.scalars(select(User.username)), "ana_1", "an", "ana\n", "ana!"]:
        try:
            UserCreate(username=name, email="ana@example.org", password="a-long-password")
            rows.append((name, True))
        except ValidationError:
            rows.append((name, False))
    return pd.DataFrame(rows, columns=["username", "accepted"])


@row_by_row.wrong_pandas(
    "half a match",
    "`match` looks only at the beginning, and `$` also matches before a line break at the end.",
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    names = pd.concat([frames.users["username"], pd.Series(["ana_1", "an", "ana\n", "ana!"])])
    valid = names.str.match("[A-Za-z0-9_]{3,30}$")
    return pd.DataFrame({"username": names, "accepted": valid})


@effect(
    95,
    "look up, do not search: set_index ↔ an index, EXPLAIN",
    "Are the posts of one owner found without reading all posts?",
    lesson="11_measuring_speed",
    tables="product",
    note="PostgreSQL reads a small table whole whatever its indexes, unless told not to.",
)
def look_up(frames: Frames, session: Session) -> pd.DataFrame:
    by_owner = frames.posts.set_index("owner_id").sort_index()
    return pd.DataFrame({"looked_up": [by_owner.index.is_monotonic_increasing]})


@look_up.write
def _(session: Session) -> pd.DataFrame:
    explain = "EXPLAIN QUERY PLAN"
    if session.get_bind().dialect.name == "postgresql":
        explain = "EXPLAIN"
        session.execute(text("SET LOCAL enable_seqscan = off"))
    steps = session.execute(text(f"{explain} SELECT id FROM posts WHERE owner_id = 1"))
    plan = str(steps.all())
    return pd.DataFrame({"looked_up": ["(owner_id = 1)" in plan or "(owner_id=?)" in plan]})


@look_up.wrong_write(
    "hidden from the index",
    "An index on a column does not help to find what is worked out from it.",
)
def _(session: Session) -> pd.DataFrame:
    explain = "EXPLAIN QUERY PLAN"
    if session.get_bind().dialect.name == "postgresql":
        explain = "EXPLAIN"
        session.execute(text("SET LOCAL enable_seqscan = off"))
    steps = session.execute(text(f"{explain} SELECT id FROM posts WHERE owner_id + 0 = 1"))
    plan = str(steps.all())
    return pd.DataFrame({"looked_up": ["(owner_id = 1)" in plan or "(owner_id=?)" in plan]})


class SameConnection:
    """In place of an engine: each look-up gets this connection, and leaves it open."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        yield self.connection


def service_on(session: Session) -> TestClient:
    """The finished service, called without a network, with the rows that this session sees."""
    app = create_app(Settings())
    app.dependency_overrides[get_read_engine] = lambda: SameConnection(session.connection())
    return TestClient(app)


@effect(
    96,
    "a cell and an endpoint: head(5) ↔ GET /posts/?limit=5",
    "Which are the five newest posts, for anybody who asks?",
    lesson="08_endpoints",
    starred=True,
    ordered=True,
    tables="product",
    note="`service_on(session)` is the finished service, called without a network.",
)
def cell_and_endpoint(frames: Frames, session: Session) -> pd.DataFrame:
    owners = frames.users[["id", "username"]].rename(columns={"id": "owner_id"})
    newest = frames.posts.sort_values(["timestamp", "id"], ascending=False).head(5)
    return newest.merge(owners)


@cell_and_endpoint.write
def _(session: Session) -> pd.DataFrame:
    posts = service_on(session).get("/posts/", params={"limit": 5}).json()
    frame = pd.DataFrame(posts, columns=["id", "content", "timestamp", "owner_id", "username"])
    return frame.assign(timestamp=pd.to_datetime(frame["timestamp"], format="ISO8601", utc=True))


@cell_and_endpoint.wrong_write(
    "JSON has no moments",
    "What comes back is text: it must be read as a time before anything can be done with it.",
    users=[{"id": 1, "username": "ana"}],
    posts=[{"id": 1}],
)
def _(session: Session) -> pd.DataFrame:
    posts = service_on(session).get("/posts/", params={"limit": 5}).json()
    return pd.DataFrame(posts, columns=["id", "content", "timestamp", "owner_id", "username"])
