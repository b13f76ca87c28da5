"""A fixture: a client of the service, with a database of its own for each test."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching

BESIDE = """


def test_a_new_name_is_free(client):
    ana = {"username": "ana", "email": "ana@example.org", "password": "a long password"}
    assert client.post("/users/", json=ana).status_code == 201


def test_the_same_name_is_free_in_the_next_test(client):
    ana = {"username": "ana", "email": "ana@example.org", "password": "another password"}
    assert client.post("/users/", json=ana).status_code == 201


def test_there_are_no_posts_yet(client):
    assert client.get("/posts/").json() == []
"""

EXERCISE = Exercise(
    title="A new one each time",
    minutes=4,
    objective="give each test a database of its own with a fixture",
    task="""Fill in the gaps, so that each test that asks for `client` gets a client of the
service on a new database. A `scope` is `"function"`, `"module"` or `"session"`: that's how long one
`client` is used. The check runs three tests of its own with your fixture, in both orders.""",
    starter="""@pytest.fixture(scope=____)
def client(tmp_path):
    settings = Settings(database_url=____, bcrypt_rounds=4)
    with TestClient(create_app(settings)) as client:
        yield client


answer = client""",
    hints=(
        "A URL of SQLite is `sqlite:///` and the path of a file, which needn't exist yet.",
        "`tmp_path` is a folder; the file in it can have any name. And each test, which is a "
        "function, should get a client of its own.",
        'The gaps are `"function"`, which is what pytest takes when you write no scope, and '
        '`f"sqlite:///{tmp_path}/test.db"`.',
    ),
    imports="""
import pytest
from fastapi.testclient import TestClient

from microblog.config import Settings
from microblog.main import app, create_app
""",
    answers=(
        """
@pytest.fixture
def client(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path}/test.db", bcrypt_rounds=4)
    with TestClient(create_app(settings)) as client:
        yield client


answer = client
""",
        """
@pytest.fixture
def client(tmp_path_factory):
    file = tmp_path_factory.mktemp("database") / "service.db"
    service = create_app(Settings(database_url=f"sqlite:///{file}", bcrypt_rounds=4))
    with TestClient(service) as api:
        yield api


answer = client
""",
    ),
    mistakes=(
        Mistake(
            "one for all tests",
            """
@pytest.fixture(scope="module")
def client(tmp_path_factory):
    file = tmp_path_factory.mktemp("database") / "test.db"
    settings = Settings(database_url=f"sqlite:///{file}", bcrypt_rounds=4)
    with TestClient(create_app(settings)) as client:
        yield client


answer = client
""",
            "The second test finds the name ana taken: all tests share a database, with what the "
            "earlier ones wrote.",
        ),
        Mistake(
            "the scopes don't fit",
            """
@pytest.fixture(scope="module")
def client(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path}/test.db", bcrypt_rounds=4)
    with TestClient(create_app(settings)) as client:
        yield client


answer = client
""",
            "This `client` would live longer than the `tmp_path` that it's made from, and pytest "
            "refuses that. It would also be one client, with one database, for several tests.",
        ),
        Mistake(
            "the service's own database",
            """
@pytest.fixture
def client():
    with TestClient(app) as client:
        yield client


answer = client
""",
            "No settings name a database, so the tests write into the one that the service takes "
            "by itself.",
        ),
        Mistake(
            "a refused URL",
            """
@pytest.fixture
def client(tmp_path):
    settings = Settings(database_url="sqlite:///:memory:", bcrypt_rounds=4)
    with TestClient(create_app(settings)) as client:
        yield client


answer = client
""",
            "`Settings` refuses this URL. It takes `sqlite:///` and the path of a file; a database "
            "in memory would be another one for each thread.",
        ),
        Mistake(
            "not started",
            """
@pytest.fixture
def client(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path}/test.db", bcrypt_rounds=4)
    return TestClient(create_app(settings))


answer = client
""",
            "The service answers 503, since its database has no tables: `with TestClient(…)` "
            "starts the service, which makes them.",
        ),
    ),
    judge=Catching((), BESIDE),
    praise="Each test starts with an empty database, so their order doesn't matter.",
)
