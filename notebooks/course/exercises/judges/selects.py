"""Answers that are a select(): run on generated databases beside the solution."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pandas as pd
from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Connection,
    Engine,
    Select,
    StaticPool,
    Table,
    create_engine,
    insert,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.expression import SelectBase
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import NullType

from course.exercises.exercise import Judge, Wrong
from microblog.models import Base

Rows = dict[str, list[dict[str, Any]]]  # the rows of each table
Result = list[tuple[Any, ...]]
NAMES = ("ana", "bodil", "jonas", "keiko", "marta", "nils")
EVENING = datetime(2026, 8, 12, 18, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Mistake:
    """A statement that readers write, and what to say to whoever gets the same rows with it."""

    statement: Callable[[], Select[*tuple[Any, ...]]]
    says: str


def select_like(
    solution: Callable[[], Select[*tuple[Any, ...]]],
    mistakes: Sequence[Mistake] = (),
    ordered: bool = False,
    on: Callable[[], Iterable[Rows]] | None = None,
    names: Sequence[str] = (),
    parameters: Mapping[str, Any] | None = None,
) -> Judge:
    """A statement that gives the same rows as `solution` on every database.

    `ordered`: the question asks for an order, so the order of the rows counts. `on`: databases of
    its own. `names`: what the columns must be called. `parameters`: the named parameters that the
    answer must have, with the values to try it with; the solution holds these values itself.
    """

    def judge(answer: Any) -> None:
        statement = with_parameters(as_statement(answer), parameters or {})
        for rows in (on or databases)():
            expected = run(solution(), rows)
            if not same(run(statement, rows), expected, ordered):
                everywhere = list((on or databases)())
                known = [
                    each for each in mistakes if made_here(each, statement, everywhere, ordered)
                ]
                rows = smallest(rows, statement, solution(), ordered)
                raise Wrong(explain(rows, statement, solution(), known or mistakes, ordered))
        if ordered and str(statement) == str(statement.order_by(None)):
            raise Wrong(
                "The rows come in the right order here, by chance: without order_by a database "
                "promises no order."
            )
        if names and (given := names_of(statement)) != list(names):
            told = f"Asked were {', '.join(names)}, yours are {', '.join(given)}."
            raise Wrong(f"The values are right, the names of the columns are not. {told}")

    return judge


def as_statement(answer: Any) -> SelectBase:
    """The statement that the answer is, or words about what it is instead."""
    if isinstance(answer, pd.DataFrame | pd.Series):
        raise Wrong("This is a DataFrame, the result. Answer with the statement: a select().")
    if isinstance(answer, str):
        raise Wrong("This is text. Build the statement with select(), so that it can be composed.")
    if isinstance(answer, list | tuple):
        raise Wrong("These are rows. Answer with the select() that finds them, on any data.")
    if answer is None:
        raise Wrong("This is None. Did you print the statement? Answer with the select() itself.")
    if not isinstance(answer, Select | CompoundSelect):
        kind = "class" if isinstance(answer, type) else type(answer).__name__
        raise Wrong(f"This is a {kind}. Answer with a select().")
    if not any(isinstance(element, Table) for element in iterate(answer)):
        raise Wrong("Your statement reads no table: it must find the rows on other data too.")
    return answer


def made_here(
    mistake: Mistake, statement: SelectBase, everywhere: Iterable[Rows], ordered: bool
) -> bool:
    """Whether the statement gives the same rows as the mistake on every database."""
    return all(
        same(run(statement, rows), run(mistake.statement(), rows), ordered) for rows in everywhere
    )


def with_parameters(statement: SelectBase, values: Mapping[str, Any]) -> SelectBase:
    """The statement with these values for its named parameters."""
    found = {each.key: each for each in iterate(statement) if isinstance(each, BindParameter)}
    for name, value in values.items():
        if name not in found:
            raise Wrong(
                f"Your statement has no parameter called {name}. bindparam makes one; to compare "
                "it with a tuple_, put it into a tuple_ too."
            )
        if isinstance(value, datetime) and isinstance(found[name].type, NullType):
            raise Wrong(
                f"The parameter {name} has no type, since nothing says what it is compared with. "
                "Give it one, as in bindparam(…, type_=UTCDateTime)."
            )
    return statement.params(**values)


def names_of(statement: SelectBase) -> list[str]:
    engine = engine_with(made(users=1, posts=0, seed=0))
    try:
        with engine.connect() as connection:
            return list(connection.execute(statement).keys())
    finally:
        engine.dispose()


def databases() -> Iterator[Rows]:
    """Small databases, the smallest first: without posts, with ties, with much of everything."""
    yield made(users=1, posts=0, seed=0)
    yield made(users=2, posts=1, seed=1)
    for seed in range(2, 6):
        yield made(users=seed + 1, posts=3 * seed, seed=seed)


def made(users: int, posts: int, seed: int) -> Rows:
    """Rows with ties in time, users who never post, posts that nobody likes."""
    chance = random.Random(seed)
    people = range(1, users + 1)
    writers = people[: max(1, users - 1)]
    rows: Rows = {table.name: [] for table in Base.metadata.sorted_tables}
    for number in people:
        name = NAMES[number - 1]
        rows["users"].append(
            {
                "id": number,
                "username": name,
                "email": f"{name}@example.org",
                "hashed_password": "none",
                "created_at": EVENING - timedelta(days=chance.randrange(1, 3)),
            }
        )
    for number in range(1, posts + 1):
        post = {"id": number, "content": f"Post {number}", "owner_id": chance.choice(writers)}
        rows["posts"].append({**post, "timestamp": EVENING + timedelta(hours=chance.randrange(4))})
    pairs = [(user, post) for user in people for post in range(1, posts + 1)]
    for user, post in sorted(chance.sample(pairs, len(pairs) // 2)):
        rows["likes"].append({"user_id": user, "post_id": post})
    for user, post in sorted(chance.sample(pairs, len(pairs) // 3)):
        moment = EVENING + timedelta(hours=4 + chance.randrange(3))
        rows["retweets"].append({"user_id": user, "post_id": post, "timestamp": moment})
    others = [(one, other) for one in people for other in people if one != other]
    for follower, followee in sorted(chance.sample(others, len(others) // 2)):
        rows["follows"].append({"follower_id": follower, "followee_id": followee})
    return rows


def engine_with(rows: Rows) -> Engine:
    """A database without indexes: in an index, equal times happen to lie in the right order."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table))
            if rows[table.name]:
                connection.execute(insert(table), rows[table.name])
    return engine


