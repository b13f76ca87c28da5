"""SQL laid out for reading, a clause a line: no word of it is added, changed or left out."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, cast

from sqlparse import parse, tokens
from sqlparse.engine import FilterStack
from sqlparse.exceptions import SQLParseError
from sqlparse.filters import ReindentFilter, StripWhitespaceFilter
from sqlparse.sql import Parenthesis, Statement, Token, TokenList

WIDTH = 90  # JupyterLab breaks longer lines anywhere, within words too
DEEPEST = 30  # blanks that a line may begin with
OF_A_WINDOW = {"PARTITION", "ORDER BY", "ROWS", "RANGE"}
VALUE = r"(?:\?|%s|%\(\w+\)s(?:::[\w ]+)?)"  # how SQLite and PostgreSQL leave room for a value
ROW = rf"\({VALUE}(?:, {VALUE})*\)"
LONG = 10  # values or rows


class ClausesOnLines(ReindentFilter):
    """sqlparse's layout, but functions and windows stay on the line of their column."""

    def _process_parenthesis(self, group: TokenList) -> None:
        if group.token_next_by(t=tokens.DML)[1]:
            super()._process_parenthesis(group)  # type: ignore[no-untyped-call]
        else:
            self._process_function(group)

    def _process_function(self, group: TokenList) -> None:
        for each in group.get_sublists():
            if isinstance(each, Parenthesis):
                self._process_parenthesis(each)
            else:
                self._process_function(each)


def format_sql(text: str) -> str:
    """The statement with each clause on a line of its own, and lines of about 90 characters.

    What SQLAlchemy lays out itself (CREATE TABLE), and what is too large to be parsed, keeps its
    lines.
    """
    try:
        (statement,) = parse(text.strip())
    except (SQLParseError, ValueError):
        return text.strip()
    if statement.get_type() not in {"CREATE", "ALTER", "DROP"}:
        statement = _laid_out(text.strip())
    return in_short_lines(statement.flatten()).strip()


def _laid_out(text: str) -> Statement:
    stack: Any = FilterStack()
    stack.enable_grouping()
    layout = ClausesOnLines(width=2, wrap_after=80)  # type: ignore[no-untyped-call]
    stack.stmtprocess += [StripWhitespaceFilter(), layout]
    (statement,) = stack.run(text)
    return cast(Statement, statement)


def in_short_lines(words: Iterable[Token]) -> str:
    """The tokens as text, with a break at a blank wherever a line would be too long."""
    lines: list[str] = []
    line: list[str] = []
    indent = first_indent = ""
    for is_blank, run in groupby(words, key=lambda token: token.is_whitespace):
        text = "".join(token.value for token in run)
        if not is_blank:
            line.append(text)
            while len(indent + " ".join(line)) > WIDTH and len(line) > 1:
                cut = place_to_break(line)
                lines.append(indent + " ".join(line[:cut]))
                line, indent = line[cut:], f"{first_indent}    "
        elif "\n" in text:
            lines.append(indent + " ".join(line))
            line, indent = [], text.rpartition("\n")[2][:DEEPEST]
            first_indent = indent
    return "\n".join([*lines, indent + " ".join(line)])


def place_to_break(line: list[str]) -> int:
    """Before the last part of a window, if there is one, else before the last word."""
    parts = [place for place, word in enumerate(line) if place and word in OF_A_WINDOW]
    return parts[-1] if parts else len(line) - 1


def shorten_lists(text: str) -> str:
    """A statement whose long lists of values, as in `IN (?, ?, ?)`, and of rows are cut."""

    def cut(found: "re.Match[str]", item: str) -> str:
        items = re.findall(item, found[0])
        return f"{items[0]}, {items[1]}, … {len(items)} in all"

    text = re.sub(rf"{ROW}(?:, {ROW}){{{LONG - 1},}}", lambda found: cut(found, ROW), text)
    return re.sub(
        rf"(?<=\(){VALUE}(?:, {VALUE}){{{LONG - 1},}}(?=\))",
        lambda found: cut(found, VALUE),
        text,
    )


def shorten_values(value: Any) -> str:
    """A value as Python writes it; a long list is cut."""
    if not isinstance(value, list | tuple) or len(value) < LONG:
        return repr(value)
    return f"[{value[0]!r}, {value[1]!r}, … {len(value)} in all]"
