"""Small untidy databases: rows that refer to each other, tie, repeat, or are missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import Column, Table

from course.comparing.literals import Literals
from course.comparing.schema import Schema
from course.comparing.values import ANCHORS, Pool, distinct_texts, pool, python_type
from course.pairs.definition import Row, Tables

Accepts = Callable[[str, Row], bool]
LARGEST_CROWD = 60
CROWD_EVERY = 30  # databases; the others are small


class Generator:
    """Makes the databases of a comparison, each from a seed of its own."""

    def __init__(self, schema: Schema, literals: Literals, seed: int) -> None:
        self.schema, self.literals, self.seed = schema, literals, seed
        anchors = [each.replace(hour=12, minute=0, second=0) for each in literals.moments]
        self.anchors = [*ANCHORS, *(each.replace(microsecond=0) for each in anchors)]
        named = [int(each) for each in literals.counts if each < LARGEST_CROWD]
        self.pools: dict[tuple[Column[Any], datetime], Pool] = {}
        self.crowd = max([20, *named]) + 3  # more rows than any LIMIT that fits

    def database(self, number: int, accepts: Accepts) -> Tables:
        """The first is empty, the second has a row in each table; then they grow."""
        chance = Random(f"{self.seed} {number}")
        noon = chance.choice(self.anchors)
        is_crowd = number % CROWD_EVERY == CROWD_EVERY - 1
        most = self.crowd if is_crowd else min(3 + number // 10, 9)
        tables: Tables = {}
        for table in self.schema.originals:
            wanted = min(number, 1) if number < 2 else chance.choice([0, 1, 2, most, most, most])
            self._fill(table, most if is_crowd else wanted, tables, chance, noon, accepts)
        return tables

    def _fill(
        self,
        table: Table,
        wanted: int,
        tables: Tables,
        chance: Random,
        noon: datetime,
        accepts: Accepts,
    ) -> None:
        rows = tables[table.name] = []
        draw = {
            column.key: self._drawer(column, wanted, chance, noon)
            for column in self.schema.copies[table.name].columns
            if column.computed is None
        }
        taken: list[set[tuple[Any, ...]]] = [set() for _ in self.schema.unique[table.name]]
        for _ in range(4 * wanted):
            if len(rows) == wanted:
                break
            row = {key: value() for key, value in draw.items()}
            if not self._refer(table, row, tables, chance):
                continue
            keys = [tuple(row[name] for name in names) for names in self.schema.unique[table.name]]
            if any(key in seen for key, seen in zip(keys, taken, strict=True)):
                continue
            if self.schema.needs_the_database(table) and not accepts(table.name, row):
                continue
            for key, seen in zip(keys, taken, strict=True):
                if None not in key:
                    seen.add(key)
            rows.append(row)

    def _drawer(
        self, column: Column[Any], rows: int, chance: Random, noon: datetime
    ) -> Callable[[], Any]:
        """Draws the values of a column in one database: few different ones, so that they tie."""
        near, ordinary = self._pool(column, noon)
        alone = [name for (name, *more) in self.schema.unique[column.table.name] if not more]
        if column.primary_key and python_type(column) is int:
            near, ordinary = [each for each in near if each > 0], list(range(1, rows + 4))
        elif column.key not in alone:
            near = chance.sample(near, min(len(near), chance.randint(1, 3)))
            ordinary = chance.sample(ordinary, min(len(ordinary), chance.randint(1, 4)))
        elif python_type(column) is str:
            ordinary = ordinary + distinct_texts(column, self.literals, rows)
        missing = chance.choice([0, 0.2, 0.5]) if self.schema.is_nullable(column) else 0
        share = 0.4 if near and ordinary else bool(near)

        def draw() -> Any:
            if not (near or ordinary) or chance.random() < missing:
                return None
            return chance.choice(near if chance.random() < share else ordinary)

        return draw

    def _pool(self, column: Column[Any], noon: datetime) -> Pool:
        if (column, noon) not in self.pools:
            self.pools[column, noon] = pool(column, self.literals, noon)
        return self.pools[column, noon]

    def _refer(self, table: Table, row: Row, tables: Tables, chance: Random) -> bool:
        """Let the row refer to rows that are there, or to none; False where it can't."""
        references = self.schema.references[table.name]
        for reference in references:
            columns = [table.columns[name] for name in reference.columns]
            optional = [each.key for each in columns if self.schema.is_nullable(each)]
            parents = tables.get(reference.parent, [])
            own = [row] if reference.parent == table.name else []
            if optional and (not parents or chance.random() < 0.2):
                row.update(dict.fromkeys(optional))
            elif parents or own:
                parent = chance.choice(parents or own)
                named = zip(reference.columns, reference.parent_columns, strict=True)
                row.update({name: parent[there] for name, there in named})
            else:
                return False
        return all(is_whole(row, reference, tables, table.name) for reference in references)


def is_whole(row: Row, reference: Any, tables: Tables, table: str) -> bool:
    """Whether the row that this row refers to is there: columns may serve two references."""
    named = tuple(row[name] for name in reference.columns)
    parents = [*tables.get(reference.parent, []), *([row] if reference.parent == table else [])]
    return None in named or any(
        named == tuple(parent[name] for name in reference.parent_columns) for parent in parents
    )