def run(statement: SelectBase, rows: Rows) -> Result:
    """The rows that a statement finds, as plain tuples."""
    engine = engine_with(rows)
    try:
        with engine.connect() as connection:
            stop_the_endless(connection)
            found = connection.execute(statement).all()
    except SQLAlchemyError as error:
        raise Wrong(told_by_the_database(str(getattr(error, "orig", None) or error))) from None
    finally:
        engine.dispose()
    return [tuple(plain(value) for value in row) for row in found]


def told_by_the_database(error: str) -> str:
    """Its error, and what that means where it is hard to see."""
    if error == "interrupted":
        return (
            "It does not come to an end: on a circle a recursion goes round for ever. "
            "What counts the steps, and stops?"
        )
    told = f"The database cannot run it: {error}"
    if "misuse of window function" in error:
        told += ". A window comes after WHERE and GROUP BY: go on from it in a sub-query."
    return told


def stop_the_endless(connection: Connection) -> None:
    """Interrupt a statement that takes far more work than a few rows can need."""
    rounds = count()
    driver: Any = connection.connection.driver_connection
    driver.set_progress_handler(lambda: next(rounds) >= 5, 1_000_000)


def plain(value: Any) -> Any:
    return round(float(value), 9) if isinstance(value, float | Decimal) else value


def same(given: Result, expected: Result, ordered: bool) -> bool:
    return given == expected if ordered else Counter(given) == Counter(expected)


def smallest(rows: Rows, given: SelectBase, solution: SelectBase, ordered: bool) -> Rows:
    """Take rows away, as long as the two statements still differ on what is left."""
    for fewer in without_one_row(rows):
        if not same(run(given, fewer), run(solution, fewer), ordered):
            return smallest(fewer, given, solution, ordered)
    return rows


def without_one_row(rows: Rows) -> Iterator[Rows]:
    """`rows` without one of them, and without what refers to it."""
    refers = {"users": ("owner_id", "user_id", "follower_id", "followee_id"), "posts": ("post_id",)}
    for name, table in rows.items():
        for gone in table:
            fewer = {other: list(kept) for other, kept in rows.items()}
            fewer[name].remove(gone)
            todo = [(column, gone["id"]) for column in refers.get(name, ())]
            for column, key in todo:
                for other in fewer:
                    left = [row for row in fewer[other] if row.get(column) != key]
                    if column == "owner_id" and other == "posts":
                        lost = [row["id"] for row in fewer[other] if row not in left]
                        todo += [("post_id", post) for post in lost]
                    fewer[other] = left
            yield fewer


def explain(
    rows: Rows,
    given: SelectBase,
    solution: SelectBase,
    mistakes: Sequence[Mistake],
    ordered: bool,
) -> str:
    """The data on which the answers differ, expected beside given, and the mistake if known."""
    expected, found = run(solution, rows), run(given, rows)
    lines = [listed(name, table) for name, table in rows.items() if table]
    lines += [f"Expected: {in_rows(expected)}", f"Yours:    {in_rows(found)}"]
    for mistake in mistakes:
        if same(found, run(mistake.statement(), rows), ordered):
            return "\n".join([mistake.says, "On this data:", *lines])
    widths = {len(row) for row in expected}, {len(row) for row in found}
    if all(widths) and widths[0] != widths[1]:
        lines.insert(0, f"Asked were {widths[0].pop()} columns, you select {widths[1].pop()}.")
    elif ordered and Counter(found) == Counter(expected):
        lines.insert(
            0,
            "The rows are right and their order is not. Which way do you sort, "
            "and what decides between ties?",
        )
    else:
        lines.insert(0, "On this data your statement finds other rows:")
    return "\n".join(lines)


def listed(name: str, table: list[dict[str, Any]]) -> str:
    """The rows of a table in short, without the columns that no question asks for."""
    hidden = {"email", "hashed_password", "created_at"}
    columns = [column for column in table[0] if column not in hidden]
    rows = [", ".join(in_short(row[column]) for column in columns) for row in table]
    return f"{name} ({', '.join(columns)}): " + "; ".join(rows)


def in_rows(result: Result) -> Result:
    """The rows of a result, with their moments in short."""
    return [
        tuple(in_short(value) if isinstance(value, datetime) else value for value in row)
        for row in result
    ]


def in_short(value: Any) -> str:
    return f"{value:%H:%M}" if isinstance(value, datetime) else str(value)
