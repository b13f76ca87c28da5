"""Answers that are a model, judged by what its table accepts, refuses and gives back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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

from course.exercises.exercise import Judge, Wrong
from microblog.models import Post, User


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


def model(
    name: str, columns: Sequence[str], tries: Sequence[Inserting | Cascading | Returning]
) -> Judge:
    """A model class, judged by how its table, called `name`, behaves in a database with users 1
    and 2 and their posts 1 and 2."""

    def judge(answer: Any) -> None:
        if not isinstance(answer, type) or not hasattr(answer, "__table__"):
            raise Wrong("Answer with the class itself, your model: no quotes, no brackets.")
        if answer.__table__.name != name:
            raise Wrong(f"Your table is called {answer.__table__.name}; asked was {name}.")
        present = answer.__table__.columns.keys()
        for column in columns:
            if column not in present:
                raise Wrong(f"Your table has no column {column}; it has {', '.join(present)}.")
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
