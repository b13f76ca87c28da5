"""What these tests share: an oracle for every answer, one service in the process, one server."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from hardening.servers import SECRET_KEY, Server, serving, sign_up
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.throttle import LoginThrottle

DOCUMENTED_HEADERS = {"Link", "Location", "Retry-After", "WWW-Authenticate", "X-Request-ID"}


def operation_of(document: dict[str, Any], request: httpx2.Request) -> dict[str, Any] | None:
    """The documented operation that a request asks for; None where there is no such route."""
    for path, operations in document["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", path)
        operation = operations.get(request.method.lower())
        if operation and re.fullmatch(pattern, request.url.path):
            return dict(operation)
    return None


def check_answer(document: dict[str, Any], response: httpx2.Response) -> None:
    """Never 500; an error says what is wrong in JSON; status and headers are documented."""
    response.read()
    assert response.status_code != 500, response.text
    if response.status_code >= 400:
        assert response.headers["content-type"] == "application/json"
        assert set(response.json()) == {"detail"}
    operation = operation_of(document, response.request)
    if operation and not response.is_redirect:
        assert str(response.status_code) in operation["responses"], response.request.url
        documented = operation["responses"][str(response.status_code)]["headers"].keys()
        sent = {name for name in DOCUMENTED_HEADERS if name in response.headers}
        assert documented - {"Link"} <= sent <= documented, response.request.url


def checked(client: TestClient, app: FastAPI) -> TestClient:
    document = app.openapi()
    client.event_hooks = {"response": [lambda response: check_answer(document, response)]}
    return client


@pytest.fixture
def client(client: TestClient) -> TestClient:
    """The service on a fresh database, called without a network."""
    app: Any = client.app
    return checked(client, app)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database for all tests that count only what they made themselves."""
    if request.param == "postgresql":
        template = request.getfixturevalue("postgres_template")
        return str(request.getfixturevalue("new_postgres_database")(template))
    return f"sqlite:///{tmp_path_factory.mktemp('shared') / 'test.db'}"


@pytest.fixture(scope="session")
def shared_app(shared_url: str) -> FastAPI:
    return create_app(Settings(database_url=shared_url, secret_key=SECRET_KEY, bcrypt_rounds=4))


@pytest.fixture(scope="session")
def shared_client(shared_app: FastAPI) -> Iterator[TestClient]:
    with TestClient(shared_app) as client:
        yield checked(client, shared_app)


@pytest.fixture
def service(shared_app: FastAPI, shared_client: TestClient) -> TestClient:
    """The service on the shared database, with no failed login counted yet."""
    shared_app.state.login_throttle = LoginThrottle()
    return shared_client


numbers = count()


@pytest.fixture
def ana(service: TestClient) -> dict[str, str]:
    """The headers that bear the token of a user who has just registered."""
    return sign_up(service, f"ana__{next(numbers)}")


@pytest.fixture(scope="session")
def database(shared_url: str, shared_client: TestClient) -> Iterator[Engine]:
    """The shared database, seen from outside the service."""
    engine = make_engine(shared_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def server(shared_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server on the shared database."""
    with serving(shared_url, tmp_path_factory.mktemp("server") / "log") as server:
        yield server
