"""The tables of an empty database, of a current, an older and a foreign one."""

import ast
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Engine, ForeignKey, Index, Table, inspect, select, text

from microblog import migrations
from microblog.database import make_engine
from microblog.migrations import (
    DatabaseNotReady,
    alembic_config,
    describe_database,
    ensure_current,
    migrate,
    write_revision,
)
from microblog.models import Base, BigInt, User, UTCDateTime

Add = Callable[[Iterable[Base]], None]
TABLES = set(Base.metadata.tables)
FOLDER = Path(migrations.__file__).parent
REVISIONS = [each.revision for each in ScriptDirectory(str(FOLDER)).walk_revisions()][::-1]
NEWEST = REVISIONS[-1]
NEXT = f"{len(REVISIONS) + 1:04}"
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


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
    """Without the tables that Alembic and SQLite keep for themselves, too."""
    own = ("alembic", "sqlite_sequence")
    return [entry for entry in schema if not any(name in str(entry) for name in own)]


def tables_of(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def revision_in(engine: Engine) -> str:
    with engine.connect() as connection:
        version = text("SELECT version_num FROM alembic_version")
        return str(connection.execute(version).scalar_one())


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of all migrations, to which a test may add one."""
    folder = tmp_path / "versions"
    shutil.copytree(FOLDER / "versions", folder, ignore=shutil.ignore_patterns("__pycache__"))

    def config_of_copy(connection: Connection) -> Config:
        config = alembic_config(connection)
        config.set_main_option("path_separator", "newline")
        config.set_main_option("version_locations", str(folder).replace("%", "%%"))
        return config

    monkeypatch.setattr(migrations, "alembic_config", config_of_copy)
    return folder


def add_migration(versions: Path, *lines: str) -> None:
    """A later version of the service: what its `upgrade` does."""
    (versions / f"{NEXT}_later.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = {NEXT!r}, {NEWEST!r}\n"
        "def upgrade():\n" + "".join(f"    {line}\n" for line in lines),
        "utf-8",
    )


ADD_BIOGRAPHY = 'op.add_column("users", sa.Column("biography", sa.String(160)))'


@pytest.fixture
def next_version(versions: Path) -> None:
    """A later version of the service, for the database of this one: it adds a column."""
    add_migration(versions, ADD_BIOGRAPHY)


def differences(engine: Engine) -> list[Any]:
    """What Alembic would change to turn the tables into those of the models."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
def test_the_migrations_make_what_the_models_describe(engine: Engine) -> None:
    assert differences(engine) == []


def test_the_database_cannot_tell_migrations_from_models(empty_engine: Engine) -> None:
    """Expression indexes and constraints, too, which Alembic does not compare."""
    ensure_current(empty_engine)
    with empty_engine.begin() as connection:
        by_migrations = without_alembic(schema_of(connection))
        Base.metadata.drop_all(connection)
        assert inspect(connection).get_table_names() == ["alembic_version"]
        Base.metadata.create_all(connection)
        by_models = without_alembic(schema_of(connection))
    assert any("lower(" in str(entry) for entry in by_models)
    assert by_migrations == by_models


def test_an_empty_database_gets_its_tables(empty_engine: Engine) -> None:
    for make_tables in (ensure_current, ensure_current, migrate):
        make_tables(empty_engine)
        assert tables_of(empty_engine) == TABLES | {"alembic_version"}
        assert revision_in(empty_engine) == NEWEST


def test_migrate_alone_makes_the_tables_of_an_empty_database(empty_engine: Engine) -> None:
    migrate(empty_engine)
    assert tables_of(empty_engine) == TABLES | {"alembic_version"}


def test_a_current_database_stays_as_it_is(engine: Engine, add: Add) -> None:
    add([User(username="Ana", email="ana@example.org", hashed_password="x")])
    before = dump(engine)
    ensure_current(engine)
    migrate(engine)
    assert dump(engine) == before


def test_a_foreign_database_is_refused_and_left_alone(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE users (name VARCHAR(10))")
        connection.exec_driver_sql("INSERT INTO users VALUES ('somebody')")
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER PRIMARY KEY)")
    before = dump(empty_engine)
    for make_tables in (ensure_current, migrate):
        with pytest.raises(DatabaseNotReady) as refused:
            make_tables(empty_engine)
        assert str(refused.value) == (
            f"The database {describe_database(empty_engine)} holds tables that this version of "
            "microblog did not make (invoices, users). Nothing was changed. "
            "Name another one in MICROBLOG_DATABASE_URL."
        )
        assert dump(empty_engine) == before


def test_a_database_of_a_later_version_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    before = dump(engine)
    for make_tables in (ensure_current, migrate):
        with pytest.raises(DatabaseNotReady, match="this version of microblog did not make"):
            make_tables(engine)
        assert dump(engine) == before


def test_an_older_database_is_refused_until_it_is_migrated(
    engine: Engine, add: Add, next_version: None
) -> None:
    add([User(username="Ana", email="ana@example.org", hashed_password="x")])
    before = dump(engine)
    with pytest.raises(DatabaseNotReady) as refused:
        ensure_current(engine)
    assert str(refused.value) == (
        f"The tables of {describe_database(engine)} are of an older version. Nothing was changed. "
        "Save a copy, then run: python -m microblog migrate"
    )
    assert dump(engine) == before
    migrate(engine)
    ensure_current(engine)
    assert revision_in(engine) == NEXT
    columns = [column["name"] for column in inspect(engine).get_columns("users")]
    assert columns == [*User.__table__.columns.keys(), "biography"]
    with engine.connect() as connection:
        assert connection.execute(select(User.username)).scalars().all() == ["Ana"]


def test_a_migration_that_fails_changes_nothing(engine: Engine, versions: Path) -> None:
    add_migration(versions, ADD_BIOGRAPHY, "1 / 0")
    before = dump(engine)
    with pytest.raises(ZeroDivisionError):
        migrate(engine)
    assert dump(engine) == before


ROWS = {
    "users": "(id, username, email, hashed_password, created_at) VALUES"
    " (1, 'Ana', 'ana@example.org', 'x', '2026-08-12 18:31:00'),"
    " (2, 'bo_2', 'bo@example.org', 'y', '2026-08-12 18:31:00')",
    "posts": "(id, content, timestamp, owner_id) VALUES (7, 'Hi.', '2026-08-13 01:02:03', 2)",
    "likes": "(user_id, post_id) VALUES (1, 7), (2, 7)",
    "retweets": "(user_id, post_id, timestamp) VALUES (1, 7, '2026-08-13 01:02:04')",
    "follows": "(follower_id, followee_id) VALUES (1, 2), (2, 1)",
}
COUNTS = {"users": 2, "posts": 1, "likes": 2, "retweets": 1, "follows": 2}


def upgrade_to(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), revision)


