from learners import Learners

LEARNERS = Learners(
    right=(
        """
@pytest.fixture(scope="function")
def client(tmp_path):
    url = f"sqlite:///{tmp_path / 'a.db'}"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as c:
        yield c


answer = client
""",
        """
from tempfile import TemporaryDirectory


@pytest.fixture
def client():
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = Settings(database_url=f"sqlite:///{folder}/test.db", bcrypt_rounds=4)
        with TestClient(create_app(settings)) as client:
            yield client


answer = client
""",
        """
@pytest.fixture
def app_for_tests(tmp_path):
    return create_app(Settings(database_url=f"sqlite:///{tmp_path}/x.db", bcrypt_rounds=4))


@pytest.fixture
def client(app_for_tests):
    with TestClient(app_for_tests) as client:
        yield client


answer = [app_for_tests, client]
""",
        """
from itertools import count

numbers = count()


@pytest.fixture
def client(tmp_path_factory):
    folder = tmp_path_factory.getbasetemp()
    url = f"sqlite:///{folder}/{next(numbers)}.db"
    client = TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4)))
    client.__enter__()
    yield client
    client.__exit__(None, None, None)


answer = client
""",
    ),
    named={
        """
@pytest.fixture(scope="session")
def client(tmp_path_factory):
    url = f"sqlite:///{tmp_path_factory.mktemp('all')}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield client


answer = client
""": "one for all tests",
        """
@pytest.fixture
def client():
    with TestClient(create_app()) as client:
        yield client


answer = client
""": "the service's own database",
        """
@pytest.fixture
def client(tmp_path):
    url = f"sqlite:///{tmp_path}/test.db"
    yield TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4)))


answer = client
""": "not started",
        """
@pytest.fixture
def client():
    with TestClient(create_app(Settings(database_url="sqlite://", bcrypt_rounds=4))) as client:
        yield client


answer = client
""": "a refused URL",
        """
@pytest.fixture
def client(tmp_path):
    with TestClient(create_app(Settings(database_url=tmp_path))) as client:
        yield client


answer = client
""": "a refused URL",
    },
    unnamed=(
        """
def client(tmp_path):
    url = f"sqlite:///{tmp_path}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield client


answer = client
""",
        """
@pytest.fixture
def api(tmp_path):
    url = f"sqlite:///{tmp_path}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield client.get


answer = [api]
client = api


@pytest.fixture
def client(api):
    return api


answer = [api, client]
""",
        """
@pytest.fixture
def client(tmp_path):
    url = "sqlite:///{tmp_path}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield client


answer = client
""",
        """
@pytest.fixture
def client(tmp_path):
    url = f"sqlite:///{tmp_path}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield


answer = client
""",
        'answer = "sqlite:///test.db"',
        """
@pytest.fixture
def client(tmp_path):
    url = f"sqlite://{tmp_path}/test.db"
    with TestClient(create_app(Settings(database_url=url, bcrypt_rounds=4))) as client:
        yield client


answer = client
""",
    ),
)
