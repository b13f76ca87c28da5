"""What the statements for lists share: the columns of a row, and which rows make a page.

A page begins after the key of the last row already seen, so that it costs the same wherever it
is; by offset, all rows before it are read. `limit`, `offset`, `before` and `before_id` are
parameters that get their values when a statement runs.
"""

from datetime import UTC, datetime
from typing import Any, TypeAlias

from sqlalchemy import Integer, Select, bindparam, tuple_

from microblog.models import BigInt, Post, User, UTCDateTime
from microblog.rules import LARGEST_INTEGER

Statement: TypeAlias = Select[*tuple[Any, ...]]

POST_COLUMNS = (Post.id, Post.content, Post.timestamp, Post.owner_id, User.username)
USER_COLUMNS = (User.id, User.username, User.created_at)

START_OF_TIME = datetime.min.replace(tzinfo=UTC)
END_OF_TIME = datetime.max.replace(tzinfo=UTC)

LIMIT = bindparam("limit", 20, Integer)
OFFSET = bindparam("offset", 0, BigInt)
LAST_SEEN = tuple_(bindparam("before", END_OF_TIME, UTCDateTime), bindparam("before_id", 0, BigInt))


def page_by_time(rows: Statement, time: Any, key: Any) -> Statement:
    """One page of `rows`, newest first; `key` decides between rows of the same `time`."""
    newest_first = rows.where(tuple_(time, key) < LAST_SEEN).order_by(time.desc(), key.desc())
    return newest_first.limit(LIMIT).offset(OFFSET)


def page_by_id(rows: Statement, key: Any) -> Statement:
    """One page of `rows`, the largest id first."""
    before = bindparam("before_id", LARGEST_INTEGER, BigInt)
    return rows.where(key < before).order_by(key.desc()).limit(LIMIT).offset(OFFSET)
