"""Load a folder of CSV files, one for each table, into a database: all of it or nothing."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table
from sqlalchemy.exc import IntegrityError
from tqdm import tqdm

from microblog.database import insert_new_rows, number_after_largest_id
from microblog.models import Base

BATCH = 10_000  # rows
Row = dict[str, Any]
Ids = dict[str, set[int]]  # the ids read so far, by table
REFUSALS = {  # for each rule that the database alone can check
    "users_by_name": "column username: another user of the database has that name",
    "email": "column email: another user of the database has that address",
    "not_oneself": "column followee_id: nobody follows themselves",
}


class BrokenFile(ValueError):
    """A file that cannot be loaded; the message names the file, the line and the column."""


def whole_number(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 20 else 0
    if not 1 <= number < 2**63:
        raise ValueError(f"is not a whole number from 1 to {2**63 - 1}")
    return number


def moment(text: str) -> datetime:
    try:
        value = datetime.fromisoformat(text)
        if value.tzinfo is not None:
            return value.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("is not a time such as 2026-08-12T18:31:00+00:00") from None
    raise ValueError("is a time without a zone; for UTC write +00:00 behind it")


def some_text(text: str) -> str:
    if not text.strip() or re.search("[\0\udc80-\udcff]", text):  # bytes that are not UTF-8
        raise ValueError("is empty, not UTF-8, or holds the character NUL")
    return text


PARSERS: dict[type, Callable[[str], Any]] = {int: whole_number, datetime: moment, str: some_text}


def parser_of(column: Column[Any], ids: Ids) -> Callable[[str], Any]:
    """Turns a text of the file into a value of this column; ValueError says what is wrong."""
    parse = PARSERS[column.type.python_type]
    longest = getattr(column.type, "length", None)
    refers_to = next((key.column.table.name for key in column.foreign_keys), "")
    known, is_name = ids.get(refers_to), column.name == "username"

    def value_of(text: str) -> Any:
        try:
            value = parse(text)
        except ValueError as error:
            raise ValueError(f"{text[:40]!r} {error}" if text else "has no value") from None
        if is_name and not re.fullmatch("[A-Za-z0-9_]{3,30}", text):
            raise ValueError(f"{text[:40]!r} is not 3 to 30 letters, digits and underscores")
        if longest and len(text) > longest:
            raise ValueError(f"is longer than {longest} characters")
        if known is not None and value not in known:
            raise ValueError(f"{value} is no id in {refers_to}.csv")
        return value

    return value_of


def unique_keys(table: Table) -> Iterator[tuple[str, Callable[[Row], Any]]]:
    """What may stand once in a table: the names of its columns, and how to get it of a row."""
    key = [column.name for column in table.columns if column.primary_key]
    yield ", ".join(key), itemgetter(*key)
    if table.name == "users":
        yield "username", lambda row: row["username"].lower()
        yield "email", lambda row: row["email"].lower()


def rows_of(path: Path, table: Table, ids: Ids) -> Iterator[tuple[int, Row]]:
    """The checked rows of one file, each with the line on which it ends."""
    parsers = {column.name: parser_of(column, ids) for column in table.columns}
    uniques = [(name, key_of, set[Any]()) for name, key_of in unique_keys(table)]
    ids[table.name] = uniques[0][2]
    line, name = 1, "?"
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            reader = csv.DictReader(file, restkey="", restval="", strict=True)
            for name in parsers:
                if name not in (reader.fieldnames or ()):
                    raise ValueError("is missing")
            for record in reader:
                line, row = reader.line_num, {}
                for name, parse in parsers.items():
                    row[name] = parse(record[name])
                if "" in record:
                    raise ValueError(f"is followed by more values than columns: {record['']}")
                for name, key_of, seen in uniques:  # noqa: B007 (the message names it)
                    if (key := key_of(row)) in seen:
                        raise ValueError(f"{key!r} stands in the file already")
                    seen.add(key)
                yield line, row
    except OSError as error:
        raise BrokenFile(f"{path.name} cannot be read: {error.strerror}") from None
    except csv.Error as error:
        raise BrokenFile(f"{path.name}, line {reader.reader.line_num}: {error}") from None
    except ValueError as error:
        raise BrokenFile(f"{path.name}, line {line}, column {name}: {error}") from None


def insert(connection: Connection, path: Path, table: Table, rows: list[tuple[int, Row]]) -> int:
    """Insert a batch and count what was added; of a refused batch, find the row."""
    try:
        with connection.begin_nested():
            return insert_new_rows(connection, table, [row for _, row in rows])
    except IntegrityError as error:
        if len(rows) == 1:
            rule = str(error.orig).splitlines()[0]  # what follows may show the row, a hash too
            reason = next((REFUSALS[name] for name in REFUSALS if name in rule), rule)
            raise BrokenFile(f"{path.name}, line {rows[0][0]}, {reason}") from None
    half = len(rows) // 2
    return sum(insert(connection, path, table, part) for part in (rows[:half], rows[half:]))


def load(engine: Engine, folder: Path, progress: bool = False) -> dict[str, int]:
    """Load users.csv, posts.csv and so on; return how many rows each table gained.

    Rows whose key is there already stay; on a `BrokenFile` the database stays as it was.
    """
    gained, ids = dict[str, int](), Ids()
    with engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection:
        for table in Base.metadata.sorted_tables:
            path = folder / f"{table.name}.csv"
            rows, gained[table.name] = rows_of(path, table, ids), 0
            rows = iter(tqdm(rows, path.name, unit=" rows")) if progress else rows
            while batch := list(islice(rows, BATCH)):
                gained[table.name] += insert(connection, path, table, batch)
            number_after_largest_id(connection, table)
    return gained
