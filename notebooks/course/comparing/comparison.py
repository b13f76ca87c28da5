"""What `compare` found, as a notebook shows it and as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

import pandas as pd

from course.comparing.equality import folded_rows, unmatched
from course.comparing.verdict import Failure, Verdict
from course.pairs.rendering import answer_as_text, on_one_line
from course.pairs.running import Answer

ROW = "display: flex; flex-wrap: wrap; gap: 0.5em 2em; align-items: flex-start"
MARKED = "color: var(--jp-error-color1, #d32f2f); font-weight: bold"
LEFT = "text-align: left"
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Comparison:
    """True where both sides gave the same answers on all databases that were tried.

    Where they differ, `data` has the smallest tables on which they do, and `pandas` and `sql`
    are the two answers: DataFrames, or None where that side failed.
    """

    headline: str
    notes: list[str]
    verdict: Verdict | None = None
    database: str = ""
    shown: dict[str, Answer] = field(default_factory=dict)
    data: dict[str, pd.DataFrame] = field(default_factory=dict)

    @property
    def equal(self) -> bool:
        return self.verdict is None

    def __bool__(self) -> bool:
        return self.equal

    @property
    def pandas(self) -> pd.DataFrame | None:
        return as_frame(self.verdict.pandas) if self.verdict else None

    @property
    def sql(self) -> pd.DataFrame | None:
        return as_frame(self.verdict.sql) if self.verdict else None

    def _sides(self) -> dict[str, Answer | Failure]:
        if self.verdict is None:
            return {}
        return {"in pandas": self.verdict.pandas, f"in SQL, on {self.database}": self.verdict.sql}

    def __repr__(self) -> str:
        parts = [self.headline]
        if self.verdict is not None:
            parts.append("On this data:" if self.shown else "On empty tables:")
            parts += [f"{name}\n{answer_as_text(rows)}" for name, rows in self.shown.items()]
            for (name, side), alone in zip(self._sides().items(), self._alone(), strict=True):
                parts.append(f"{name}:\n{side_as_text(side, alone)}")
        return "\n\n".join([*parts, *self.notes])

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._as_html()}

    def _as_html(self) -> str:
        parts = [f"<p><strong>{escape(self.headline)}</strong></p>"]
        if self.verdict is not None:
            parts.append(f"<p>{'On this data:' if self.shown else 'On empty tables:'}</p>")
            tables = [table(name, rows, []) for name, rows in self.shown.items()]
            parts.append(beside(tables))
            sides = zip(self._sides().items(), self._alone(), strict=True)
            parts.append(beside([side_as_html(name, side, alone) for (name, side), alone in sides]))
        parts += [f"<p>{escape(note)}</p>" for note in self.notes]
        return f"<div>{''.join(parts)}</div>"

    def _alone(self) -> tuple[Rows, Rows]:
        """The rows that one side has and the other has not."""
        verdict = self.verdict
        if verdict is None or verdict.kind != "rows":
            return [], []
        assert isinstance(verdict.pandas, Answer)
        assert isinstance(verdict.sql, Answer)
        return unmatched(folded_rows(verdict.pandas), folded_rows(verdict.sql))


def as_frame(side: Answer | Failure) -> pd.DataFrame | None:
    return pd.DataFrame(side.rows, columns=list(side.names)) if isinstance(side, Answer) else None


def marks(answer: Answer, alone: Rows) -> list[bool]:
    """Which rows of an answer are among those that it alone has."""
    left = list(alone)
    found = []
    for row in folded_rows(answer):
        found.append(row in left)
        if found[-1]:
            left.remove(row)
    return found


def side_as_text(side: Answer | Failure, alone: Rows) -> str:
    if isinstance(side, Failure):
        return side.error + (f"\n    {side.where}" if side.where else "")
    if not alone:
        return answer_as_text(side)
    marked = ["≠" if mark else "" for mark in marks(side, alone)]
    rows = [(mark, *row) for mark, row in zip(marked, side.rows, strict=True)]
    return answer_as_text(Answer(("", *side.names), rows))


def side_as_html(name: str, side: Answer | Failure, alone: Rows) -> str:
    if isinstance(side, Answer):
        return table(name, side, marks(side, alone) if alone else [])
    where = f"<pre>{escape(side.where)}</pre>" if side.where else ""
    return (
        f'<div style="max-width: 40em"><div><strong>{escape(name)}</strong></div>'
        f'<p style="{MARKED}">{escape(side.error)}</p>{where}</div>'
    )


def beside(parts: list[str]) -> str:
    return f'<div style="{ROW}">{"".join(parts)}</div>' if parts else ""


def table(caption: str, answer: Answer, marked: list[bool]) -> str:
    """A table under its name; a marked row says so by a sign, and not by its colour alone."""
    sign = ['<th aria-label="differs"></th>'] if any(marked) else []
    names = [f'<th style="{LEFT}">{escape(name)}</th>' for name in answer.names]
    lines = [f"<tr>{''.join(sign + names)}</tr>"]
    for place, row in enumerate(answer.rows):
        is_marked = bool(marked) and marked[place]
        first = [f"<td>{'≠' if is_marked else ''}</td>"] if any(marked) else []
        cells = [f'<td style="{LEFT}">{escape(on_one_line(value))}</td>' for value in row]
        style = f' style="{MARKED}"' if is_marked else ""
        lines.append(f"<tr{style}>{''.join(first + cells)}</tr>")
    empty = "" if answer.rows else "<div>(no rows)</div>"
    return (
        f'<div style="overflow-x: auto"><div><strong>{escape(caption)}</strong></div>'
        f"<table>{''.join(lines)}</table>{empty}</div>"
    )
