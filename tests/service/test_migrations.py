"""The tables of an empty database, of a current, an older and a foreign one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect, select, text

from microblog import migrations
from microblog.database import make_engine
from microblog.migrations import DatabaseNotReady, migrate, prepare
from microblog.models import Base, User

Add = Callable[[Iterable[Base]], None]
TABLES = set(Base.metadata.tables)
FOLDER = Path(migrations.__file__).parent


@pytest.fixture
def empty_engine(empty_database_url: str) -> Iterator[Engine]:
    engine = make_engine(empty_database_url)
    yield engine
    engine.dispose()


def dump(engine: Engine) -> dict[str, Any]:
    """Every table of a database, as it was made, with its rows."""
    with engine.connect() as connection:
        rows = {
            name: connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1").all()
            for name in inspect(connection).get_table_names()
        }
        return {"schema": schema_of(connection), "rows": rows}


def schema_of(connection: Connection) -> list[Any]:
    """What the database itself says of its tables, constraints and indexes."""
    if connection.dialect.name == "sqlite":
        made = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master")
        return sorted((kind, name, " ".join((sql or "").split())) for kind, name, sql in made)
    found: list[Any] = []
    for statement in (
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace",
        "SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default,"
        " character_maximum_length FROM information_schema.columns WHERE table_schema = 'public'",
    ):
        found += sorted(tuple(row) for row in connection.exec_driver_sql(statement))
    return found


def without_alembic(schema: list[Any]) -> list[Any]:
    return [entry for entry in schema if not any("alembic" in str(value) for value in entry)]


def tables_of(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def revision_of(engine: Engine) -> str:
    with engine.connect() as connection:
        version = text("SELECT version_num FROM alembic_version")
        return str(connection.execute(version).scalar_one())


@pytest.fixture
def next_version(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the service, for the database of this one: it adds a column."""
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0002_biographies.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        'revision, down_revision = "0002", "0001"\n'
        "def upgrade():\n"
        '    op.add_column("users", sa.Column("biography", sa.String(160)))\n',
        "utf-8",
    )

    def config_for(connection: Connection) -> Config:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        return config

    monkeypatch.setattr(migrations, "config_for", config_for)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_migrations_make_what_the_models_describe(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_database_cannot_tell_migrations_from_models(empty_engine: Engine) -> None:
    """Expression indexes and constraints, too, which Alembic does not compare."""
    prepare(empty_engine)
    with empty_engine.begin() as connection:
        by_migrations = without_alembic(schema_of(connection))
        Base.metadata.drop_all(connection)
        assert inspect(connection).get_table_names() == ["alembic_version"]
        Base.metadata.create_all(connection)
        by_models = without_alembic(schema_of(connection))
    assert any("lower(" in str(entry) for entry in by_models)
    assert by_migrations == by_models


def test_an_empty_database_gets_its_tables(empty_engine: Engine) -> None:
    for make_tables in (prepare, prepare, migrate):
        make_tables(empty_engine)
        assert tables_of(empty_engine) == TABLES | {"alembic_version"}
        assert revision_of(empty_engine) == "0001"


def test_migrate_alone_makes_the_tables_of_an_empty_database(empty_engine: Engine) -> None:
    migrate(empty_engine)
    assert tables_of(empty_engine) == TABLES | {"alembic_version"}


def test_a_current_database_stays_as_it_is(engine: Engine, add: Add) -> None:
    add([User(username="Ana", email="ana@example.org", hashed_password="x")])
    before = dump(engine)
    prepare(engine)
    migrate(engine)
    assert dump(engine) == before


def test_a_foreign_database_is_refused_and_left_alone(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE users (name VARCHAR(10))")
        connection.exec_driver_sql("INSERT INTO users VALUES ('somebody')")
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER PRIMARY KEY)")
    before = dump(empty_engine)
    for make_tables in (prepare, migrate):
        with pytest.raises(DatabaseNotReady) as refused:
            make_tables(empty_engine)
        assert str(refused.value) == (
            f"The database {empty_engine.url} holds tables that this version of microblog did "
            "not make (invoices, users). Nothing was changed. "
            "Name another one in MICROBLOG_DATABASE_URL."
        )
        assert dump(empty_engine) == before


def test_a_database_of_a_later_version_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    before = dump(engine)
    for make_tables in (prepare, migrate):
        with pytest.raises(DatabaseNotReady, match="this version of microblog did not make"):
            make_tables(engine)
        assert dump(engine) == before


@pytest.mark.usefixtures("next_version")
def test_an_older_database_is_refused_until_it_is_migrated(engine: Engine, add: Add) -> None:
    add([User(username="Ana", email="ana@example.org", hashed_password="x")])
    before = dump(engine)
    with pytest.raises(DatabaseNotReady) as refused:
        prepare(engine)
    assert str(refused.value) == (
        f"The tables of {engine.url} are of an older version. Nothing was changed. "
        "Save a copy, then run: python -m microblog migrate"
    )
    assert dump(engine) == before
    migrate(engine)
    prepare(engine)
    assert revision_of(engine) == "0002"
    columns = [column["name"] for column in inspect(engine).get_columns("users")]
    assert columns == [*User.__table__.columns.keys(), "biography"]
    with engine.connect() as connection:
        assert connection.execute(select(User.username)).scalars().all() == ["Ana"]


@pytest.mark.usefixtures("next_version")
def test_a_migration_that_fails_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    broken = tmp_path / "migrations" / "versions" / "0002_biographies.py"
    broken.write_text(broken.read_text("utf-8") + "    1 / 0\n", "utf-8")
    before = dump(engine)
    with pytest.raises(ZeroDivisionError):
        migrate(engine)
    assert dump(engine) == before


def test_eight_workers_prepare_one_database_at_once(empty_database_url: str) -> None:
    start = Barrier(8)

    def work(_number: int) -> set[str]:
        engine = make_engine(empty_database_url)
        start.wait()
        prepare(engine)
        tables = tables_of(engine)
        engine.dispose()
        return tables

    with ThreadPoolExecutor(8) as workers:
        assert list(workers.map(work, range(8))) == [TABLES | {"alembic_version"}] * 8


def run_command(database_url: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "microblog", "migrate"],
        env={**os.environ, "MICROBLOG_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
    )


def test_the_command_migrates(empty_engine: Engine, empty_database_url: str) -> None:
    done = run_command(empty_database_url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{empty_engine.url} is up to date.\n"
    assert tables_of(empty_engine) == TABLES | {"alembic_version"}
    assert revision_of(empty_engine) == "0001"


@pytest.mark.parametrize("empty_database_url", ["sqlite"], indirect=True)
def test_the_command_refuses_a_foreign_database_in_one_line(
    empty_engine: Engine, empty_database_url: str
) -> None:
    with empty_engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER PRIMARY KEY)")
    done = run_command(empty_database_url)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("microblog: The database ")
    assert done.stderr.count("\n") == 1
    assert tables_of(empty_engine) == {"invoices"}
