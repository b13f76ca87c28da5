"""Runs the statements of `queries` on a read-only connection, and gives it back at once."""

from typing import Any

from sqlalchemy import Engine, Row
from sqlalchemy.orm import make_transient_to_detached

from microblog import queries
from microblog.config import Settings
from microblog.errors import NotFound, Unauthorized
from microblog.lists import Statement
from microblog.models import User
from microblog.rules import is_username
from microblog.security import verify_password

AnyRow = Row[*tuple[Any, ...]]


def fetch_all(engine: Engine, statement: Statement, **values: Any) -> list[dict[str, Any]]:
    """The rows that a statement finds, as dicts by column; `values` are its named parameters."""
    with engine.connect() as connection:
        result = connection.execute(statement, values)
        names = tuple(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result]


def fetch_one(engine: Engine, statement: Statement, **values: Any) -> AnyRow | None:
    """The only row that a statement finds, or None."""
    with engine.connect() as connection:
        return connection.execute(statement, values).one_or_none()


def get_post(engine: Engine, statement: Statement, post_id: int) -> AnyRow:
    """What the statement finds of the post with that id, or `NotFound`."""
    post = fetch_one(engine, statement, post_id=post_id)
    if post is None:
        raise NotFound(f"There is no post {post_id}.")
    return post


def find_user(engine: Engine, username: str) -> User | None:
    """The user of that name, whatever its case.

    The object belongs to no session: changing it changes nothing in the database until a session
    gets it with `add`.
    """
    if not is_username(username):
        return None
    row = fetch_one(engine, queries.user(), username=username)
    if row is None:
        return None
    user = User(**row._mapping)
    make_transient_to_detached(user)
    return user


def get_user(engine: Engine, username: str) -> User:
    """The user of that name, or `NotFound`."""
    user = find_user(engine, username)
    if user is None:
        raise NotFound(f"There is no user {username}.")
    return user


def authenticate(engine: Engine, username: str, password: str, settings: Settings) -> User:
    """The user of that name and password; `Unauthorized`, in the same words, for any other."""
    user = find_user(engine, username)
    hashed = user.hashed_password if user else None
    if not verify_password(password, hashed, settings) or user is None:
        raise Unauthorized("Wrong username or password.")
    return user
