"""The smallest rows on which two answers still differ in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Column

from course.comparing.schema import Schema
from course.comparing.values import plain_value
from course.pairs.definition import Row, Tables

Differs = Callable[[Tables], bool]


def smallest(tables: Tables, schema: Schema, differs: Differs) -> Tables:
    """Take rows away while the answers differ, then make what is left as plain as possible."""
    return plain(fewer_rows(tables, schema, differs), schema, differs)


def fewer_rows(tables: Tables, schema: Schema, differs: Differs) -> Tables:
    size = max(map(len, tables.values()), default=0)
    while size:
        for fewer in without(tables, schema, size):
            if differs(fewer):
                tables = fewer
                break
        else:
            size //= 2
    return tables


def without(tables: Tables, schema: Schema, size: int) -> Iterator[Tables]:
    """The tables without so many rows of one of them, nor the rows that refer to those."""
    for name in reversed(schema.names):
        rows = tables[name]
        for start in range(0, len(rows), size):
            kept = rows[:start] + rows[start + size :]
            yield without_orphans({**tables, name: kept}, schema)


def without_orphans(tables: Tables, schema: Schema) -> Tables:
    """Parents come first, so one pass is enough, but for rows that refer to their own table."""
    whole = dict(tables)
    for name in schema.names:
        for reference in schema.references[name]:
            before = -1
            while before != len(whole[name]):
                before = len(whole[name])
                there = {
                    tuple(row[key] for key in reference.parent_columns)
                    for row in whole[reference.parent]
                }
                whole[name] = [
                    row
                    for row in whole[name]
                    if None in (named := tuple(row[key] for key in reference.columns))
                    or named in there
                ]
    return whole


def plain(tables: Tables, schema: Schema, differs: Differs) -> Tables:
    """The same rows with plain values wherever the values make no difference."""
    for name in schema.names:
        for column in columns_with_values(schema, name):
            places = range(len(tables[name]))
            for some in (places, *([place] for place in places)):
                plainer = with_plain_values(tables, name, column, some)
                if plainer != tables and differs(plainer):
                    tables = plainer
    return tables


def with_plain_values(
    tables: Tables, name: str, column: Column[Any], places: Iterable[int]
) -> Tables:
    rows = list(tables[name])
    for place in places:
        rows[place] = {**rows[place], column.key: plain_value(column, place)}
    return {**tables, name: rows}


def columns_with_values(schema: Schema, name: str) -> list[Column[Any]]:
    """The columns that are part of no key and of no reference."""
    keys = {column.key for column in schema.copies[name].primary_key}
    for table, references in schema.references.items():
        for each in references:
            keys.update(each.columns if table == name else ())
            keys.update(each.parent_columns if each.parent == name else ())
    columns = schema.copies[name].columns
    return [each for each in columns if each.key not in keys and each.computed is None]


def is_plain(schema: Schema, name: str, column: Column[Any], rows: list[Row]) -> bool:
    """Whether the column holds plain values alone, so that it makes no difference."""
    return column in columns_with_values(schema, name) and all(
        row[column.key] == plain_value(column, place) for place, row in enumerate(rows)
    )
