"""Loading CSV files: the service's loader, and the least that the bare driver can do."""

import csv
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from clocks import connection_clock
from databases import System, csv_folder, empty_database
from report import Row, share
from sqlalchemy import Engine

from microblog import sample_data
from microblog.models import Base

Load = Callable[[Engine, Path], object]


def rows_of(path: Path, numbers: list[int]) -> Iterator[list[Any]]:
    """The rows of a file; only ids become numbers, nothing is checked."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
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
    cpu, seconds = time_of(system, sample_data.load, folder)
    detail = f"({rows / seconds:,.0f} of {rows / bare_seconds:,.0f} rows a second)"
    goal = 0.4 if system.name == "SQLite" else 0.85
    what = f"loading {posts:,} posts, share of the bare driver"
    return share(what, system.name, goal, bare_cpu / cpu, detail)
