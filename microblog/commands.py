"""What `python -m microblog` can do, each command a function."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from microblog import loading, migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.serving import check_port, run_server, server_config


@contextmanager
def open_engine(settings: Settings) -> Iterator[Engine]:
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def load(settings: Settings, folder: Path) -> None:
    """Load a folder of CSV files into the database.

    It loads all rows or, where a file is wrong, none. A row whose key is in the database already
    is left as it is there. An empty database gets its tables first.
    """
    loading.find_files(folder)  # a mistyped folder makes no database file
    with open_engine(settings) as engine:
        migrations.ensure_current(engine)
        loaded = loading.load(engine, folder, progress=sys.stderr.isatty())
        name = migrations.describe_database(engine)
    lines = [f"  {table}: {describe_rows(rows)}" for table, rows in loaded.items()]
    sys.stdout.write("\n".join([f"Loaded into {name}:", *lines, ""]))


def describe_rows(rows: loading.Loaded) -> str:
    """How many rows of a file are new, and whether those in the database already are equal."""
    text = f"{rows.gained:,} new"
    if rows.existing:
        text += f", {rows.existing:,} there already"
    if rows.differing:
        text += f", of which {rows.differing:,} differ from the file and were left as they are"
    return text


def serve(
    settings: Settings, host: str, port: int, workers: int, reload: bool, proxy: str | None
) -> None:
    """Start the service; Ctrl+C stops it.

    An empty database gets its tables first. Migrate an older one before you serve it.
    """
    check_port(host, port)
    with open_engine(settings) as engine:
        migrations.ensure_current(engine)
    # Workers are processes of their own: they must all sign with the same key.
    os.environ["MICROBLOG_SECRET_KEY"] = settings.secret_key.get_secret_value()
    run_server(server_config(host, port, workers, reload, proxy))


def migrate(settings: Settings) -> None:
    """Bring the tables of the database to this version.

    The rows are kept, and when a migration fails nothing is changed. Save a copy all the same.
    An empty database gets its tables.
    """
    with open_engine(settings) as engine:
        before, after = migrations.migrate(engine)
        name = migrations.describe_database(engine)
    if before is None:
        sys.stdout.write(f"{name} was empty and has its tables now.\n")
    elif before == after:
        sys.stdout.write(f"{name} is up to date.\n")
    else:
        sys.stdout.write(f"{name} was at revision {before} and is at {after} now.\n")


def revision(settings: Settings, message: str) -> None:
    """Write a migration for the models as they are now.

    It prints the path of the file; read it before you run it. A renamed column looks as if one
    was dropped and another added. CHECK constraints are not compared, nor, on SQLite, are
    indexes on expressions. The tables of your database are not touched.
    """
    with open_engine(settings) as engine:
        path = migrations.write_revision(engine, message)
    if path is None:
        raise SystemExit("microblog: The migrations make what the models describe already.")
    sys.stdout.write(f"{path}\n")
