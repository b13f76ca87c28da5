"""A pair as a reader sees it: question, both codes, SQL, result, and its traps."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from html import escape
from typing import Any, Literal

import pandas as pd
from IPython.display import HTML, Markdown
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from course.databases import empty_database, sample_database
from course.display import sql
from course.pairs.definition import REGISTRY, Pair, Tables, WrongTwin
from course.pairs.frames import completed, frames_of
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
Block = tuple[Literal["text", "python", "sql", "table"], Any]


def code_of(function: Callable[..., Any]) -> str:
    """The body of a function, as one would write it in a cell."""
    source = textwrap.dedent(inspect.getsource(function))
    definition = ast.parse(source).body[0]
    assert isinstance(definition, ast.FunctionDef)
    lines = source.splitlines()
    last = definition.body[-1]
    returns = [node for node in ast.walk(definition) if isinstance(node, ast.Return)]
    if returns == [last]:
        lines[last.lineno - 1] = lines[last.lineno - 1].replace("return ", "", 1)
    return textwrap.dedent("\n".join(lines[definition.body[0].lineno - 1 :]))


class PairView:
    """What `pair(38)` shows. Everything is worked out when it is drawn."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair

    def blocks(self) -> Iterator[Block]:
        pair = self.pair
        star = " ★" if pair.starred else ""
        yield "text", f"**{pair.number}{star} · {in_code(pair.title)}**"
        yield "text", f"{pair.question} (Taught in [{pair.lesson}]({pair.lesson}.ipynb).)"
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
        sent.append(statement.strip())

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
    for table, rows in twin.data.items():
        names = tuple(dict.fromkeys(name for row in rows for name in row))
        ordinary = completed({table: rows})[table]
        yield "text", f"The data that exposes it, `{table}`:"
        yield "table", (names, [tuple(row[name] for name in names) for row in ordinary])
    if "sqlite" not in twin.on:
        yield "text", "Only PostgreSQL tells the two apart; on SQLite they happen to agree."
        return
    right, wrong = right_and_wrong(pair, twin)
    yield "text", "Right:"
    yield "table", (right.names, right.rows)
    yield "text", "Wrong:"
    yield ("text", wrong) if isinstance(wrong, str) else ("table", (wrong.names, wrong.rows))


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
            return right, f"no answer, but `{type(error).__name__}: {reason}`"


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


def in_code(title: str) -> str:
    """The code within a title, after its colon, in the type of code."""
    words, colon, code = title.partition(": ")
    if not colon:
        return title if re.search("[a-z]", title) else f"`{title}`"
    sides = [f"`{side}`" if side.isascii() else side for side in code.split(" ↔ ")]
    return f"{words}: {' ↔ '.join(sides)}"


def spelled(value: Any) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return "NULL"
    text = repr(value) if value == "" or isinstance(value, bytes) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def as_markdown(block: Block) -> str:
    kind, content = block
    if kind == "text":
        return str(content)
    if kind != "table":
        return f"```{kind}\n{content}\n```"
    names, rows = content
    lines = [names, ["---"] * len(names), *rows] if rows else [names, ["---"] * len(names)]
    table = "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in lines)
    return table if rows else f"{table}\n\n(no rows)"


def cell(value: Any) -> str:
    """A value within a table of Markdown: nothing in it means anything but itself."""
    text = re.sub(r"\s+", " ", spelled(value))
    return text if text == "---" else re.sub(r"([\\`*_|<>\[\]~$])", r"\\\1", text)


def as_text(block: Block) -> str:
    kind, content = block
    if kind == "table":
        names, rows = content
        frame = pd.DataFrame([map(spelled, row) for row in rows], columns=names)
        return str(frame.to_string(index=False)) if rows else f"{' '.join(names)}\n(no rows)"
    if kind == "text":
        return re.sub(r"\*\*|`|</?(details|summary)>", "", str(content))
    return textwrap.indent(content, "    ")


def find(words: str) -> Markdown:
    """The pairs in whose title, question, code or traps these words occur."""

    def text_of(pair: Pair) -> str:
        codes = (code_of(pair.pandas), code_of(pair.sqlalchemy))
        return " ".join([pair.title, pair.question, *pair.traps, *codes]).lower()

    found = [REGISTRY[number] for number in sorted(REGISTRY)]
    found = [pair for pair in found if words.lower() in text_of(pair)]
    lines = ["| number | pair | question |", "| --: | :-- | :-- |"]
    lines += [f"| {each.number} | {in_code(each.title)} | {each.question} |" for each in found]
    text = "\n".join(lines) if found else f"No pair speaks of {words!r}."
    return Markdown(text)  # type: ignore[no-untyped-call]


def cheat_sheet() -> HTML:
    """The starred pairs on one page that prints well."""
    starred = [REGISTRY[number] for number in sorted(REGISTRY) if REGISTRY[number].starred]
    rows = "".join(
        f"<tr><td><strong>{each.number}</strong></td><td>{escape(each.question)}</td>"
        f"<td><pre>{escape(code_of(each.pandas))}</pre></td>"
        f"<td><pre>{escape(code_of(each.sqlalchemy))}</pre></td></tr>"
        for each in starred
    )
    page = f"{STYLE}<table class='pairs-sheet'>{HEAD}{rows}</table>"
    return HTML(page)  # type: ignore[no-untyped-call]


HEAD = "<tr><th></th><th>question</th><th>in pandas</th><th>in SQLAlchemy</th></tr>"
STYLE = """<style>
.pairs-sheet { border-collapse: collapse; width: 100%; font-size: 11px; line-height: 1.3; }
.pairs-sheet th, .pairs-sheet td {
  text-align: left !important; vertical-align: top; padding: 3px 6px;
  border-bottom: 1px solid rgba(127, 127, 127, 0.4); background: none !important;
}
.pairs-sheet tr { break-inside: avoid; }
.pairs-sheet td:nth-child(2) { width: 15%; }
.pairs-sheet pre {
  font-size: 10px; line-height: 1.3; margin: 0; padding: 0; white-space: pre-wrap;
  background: none !important; color: inherit;
}
@media print { .pairs-sheet { font-size: 7pt; } .pairs-sheet pre { font-size: 6.5pt; } }
</style>"""
