"""The paths of the HTTP contract: they are there, documented, and no others are."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from fastapi.testclient import TestClient

LogIn = Callable[[str], dict[str, str]]

# Method and path: the answer when all is well, the errors it may be instead, whether it needs
# a token.
CONTRACT: dict[tuple[str, str], tuple[int, set[int], bool]] = {
    ("POST", "/users/"): (201, {409, 422}, False),
    ("POST", "/token"): (200, {401, 422, 429}, False),
    ("POST", "/login"): (200, {401, 422, 429}, False),
    ("GET", "/users/me"): (200, {401}, True),
    ("PUT", "/users/me/password"): (204, {401, 403, 422, 429}, True),
    ("DELETE", "/users/me"): (204, {401}, True),
    ("GET", "/users/{username}"): (200, {404}, False),
    ("GET", "/users/{username}/posts/"): (200, {404, 422}, False),
    ("GET", "/users/{username}/followers/"): (200, {404, 422}, False),
    ("GET", "/users/{username}/following/"): (200, {404, 422}, False),
    ("PUT", "/users/{username}/follow"): (204, {400, 401, 404}, True),
    ("DELETE", "/users/{username}/follow"): (204, {400, 401, 404}, True),
    ("GET", "/posts/"): (200, {422}, False),
    ("POST", "/posts/"): (201, {401, 422}, True),
    ("GET", "/posts/with_counts/"): (200, {422}, False),
    ("GET", "/posts/{post_id}"): (200, {404, 422}, False),
    ("DELETE", "/posts/{post_id}"): (204, {401, 403, 404, 422}, True),
    ("PUT", "/posts/{post_id}/like"): (204, {401, 404, 422}, True),
    ("DELETE", "/posts/{post_id}/like"): (204, {401, 404, 422}, True),
    ("PUT", "/posts/{post_id}/retweet"): (204, {401, 404, 422}, True),
    ("DELETE", "/posts/{post_id}/retweet"): (204, {401, 404, 422}, True),
    ("GET", "/timeline/"): (200, {401, 422}, True),
    ("GET", "/health"): (200, {503}, False),
}


each_operation = pytest.mark.parametrize(("method", "path"), CONTRACT)


def test_the_documented_paths_are_those_of_the_contract(operations: dict[Any, Any]) -> None:
    assert operations.keys() == CONTRACT.keys()


@each_operation
def test_every_operation_documents_its_answers(
    operations: dict[Any, dict[str, Any]], method: str, path: str
) -> None:
    success, errors, needs_token = CONTRACT[method, path]
    operation = operations[method, path]
    answers = {int(status): answer for status, answer in operation["responses"].items()}
    assert [status for status in answers if status < 400] == [success]
    assert errors <= answers.keys()
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in answers.keys() - {success}:
        assert answers[status]["content"] == problem
    assert bool(operation["security"]) == needs_token


@pytest.mark.parametrize(
    ("method", "path"), [each for each, (_, _, needs_token) in CONTRACT.items() if needs_token]
)
def test_without_a_token_a_private_path_asks_for_one(
    shared_client: TestClient, method: str, path: str
) -> None:
    answer = shared_client.request(method, path.format(username="ana", post_id=1))
    assert answer.status_code == 401
    assert answer.json() == {"detail": "Log in first: this needs a valid token."}
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@each_operation
def test_the_other_form_of_the_closing_slash_redirects(
    shared_client: TestClient, method: str, path: str
) -> None:
    path = path.format(username="ana", post_id=1)
    other = path.removesuffix("/") if path.endswith("/") else f"{path}/"
    answer = shared_client.request(method, f"{other}?limit=5", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["Location"] == f"http://testserver{path}?limit=5"


def test_the_root_leads_to_the_documentation(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (307, "/docs")
    page = client.get("/")
    assert page.status_code == 200
    assert "microblog" in page.text


def test_health_says_ok(client: TestClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok"}


def test_a_list_becomes_a_dataframe(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    for content in ("first", "second"):
        client.post("/posts/", json={"content": content}, headers=ana)
    frame = pd.DataFrame(client.get("/posts/with_counts/").json())
    assert list(frame.columns) == [
        "id",
        "content",
        "timestamp",
        "owner_id",
        "username",
        "likes_count",
        "retweets_count",
    ]
    assert frame["content"].to_list() == ["second", "first"]
    assert frame["likes_count"].dtype == "int64"
    moments = pd.to_datetime(frame["timestamp"])
    assert str(moments.dt.tz) == "UTC"


def test_a_registered_user_logs_in_posts_and_is_read_by_all(
    client: TestClient, log_in: LogIn
) -> None:
    ana = log_in("Ana")
    created = client.post("/posts/", json={"content": "  Good morning  "}, headers=ana)
    assert created.status_code == 201
    post = created.json()
    assert post["content"] == "Good morning"
    assert post["username"] == "Ana"
    assert client.get("/posts/").json() == [post]
    assert client.get("/posts/with_counts/").json() == [
        {**post, "likes_count": 0, "retweets_count": 0}
    ]
    assert client.get(f"/posts/{post['id']}").json() == post
    assert client.get("/users/ana/posts/").json() == [post]
