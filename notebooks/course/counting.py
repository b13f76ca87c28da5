"""The statements that ran inside a `with` block, and how many they were."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from course.sql_format import format_sql, shorten_lists


class Statements:
    """What was sent to a database, in order; it grows while its `with` block runs."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def count(self) -> int:
        return len(self.texts)

    def __repr__(self) -> str:
        numbered = "\n".join(f"{n:>4}  {one_line(text)}" for n, text in self._shown())
        return f"{self._title()}\n{numbered}"

    def _repr_markdown_(self) -> str:
        numbered = "\n".join(
            f"-- {n}\n{format_sql(shorten_lists(text))}" for n, text in self._shown()
        )
        return f"**{self._title()}**\n\n```sql\n{numbered}\n```"

    def _title(self) -> str:
        title = f"{self.count} statement" + "s" * (self.count != 1)
        return title + (", the first 5 of them" if self.count > 5 else "")

    def _shown(self) -> list[tuple[int, str]]:
        return list(enumerate(self.texts[:5], start=1))


def one_line(text: str, length: int = 90) -> str:
    """A statement on one line, cut to `length` characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


@contextmanager
def statements() -> Iterator[Statements]:
    """Collect the statements of every engine and thread of this kernel.

    `with statements() as ran:` … then `ran.count`, or `ran` as the last line of a cell. What only
    begins, ends or sets up a transaction is not counted.
    """
    ran = Statements()

    def collect(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.split()[0].upper() not in {"BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE"}:
            ran.texts.append(statement)

    event.listen(Engine, "before_cursor_execute", collect)
    try:
        yield ran
    finally:
        event.remove(Engine, "before_cursor_execute", collect)
