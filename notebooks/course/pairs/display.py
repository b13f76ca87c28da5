"""A pair as a reader sees it: question, both codes, SQL, result, and its traps."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from course.databases import DATA, empty_database, sample_database
from course.display import sql
from course.pairs.definition import DATABASES, Pair, Row, Tables, WrongTwin
from course.pairs.frames import completed, frames_of
from course.pairs.rendering import Block, as_markdown, as_text, in_code
from course.pairs.running import (
    Answer,
    Playground,
    answer_in_pandas,
    answer_in_sql,
    answer_of_wrong_twin,
    bare_tables,
)
from course.pairs.sent import Sent
from course.pairs.snippets import Function, code_of, definitions_for
from microblog.database import make_engine
from microblog.models import Base

FIRST_ROWS = 3
REFERENCE = "pandas_to_sqlalchemy.ipynb"
BUILT = "../../../notebooks/"
UP = {"deeper": "../", "students": BUILT, "solutions": BUILT}  # from the folder of a notebook
GIVEN = {
    "frames": "`frames` holds the five tables as DataFrames: `frames.posts` and so on.",
    "session": "`session` is a SQLAlchemy `Session`.",
    "dialect": '`dialect` is the name of the database: `"sqlite"` or `"postgresql"`.',
}
_made: dict[str, str] = {}


def lesson_of(pair: Pair) -> str:
    """Where a pair is taught: a link, unless that notebook is still to be written."""
    for place in ("", "deeper/"):
        if (DATA.parent / "notebooks" / f"{place}{pair.lesson}.ipynb").exists():
            return f"Taught in [{pair.lesson}]({place}{pair.lesson}.ipynb)."
    return f"To be taught in {pair.lesson}."


class PairView:
    """What `pair(38)` shows in a lesson: both codes, one trap, and the way to the rest."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    def in_full(self) -> PairInFull:
        """As the reference shows it: with the SQL, the result, and every trap with its rows."""
        return PairInFull(self.pair)

    def blocks(self) -> Iterator[Block]:
        pair, traps = self.pair, self.pair.wrong_twins[:1]
        yield "text", f"**Pair {pair.number} · {in_code(pair.title)}**"
        yield "text", pair.question
        yield from codes(pair)
        for twin in traps:
            yield "text", f"**Trap: {in_code(twin.trap)}.** {twin.why}"
            yield "python", code_of(twin.function)
        yield from definitions(pair.pandas, pair.sqlalchemy, *[twin.function for twin in traps])
        yield "text", link_to_reference(pair)

    def _repr_markdown_(self) -> str:
        return "\n\n".join(map(as_markdown, self.blocks()))

    def __repr__(self) -> str:
        return "\n\n".join(map(as_text, self.blocks()))


class PairInFull(PairView):
    """What the reference shows of a pair. Everything is worked out when it is drawn."""

    def blocks(self) -> Iterator[Block]:
        pair = self.pair
        star = " ★" if pair.starred else ""
        yield "text", "---"
        yield "text", f"**{pair.number}{star} · {in_code(pair.title)}**"
        yield "text", f"{pair.question} ({lesson_of(pair)})"
        if pair.starred:
            yield (
                "text",
                "★ One of the translations to learn first; `cheat_sheet()` shows them all.",
            )
        yield from codes(pair)
        wrong = [twin.function for twin in pair.wrong_twins]
        yield from definitions(pair.pandas, pair.sqlalchemy, *wrong)
        yield from result(pair)
        for twin in pair.wrong_twins:
            yield from trap(pair, twin)


def codes(pair: Pair) -> Iterator[Block]:
    yield "text", "**In pandas**"
    yield "python", code_of(pair.pandas)
    yield "text", "**In SQLAlchemy**"
    yield "python", code_of(pair.sqlalchemy)
    if pair.note:
        yield "text", pair.note


def definitions(*functions: Function) -> list[Block]:
    """What the codes use and don't define, folded, with `frames` and `session` in words."""
    found = definitions_for(*functions)
    arguments = [name for name in GIVEN if any(uses(name, function) for function in functions)]
    if not found and not arguments:
        return []
    names = ", ".join(f"<code>{name}</code>" for name in [*arguments, *found])
    blocks: list[Block] = [("text", f"<details><summary>Defined elsewhere: {names}</summary>")]
    blocks += [("text", GIVEN[name]) for name in arguments]
    if found:
        blocks.append(("python", "\n\n".join(found.values())))
    return [*blocks, ("text", "</details>")]