def insert_rows(engine: Engine) -> None:
    with engine.begin() as connection:
        for table, rows in ROWS.items():
            connection.exec_driver_sql(f"INSERT INTO {table} {rows}")


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
@pytest.mark.parametrize("revision", REVISIONS)
def test_a_database_of_any_revision_keeps_every_row(empty_engine: Engine, revision: str) -> None:
    upgrade_to(empty_engine, revision)
    insert_rows(empty_engine)
    before = dump(empty_engine)["rows"]
    assert {table: len(before[table]) for table in COUNTS} == COUNTS
    assert migrate(empty_engine) == (revision, NEWEST)
    after = dump(empty_engine)["rows"]
    assert {table: after[table] for table in COUNTS} == {table: before[table] for table in COUNTS}
    assert differences(empty_engine) == []


@pytest.mark.parametrize(
    ("revision", "earlier"), list(zip(REVISIONS, ["base", *REVISIONS[:-1]], strict=True))
)
def test_a_migration_can_be_undone(empty_engine: Engine, revision: str, earlier: str) -> None:
    if earlier != "base":
        upgrade_to(empty_engine, earlier)
    with empty_engine.connect() as connection:
        before = without_alembic(schema_of(connection))
    upgrade_to(empty_engine, revision)
    with empty_engine.begin() as connection:
        assert without_alembic(schema_of(connection)) != before
        command.downgrade(alembic_config(connection), earlier)
        after = without_alembic(schema_of(connection))
    assert after == before


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_a_table_that_is_rebuilt_keeps_the_rows_that_refer_to_it(
    engine: Engine, versions: Path
) -> None:
    """Dropping the first copy deletes its rows, and theirs, if foreign keys are on in SQLite."""
    add_migration(
        versions,
        'with op.batch_alter_table("posts") as posts:',
        '    posts.alter_column("content", type_=sa.String(500))',
    )
    insert_rows(engine)
    before = dump(engine)["rows"]
    assert migrate(engine) == (NEWEST, NEXT)
    after = dump(engine)["rows"]
    assert {table: after[table] for table in COUNTS} == {table: before[table] for table in COUNTS}


