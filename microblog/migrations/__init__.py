"""The tables as they change from version to version of the service."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

LOCK = 20_260_812  # any number, the same for all workers


class DatabaseNotReady(Exception):
    """The database cannot be used as it is; the message says what to do."""


@contextmanager
def locked(engine: Engine) -> Iterator[Connection]:
    """One transaction that other workers wait for: only one of them makes the tables."""
    try:
        with engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield connection
    except DatabaseError as error:  # no server, no folder, no database file, no permission
        why = " ".join(str(error.orig).split())
        raise DatabaseNotReady(f"The database {engine.url} cannot be used: {why}") from error


def config_for(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def revision_of(connection: Connection, scripts: ScriptDirectory) -> str | None:
    """The migration that the database is at; None for an empty one."""
    tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    revision = MigrationContext.configure(connection).get_current_revision()
    if tables and revision not in {script.revision for script in scripts.walk_revisions()}:
        raise DatabaseNotReady(
            f"The database {connection.engine.url} holds tables that this version of microblog did "
            f"not make ({', '.join(sorted(tables)[:5])}). Nothing was changed. "
            "Name another one in MICROBLOG_DATABASE_URL."
        )
    return revision


def migrate(engine: Engine) -> None:
    """Bring the tables to this version, keeping the rows; an empty database gets its tables."""
    with locked(engine) as connection:
        config = config_for(connection)
        revision_of(connection, ScriptDirectory.from_config(config))
        command.upgrade(config, "head")


def prepare(engine: Engine) -> None:
    """Make the tables of an empty database; refuse an older one, changing nothing."""
    with locked(engine) as connection:
        config = config_for(connection)
        scripts = ScriptDirectory.from_config(config)
        revision = revision_of(connection, scripts)
        if revision is None:
            command.upgrade(config, "head")
        elif revision != scripts.get_current_head():
            raise DatabaseNotReady(
                f"The tables of {engine.url} are of an older version. Nothing was changed. "
                "Save a copy, then run: python -m microblog migrate"
            )
