"""How HTTP says what went wrong."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from microblog.config import Settings
from microblog.errors import (
    Conflict,
    MicroblogError,
    NotFound,
    NotPermitted,
    TooManyRequests,
    Unauthorized,
)
from microblog.main import create_app

LogIn = Callable[[str], dict[str, str]]
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def answer_to(app: FastAPI, client: TestClient, error: Exception) -> Any:
    """What a client gets when an endpoint raises this."""

    @app.get("/experiment")
    def fail() -> None:
        raise error

    return client.get("/experiment")


@pytest.mark.parametrize(
    ("error", "status", "headers"),
    [
        (MicroblogError("Why."), 400, {}),
        (Unauthorized("Why."), 401, {"WWW-Authenticate": "Bearer"}),
        (NotPermitted("Why."), 403, {}),
        (NotFound("Why."), 404, {}),
        (Conflict("Why."), 409, {}),
        (TooManyRequests("Why.", 7), 429, {"Retry-After": "7"}),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_an_error_of_the_service_is_a_status_and_its_words(
    app: FastAPI,
    client: TestClient,
    error: MicroblogError,
    status: int,
    headers: dict[str, str],
) -> None:
    answer = answer_to(app, client, error)
    assert (answer.status_code, answer.json()) == (status, {"detail": "Why."})
    found = {name: answer.headers.get(name) for name in ("WWW-Authenticate", "Retry-After")}
    assert {name: value for name, value in found.items() if value} == headers


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("SELECT secret", {}, Exception("no route to host")),
        InterfaceError("SELECT secret", {}, Exception("closed")),
        PoolTimeout("QueuePool limit"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_database_that_does_not_answer_is_503(
    app: FastAPI, client: TestClient, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    answer = answer_to(app, client, error)
    assert answer.status_code == 503
    assert answer.json() == {"detail": "The database does not answer. Try again in a moment."}
    assert answer.headers["Retry-After"] == "5"
    assert type(error).__name__ in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/timeline/", "GET, HEAD"),
        ("DELETE", "/posts/", "GET, HEAD, POST"),
        ("POST", "/users/me", "GET, HEAD, DELETE"),
        ("GET", "/users/me/password", "PUT"),
        ("POST", "/users/Ana/follow", "PUT, DELETE"),
        ("PATCH", "/posts/1", "GET, HEAD, DELETE"),
        ("GET", "/posts/1/like", "PUT, DELETE"),
        ("GET", "/token", "POST"),
        ("OPTIONS", "/health", "GET, HEAD"),
        ("POST", "/", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()) == (405, {"detail": "Method Not Allowed"})
    assert answer.headers["Allow"] == allowed


def test_an_unknown_path_is_404(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert (answer.status_code, answer.json()) == (404, {"detail": "Not Found"})


def test_what_is_wrong_is_said_without_what_was_sent(client: TestClient) -> None:
    sent = {"username": "planted!", "email": "planted", "password": "planted", "planted": 1}
    answer = client.post("/users/", json=sent)
    assert answer.status_code == 422
    problems = answer.json()["detail"]
    assert all(problem.keys() == {"type", "loc", "msg"} for problem in problems)
    assert answer.text.count("planted") == 1  # the name of the field that nobody asked for


def test_a_rule_of_our_own_speaks_without_a_prefix(client: TestClient, log_in: LogIn) -> None:
    answer = client.post("/posts/", json={"content": "\u200b"}, headers=log_in("Ana"))
    assert [problem["msg"] for problem in answer.json()["detail"]] == [
        "must contain something to read"
    ]


class Numbers(BaseModel):
    number: float


def test_an_error_of_another_application_part_is_not_taken_for_a_clients(
    app: FastAPI, client: TestClient
) -> None:
    """A pydantic error inside an endpoint is a fault of the service."""

    @app.get("/experiment")
    def fail() -> Numbers:
        return Numbers.model_validate({"number": "none"})

    assert client.get("/experiment").status_code == 500