@on_sqlite
def test_a_migration_that_leaves_rows_without_their_owner_is_refused(
    engine: Engine, versions: Path
) -> None:
    add_migration(versions, 'op.execute("DELETE FROM users WHERE id = 2")')
    insert_rows(engine)
    before = dump(engine)
    with pytest.raises(DatabaseNotReady, match="refer to missing rows of users. Nothing was chang"):
        migrate(engine)
    assert dump(engine) == before


@on_sqlite
def test_foreign_keys_are_checked_again_after_a_migration(engine: Engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_eight_workers_set_up_one_database_at_once(empty_database_url: str) -> None:
    start = Barrier(8)

    def work(_number: int) -> set[str]:
        engine = make_engine(empty_database_url)
        start.wait()
        ensure_current(engine)
        tables = tables_of(engine)
        engine.dispose()
        return tables

    with ThreadPoolExecutor(8) as workers:
        assert list(workers.map(work, range(8))) == [TABLES | {"alembic_version"}] * 8


@pytest.fixture
def bookmarks() -> Iterator[Table]:
    """A table that the models have and the migrations do not make yet."""
    table = Table(
        "bookmarks",
        Base.metadata,
        Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
        Column("post_id", BigInt, primary_key=True),
        Column("saved_at", UTCDateTime, nullable=False),
    )
    Index("bookmarks_by_time", table.c.user_id, table.c.saved_at.desc())
    yield table
    Base.metadata.remove(table)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based")
@pytest.mark.usefixtures("bookmarks")
def test_a_migration_is_written_for_a_new_table(engine: Engine, versions: Path) -> None:
    before = dump(engine)
    path = write_revision(engine, 'bookmarks in C:\\new, called "saved"')
    assert path == versions / f"{NEXT}_bookmarks_in_c_new_called_saved.py"
    assert dump(engine) == before, "the database was touched"
    written = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(written)) == 'bookmarks in C:\\new, called "saved"'
    assert "microblog" not in written, "a migration depends on models that may change"
    assert migrate(engine) == (NEWEST, NEXT)
    assert differences(engine) == []
    with engine.begin() as connection:
        command.downgrade(migrations.alembic_config(connection), NEWEST)
    assert dump(engine) == before


@pytest.mark.usefixtures("versions", "bookmarks")
def test_a_migration_is_written_without_looking_at_the_database(empty_engine: Engine) -> None:
    assert write_revision(empty_engine, "add bookmarks")
    assert tables_of(empty_engine) == set()


def test_no_migration_is_written_where_nothing_changed(engine: Engine, versions: Path) -> None:
    before = sorted(versions.iterdir())
    assert write_revision(engine, "nothing") is None
    assert sorted(versions.iterdir()) == before


@pytest.mark.parametrize(
    ("url", "described"),
    [
        ("sqlite:///mäp pe/50%25.db", "mäp pe/50%.db"),
        ("postgresql+psycopg://ana:se%20cret@db/blog", "postgresql+psycopg://ana:***@db/blog"),
        ("postgresql+psycopg://db/bl%C3%B6g?password=secret", "postgresql+psycopg://db/blög"),
    ],
)
def test_a_database_is_described_readably_and_without_its_password(
    url: str, described: str
) -> None:
    assert describe_database(make_engine(url)) == described
