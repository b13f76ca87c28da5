"""Pages of every list, over HTTP: limits, offsets, and links that page by key."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from microblog.models import Base, Follow, Post, Retweet, User

LogIn = Callable[[str], dict[str, str]]
Add = Callable[[Iterable[Base]], None]
START = datetime(2026, 8, 12, tzinfo=UTC)
ROWS = 25
LISTS = [
    "/posts/",
    "/posts/with_counts/",
    "/users/Ana/posts/",
    "/users/Ana/followers/",
    "/users/Ana/following/",
    "/timeline/",
]


@pytest.fixture
def ana(add: Add, log_in: LogIn) -> dict[str, str]:
    """Ana with 25 posts, followers and followed people; every three share one moment."""
    headers = log_in("Ana")
    moments = {number: START - timedelta(hours=number // 3) for number in range(2, ROWS + 2)}
    add(
        User(
            id=number,
            username=f"user_{number}",
            email=f"{number}@example.org",
            hashed_password="",
            created_at=moment,
        )
        for number, moment in moments.items()
    )
    add(Post(id=n, content=f"{n}", timestamp=moment, owner_id=1) for n, moment in moments.items())
    add(Follow(follower_id=1, followee_id=number) for number in moments)
    add(Follow(follower_id=number, followee_id=1) for number in moments)
    add(
        Retweet(user_id=n, post_id=n + n % 2, timestamp=START - timedelta(hours=n % 4))
        for n in range(2, 15)
    )
    return headers


def all_of(client: TestClient, path: str, headers: dict[str, str]) -> list[dict[str, Any]]:
    answer = client.get(path, params={"limit": 100}, headers=headers)
    assert "Link" not in answer.headers
    rows: list[dict[str, Any]] = answer.json()
    assert len(rows) == ROWS
    return rows


def test_the_links_lead_through_the_whole_list(client: TestClient, ana: dict[str, str]) -> None:
    for path in LISTS:
        for limit in (1, 8, 24):
            assert walk(client, path, limit, ana) == all_of(client, path, ana)


def walk(client: TestClient, path: str, limit: int, headers: dict[str, str]) -> list[Any]:
    """The rows of every page, from the first link to the last."""
    answer = client.get(path, params={"limit": limit}, headers=headers)
    rows: list[Any] = []
    while link := answer.links.get("next"):
        assert len(answer.json()) == limit
        rows += answer.json()
        assert answer.headers["Link"] == f'<{link["url"]}>; rel="next"'
        assert link["url"].startswith(f"http://testserver{path}?")
        asked = parse_qs(urlsplit(link["url"]).query)
        assert asked.keys() == {"limit", "before", "before_id"}
        assert asked["before_id"] == [str(rows[-1]["id"])]
        answer = client.get(link["url"], headers=headers)
        assert answer.status_code == 200
    assert 1 <= len(answer.json()) <= limit
    return [*rows, *answer.json()]


def test_a_page_has_twenty_rows_unless_told_otherwise(
    client: TestClient, ana: dict[str, str]
) -> None:
    for path in LISTS:
        rows = all_of(client, path, ana)
        first = client.get(path, headers=ana)
        assert first.json() == rows[:20]
        second = client.get(first.links["next"]["url"], headers=ana)
        assert second.json() == rows[20:]
        assert "Link" not in second.headers


def test_a_page_that_ends_with_the_list_has_no_link(
    client: TestClient, ana: dict[str, str]
) -> None:
    for path in LISTS:
        assert "Link" not in client.get(path, params={"limit": ROWS}, headers=ana).headers
        assert "Link" in client.get(path, params={"limit": ROWS - 1}, headers=ana).headers


def test_an_offset_skips_rows_and_the_link_goes_on_from_there(
    client: TestClient, ana: dict[str, str]
) -> None:
    for path in LISTS:
        rows = all_of(client, path, ana)
        page = client.get(path, params={"limit": 4, "offset": 3}, headers=ana)
        assert page.json() == rows[3:7]
        assert client.get(page.links["next"]["url"], headers=ana).json() == rows[7:11]
        for offset in (ROWS, 2**63 - 1):
            beyond = client.get(path, params={"offset": offset}, headers=ana)
            assert (beyond.status_code, beyond.json()) == (200, [])
            assert "Link" not in beyond.headers


def test_a_page_beyond_the_bounds_is_refused(client: TestClient, ana: dict[str, str]) -> None:
    for name, values in {
        "limit": ["0", "-1", "101", "1000000000", "many", ""],
        "offset": ["-1", "9223372036854775808"],
        "before": ["2026-08-12T12:00:00", "yesterday"],
        "before_id": ["-1", "9223372036854775808"],
    }.items():
        for value in values:
            for path in LISTS:
                answer = client.get(path, params={name: value}, headers=ana)
                assert answer.status_code == 422, (path, name, value)
                assert [p["loc"] for p in answer.json()["detail"]] == [["query", name]]


def test_a_page_holds_at_most_a_hundred_rows(client: TestClient, log_in: LogIn, add: Add) -> None:
    log_in("Ana")
    add(Post(content=f"{number}", owner_id=1) for number in range(101))
    page = client.get("/posts/", params={"limit": 100})
    assert len(page.json()) == 100
    assert len(client.get(page.links["next"]["url"]).json()) == 1


def test_a_post_written_between_two_pages_moves_nothing(
    client: TestClient, ana: dict[str, str]
) -> None:
    rows = all_of(client, "/posts/", ana)
    page = client.get("/posts/", params={"limit": 4})
    client.post("/posts/", json={"content": "new"}, headers=ana)
    client.delete(f"/posts/{rows[3]['id']}", headers=ana)  # the last one seen
    assert client.get(page.links["next"]["url"]).json() == rows[4:8]


def test_the_link_names_the_host_that_was_asked(client: TestClient, ana: dict[str, str]) -> None:
    page = client.get("https://api.example.org:8443/posts/", params={"limit": 1})
    link = page.links["next"]["url"]
    assert link.startswith("https://api.example.org:8443/posts/?limit=1&before=")


def test_an_empty_list_is_an_empty_array(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    for path in LISTS:
        answer = client.get(path, headers=ana)
        assert (answer.status_code, answer.json()) == (200, [])
        assert "Link" not in answer.headers
