"""The tables that a comparison fills: those that are read, and all that these refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ClauseElement,
    Column,
    Computed,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
)
from sqlalchemy.exc import NoReferencedColumnError, NoReferencedTableError
from sqlalchemy.schema import sort_tables


@dataclass(frozen=True)
class Reference:
    """The columns of a table that name a row of another one, or of the same."""

    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]


class Schema:
    """Tables, parents first. With `nulls` they are bare: their primary keys hold, nothing else."""

    def __init__(self, tables: Iterable[Table], nulls: bool) -> None:
        self.nulls = nulls
        self.originals = sort_tables(with_parents(tables))
        self.metadata = MetaData()
        self.copies = {table.name: self._copy(table) for table in self.originals}

    @cached_property
    def names(self) -> list[str]:
        return [table.name for table in self.originals]

    @cached_property
    def references(self) -> dict[str, list[Reference]]:
        return {
            table.name: [
                Reference(
                    tuple(element.parent.key for element in key.elements),
                    key.referred_table.name,
                    tuple(element.column.key for element in key.elements),
                )
                for key in foreign_keys_of(table)
            ]
            for table in self.originals
        }

    def is_nullable(self, column: Column[Any]) -> bool:
        return not column.primary_key if self.nulls else bool(column.nullable)

    @cached_property
    def unique(self) -> dict[str, list[tuple[str, ...]]]:
        """The groups of columns of each table in which no two rows agree."""
        return {name: list(unique_columns(table)) for name, table in self.copies.items()}

    @property
    def checks(self) -> list[CheckConstraint]:
        return [check for table in self.copies.values() for check in checks_of(table)]

    def needs_the_database(self, table: Table) -> bool:
        """Whether only the database can tell if it accepts a row."""
        return bool(self.unique_indexes(table) or list(checks_of(self.copies[table.name])))

    def unique_indexes(self, table: Table) -> list[Index]:
        """Indexes that aren't unique are left out: rows that tie would come out in their order."""
        indexes = [] if self.nulls else [index for index in table.indexes if index.unique]
        return sorted(indexes, key=lambda index: str(index.name))

    def _copy(self, table: Table) -> Table:
        """Without foreign keys, which the rows obey anyway, and without what fills in values."""
        columns = [
            Column(
                each.name,
                each.type,
                *([] if self.nulls or each.computed is None else [computed_like(each.computed)]),
                key=each.key,
                primary_key=each.primary_key,
                autoincrement=False,
                nullable=self.is_nullable(each),
            )
            for each in table.columns
        ]
        rules = [] if self.nulls else [*unique_like(table), *checks_like(table)]
        return Table(table.name, self.metadata, *columns, *rules)


def with_parents(tables: Iterable[Table]) -> list[Table]:
    found: dict[Table, None] = {}
    waiting = list(tables)
    while waiting:
        table = waiting.pop()
        if table not in found:
            found[table] = None
            waiting += [key.referred_table for key in foreign_keys_of(table)]
    return sorted(found, key=lambda table: table.name)


def foreign_keys_of(table: Table) -> Iterator[ForeignKeyConstraint]:
    """In a fixed order, and without those whose parent nobody has defined."""
    for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.column_keys)):
        try:
            _ = [element.column for element in key.elements]
        except (NoReferencedTableError, NoReferencedColumnError):
            continue
        yield key


def checks_of(table: Table) -> Iterator[CheckConstraint]:
    """Those of the table and those of its columns, but for those that a type brings along."""
    for holder in (table, *table.columns):
        for each in holder.constraints:
            if isinstance(each, CheckConstraint) and not each._type_bound:
                yield each


def checks_like(table: Table) -> Iterator[CheckConstraint]:
    return (CheckConstraint(sql_of(check.sqltext)) for check in checks_of(table))


def unique_like(table: Table) -> Iterator[UniqueConstraint]:
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield UniqueConstraint(*constraint.columns.keys())


def computed_like(computed: Computed) -> Computed:
    return Computed(sql_of(computed.sqltext), persisted=computed.persisted)


def sql_of(expression: ClauseElement) -> str:
    """As the definition of a table has it: columns by their names, values written out."""
    options = {"literal_binds": True, "include_table": False}
    return str(expression.compile(compile_kwargs=options))


def unique_columns(table: Table) -> Iterator[tuple[str, ...]]:
    if len(table.primary_key):
        yield tuple(column.key for column in table.primary_key)
    constraints = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    for constraint in sorted(constraints, key=lambda each: str(each.columns.keys())):
        yield tuple(column.key for column in constraint.columns)
