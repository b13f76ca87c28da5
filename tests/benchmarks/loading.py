"""Loading CSV files: the service's loader, and the least that the bare driver can do."""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from clocks import connection_clock
from databases import System, csv_folder, empty_database
from report import Row, at_most, share
from sqlalchemy import Engine

from microblog import loading as loader
from microblog.models import Base

MILLION = 1_000_000  # posts, and 13 million rows in all
Load = Callable[[Engine, Path], object]


def rows_of(path: Path, numbers: list[int]) -> Iterator[list[Any]]:
    """The rows of a file; only ids become numbers, nothing is checked."""
    with path.open(encoding="utf-8", newline="") as file:
        reader: Iterator[list[Any]] = csv.reader(file)
        next(reader)
        for row in reader:
            for column in numbers:
                row[column] = int(row[column])
            yield row


def load_with_driver(engine: Engine, folder: Path) -> None:
    """All files in one transaction, straight into the tables."""
    with engine.begin() as connection:
        driver: Any = connection.connection.driver_connection
        for table in Base.metadata.sorted_tables:
            names = list(table.columns.keys())
            numbers = [index for index, name in enumerate(names) if name.endswith("id")]
            rows = rows_of(folder / f"{table.name}.csv", numbers)
            into = f"{table.name} ({', '.join(names)})"
            if engine.dialect.name == "sqlite":
                marks = ", ".join("?" * len(names))
                driver.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)
                continue
            with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)


def time_of(system: System, load: Load, folder: Path) -> tuple[float, float]:
    """Seconds of CPU and seconds on the wall to fill a new database."""
    engine = empty_database(system, "loading")
    with engine.connect() as connection:
        clock = connection_clock(connection)  # the pool gives the same connection again
    cpu, started = clock(), time.perf_counter()
    load(engine, folder)
    times = clock() - cpu, time.perf_counter() - started
    engine.dispose()
    system.drop("loading")
    return times


def loading(system: System, posts: int) -> Row:
    folder = csv_folder(posts)
    rows = sum(path.read_bytes().count(b"\n") for path in folder.glob("*.csv"))
    bare_cpu, bare_seconds = time_of(system, load_with_driver, folder)
    cpu, seconds = time_of(system, loader.load, folder)
    detail = f"({rows / seconds:,.0f} of {rows / bare_seconds:,.0f} rows a second)"
    goal = 0.55 if system.name == "SQLite" else 0.85
    what = f"loading {posts:,} posts, share of the bare driver"
    return share(what, system.name, goal, bare_cpu / cpu, detail)


def peak_megabytes() -> float:
    """The most memory that this process has had."""
    import resource  # not on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def load_alone(system: System, folder: Path) -> tuple[float, float, float]:
    """Seconds of CPU, seconds on the wall, and the most memory in MB, in a process of its own."""
    return *time_of(system, loader.load, folder), peak_megabytes()


def million(system: System) -> Iterator[Row]:
    """Whether the largest load ends in time, and in little memory."""
    folder = csv_folder(MILLION)
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        cpu, seconds, megabytes = pool.submit(load_alone, system, folder).result()
    what = f"loading {MILLION:,} posts"
    yield at_most(f"{what}, CPU seconds", system.name, 200, cpu, f"({seconds:.0f} s)")
    yield at_most(f"{what}, peak memory in MB", system.name, 700, megabytes)
