"""The statements that the databases receive while a pair runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, TextClause, event

from course.display import DIALECTS
from course.sql_format import format_sql, shorten_lists

OF_THE_KIT = re.compile("SAVEPOINT|RELEASE|ROLLBACK|PRAGMA")


class Sent:
    """What the connection's database receives, and what PostgreSQL would receive for it.

    The statement that reads what a write left behind isn't part of the pair. A `text` is written
    for one database, so it has no other form.
    """

    def __init__(self, after: Any) -> None:
        self.after, self.reads_what_is_left = after, False
        self.received: list[str] = []
        self.to_postgresql: list[str] = []
        self.has_text = False

    @contextmanager
    def listening(self, connection: Connection) -> Iterator[None]:
        listeners = (
            ("before_execute", self._before_execute),
            ("before_cursor_execute", self._before_cursor_execute),
        )
        for name, listener in listeners:
            event.listen(connection, name, listener)
        try:
            yield
        finally:
            for name, listener in listeners:
                event.remove(connection, name, listener)

    def _before_execute(self, _: Any, element: Any, many: Any, one: Any, __: Any) -> None:
        self.reads_what_is_left = element is self.after
        self.has_text |= isinstance(element, TextClause)
        self._keep(self.to_postgresql, for_postgresql(element, many or [one]))

    def _before_cursor_execute(self, _: Any, __: Any, statement: str, *___: Any) -> None:
        self._keep(self.received, statement)

    def _keep(self, statements: list[str], statement: str) -> None:
        laid_out = format_sql(shorten_lists(statement))
        if not (OF_THE_KIT.match(laid_out) or self.reads_what_is_left or laid_out in statements):
            statements.append(laid_out)


def for_postgresql(element: Any, parameters: list[dict[str, Any]]) -> str:
    """The SQL of an element as PostgreSQL receives it, with these parameters."""
    first = parameters[0]
    lists = {name: value for name, value in first.items() if isinstance(value, list | tuple)}
    conflict = getattr(element, "_post_values_clause", None)
    if conflict is not None:
        conflict.constraint_target = None  # which PostgreSQL's form of ON CONFLICT has besides
    options: dict[str, Any] = {"compile_kwargs": {"render_postcompile": True}}
    if first and getattr(element, "is_dml", False):
        options |= {"column_keys": sorted(first), "for_executemany": len(parameters) > 1}
    element = element.params(lists) if lists else element
    return str(element.compile(dialect=DIALECTS["postgresql"], **options))
