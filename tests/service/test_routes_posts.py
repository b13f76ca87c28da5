"""Posts, likes, retweets and the timeline, over HTTP."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, func, select

from microblog.models import Base, Follow, Like, Post, Retweet, User

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


def test_content_within_the_bounds_comes_back_stripped(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    for content in ("x", "x" * 280, f"  {'é' * 280}\n ", "🦉" * 280, "a\n\tb", "\u2003x\u3000"):
        created = client.post("/posts/", json={"content": content}, headers=ana)
        assert created.status_code == 201
        assert created.json()["content"] == content.strip()
        assert client.get("/posts/").json()[0] == created.json()


def test_content_beyond_the_bounds_is_refused_in_plain_words(
    client: TestClient, log_in: LogIn
) -> None:
    ana = log_in("Ana")
    for content, message in (
        ("", "String should have at least 1 character"),
        (" \n ", "String should have at least 1 character"),
        ("\u200b", "must contain something to read"),
        ("a\0b", "must not contain the character NUL"),
        ("x" * 281, "String should have at most 280 characters"),
        ("🦉" * 281, "String should have at most 280 characters"),
        (None, "Input should be a valid string"),
        (5, "Input should be a valid string"),
    ):
        answer = client.post("/posts/", json={"content": content}, headers=ana)
        assert answer.status_code == 422
        problems = [(problem["loc"], problem["msg"]) for problem in answer.json()["detail"]]
        assert problems == [(["body", "content"], message)]
    assert client.get("/posts/").json() == []


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


def test_a_post_that_is_not_there_is_404(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    missing = {"detail": "There is no post 7."}
    for method, path in [("GET", "/posts/7"), ("DELETE", "/posts/7")] + [
        (method, f"/posts/7/{reaction}") for method in ("PUT", "DELETE") for reaction in REACTIONS
    ]:
        answer = client.request(method, path, headers=ana)
        assert (answer.status_code, answer.json()) == (404, missing)


def test_an_id_that_no_post_can_have_is_422(client: TestClient) -> None:
    for post_id in ("seven", "-1", "0", "1.0", "%2B1", "%D9%A1", str(2**63)):
        answer = client.get(f"/posts/{post_id}")
        assert answer.status_code == 422, post_id
        assert [problem["loc"] for problem in answer.json()["detail"]] == [["path", "post_id"]]
    assert client.get(f"/posts/{2**63 - 1}").status_code == 404


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


ANA, BEN, EVA, LEO = 1, 2, 3, 4


@pytest.fixture
def ana(add: Add, log_in: LogIn) -> dict[str, str]:
    """Ana, who follows Ben and Eva, but not Leo; Leo follows her."""
    headers = log_in("Ana")
    add(
        User(id=number, username=name, email=f"{name}@example.org", hashed_password="")
        for number, name in ((BEN, "Ben"), (EVA, "Eva"), (LEO, "Leo"))
    )
    pairs = [(ANA, BEN), (ANA, EVA), (LEO, ANA)]
    add(Follow(follower_id=follower, followee_id=followee) for follower, followee in pairs)
    return headers


def test_a_timeline_shows_own_posts_and_those_of_followed_people(
    client: TestClient, ana: dict[str, str], add: Add
) -> None:
    owners = {1: BEN, 2: ANA, 3: LEO, 4: EVA}
    add(
        Post(content=f"{hour}", timestamp=at(hour), owner_id=owner)
        for hour, owner in owners.items()
    )
    answer = client.get("/timeline/", headers=ana)
    assert answer.status_code == 200
    assert contents(answer) == ["4", "2", "1"]
    assert answer.json()[0].keys() == {"id", "content", "timestamp", "owner_id", "username"}
    assert [post["username"] for post in answer.json()] == ["Eva", "Ana", "Ben"]
    assert client.delete("/users/Eva/follow", headers=ana).status_code == 204
    assert contents(client.get("/timeline/", headers=ana)) == ["2", "1"]


def test_a_timeline_shows_a_retweeted_post_once_at_its_newest_retweet(
    client: TestClient, ana: dict[str, str], add: Add
) -> None:
    add(
        Post(id=number, content=content, timestamp=at(hour), owner_id=owner)
        for number, (content, hour, owner) in enumerate(
            [
                ("of a stranger, retweeted by two", 1, LEO),
                ("of a stranger, retweeted by Ana alone", 2, LEO),
                ("of a stranger, retweeted by the stranger", 3, LEO),
                ("of Ben, retweeted by Eva", 4, BEN),
                ("of Ben, retweeted by Ana", 5, BEN),
                ("of Ana, retweeted by Eva", 6, ANA),
                ("of Ana, retweeted by Leo", 7, ANA),
                ("of Eva, retweeted by herself", 8, EVA),
                ("of Eva, retweeted before its own time", 12, EVA),
            ],
            1,
        )
    )
    add(
        Retweet(post_id=post, user_id=user, timestamp=at(hour))
        for post, user, hour in [
            (1, BEN, 20),
            (1, EVA, 10),
            (2, ANA, 21),
            (3, LEO, 22),
            (4, EVA, 14),
            (5, ANA, 23),
            (6, EVA, 18),
            (7, LEO, 23),
            (8, EVA, 9),
            (9, BEN, 3),
        ]
    )
    answer = client.get("/timeline/", headers=ana)
    moments = {post["content"]: post["timestamp"] for post in answer.json()}
    assert list(moments.items()) == [
        ("of a stranger, retweeted by two", "2026-08-12T01:30:00Z"),
        ("of Ana, retweeted by Eva", "2026-08-12T06:30:00Z"),
        ("of Ben, retweeted by Eva", "2026-08-12T04:30:00Z"),
        ("of Eva, retweeted before its own time", "2026-08-12T12:30:00Z"),
        ("of Eva, retweeted by herself", "2026-08-12T08:30:00Z"),
        ("of Ana, retweeted by Leo", "2026-08-12T07:30:00Z"),
        ("of Ben, retweeted by Ana", "2026-08-12T05:30:00Z"),
    ]
    assert len(answer.json()) == len(moments)