def uses(name: str, function: Function) -> bool:
    return re.search(rf"\b{name}\b", code_of(function)) is not None


def link_to_reference(pair: Pair) -> str:
    """A link that opens the reference at the cell of this pair."""
    others = len(pair.wrong_twins) - 1
    more = f", and {others} more trap{'s' * (others > 1)}" if others > 0 else ""
    return f"[Pair {pair.number} in the reference]({place_of(pair)}): its SQL and its result{more}."


def place_of(pair: Pair) -> str:
    """The address of the pair's cell, for a link in the notebook that asks."""
    lesson = Path(os.environ.get("JPY_SESSION_NAME", ""))  # where Jupyter says which notebook asks
    return f"{UP.get(lesson.parent.name, '')}{REFERENCE}#cell-id={cell_id(pair)}"


def cell_id(pair: Pair) -> str:
    """The id of the pair's cell in the reference."""
    return f"pair-{pair.number}"


def result(pair: Pair) -> Iterator[Block]:
    """What both sides give, and the SQL that both databases receive."""
    kind, rows = ("sample", {}) if pair.example is None else (pair.tables, pair.example)
    first = FIRST_ROWS if pair.example is None else None
    sent = Sent(pair.after)
    with playground(kind) as place, place.holding(completed(rows)) as connection:
        with sent.listening(connection):
            answer = answer_in_sql(pair, connection, first)
    if pair.example is None:
        yield "text", "**Both give, on the sample data:**"
        yield "table", (answer.names, answer.rows[:FIRST_ROWS])
    else:
        yield "text", "**Both give, on a few rows:**"
        yield "row", [*(given(pair, name, rows[name]) for name in rows), ("both give", answer)]
    yield from statements(pair, sent)


def statements(pair: Pair, sent: Sent) -> Iterator[Block]:
    if sent.has_text:
        yield from folded("What SQLite receives", sent.received)
    elif pair.effect:
        yield from folded("What SQLite receives", sent.received)
        yield from folded("What PostgreSQL receives", sent.to_postgresql)
    else:
        both = [plain(sql(pair.sqlalchemy(name), name).data) for name in DATABASES]
        if both[0] == both[1]:
            yield from folded("The SQL, the same on both databases", both[:1])
        else:
            yield from folded("The SQL, for SQLite and for PostgreSQL", both)


def plain(fenced: str) -> str:
    return fenced.removeprefix("```sql\n").removesuffix("\n```")


def folded(summary: str, statements: list[str]) -> list[Block]:
    return [
        ("text", f"<details><summary>{summary}</summary>"),
        *[("sql", statement) for statement in statements],
        ("text", "</details>"),
    ]


def trap(pair: Pair, twin: WrongTwin) -> Iterator[Block]:
    """The wrong twin beside the right one, on the rows that tell them apart."""
    yield "text", f"**Trap: {in_code(twin.trap)}.** {twin.why}"
    yield "python", code_of(twin.function)
    tables: list[tuple[str, Answer | str]] = [
        given(pair, name, rows) for name, rows in twin.data.items()
    ]
    if "sqlite" in twin.on:
        right, wrong = right_and_wrong(pair, twin)
        tables += [("right", right), ("wrong", wrong)]
    yield "row", tables
    if "sqlite" not in twin.on:
        yield "text", "The two differ on PostgreSQL only. On SQLite they happen to agree."


def given(pair: Pair, table: str, rows: list[Row]) -> tuple[str, Answer]:
    """Rows with the columns that matter: those that the rows set, and the foreign keys by which
    the pair's code joins or groups."""
    full = completed({table: rows})[table]
    keys = [name for row in full for name in row if name.endswith("_id")]
    used = [name for name in keys if f'"{name}"' in code_of(pair.pandas)]
    names = tuple(dict.fromkeys([name for row in rows for name in row] + used))
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


def _database(kind: str) -> str:
    """One file of each kind for all pairs: whatever they do to it is rolled back."""
    if kind not in _made or not Path(_made[kind].removeprefix("sqlite:///")).exists():
        _made[kind] = sample_database() if kind == "sample" else empty_database()
    return _made[kind]
