"""Answers that are a model: rows are offered to its table, read back and deleted, on SQLite."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    MetaData,
    StaticPool,
    Table,
    create_engine,
    delete,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase

from course.judges.data import Row, post, user
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from microblog.models import Post, User

Try = Callable[[Connection, Table], Observed]

USERS = [user(n, name) for n, name in enumerate(("marta", "ana", "bodil"), 1)]
POSTS = [post(1, "Clouds over Burgos.", 2), post(2, "Where are my filters?", 1)]


def new_base() -> type[DeclarativeBase]:
    """A fresh Base that has the tables users and posts already, so that yours can refer to them.

    Begin a model with `class Tag(new_base()):` and you can run its cell as often as you like.
    """
    tables = MetaData()
    for model in (User, Post):
        model.metadata.tables[model.__tablename__].to_metadata(tables)

    class Base(DeclarativeBase):
        metadata = tables

    return Base


def modelling(table: str, columns: Sequence[str], *trials: tuple[str, Try]) -> Trying:
    """A model of the table of that name, with these columns and perhaps others.

    Each trial brings a database with users 1, 2 and 3; post 1 is by user 2, post 2 by user 1.
    """

    def trial(shown: str, run: Try) -> Trial:
        def run_on_a_fresh_database(answer: Any) -> Observed:
            with prepared(answer.metadata) as connection:
                return run(connection, answer.__table__)

        return Trial(shown, run_on_a_fresh_database)

    return Trying(
        [trial(shown, run) for shown, run in trials],
        lambda answer: a_model(answer, table, columns),
    )


def a_model(answer: Any, table: str, columns: Sequence[str]) -> Any:
    """A model class with the right names; `Wrong` for anything else."""
    if not isinstance(answer, type):
        raise Wrong(
            f"This is {kind_of(answer)}. Answer with your model: the class itself, by its name, "
            "without quotes or brackets."
        )
    found = getattr(answer, "__table__", None)
    if not isinstance(found, Table):
        raise Wrong(f"The class {answer.__name__} isn't a model: it has no table.")
    if found.name != table:
        raise Wrong(f"The table should be called {table}; yours is called {found.name}.")
    for column in columns:
        if column not in found.columns:
            raise Wrong(
                f"Your table has no column {column}. It has {', '.join(found.columns.keys())}."
            )
    return answer


@contextmanager
def prepared(tables: MetaData) -> Iterator[Connection]:
    """A connection to a new database that has the users, the posts and the tables of the answer."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            for model, rows in ((User, USERS), (Post, POSTS)):
                table = model.metadata.tables[model.__tablename__]
                table.create(connection)
                connection.execute(insert(table), rows)
            try:
                tables.create_all(connection)
            except OperationalError as error:
                raise Wrong(f"The database can't make your table: {error.orig}.") from None
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # SQLAlchemy's own, on a key that numbers nothing
                yield connection
    finally:
        engine.dispose()


def accepting(*rows: Row) -> Try:
    """These rows, one after the other, of which the table should refuse none."""

    def run(connection: Connection, table: Table) -> Observed:
        for row in rows:
            connection.execute(insert(table), row)
        return {"the table": "accepts it"}

    return run


def refusing(*rows: Row) -> Try:
    """These rows, one after the other, of which the table should refuse the last."""

    def run(connection: Connection, table: Table) -> Observed:
        accepting(*rows[:-1])(connection, table)
        try:
            return accepting(rows[-1])(connection, table)
        except IntegrityError:
            return {"the table": "refuses it"}

    return run


def deleting(parent: type[User] | type[Post], number: int, *rows: Row) -> Try:
    """These rows; then the user or the post of that number is deleted."""

    def run(connection: Connection, table: Table) -> Observed:
        accepting(*rows)(connection, table)
        columns = [table.c[name] for name in rows[0]]
        try:
            connection.execute(delete(parent).where(parent.id == number))
        except IntegrityError as error:
            return {"the deletion": f"is refused ({error.orig})"}
        left = connection.execute(select(*columns)).all()
        return {"the deletion": "works", f"{table.name} left": sorted(map(tuple, left))}

    return run


def returning(row: Row) -> Try:
    """One row, whose values should come back as they went in."""

    def run(connection: Connection, table: Table) -> Observed:
        connection.execute(insert(table), row)
        found = connection.execute(select(*(table.c[name] for name in row))).one()
        return {
            name: value if same_kind(value, row[name]) else moment(value)
            for name, value in zip(row, found, strict=True)
        }

    return run


def same_kind(value: Any, given: Any) -> bool:
    """Whether a value is shown as it is: no moment, and no text where a number went in."""
    return type(value) is type(given) and not isinstance(value, datetime)


def moment(value: Any) -> str:
    """A moment as text in UTC, so that a message shows its zone, or what there is instead."""
    if not isinstance(value, datetime):
        return f"{value!r} ({kind_of(value)})"
    return f"{value.astimezone(UTC)}" if value.tzinfo else f"{value}, without a time zone"
