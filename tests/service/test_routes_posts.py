"""Posts, likes, retweets and the timeline, over HTTP."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, func, select

from microblog.models import Base, Like, Post, Retweet

LogIn = Callable[[str], dict[str, str]]
Add = Callable[[Iterable[Base]], None]
REACTIONS = ["like", "retweet"]


def at(hour: int) -> datetime:
    return datetime(2026, 8, 12, hour, 30, tzinfo=UTC)


def rows_of(engine: Engine, model: type[Base]) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(model)).scalar_one()


def contents(answer: Any) -> list[str]:
    return [post["content"] for post in answer.json()]


def test_who_writes_a_post_is_answered_with_it(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    before = datetime.now(UTC)
    answer = client.post("/posts/", json={"content": "\n Buenos días \t"}, headers=ana)
    assert answer.status_code == 201
    post = answer.json()
    assert before <= datetime.fromisoformat(post.pop("timestamp")) <= datetime.now(UTC)
    assert post == {"id": 1, "content": "Buenos días", "owner_id": 1, "username": "Ana"}


@pytest.fixture(scope="module")
def writer(shared_log_in: LogIn) -> dict[str, str]:
    """Somebody who writes what other tests do not count."""
    return shared_log_in("Writer")


@pytest.mark.parametrize(
    "content",
    ["x", "x" * 280, f"  {'é' * 280}\n ", "🦉" * 280, "a\n\tb", "\u2003x\u3000"],
    ids=lambda content: ascii(content[:12]),
)
def test_content_within_the_bounds_comes_back_stripped(
    shared_client: TestClient, writer: dict[str, str], content: str
) -> None:
    created = shared_client.post("/posts/", json={"content": content}, headers=writer)
    assert created.status_code == 201
    assert created.json()["content"] == content.strip()
    assert shared_client.get("/posts/").json()[0] == created.json()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "String should have at least 1 character"),
        (" \n ", "String should have at least 1 character"),
        ("\u200b", "must contain something to read"),
        ("a\0b", "must not contain the character NUL"),
        ("x" * 281, "String should have at most 280 characters"),
        ("🦉" * 281, "String should have at most 280 characters"),
        (None, "Input should be a valid string"),
        (5, "Input should be a valid string"),
    ],
    ids=lambda value: ascii(value)[:12],
)
def test_content_beyond_the_bounds_is_refused_in_plain_words(
    shared_client: TestClient, writer: dict[str, str], content: Any, message: str
) -> None:
    before = shared_client.get("/posts/").json()
    answer = shared_client.post("/posts/", json={"content": content}, headers=writer)
    assert answer.status_code == 422
    problems = [(problem["loc"], problem["msg"]) for problem in answer.json()["detail"]]
    assert problems == [(["body", "content"], message)]
    assert shared_client.get("/posts/").json() == before


def test_a_created_post_is_where_its_location_says(
    shared_client: TestClient, writer: dict[str, str]
) -> None:
    created = shared_client.post("/posts/", json={"content": "x"}, headers=writer)
    location = created.headers["Location"]
    assert location == f"http://testserver/posts/{created.json()['id']}"
    assert shared_client.get(location).json() == created.json()


def test_posts_are_listed_newest_first(client: TestClient, log_in: LogIn) -> None:
    ana, ben = log_in("Ana"), log_in("Ben")
    for number, headers in enumerate([ana, ben, ana, ben]):
        client.post("/posts/", json={"content": f"post {number}"}, headers=headers)
    answer = client.get("/posts/")
    assert answer.status_code == 200
    assert contents(answer) == ["post 3", "post 2", "post 1", "post 0"]
    assert [post["username"] for post in answer.json()] == ["Ben", "Ana", "Ben", "Ana"]
    assert contents(client.get("/users/ANA/posts/")) == ["post 2", "post 0"]
    with_counts = client.get("/posts/with_counts/").json()
    no_counts = {"likes_count": 0, "retweets_count": 0}
    assert with_counts == [post | no_counts for post in answer.json()]


def test_time_orders_posts_and_ids_only_break_ties(
    client: TestClient, add: Add, log_in: LogIn
) -> None:
    log_in("Ana")
    hours = {"two, first of a tie": 2, "three": 3, "one": 1, "two, last of a tie": 2}
    add(
        Post(id=number, content=content, timestamp=at(hour), owner_id=1)
        for number, (content, hour) in enumerate(hours.items(), 1)
    )
    expected = ["three", "two, last of a tie", "two, first of a tie", "one"]
    for path in ("/posts/", "/posts/with_counts/", "/users/Ana/posts/"):
        assert contents(client.get(path)) == expected
    assert contents(client.get("/timeline/", headers=log_in("Ana"))) == expected


def test_likes_and_retweets_are_counted_apart(client: TestClient, log_in: LogIn) -> None:
    tokens = [log_in(name) for name in ("Ana", "Ben", "Eva")]
    for content in ("first", "second"):
        client.post("/posts/", json={"content": content}, headers=tokens[0])
    for headers in tokens:
        client.put("/posts/1/like", headers=headers)
    for headers in tokens[1:]:
        client.put("/posts/1/retweet", headers=headers)
    client.put("/posts/2/retweet", headers=tokens[2])
    counts = {
        post["content"]: (post["likes_count"], post["retweets_count"])
        for post in client.get("/posts/with_counts/").json()
    }
    assert counts == {"first": (3, 2), "second": (0, 1)}


def test_reacting_twice_and_taking_back_twice_is_as_once(
    client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana = log_in("Ana")
    client.post("/posts/", json={"content": "hello"}, headers=ana)
    for method, rows in (("PUT", 1), ("PUT", 1), ("DELETE", 0), ("DELETE", 0)):
        for reaction, model in (("like", Like), ("retweet", Retweet)):
            answer = client.request(method, f"/posts/1/{reaction}", headers=ana)
            assert (answer.status_code, answer.content) == (204, b"")
            assert rows_of(engine, model) == rows


def test_a_second_retweet_keeps_the_time_of_the_first(
    client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana = log_in("Ana")
    client.post("/posts/", json={"content": "hello"}, headers=ana)
    moments = []
    for _ in range(2):
        client.put("/posts/1/retweet", headers=ana)
        with engine.connect() as connection:
            moments.append(connection.execute(select(Retweet.timestamp)).scalar_one())
    assert moments[0] == moments[1]


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_a_post_that_is_not_there_is_404(
    shared_client: TestClient, writer: dict[str, str], method: str
) -> None:
    answer = shared_client.request(method, "/posts/7777", headers=writer)
    assert (answer.status_code, answer.json()) == (404, {"detail": "There is no post 7777."})


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize("reaction", REACTIONS)
def test_nobody_reacts_to_a_post_that_is_not_there(
    shared_client: TestClient, writer: dict[str, str], method: str, reaction: str
) -> None:
    answer = shared_client.request(method, f"/posts/7777/{reaction}", headers=writer)
    assert (answer.status_code, answer.json()) == (404, {"detail": "There is no post 7777."})


@pytest.mark.parametrize(
    "post_id", ["seven", "-1", "0", "1.0", "%2B1", "%D9%A1", str(2**63)], ids=str
)
def test_an_id_that_no_post_can_have_is_422(shared_client: TestClient, post_id: str) -> None:
    answer = shared_client.get(f"/posts/{post_id}")
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["path", "post_id"]]


def test_the_largest_id_is_one_that_a_post_can_have(shared_client: TestClient) -> None:
    assert shared_client.get(f"/posts/{2**63 - 1}").status_code == 404


def test_without_its_closing_slash_with_counts_is_no_id(shared_client: TestClient) -> None:
    answer = shared_client.get("/posts/with_counts?limit=5", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["Location"] == "http://testserver/posts/with_counts/?limit=5"


def test_only_its_owner_deletes_a_post(client: TestClient, log_in: LogIn, engine: Engine) -> None:
    ana, ben = log_in("Ana"), log_in("Ben")
    client.post("/posts/", json={"content": "hello"}, headers=ana)
    for reaction in REACTIONS:
        client.put(f"/posts/1/{reaction}", headers=ben)
    refused = client.delete("/posts/1", headers=ben)
    assert refused.status_code == 403
    assert refused.json() == {"detail": "Only its owner may do this to a post."}
    assert client.get("/posts/1").status_code == 200
    deleted = client.delete("/posts/1", headers=ana)
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert [rows_of(engine, model) for model in (Post, Like, Retweet)] == [0, 0, 0]
    assert client.get("/posts/1").status_code == 404
    assert client.delete("/posts/1", headers=ana).status_code == 404


def test_the_id_of_a_deleted_post_is_never_given_again(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    for _ in range(3):
        created = client.post("/posts/", json={"content": "hello"}, headers=ana).json()
        client.delete(f"/posts/{created['id']}", headers=ana)
    assert created["id"] == 3
