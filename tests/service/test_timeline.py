"""What a timeline shows, over HTTP; test_queries.py compares it with an oracle."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from microblog.models import Base, Follow, Post, Retweet, User

LogIn = Callable[[str], dict[str, str]]
Add = Callable[[Iterable[Base]], None]


def at(hour: int) -> datetime:
    return datetime(2026, 8, 12, hour, 30, tzinfo=UTC)


def contents(answer: Any) -> list[str]:
    return [post["content"] for post in answer.json()]


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
