"""The tables as they change from version to version of the service."""

import warnings
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

ADVISORY_LOCK = 20_260_812  # any number, the same for all workers


class DatabaseNotReady(Exception):
    """The database cannot be used as it is; the message says what to do."""


def describe_database(engine: Engine) -> str:
    """The file of a SQLite database, the URL of another one: readable, and without a password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return unquote(engine.url.set(query={}).render_as_string(hide_password=True))


@contextmanager
def exclusive_transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction that other workers wait for: only one of them changes the tables.

    SQLite alters a table by copying it and dropping the first one, and that would delete every
    row that refers to it. So foreign keys are off here, on a connection that nobody uses later.
    """
    try:
        with engine.execution_options(sqlite_begin="BEGIN IMMEDIATE").connect() as connection:
            connection.detach()
            if connection.dialect.name == "sqlite":
                connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    lock = text("SELECT pg_advisory_xact_lock(:lock)")
                    connection.execute(lock, {"lock": ADVISORY_LOCK})
                yield connection
    except DBAPIError as error:  # no server, no folder, no database file, no permission
        cause, name = " ".join(str(error.orig).split()), describe_database(engine)
        raise DatabaseNotReady(f"The database {name} cannot be used: {cause}") from error


def alembic_config(connection: Connection) -> Config:
    config = Config(cmd_opts=Namespace(quiet=True))
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def current_revision(connection: Connection, scripts: ScriptDirectory) -> str | None:
    """The migration that the database is at; None for an empty one."""
    tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    revision = MigrationContext.configure(connection).get_current_revision()
    if tables and revision not in {script.revision for script in scripts.walk_revisions()}:
        raise DatabaseNotReady(
            f"The database {describe_database(connection.engine)} holds tables that this version "
            f"of microblog did not make ({', '.join(sorted(tables)[:5])}). Nothing was changed. "
            "Name another one in MICROBLOG_DATABASE_URL."
        )
    return revision


def check_foreign_keys(connection: Connection) -> None:
    """SQLite checks nothing while foreign keys are off, so check once all is done."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken:
            raise DatabaseNotReady(
                f"The database {describe_database(connection.engine)} would hold rows of "
                f"{broken[0]} that refer to missing rows of {broken[2]}. Nothing was changed."
            )


def migrate(engine: Engine) -> tuple[str | None, str | None]:
    """Bring the tables to this version, keeping the rows; an empty database gets its tables.

    Returns the revisions before (None for an empty database) and after.
    """
    with exclusive_transaction(engine) as connection:
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        before, newest = current_revision(connection, scripts), scripts.get_current_head()
        if before != newest:
            command.upgrade(config, "head")
            check_foreign_keys(connection)
        return before, newest


def ensure_current(engine: Engine) -> None:
    """Make the tables of an empty database; refuse an older one, changing nothing."""
    with exclusive_transaction(engine) as connection:
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        revision = current_revision(connection, scripts)
        if revision is None:
            command.upgrade(config, "head")
        elif revision != scripts.get_current_head():
            raise DatabaseNotReady(
                f"The tables of {describe_database(engine)} are of an older version. "
                "Nothing was changed. Save a copy, then run: python -m microblog migrate"
            )


def _drop_empty_script(_context: Any, _revision: Any, scripts: list[Any]) -> None:
    if scripts[0].upgrade_ops.is_empty():
        scripts.clear()


def write_revision(engine: Engine, message: str) -> Path | None:
    """Write the migration that leads to the models; None where they ask for none.

    The models are compared with empty tables that the migrations made for this purpose, in memory
    or in a schema of their own; closing the connection rolls them back.
    """
    scratch = create_engine("sqlite://") if engine.dialect.name == "sqlite" else engine
    with scratch.connect() as connection, warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*expression-based index")
        if connection.dialect.name == "postgresql":
            connection.execute(text("CREATE SCHEMA microblog_scratch"))
            connection.execute(text("SET LOCAL search_path TO microblog_scratch"))
        config = alembic_config(connection)
        command.upgrade(config, "head")
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        script = command.revision(
            config,
            message,
            autogenerate=True,
            rev_id=f"{number:04}",
            process_revision_directives=_drop_empty_script,
        )
        return Path(script.path) if isinstance(script, Script) else None
