"""The tables as DataFrames, with the same dtypes whatever the rows."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

import pandas as pd

from course.databases import DATA
from course.pairs.definition import Row, Tables
from microblog.models import Base

INTEGER, TEXT, TIME = "int64", "str", "datetime64[us, UTC]"
DTYPES = {
    "users": {
        "id": INTEGER,
        "username": TEXT,
        "email": TEXT,
        "hashed_password": TEXT,
        "created_at": TIME,
    },
    # Int64, with a capital, can hold the NULL of a post without an owner and stay whole.
    "posts": {"id": INTEGER, "content": TEXT, "timestamp": TIME, "owner_id": "Int64"},
    "likes": {"user_id": INTEGER, "post_id": INTEGER},
    "retweets": {"user_id": INTEGER, "post_id": INTEGER, "timestamp": TIME},
    "follows": {"follower_id": INTEGER, "followee_id": INTEGER},
}
NOON = datetime(2026, 8, 12, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Frames:
    """One DataFrame for each table, named like the table."""

    users: pd.DataFrame
    posts: pd.DataFrame
    likes: pd.DataFrame
    retweets: pd.DataFrame
    follows: pd.DataFrame


def frames_of(tables: Tables) -> Frames:
    """The rows of each table as a DataFrame."""
    return Frames(
        **{
            name: pd.DataFrame(tables.get(name, []), columns=list(dtypes)).astype(dtypes)
            for name, dtypes in DTYPES.items()
        }
    )


@cache
def sample_frames() -> Frames:
    """The sample data."""
    return Frames(
        **{
            name: pd.read_csv(DATA / f"{name}.csv", keep_default_na=False).astype(dtypes)
            for name, dtypes in DTYPES.items()
        }
    )


def completed(data: Tables) -> Tables:
    """The rows of all tables, with ordinary values wherever `data` gives none."""

    def full(table: str, row: Row) -> Row:
        number = row.get("id", 1)
        ordinary = {
            "username": f"user{number}",
            "email": f"{number}@example.org",
            "hashed_password": "",
            "created_at": NOON,
            "content": "hello",
            "timestamp": NOON,
            "owner_id": 1,
        }
        return {name: row[name] if name in row else ordinary[name] for name in DTYPES[table]}

    return {
        table.name: [full(table.name, row) for row in data.get(table.name, [])]
        for table in Base.metadata.sorted_tables
    }
