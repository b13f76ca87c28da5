"""A pair as a reader sees it: question, both codes, SQL, result, and its traps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from course.counting import with_short_lists
from course.databases import DATA, empty_database, sample_database
from course.display import in_short_lines, sql
from course.pairs.definition import Pair, Row, Tables, WrongTwin
from course.pairs.frames import completed, frames_of
from course.pairs.rendering import Block, as_markdown, as_text, code_of, in_code
from course.pairs.running import (
    Answer,
    Playground,
    answer_in_pandas,
    answer_in_sql,
    answer_of_wrong_twin,
    bare_tables,
)
from microblog.database import make_engine
from microblog.models import Base

FIRST_ROWS = 3


def lesson_of(pair: Pair) -> str:
    """Where a pair is taught: a link, unless that notebook is still to be written."""
    notebook = f"{pair.lesson}.ipynb"
    if (DATA.parent / "notebooks" / notebook).exists():
        return f"Taught in [{pair.lesson}]({notebook})."
    return f"To be taught in {pair.lesson}."


class PairView:
    """What `pair(38)` shows. Everything is worked out when it is drawn."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    def blocks(self) -> Iterator[Block]:
        pair = self.pair
        star = " ★" if pair.starred else ""
        yield "text", "---"
        yield "text", f"**{pair.number}{star} · {in_code(pair.title)}**"
        yield "text", f"{pair.question} ({lesson_of(pair)})"
        yield "text", "**In pandas**"
        yield "python", code_of(pair.pandas)
        yield "text", "**In SQLAlchemy**"
        yield "python", code_of(pair.sqlalchemy)
        if pair.note:
            yield "text", pair.note
        answer, statements = on_sample_data(pair)
        yield "text", "**Both give, on the sample data:**"
        yield "table", (answer.names, answer.rows)
        yield from statements
        for twin in pair.wrong_twins:
            yield from trap(pair, twin)

    def _repr_markdown_(self) -> str:
        return "\n\n".join(map(as_markdown, self.blocks()))

    def __repr__(self) -> str:
        return "\n\n".join(map(as_text, self.blocks()))


def on_sample_data(pair: Pair) -> tuple[Answer, list[Block]]:
    """The first rows of the result, and the SQL that both databases receive."""
    sent: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        sent.append(in_short_lines(with_short_lists(statement.strip())))

    with playground("sample") as place, place.holding({}) as connection:
        event.listen(connection, "before_cursor_execute", note)
        answer = answer_in_sql(pair, connection, first=FIRST_ROWS)
    answer = Answer(answer.names, answer.rows[:FIRST_ROWS])
    if pair.effect:
        own = [each for each in sent if not re.match("(SAVEPOINT|RELEASE|ROLLBACK|PRAGMA)", each)]
        return answer, folded("What SQLite receives", own)
    both = [plain(sql(pair.sqlalchemy(name), name).data) for name in ("sqlite", "postgresql")]
    if both[0] == both[1]:
        return answer, folded("The SQL, the same on both databases", both[:1])
    return answer, folded("The SQL, for SQLite and for PostgreSQL", both)


def plain(fenced: str) -> str:
    return fenced.removeprefix("```sql\n").removesuffix("\n```")


def folded(summary: str, statements: list[str]) -> list[Block]:
    return [
        ("text", f"<details><summary>{summary}</summary>"),
        *[("sql", statement) for statement in dict.fromkeys(statements)],
        ("text", "</details>"),
    ]


def trap(pair: Pair, twin: WrongTwin) -> Iterator[Block]:
    """The wrong twin beside the right one, on the rows that tell them apart."""
    yield "text", f"**Trap: {in_code(twin.trap)}.** {twin.why}"
    yield "python", code_of(twin.function)
    tables: list[tuple[str, Answer | str]] = [given(name, rows) for name, rows in twin.data.items()]
    if "sqlite" in twin.on:
        right, wrong = right_and_wrong(pair, twin)
        tables += [("right", right), ("wrong", wrong)]
    yield "row", tables
    if "sqlite" not in twin.on:
        yield "text", "Only PostgreSQL tells the two apart; on SQLite they happen to agree."


def given(table: str, rows: list[Row]) -> tuple[str, Answer]:
    """The rows that expose a trap, with the columns that matter."""
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    full = completed({table: rows})[table]
    return f"given these {table}", Answer(
        names, [tuple(row[name] for name in names) for row in full]
    )


def right_and_wrong(pair: Pair, twin: WrongTwin) -> tuple[Answer, Answer | str]:
    """Both answers on SQLite; in place of the wrong one, perhaps what SQLite objects to."""
    rows: Tables = completed(twin.data)
    frames = frames_of(rows)
    with playground(pair.tables) as place, place.holding(rows) as connection:
        right = answer_in_pandas(pair, frames, connection)
        try:
            return right, answer_of_wrong_twin(pair, twin, frames, connection)
        except (SQLAlchemyError, TypeError, ValueError) as error:
            reason = str(getattr(error, "orig", error)).splitlines()[0]
            return right, f"no answer, but {type(error).__name__}: {reason}"


@contextmanager
def playground(kind: str) -> Iterator[Playground]:
    engine = make_engine(_database(kind))
    place = Playground(engine, bare_tables() if kind == "bare" else Base.metadata)
    try:
        yield place
    finally:
        place.close()
        engine.dispose()


@cache
def _database(kind: str) -> str:
    """One file of each kind for all pairs: whatever they do to it is rolled back."""
    return sample_database() if kind == "sample" else empty_database()
