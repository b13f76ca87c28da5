"""What a statement says about itself: its tables, its literals, and whether it orders its rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    SQLColumnExpression,
    Table,
    TextClause,
    UpdateBase,
)
from sqlalchemy.engine.default import StrCompileDialect
from sqlalchemy.exc import CompileError
from sqlalchemy.sql.compiler import Compiled, StrSQLCompiler
from sqlalchemy.sql.elements import (
    Label,
    UnaryExpression,
    _label_reference,
    _textual_label_reference,
)
from sqlalchemy.sql.visitors import iterate

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class TableNotes(StrSQLCompiler):
    """Notes each table that the SQL reads, those of relationships and loaders included."""

    def visit_table(self, table: Any, *args: Any, **options: Any) -> str:
        notes: Any = self.dialect
        notes.tables[table] = None
        return str(super().visit_table(table, *args, **options))  # type: ignore[no-untyped-call]


def compiled_with_tables(statement: Statement) -> tuple[Compiled, list[Table]]:
    dialect: Any = StrCompileDialect()
    dialect.statement_compiler = TableNotes
    dialect.tables = {}
    compiled = statement.compile(dialect=dialect)
    return compiled, [table for table in dialect.tables if isinstance(table, Table)]


def checked_statement(given: Any) -> Statement:
    """The statement, or a TypeError that says what it is instead of a select() that can run."""
    if isinstance(given, str | TextClause):
        raise TypeError(
            "The statement is text. Build it with select(), so that its tables and their types "
            "can be read from it."
        )
    if isinstance(given, UpdateBase):
        raise TypeError("The statement writes. compare() only runs statements that read.")
    if not isinstance(given, Select | CompoundSelect):
        raise TypeError(
            f"The statement is {described(given)}. Give a select(), or a union of several."
        )
    if any(isinstance(element, UpdateBase) for element in iterate(given)):
        raise TypeError("A part of the statement writes. compare() only runs what reads.")
    try:
        compiled, tables = compiled_with_tables(given)
    except CompileError as error:
        raise TypeError(f"SQLAlchemy can't turn the statement into SQL: {error}") from None
    if not tables:
        raise TypeError(
            "The statement reads no table. Its rows come from models or from Table objects, "
            "which say what the columns are; text() and table() don't."
        )
    binds: dict[str, Any] = getattr(compiled, "binds", {})
    values = compiled.params or {}
    required = {bind.key for bind in binds.values() if bind.required}
    if missing := sorted(name for name in required if values.get(name) is None):
        names = ", ".join(f"{name}=…" for name in missing)
        raise TypeError(f"The statement has parameters without values. Give it .params({names}).")
    return given


def described(given: Any) -> str:
    """What something is, in words."""
    kind = "class" if isinstance(given, type) else type(given).__name__
    return "None" if given is None else f"{'an' if kind[0] in 'AEIOUaeiou' else 'a'} {kind}"


def is_ordered(statement: Statement) -> bool:
    return bool(statement._order_by_clauses)


def with_order_keys(statement: Statement) -> tuple[Statement, list[int]] | None:
    """The statement with the values by which it orders among its columns, and their places.

    None where they can't be told: text, or a union ordered by more than its own columns.
    """
    columns = list(statement.selected_columns)
    places: list[int] = []
    added: list[ColumnElement[Any]] = []
    for clause in statement._order_by_clauses:
        key = without_direction(clause)
        if isinstance(key, str):
            named = [place for place, column in enumerate(columns) if column.key == key]
            places += named[:1]
        elif isinstance(statement, Select) and isinstance(key, SQLColumnExpression):
            places.append(len(columns) + len(added))
            added.append(key.label(f"order_key_{len(added)}"))
    if len(places) < len(statement._order_by_clauses):
        return None
    if isinstance(statement, Select) and added:
        return statement.add_columns(*added), places
    return statement, places


def without_direction(clause: Any) -> Any:
    """The expression or the name within `.desc()`, `nulls_last()` and the like."""
    while isinstance(clause, _label_reference) or (
        isinstance(clause, UnaryExpression) and clause.modifier is not None
    ):
        clause = clause.element
    if isinstance(clause, _textual_label_reference | Label):
        return clause.element
    return clause
