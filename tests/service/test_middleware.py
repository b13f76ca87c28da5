"""What surrounds every request: ids, HEAD, limits, other origins."""

import asyncio
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from starlette.types import Message

from microblog.config import Settings
from microblog.main import create_app

LogIn = Callable[[str], dict[str, str]]


@pytest.fixture
def database_url(database_folder: Path) -> str:
    """One database is enough: what these tests show happens before it is asked."""
    return f"sqlite:///{database_folder / 'test.db'}"


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def test_every_answer_has_an_id_of_its_own_that_stands_in_the_log(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "microblog.requests")
    ids = []
    for path in ("/posts/", "/posts/", "/nowhere", "/docs"):
        answer = client.get(path)
        ids.append(answer.headers["X-Request-ID"])
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        line = caplog.messages[-1]
        assert re.fullmatch(rf"{ids[-1]} GET '{path}' {answer.status_code} [\d.]+ ms", line)
    assert len(set(ids)) == 4


def test_an_error_before_the_answer_is_a_plain_500(
    app: FastAPI, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    @app.get("/experiment")
    def fail() -> None:
        raise ZeroDivisionError("planted secret")

    answer = client.get("/experiment")
    request_id = answer.headers["X-Request-ID"]
    assert answer.status_code == 500
    assert answer.json() == {"detail": f"The service failed. Its log says why, under {request_id}."}
    assert "planted secret" in caplog.text
    assert f"{request_id} failed" in caplog.text


def test_an_error_in_the_middle_of_an_answer_ends_it(
    app: FastAPI, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """A second answer would come too late: the client sees that the first one broke off."""

    @app.get("/experiment")
    def break_off() -> StreamingResponse:
        def pieces() -> Iterator[str]:
            yield "one piece"
            raise ZeroDivisionError

        return StreamingResponse(pieces())

    with pytest.raises(ZeroDivisionError):
        client.get("/experiment")
    assert " failed" in caplog.text


GETS = [
    "/",
    "/docs",
    "/openapi.json",
    "/health",
    "/posts/",
    "/posts/?limit=1",
    "/posts/1",
    "/posts/with_counts",
    "/posts/with_counts/?limit=1",
    "/users/Ana",
    "/users/me",
    "/users/Ana/posts/?limit=1",
    "/users/Ana/followers/",
    "/users/Ana/following/",
    "/timeline/?limit=1",
    "/nowhere",
    "/posts/x",
    "/users/nobody",
    "/posts",
]


@pytest.fixture(scope="module")
def ana(shared_client: TestClient, shared_log_in: LogIn) -> dict[str, str]:
    headers = shared_log_in("Ana")
    for content in ("one", "two"):
        shared_client.post("/posts/", json={"content": content}, headers=headers)
    return headers


@pytest.mark.parametrize("path", GETS)
def test_head_answers_as_get_without_the_body(
    shared_client: TestClient, ana: dict[str, str], path: str
) -> None:
    by_get = shared_client.get(path, headers=ana, follow_redirects=False)
    by_head = shared_client.head(path, headers=ana, follow_redirects=False)
    assert by_head.status_code == by_get.status_code
    for answer in (by_get, by_head):
        del answer.headers["X-Request-ID"]
    assert by_head.headers == by_get.headers
    assert by_head.content == b""


def test_the_service_itself_leaves_the_body_out(app: FastAPI) -> None:
    """A test client and most servers drop the body of an answer to HEAD as well."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "HEAD", "path": "/docs", "query_string": b"", "headers": []}
    asyncio.run(app(scope, receive, send))
    assert sent[0]["status"] == 200
    assert [message["body"] for message in sent[1:]] == [b""]


def test_head_is_tested_on_every_get(app: FastAPI) -> None:
    documented = {path for path, methods in app.openapi()["paths"].items() if "get" in methods}
    tested = {path.split("?")[0].replace("Ana", "{username}") for path in GETS}
    assert documented - {"/posts/{post_id}"} <= tested
    assert "/posts/1" in tested


def test_head_adds_nothing_to_the_document(app: FastAPI) -> None:
    methods = {method for path in app.openapi()["paths"].values() for method in path}
    assert methods == {"get", "post", "put", "delete"}


def test_head_where_there_is_no_get_is_405(client: TestClient) -> None:
    answer = client.head("/login")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert answer.content == b""


@pytest.mark.parametrize(("size", "status"), [(65_536, 422), (65_537, 413)])
def test_a_body_has_a_largest_size(client: TestClient, size: int, status: int) -> None:
    answer = client.post("/login", content=b"[]".ljust(size))
    assert answer.status_code == status
    if status == 413:
        assert answer.json() == {"detail": "A body has at most 65,536 bytes."}


def test_a_body_in_pieces_is_counted_whole(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x" * 20_000

    assert client.post("/login", content=pieces()).status_code == 413


HERE = "https://front.example"
ELSEWHERE = "https://elsewhere.example"
EXPOSED = {"Link", "Location", "Retry-After", "X-Request-ID"}


@pytest.fixture
def browser(settings: Settings) -> Iterator[TestClient]:
    """A page of the one other origin that this service admits."""
    app = create_app(settings.model_copy(update={"cors_origins": [HERE]}))

    @app.get("/experiment")
    def fail() -> None:
        raise ZeroDivisionError

    with TestClient(app, headers={"Origin": HERE}) as client:
        yield client


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_a_page_of_an_admitted_origin_may_ask_for_everything(
    browser: TestClient, method: str
) -> None:
    wanted = {
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    answer = browser.options("/posts/", headers=wanted)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == HERE
    assert method in answer.headers["Access-Control-Allow-Methods"].split(", ")
    allowed = answer.headers["Access-Control-Allow-Headers"].lower().split(", ")
    assert {"authorization", "content-type"} <= set(allowed)
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize(
    ("path", "status"),
    [("/posts/", 200), ("/users/nobody", 404), ("/users/me", 401), ("/experiment", 500)],
)
def test_a_page_of_an_admitted_origin_reads_every_answer_and_its_headers(
    browser: TestClient, path: str, status: int
) -> None:
    answer = browser.get(path)
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == HERE
    assert set(answer.headers["Access-Control-Expose-Headers"].split(", ")) == EXPOSED
    assert answer.headers["Vary"] == "Origin"
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_a_page_of_another_origin_is_not_admitted(browser: TestClient) -> None:
    asked = {"Origin": ELSEWHERE, "Access-Control-Request-Method": "GET"}
    assert browser.options("/posts/", headers=asked).status_code == 400
    for answer in (
        browser.options("/posts/", headers=asked),
        browser.get("/posts/", headers={"Origin": ELSEWHERE}),
    ):
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_without_the_setting_no_origin_is_admitted(client: TestClient, method: str) -> None:
    asked = {"Origin": HERE, "Access-Control-Request-Method": "GET"}
    answer: Any = client.request(method, "/posts/", headers=asked)
    assert not [name for name in answer.headers if name.startswith("access-control-")]


def test_every_origin_may_be_admitted_but_never_with_credentials(settings: Settings) -> None:
    app = create_app(settings.model_copy(update={"cors_origins": ["*"]}))
    with TestClient(app) as client:
        answer = client.get("/posts/", headers={"Origin": ELSEWHERE, "Cookie": "a=b"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
