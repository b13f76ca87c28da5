"""Blocks of what a pair shows, as Markdown for a notebook and as plain text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from html import escape
from typing import Any, Literal

import pandas as pd

from course.pairs.running import Answer

WIDEST = 110  # characters that stand beside each other in a notebook
Block = tuple[Literal["text", "python", "sql", "table", "row"], Any]


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


def on_one_line(value: Any) -> str:
    return re.sub(r"\s+", " ", spelled(value))


def as_markdown(block: Block) -> str:
    kind, content = block
    if kind == "text":
        return str(content)
    if kind == "row":
        captions = [f"<th>{escape(caption)}</th>" for caption, _ in content]
        tables = [f"<td>{as_html(answer)}</td>" for _, answer in content]
        if sum(width_of(answer) for _, answer in content) > WIDEST:
            both = zip(captions, tables, strict=True)
            lines = [line for one in both for line in one]
        else:
            lines = ["".join(captions), "".join(tables)] if content else []
        return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>" if lines else ""
    if kind != "table":
        return f"```{kind}\n{content}\n```"
    names, rows = content
    listed: list[Sequence[Any]] = [names, ["---"] * len(names), *rows]
    table = "\n".join("| " + " | ".join(map(cell, line)) + " |" for line in listed)
    return table if rows else f"{table}\n\n(no rows)"


def width_of(answer: Answer | str) -> int:
    """Of a table, in characters, with some room beside each column."""
    if isinstance(answer, str):
        return len(answer)
    columns = zip(answer.names, *answer.rows, strict=True)
    return sum(max(len(on_one_line(value)) for value in column) + 3 for column in columns)


def as_html(answer: Answer | str) -> str:
    """A table within a table; on one line, since a blank one would end the HTML in Markdown."""
    if isinstance(answer, str) or not answer.rows:
        return escape(answer) if isinstance(answer, str) else "no rows"
    lines = (
        [f"<th>{escape(name)}</th>" for name in answer.names],
        *([f"<td>{escape(on_one_line(value))}</td>" for value in row] for row in answer.rows),
    )
    return "<table>" + "".join(f"<tr>{''.join(line)}</tr>" for line in lines) + "</table>"


def cell(value: Any) -> str:
    """A value within a table of Markdown: nothing in it means anything but itself."""
    text = on_one_line(value)
    return text if text == "---" else re.sub(r"([\\`*_|<>\[\]~$])", r"\\\1", text)


def as_text(block: Block) -> str:
    kind, content = block
    if kind == "table":
        names, rows = content
        frame = pd.DataFrame([map(spelled, row) for row in rows], columns=names)
        return str(frame.to_string(index=False)) if rows else f"{' '.join(names)}\n(no rows)"
    if kind == "row":
        return "\n\n".join(f"{caption}:\n{answer_as_text(answer)}" for caption, answer in content)
    if kind == "text":
        words = re.sub(r"\*\*|`|</?(details|summary|code)>", "", str(content))
        return re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", words)  # a link cannot be followed
    return textwrap.indent(content, "    ")


def answer_as_text(answer: Answer | str) -> str:
    return answer if isinstance(answer, str) else as_text(("table", (answer.names, answer.rows)))
