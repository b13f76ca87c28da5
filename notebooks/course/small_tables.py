"""A few rows that can be followed with a finger: a database of them, and tables side by side."""

from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

import pandas as pd
from sqlalchemy import SelectBase, insert

from course.databases import empty_database
from course.sql_format import format_sql
from microblog.database import make_engine
from microblog.models import Base

NOON = datetime(2026, 8, 12, 12, tzinfo=UTC)


def small_database(**tables: pd.DataFrame) -> str:
    """The URL of a new SQLite file with all tables and the rows of these frames, for `make_engine`.

    A frame may leave out any column but the keys and a username: e-mail addresses, texts and
    moments (an hour apart, in the order of the rows) are filled in.
    """
    known = {table.name: table for table in Base.metadata.sorted_tables}
    if unknown := sorted(tables.keys() - known.keys()):
        raise ValueError(f"There is no table {unknown[0]!r}. There are: {', '.join(known)}")
    engine = make_engine(url := empty_database())
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        for name, table in known.items():
            if name in tables and (rows := completed(name, tables[name])):
                connection.execute(insert(table), rows)
    engine.dispose()
    return url


def completed(table: str, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, with every column that their table demands."""
    rows = frame.astype(object).to_dict("records")
    return [
        defaults(table, row, place) | {str(name): value for name, value in row.items()}
        for place, row in enumerate(rows)
    ]


def defaults(table: str, row: dict[Any, Any], place: int) -> dict[str, Any]:
    moment = NOON + timedelta(hours=place)
    if table == "users":
        address = f"{row['username']}@example.org".lower()
        return {"email": address, "hashed_password": "none", "created_at": NOON}
    if table == "posts":
        return {"content": f"Post {row['id']}", "timestamp": moment}
    return {"timestamp": moment} if table == "retweets" else {}


class SideBySide:
    """Small frames and statements beside each other, each under its name; as text, one by one."""

    def __init__(self, **shown: pd.DataFrame | SelectBase) -> None:
        self.shown = shown

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        parts = (
            f"<div><b>{escape(name)}</b>{as_html(each)}</div>" for name, each in self.shown.items()
        )
        texts = (f"{name}\n{as_text(each)}" for name, each in self.shown.items())
        style = "display: flex; flex-wrap: wrap; gap: 2em; align-items: flex-start"
        return {
            "text/html": f'<div style="{style}">{"".join(parts)}</div>',
            "text/plain": "\n\n".join(texts),
        }


def as_html(each: pd.DataFrame | SelectBase) -> str:
    if isinstance(each, pd.DataFrame):
        return each.to_html(index=False)
    return f"<pre>{escape(as_text(each))}</pre>"


def as_text(each: pd.DataFrame | SelectBase) -> str:
    """A frame without its index, or the SQL of a statement with its values written in."""
    if isinstance(each, pd.DataFrame):
        return each.to_string(index=False)
    return format_sql(str(each.compile(compile_kwargs={"literal_binds": True})))


def side_by_side(**shown: pd.DataFrame | SelectBase) -> SideBySide:
    """Show small frames, or a statement and its rows: `side_by_side(posts=posts, likes=likes)`."""
    return SideBySide(**shown)
