"""How many statements a request sends: few, and no more when there are more rows."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from microblog.models import Base, Follow, Like, Post, Retweet, User

LogIn = Callable[[str], dict[str, str]]
Add = Callable[[Iterable[Base]], None]

# Reads send no BEGIN and no COMMIT; a token costs one more, for its user.
STATEMENTS = {
    "/posts/": 1,
    "/posts/with_counts/": 1,
    "/users/Ana/posts/": 1,
    "/users/Ana/followers/": 1,
    "/users/Ana/following/": 1,
    "/timeline/": 2,
    "/users/me": 1,
    "/users/Ana": 1,
    "/posts/1": 1,
    "/health": 1,
}


@pytest.fixture
def sent() -> Iterator[list[str]]:
    """The statements sent so far, by any engine."""
    statements: list[str] = []

    def keep(_connection: Any, _cursor: Any, sql: str, *_others: Any) -> None:
        statements.append(sql)

    event.listen(Engine, "before_cursor_execute", keep)
    yield statements
    event.remove(Engine, "before_cursor_execute", keep)


def populate(add: Add, ids: range) -> None:
    """As many users as ids; each follows Ana and is followed, writes, likes and retweets."""
    add(
        User(id=number, username=f"user_{number}", email=f"{number}@x.org", hashed_password="")
        for number in ids
    )
    add(Post(id=number - 1, content="hello", owner_id=1) for number in ids)
    add(Follow(follower_id=number, followee_id=1) for number in ids)
    add(Follow(follower_id=1, followee_id=number) for number in ids)
    for reaction in (Like, Retweet):
        add(reaction(user_id=number, post_id=number - 1) for number in ids)


def test_a_read_sends_few_statements_however_many_rows_there_are(
    client: TestClient, log_in: LogIn, add: Add, sent: list[str]
) -> None:
    ana = log_in("Ana")
    for ids, rows in ((range(2, 5), 3), (range(5, 62), 60)):
        populate(add, ids)
        for path, count in STATEMENTS.items():
            sent.clear()
            is_list = path.endswith("/")
            answer = client.get(path, params={"limit": 100} if is_list else {}, headers=ana)
            assert len(sent) == count, sent
            assert all(sql.startswith(("SELECT", "WITH")) for sql in sent)
            if is_list:
                assert len(answer.json()) == rows


def test_only_an_empty_list_asks_whether_its_user_exists(
    client: TestClient, log_in: LogIn, sent: list[str]
) -> None:
    log_in("Ana")
    for list_of in ("posts", "followers", "following"):
        sent.clear()
        assert client.get(f"/users/Ana/{list_of}/").json() == []
        assert len(sent) == 2


def test_a_write_sends_its_own_statement_and_few_others(
    client: TestClient, log_in: LogIn, sent: list[str]
) -> None:
    ana, _ = log_in("Ana"), log_in("Ben")
    first_words = []
    for method, path in (
        ("POST", "/posts/"),
        ("PUT", "/posts/1/like"),
        ("PUT", "/users/Ben/follow"),
        ("DELETE", "/posts/1"),
        ("DELETE", "/users/me"),
    ):
        sent.clear()
        client.request(method, path, json={"content": "hello"}, headers=ana)
        first_words.append([sql.split()[0] for sql in sent if not sql.startswith("BEGIN")])
    assert first_words == [
        ["SELECT", "INSERT"],
        ["SELECT", "SELECT", "INSERT"],
        ["SELECT", "SELECT", "INSERT"],
        ["SELECT", "SELECT", "DELETE"],
        ["SELECT", "DELETE"],
    ]
