"""Try a question on one database after the other, until the answers differ."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy.exc import DBAPIError

from course.comparing.comparison import Comparison
from course.comparing.databases import Database
from course.comparing.frames import frame_of
from course.comparing.generating import Generator
from course.comparing.shrinking import is_plain, smallest
from course.comparing.statements import compiled_with_tables
from course.comparing.verdict import Failure, Question, Verdict
from course.pairs.definition import Tables
from course.pairs.running import Answer


@dataclass
class Trial:
    """What was tried so far is counted, so that "equal" can say on what."""

    question: Question
    generator: Generator
    places: list[Database]
    taken: Counter[str] = field(default_factory=Counter)  # databases, by the name of the place
    filled: Counter[str] = field(default_factory=Counter)  # databases, by table with rows
    with_rows: int = 0
    with_open_ties: int = 0

    def run(self, databases: int) -> Comparison:
        for number in range(databases):
            tables = self._database(number)
            pandas = self.question.in_pandas(tables)
            self.filled.update(name for name, rows in tables.items() if rows)
            for place in self.places:
                verdict = self._verdict(place, tables, pandas)
                if verdict and verdict.kind:
                    return self._different(place, tables, verdict)
                self._count(place, verdict)
        return self._equal(databases)

    def _database(self, number: int) -> Tables:
        first = self.places[0]
        with first.holding({}):
            tables = self.generator.database(number, first.accepts)
        return first.completed(tables)

    def _verdict(self, place: Database, tables: Tables, pandas: Answer | Failure) -> Verdict | None:
        """None where the database refuses the rows."""
        try:
            with place.holding(tables):
                return self.question.verdict(place, pandas)
        except DBAPIError:
            return None

    def _count(self, place: Database, verdict: Verdict | None) -> None:
        if verdict is not None:
            self.taken[place.name] += 1
            self.with_rows += isinstance(verdict.sql, Answer) and bool(verdict.sql.rows)
            self.with_open_ties += verdict.ties_are_open

    def _equal(self, databases: int) -> Comparison:
        names = " and ".join(place.name for place in self.places)
        notes = ["Equal on what was tried. Other data may still tell the two apart."]
        if not self.with_rows:
            notes.append("Neither side ever found a row, so this says little.")
        if empty := [name for name in self.question.schema.names if not self.filled[name]]:
            notes.append(
                f"No row could be made for {', '.join(empty)}: its constraints refused them all."
            )
        if self.with_open_ties:
            notes.append(
                "The ORDER BY leaves ties open. Rows that tie were compared without their order."
            )
        for place in self.places:
            if refused := databases - self.taken[place.name]:
                notes.append(f"{place.name} refused the rows of {refused} databases.")
        return Comparison(f"Equal on {databases} databases, on {names}.", notes)

    def _different(self, place: Database, tables: Tables, first: Verdict) -> Comparison:
        def verdict_on(fewer: Tables) -> Verdict | None:
            return self._verdict(place, fewer, self.question.in_pandas(fewer))

        def differs(fewer: Tables) -> bool:
            verdict = verdict_on(fewer)
            return verdict is not None and verdict.kind == first.kind

        schema = self.question.schema
        tables = smallest(tables, schema, differs)
        verdict = verdict_on(tables) or first
        data = {name: frame_of(schema, name, tables) for name in schema.names}
        shown, hidden = self._without_idle_columns(tables)
        notes = [f"These columns make no difference: {', '.join(hidden)}."] if hidden else []
        if verdict.kind == "names":
            notes.append("An index isn't compared. `reset_index()` turns it into columns.")
        headline = verdict.differs if verdict.failed else f"Different. {verdict.differs}"
        return Comparison(headline, notes, verdict, place.name, shown, data)

    def _without_idle_columns(self, tables: Tables) -> tuple[dict[str, Answer], list[str]]:
        """The tables that have rows, and the names of the columns that are left out."""
        schema = self.question.schema
        compiled, _ = compiled_with_tables(self.question.statement)
        words = set(re.findall(r"\w+", str(compiled)))
        shown, hidden = {}, []
        for name in schema.names:
            if rows := tables[name]:
                columns = schema.copies[name].columns
                idle = [
                    each
                    for each in columns
                    if each.name not in words and is_plain(schema, name, each, rows)
                ]
                hidden += [f"{name}.{each.name}" for each in idle]
                kept = [each for each in columns if each not in idle]
                values = [tuple(row.get(each.key) for each in kept) for row in rows]
                shown[name] = Answer(tuple(each.name for each in kept), values)
        return shown, hidden
