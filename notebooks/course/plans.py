"""A query plan, explained in words: how a database will find the rows."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Engine, Select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import ClauseElement, Executable

Step = tuple[int, str, str]  # depth, in words, as the database says it
_numbers = count(1)

SQLITE_WORDS = (
    (r"SCAN (\S+) USING COVERING INDEX (\S+)", r"walks through the index \2, and needs no table"),
    (r"SCAN (\S+) USING INDEX (\S+)", r"walks through \1 in the order of the index \2"),
    (r"SCAN CONSTANT ROW", r"makes one row of its own"),
    (r"SCAN (\S+)", r"reads all of \1"),
    (
        r"SEARCH (\S+) USING COVERING INDEX (\S+) \((.*)\)",
        r"looks up \3 in the index \2, and needs no table",
    ),
    (r"SEARCH (\S+) USING INDEX (\S+) \((.*)\)", r"looks up \3 of \1 in the index \2"),
    (
        r"SEARCH (\S+) USING (?:INTEGER )?PRIMARY KEY \((.*)\)",
        r"looks up \2 of \1 by its primary key",
    ),
    (
        r"SEARCH (\S+) USING AUTOMATIC.* INDEX \((.*)\)",
        r"builds an index on \1 for this query only, to look up \2",
    ),
    (r"BLOOM FILTER ON (\S+) \((.*)\)", r"sieves out what \1 lacks, by \2"),
    (r"MULTI-INDEX OR", r"collects from several look-ups:"),
    (r"INDEX (\d+)", r"look-up \1:"),
    (r"USE TEMP B-TREE FOR (.*)", r"sorts on the side, for \1"),
    (r"CORRELATED SCALAR SUBQUERY \d+", r"for each row, once:"),
    (r"(?:SCALAR|LIST) SUBQUERY \d+", r"first, once:"),
    (r"REUSE .*SUBQUERY \d+", r"uses that result again"),
    (r"CO-ROUTINE (\S+)", r"makes \1 row by row:"),
    (r"MATERIALIZE (\S+)", r"makes \1 and keeps it:"),
    (r"COMPOUND QUERY", r"several queries in one:"),
)

POSTGRESQL_WORDS = {
    "Seq Scan": "reads all of {table}",
    "Index Scan": "looks up rows of {table} in the index {index}",
    "Index Only Scan": "looks up rows in the index {index}, and needs no table",
    "Bitmap Heap Scan": "reads the pages of {table} that an index names:",
    "Bitmap Index Scan": "notes which pages the index {index} names",
    "Sort": "sorts:",
    "Incremental Sort": "sorts what is sorted in part:",
    "Hash Join": "joins by a hash table:",
    "Merge Join": "joins two sorted lists:",
    "Nested Loop": "joins by a look-up for each row:",
    "Hash": "keeps in a hash table:",
    "Aggregate": "counts or sums:",
    "HashAggregate": "groups in a hash table:",
    "Limit": "stops after enough rows:",
    "Subquery Scan": "reads the sub-query {alias}:",
}


class Plan:
    """The steps of a plan: in words, and as the database says them."""

    def __init__(self, steps: list[Step]) -> None:
        self.steps = steps

    def __repr__(self) -> str:
        return "\n".join("  " * depth + words for depth, words, _ in self.steps)

    def _repr_markdown_(self) -> str:
        lines = [
            f"{'    ' * depth}- {words.rstrip(':')} — `{raw}`" for depth, words, raw in self.steps
        ]
        return "\n".join(lines)


class Explain(Executable, ClauseElement):
    """EXPLAIN in front of another statement."""

    inherit_cache = False

    def __init__(self, statement: Select[*tuple[Any, ...]]) -> None:
        self.statement = statement


@compiles(Explain, "sqlite")
def _explain_on_sqlite(explain: Explain, compiler: Any, **options: Any) -> str:
    # The driver would give the same text the plan that it remembers, index or no index.
    number = f"/* {next(_numbers)} */"
    return f"EXPLAIN QUERY PLAN {number} {compiler.process(explain.statement, **options)}"


@compiles(Explain, "postgresql")
def _explain_on_postgresql(explain: Explain, compiler: Any, **options: Any) -> str:
    return f"EXPLAIN (FORMAT JSON) {compiler.process(explain.statement, **options)}"


def plan(statement: Select[*tuple[Any, ...]], engine: Engine, **parameters: Any) -> Plan:
    """How the database behind `engine` would run the statement; the statement is not run."""
    with engine.connect() as connection:
        explained: Any = connection.execute(Explain(statement), parameters)
        rows = explained.cursor.fetchall()  # as they are: the types are those of the statement
    if engine.dialect.name == "sqlite":
        return Plan(list(_sqlite_steps(rows)))
    return Plan(list(_postgresql_steps(rows[0][0][0]["Plan"], 0)))


def _sqlite_steps(rows: Sequence[tuple[Any, ...]]) -> Iterator[Step]:
    depths = {0: -1}
    for number, parent, _, text in rows:
        depths[number] = depths[parent] + 1
        yield depths[number], _in_words(text), text


def _in_words(text: str) -> str:
    text = text.removesuffix(" LEFT-JOIN")
    for pattern, words in SQLITE_WORDS:
        if re.fullmatch(pattern, text):
            return (
                re.sub(pattern, words, text)
                .replace("<expr>=?", "the expression")
                .replace("rowid=?", "the id")
            )
    return text.lower()


def _postgresql_steps(node: dict[str, Any], depth: int) -> Iterator[Step]:
    kind = node["Node Type"]
    names = {
        "table": node.get("Relation Name"),
        "index": node.get("Index Name"),
        "alias": node.get("Alias"),
    }
    yield depth, POSTGRESQL_WORDS.get(kind, kind.lower() + ":").format(**names), kind
    for child in node.get("Plans", []):
        yield from _postgresql_steps(child, depth + 1)
