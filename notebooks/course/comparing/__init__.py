"""Is this SQL the same as that pandas? Both are tried on generated databases."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from typing import Any

import pandas as pd
from sqlalchemy import Table
from sqlalchemy.exc import SAWarning
from sqlalchemy.sql.expression import SelectBase

from course.comparing.comparison import Comparison
from course.comparing.databases import Database, usual_databases
from course.comparing.frames import Frames, asked_for
from course.comparing.generating import Generator
from course.comparing.literals import (
    Literals,
    literals_of_checks,
    literals_of_function,
    literals_of_statement,
)
from course.comparing.schema import Schema
from course.comparing.statements import (
    Statement,
    checked_statement,
    compiled_with_tables,
    described,
)
from course.comparing.trial import Trial
from course.comparing.verdict import Question

__all__ = ["Comparison", "compare"]


def compare(
    in_pandas: Callable[[Any], pd.DataFrame],
    statement: Statement,
    *,
    nulls: bool = False,
    databases: int = 300,
    seed: int = 0,
    on: Sequence[str] | None = None,
) -> Comparison:
    """Whether a function of DataFrames and a `select()` give the same answer.

    `in_pandas(frames)` gets a DataFrame for each table, as `frames.posts` or `frames["posts"]`,
    and returns one. The tables, their types and constraints come from the statement; the rows are
    generated, `databases` times, from `seed`, and they favour the values that the statement and
    the function name. The answers must agree in the names of their columns and in their rows;
    the order counts if the statement orders, except between rows that tie. Both arguments can
    come in either order.

    `nulls`: any column outside a primary key can be NULL, and no other constraint holds. `on`:
    the URLs of the databases to try. Without it, that is SQLite, and the PostgreSQL server that
    MICROBLOG_TEST_DATABASE_URL names. Nothing in them changes: what `compare` makes is rolled back.

    "Equal" means equal on what was tried: small tables, with few and mostly plain values. It
    doesn't cover large numbers, rounding in long sums, collations other than the server's own, or
    columns of JSON and arrays, which stay NULL.

    Raises TypeError for anything but a function and a statement that reads tables.
    """
    if isinstance(in_pandas, SelectBase):
        in_pandas, statement = statement, in_pandas
    function, select = checked_function(in_pandas), checked_statement(statement)
    with warnings.catch_warnings(), ExitStack() as stack:
        for about in ("Dialect .* does .not. support Decimal", "Cannot correctly sort tables"):
            warnings.filterwarnings("ignore", about, SAWarning)
        schema = Schema(tables_of(function, select), nulls)
        literals = Literals(
            [
                *literals_of_statement(select),
                *literals_of_function(function),
                *literals_of_checks(schema.checks),
            ]
        )
        places = [
            stack.enter_context(closing(Database(url, schema)))
            for url in (usual_databases() if on is None else on)
        ]
        trial = Trial(Question(function, select, schema), Generator(schema, literals, seed), places)
        return trial.run(databases)


def checked_function(given: Any) -> Callable[[Any], Any]:
    if isinstance(given, pd.DataFrame | pd.Series):
        raise TypeError(
            f"This is {described(given)}, a result. Give the function that makes it, so that it "
            "can be run on other data: def in_pandas(frames): …"
        )
    if not callable(given):
        raise TypeError(f"This is {described(given)}. Give a function of frames and a select().")
    function: Callable[[Any], Any] = given
    return function


def tables_of(function: Callable[[Any], Any], statement: Statement) -> list[Table]:
    """The tables that the statement reads, and those that the function asks for besides."""
    _, read = compiled_with_tables(statement)
    defined = [table for each in read for table in each.metadata.sorted_tables]
    by_name = {table.name: table for table in (*reversed(defined), *read)}
    if clash := [table for table in read if by_name[table.name] is not table]:
        raise ValueError(
            f"Two tables are called {clash[0].name}: frames could not tell them apart."
        )
    frames = Frames(Schema(by_name.values(), nulls=True), {})
    try:
        function(frames)
    except Exception:  # the trial runs it again, and shows what it raises
        pass
    return list(dict.fromkeys([*read, *(by_name[name] for name in asked_for(frames))]))
