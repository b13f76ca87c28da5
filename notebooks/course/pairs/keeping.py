"""What a table keeps, and what it refuses."""

from typing import Any

import numpy as np
import pandas as pd
from pandas.errors import MergeError
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Float,
    MetaData,
    Table,
    insert,
    select,
    text,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from course.pairs.definition import effect
from course.pairs.frames import Frames
from microblog.models import Like, Post, UTCDateTime

FRAMES = "02b_frames_into_rows"


@effect(
    91,
    "a round trip: dtypes ↔ column types",
    "Which values come back from the database as they went in?",
    lesson=FRAMES,
    words="convert_dtypes, astype, types, json, dtype_backend, timezone, tz_convert, "
    "tz_localize, numpy types, nan to null, uuid, roundtrip",
    starred=True,
    note="A missing value must be None before it is written, and the table must know its types. "
    "`UTCDateTime` is a column type of `microblog.models`: times go in and come out in UTC.",
)
def round_trip(frames: Frames, session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    rows = frame.astype(object).where(frame.notna(), None)
    return rows.assign(no_share=frame["share"].isna())


@round_trip.write
def _(session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    records: list[Any] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    kept = Table(
        "kept",
        MetaData(),
        Column("share", Float),
        Column("flag", Boolean),
        Column("moment", UTCDateTime),
        Column("number", BigInteger),
    )
    kept.create(session.connection())
    session.execute(insert(kept), records)
    back = session.execute(select(kept, kept.c.share.is_(None).label("no_share"))).all()
    return pd.DataFrame(back, columns=[*frame, "no_share"], dtype=object)


@round_trip.wrong_pandas(
    "dtypes from read_sql",
    "Raw SQL doesn't know the types of the columns. A whole number beside a NULL arrives as a "
    "float, and the conversion to `Int64` comes too late for its last digit. On SQLite `True` "
    "comes back as 1 and a moment as text.",
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    frame.to_sql("kept", session.connection(), index=False)
    back = pd.read_sql(text("SELECT * FROM kept"), session.connection())
    rows = back.astype({"number": "Int64"}).astype(object)
    return rows.assign(no_share=back["share"].isna())


@round_trip.wrong_write(
    "time zones",
    "SQLite drops the offset: 20:00 in Madrid comes back as 20:00 without a zone.",
    on=("sqlite",),
)
def _(session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    records: list[Any] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    kept = Table(
        "kept",
        MetaData(),
        Column("share", Float),
        Column("flag", Boolean),
        Column("moment", DateTime(timezone=True)),
        Column("number", BigInteger),
    )
    kept.create(session.connection())
    session.execute(insert(kept), records)
    back = session.execute(select(kept, kept.c.share.is_(None).label("no_share"))).all()
    return pd.DataFrame(back, columns=[*frame, "no_share"], dtype=object)


@round_trip.wrong_write(
    "values written",
    "SQLite can't store a number of NumPy's. It keeps its eight bytes instead.",
    on=("sqlite",),
)
def _(session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    records: list[Any] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    records[0]["number"] = np.int64(2**53 + 1)
    kept = Table(
        "kept",
        MetaData(),
        Column("share", Float),
        Column("flag", Boolean),
        Column("moment", UTCDateTime),
        Column("number", BigInteger),
    )
    kept.create(session.connection())
    session.execute(insert(kept), records)
    back = session.execute(select(kept, kept.c.share.is_(None).label("no_share"))).all()
    return pd.DataFrame(back, columns=[*frame, "no_share"], dtype=object)


@round_trip.wrong_write(
    "values written",
    "SQLite stores a NaN as NULL. PostgreSQL keeps it, larger than any number and not NULL.",
    on=("postgresql",),
)
def _(session: Session) -> pd.DataFrame:
    moments = pd.to_datetime(pd.Series(["2026-08-12T20:00+02:00", None]))
    frame = pd.DataFrame({"share": [0.5, None], "flag": [True, False], "moment": moments})
    frame["number"] = pd.array([2**53 + 1, None], "Int64")
    records: list[Any] = frame.astype(object).where(frame.notna(), None).to_dict("records")
    records[1]["share"] = float("nan")
    kept = Table(
        "kept",
        MetaData(),
        Column("share", Float),
        Column("flag", Boolean),
        Column("moment", UTCDateTime),
        Column("number", BigInteger),
    )
    kept.create(session.connection())
    session.execute(insert(kept), records)
    back = session.execute(select(kept, kept.c.share.is_(None).label("no_share"))).all()
    return pd.DataFrame(back, columns=[*frame, "no_share"], dtype=object)


@effect(
    92,
    "no key twice: merge(validate=) ↔ a unique key",
    "Is a like refused that exists already?",
    lesson="01_models",
    words="unique constraint, primary key, verify_integrity, is_unique, duplicate key, "
    "integrityerror, one_to_one",
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
    "Without `validate=`, pandas merges repeated keys, and every match is doubled.",
    likes=[{"user_id": 1, "post_id": 1}],
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    twice = pd.concat([frames.likes, frames.likes.head(1)])
    twice.merge(frames.likes)
    return pd.DataFrame({"refused": [False]})


@effect(
    93,
    "no unknown owner: isin().all() ↔ a foreign key",
    "May users 1 and 999999 own a post?",
    lesson="01_models",
    words="references, referential integrity, constraint, check references, integrityerror, orphan",
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
                session.add(Post(id=1_000_001, content="Mine", owner_id=owner_id))
            rows.append((owner_id, True))
        except IntegrityError:
            rows.append((owner_id, False))
    return pd.DataFrame(rows, columns=["owner_id", "accepted"])
