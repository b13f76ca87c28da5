"""What makes an answer right: one judge for each kind of exercise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import (
    Connection,
    Engine,
    MetaData,
    StaticPool,
    Table,
    create_engine,
    delete,
    event,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase

from course.exercises.exercise import Wrong
from microblog.models import Post, User

Judge = Callable[[Any], None]


def choice(right: str, reasons: Mapping[str, str]) -> Judge:
    """One letter; `reasons` says of each other letter why it is not the one."""

    def judge(answer: Any) -> None:
        letters = ", ".join(sorted({right, *reasons}))
        if not isinstance(answer, str) or answer.strip().lower() not in {right, *reasons}:
            raise Wrong(f"Answer with one letter in quotes: {letters}.")
        if answer.strip().lower() != right:
            raise Wrong(reasons[answer.strip().lower()])

    return judge


def prediction(right: int, reasons: Mapping[int, str], otherwise: str) -> Judge:
    """A whole number; `reasons` answers the likely wrong ones, `otherwise` the rest."""

    def judge(answer: Any) -> None:
        if isinstance(answer, bool) or not isinstance(answer, int):
            raise Wrong("Answer with a whole number, such as 3.")
        if answer != right:
            raise Wrong(reasons.get(answer, otherwise))

    return judge


def new_base() -> type[DeclarativeBase]:
    """A fresh Base that has the tables users and posts already, so that yours can refer to them.

    Start a cell with `Base = new_base()` and you can run the cell as often as you like.
    """
    tables = MetaData()
    for model in (User, Post):
        model.metadata.tables[model.__tablename__].to_metadata(tables)

    class Base(DeclarativeBase):
        metadata = tables

    return Base


@dataclass(frozen=True)
class Inserting:
    """Rows to insert one after the other into a fresh table, and whether the last may stay."""

    rows: Sequence[dict[str, Any]]
    accepted: bool
    says: str

    def complaint(self, table: Table, connection: Connection) -> str:
        for row in self.rows[:-1]:
            connection.execute(insert(table), row)
        try:
            connection.execute(insert(table), self.rows[-1])
        except IntegrityError:
            return self.says if self.accepted else ""
        return "" if self.accepted else self.says


@dataclass(frozen=True)
class Cascading:
    """A row that must go when the row it refers to, number 1 of `parent`, is deleted."""

    row: dict[str, Any]
    parent: str
    says: str

    def complaint(self, table: Table, connection: Connection) -> str:
        connection.execute(insert(table), self.row)
        parent = table.metadata.tables[self.parent]
        try:
            connection.execute(delete(parent).where(parent.c.id == 1))
        except IntegrityError:
            return self.says
        return self.says if connection.execute(select(table)).first() else ""


@dataclass(frozen=True)
class Returning:
    """A row whose value in `column` must come back as it went in."""

    row: dict[str, Any]
    column: str
    says: str

    def complaint(self, table: Table, connection: Connection) -> str:
        connection.execute(insert(table), self.row)
        sent = self.row[self.column]
        returned = connection.scalar(select(table.c[self.column]))
        if type(returned) is not type(sent):
            kinds = type(sent).__name__, type(returned).__name__
            return f"{self.column} went in as a {kinds[0]} and came back as a {kinds[1]}."
        if returned == sent:
            return ""
        if getattr(table.c[self.column].type, "timezone", False):
            return f"{self.says} timezone=True holds on PostgreSQL; SQLite drops the zone."
        return self.says


def model(columns: Sequence[str], tries: Sequence[Inserting | Cascading | Returning]) -> Judge:
    """A model class, judged by how its table behaves in a database with users 1 and 2 and their
    posts 1 and 2."""

    def judge(answer: Any) -> None:
        if not isinstance(answer, type) or not hasattr(answer, "__table__"):
            raise Wrong("Answer with the class itself, as in: answer = Tag")
        present = answer.__table__.columns.keys()
        for name in columns:
            if name not in present:
                raise Wrong(f"Your table has no column {name}; it has {', '.join(present)}.")
        for each in tries:
            engine = _two_users_two_posts(answer.metadata)
            try:
                with engine.connect() as connection:
                    complaint = each.complaint(answer.__table__, connection)
            except SQLAlchemyError as error:
                problem = getattr(error, "orig", None) or error
                raise Wrong(f"The database cannot take an ordinary row: {problem}") from None
            finally:
                engine.dispose()
            if complaint:
                raise Wrong(complaint)

    return judge


def _two_users_two_posts(tables: MetaData) -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def check_references(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")

    tables.create_all(engine)
    now = datetime(2026, 8, 12, 18, 30, tzinfo=UTC)
    with engine.begin() as connection:
        for number, name in enumerate(("marta", "ana"), start=1):
            user = {"id": number, "username": name, "email": f"{name}@example.org"}
            secret = {"hashed_password": "not a hash", "created_at": now}
            connection.execute(insert(tables.tables["users"]), {**user, **secret})
            post = {"id": number, "content": "Hello", "timestamp": now, "owner_id": number}
            connection.execute(insert(tables.tables["posts"]), post)
    return engine


@dataclass(frozen=True)
class Case:
    """Arguments for the answer, what it must return, and how to describe them to a reader."""

    arguments: tuple[Any, ...]
    expected: Any
    shown: str


def function(cases: Callable[[], Sequence[Case]], explain: Callable[[Any, Case], str]) -> Judge:
    """A function, called on every case; of the first that differs, `explain` says more."""

    def judge(answer: Any) -> None:
        if not callable(answer):
            kind = type(answer).__name__
            raise Wrong(f"Answer with the function itself, without calling it; this is a {kind}.")
        for case in cases():
            given = answer(*case.arguments)
            if given is None:
                raise Wrong("Your function returns nothing. Does it print instead of return?")
            if not _same(given, case.expected):
                raise Wrong(
                    f"{case.shown}\nExpected: {case.expected}\nYours: {given}\n"
                    f"{explain(given, case)}".rstrip()
                )

    return judge


def _same(given: Any, expected: Any) -> bool:
    if isinstance(given, pd.Series | pd.Index):
        given = given.tolist()
    return type(given) is type(expected) and bool(given == expected)
