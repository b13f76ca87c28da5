"""Load all files of a folder in one transaction."""

import csv
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from tqdm import tqdm

from microblog.loading.check import Values, find_problem, values_of
from microblog.loading.files import BrokenFile, TableFile, find_files
from microblog.loading.read import batches_of
from microblog.loading.staging import count_differing, first_problem, insert_new, staging_table
from microblog.loading.write import FAILED, REFUSED, advance_sequence, insert_rows

tqdm.monitor_interval = 0  # no thread that goes on after the load


@dataclass(frozen=True)
class Loaded:
    """How many rows a table gained, and how many of the file's rows it had already."""

    gained: int
    existing: int = 0  # rows whose key was in the table: they stay as they are
    differing: int = 0  # those of the existing rows that have other values in the file


def load(engine: Engine, folder: Path, progress: bool = False) -> dict[str, Loaded]:
    """Load users.csv, posts.csv and so on in one transaction; the result is by table.

    A `BrokenFile` says in one line why nothing was loaded. Rows whose key exists stay as they are.
    """
    files = find_files(folder)
    loaded, file = {}, files[0]
    try:
        with (
            garbage_collector_paused(),
            engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection,
        ):
            for file in files:  # noqa: B007 (the message names it)
                loaded[file.table.name] = load_file(connection, file, progress)
                advance_sequence(connection, file.table)
    except FAILED as error:
        what = f"the database failed while {file.path.name} was loaded"
        raise BrokenFile(f"{what}: {first_cause(error)}") from None
    return loaded


@contextmanager
def garbage_collector_paused() -> Iterator[None]:
    """Rows form no reference cycles, and looking for cycles takes a quarter of a load's time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def load_file(connection: Connection, file: TableFile, progress: bool) -> Loaded:
    """Insert the rows as they come; if the database refuses one, start again with staging."""
    savepoint = connection.begin_nested()
    try:
        batches = checked(file, progress)
        gained = sum(insert_rows(connection, file.table, columns) for columns in batches)
        savepoint.commit()
        return Loaded(gained)
    except REFUSED:
        savepoint.rollback()
    return stage_file(connection, file, progress)


def checked(file: TableFile, progress: bool) -> Iterator[list[Values]]:
    """The values of a file, many rows at a time, as one list for each column of the table."""
    rows_read = 0
    with tqdm(desc=file.path.name, unit=" rows", disable=not progress) as bar:
        try:
            for batch in batches_of(file):
                yield values_of(file, batch)
                rows_read += len(batch)
                bar.update(len(batch))
        except (ValueError, csv.Error):
            raise find_problem(file, rows_read) from None
        except OSError as error:
            raise BrokenFile(f"{file.path.name} cannot be read: {error.strerror}") from None


def stage_file(connection: Connection, file: TableFile, progress: bool) -> Loaded:
    """Compare the whole file with the database, and insert what is new."""
    incoming, rows = staging_table(file.table), 0
    incoming.create(connection)
    for columns in checked(file, progress):
        numbers = list(range(rows + 1, rows + 1 + len(columns[0])))
        rows += insert_rows(connection, incoming, [*columns, numbers])
    if problem := first_problem(connection, file, incoming):
        raise problem
    differing = count_differing(connection, file.table, incoming)
    gained = insert_new(connection, file.table, incoming)
    incoming.drop(connection)
    return Loaded(gained, rows - gained, differing)


def first_cause(error: BaseException) -> str:
    """What went wrong before anything else did: on a lost connection, a rollback fails too."""
    while isinstance(error.__context__, FAILED):
        error = error.__context__
    return str(getattr(error, "orig", error)).partition("\n")[0]
