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
LISTS_OF_POSTS = ["/posts/", "/posts/with_counts/", "/users/Ana/posts/", "/timeline/"]
LISTS_OF_PEOPLE = ["/users/Ana/followers/", "/users/Ana/following/"]
each_list = pytest.mark.parametrize("path", LISTS_OF_POSTS + LISTS_OF_PEOPLE)


@pytest.fixture(scope="module")
def ana(shared_add: Add, shared_log_in: LogIn) -> dict[str, str]:
    """Ana with 25 posts, followers and followed people; every three share one moment."""
    headers = shared_log_in("Ana")
    moments = {number: START - timedelta(hours=number // 3) for number in range(2, ROWS + 2)}
    shared_add(
        User(
            id=number,
            username=f"user_{number}",
            email=f"{number}@example.org",
            hashed_password="",
            created_at=moment,
        )
        for number, moment in moments.items()
    )
    shared_add(
        Post(id=number, content=f"{number}", timestamp=moment, owner_id=1)
        for number, moment in moments.items()
    )
    shared_add(Follow(follower_id=1, followee_id=number) for number in moments)
    shared_add(Follow(follower_id=number, followee_id=1) for number in moments)
    shared_add(
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


@each_list
@pytest.mark.parametrize("limit", [1, 8, 24])
def test_the_links_lead_through_the_whole_list(
    shared_client: TestClient, ana: dict[str, str], path: str, limit: int
) -> None:
    answer = shared_client.get(path, params={"limit": limit}, headers=ana)
    rows: list[Any] = []
    while link := answer.links.get("next"):
        assert len(answer.json()) == limit
        rows += answer.json()
        assert answer.headers["Link"] == f'<{link["url"]}>; rel="next"'
        assert link["url"].startswith(f"http://testserver{path}?")
        asked = parse_qs(urlsplit(link["url"]).query)
        by_time = set() if path in LISTS_OF_PEOPLE else {"before"}
        assert asked.keys() == {"limit", "before_id"} | by_time
        assert asked["before_id"] == [str(rows[-1]["id"])]
        answer = shared_client.get(link["url"], headers=ana)
        assert answer.status_code == 200
    assert 1 <= len(answer.json()) <= limit
    assert [*rows, *answer.json()] == all_of(shared_client, path, ana)


@each_list
def test_a_page_has_twenty_rows_unless_told_otherwise(
    shared_client: TestClient, ana: dict[str, str], path: str
) -> None:
    rows = all_of(shared_client, path, ana)
    first = shared_client.get(path, headers=ana)
    assert first.json() == rows[:20]
    second = shared_client.get(first.links["next"]["url"], headers=ana)
    assert second.json() == rows[20:]
    assert "Link" not in second.headers


@each_list
@pytest.mark.parametrize(("limit", "has_next"), [(ROWS, False), (ROWS - 1, True)])
def test_a_page_that_ends_with_the_list_has_no_link(
    shared_client: TestClient, ana: dict[str, str], path: str, limit: int, has_next: bool
) -> None:
    answer = shared_client.get(path, params={"limit": limit}, headers=ana)
    assert ("Link" in answer.headers) is has_next


@each_list
def test_an_offset_skips_rows_and_the_link_goes_on_from_there(
    shared_client: TestClient, ana: dict[str, str], path: str
) -> None:
    rows = all_of(shared_client, path, ana)
    page = shared_client.get(path, params={"limit": 4, "offset": 3}, headers=ana)
    assert page.json() == rows[3:7]
    assert shared_client.get(page.links["next"]["url"], headers=ana).json() == rows[7:11]


@each_list
@pytest.mark.parametrize("offset", [ROWS, 2**62, 2**63 - 1])
def test_an_offset_beyond_the_list_shows_an_empty_page(
    shared_client: TestClient, ana: dict[str, str], path: str, offset: int
) -> None:
    beyond = shared_client.get(path, params={"offset": offset}, headers=ana)
    assert (beyond.status_code, beyond.json()) == (200, [])
    assert "Link" not in beyond.headers


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("limit", value) for value in ("0", "-1", "101", "1000000000", "many", "")],
        *[("offset", value) for value in ("-1", "9223372036854775808")],
        *[("before", value) for value in ("2026-08-12T12:00:00", "yesterday")],
        *[("before_id", value) for value in ("-1", "9223372036854775808")],
    ],
)
@each_list
def test_a_page_beyond_the_bounds_is_refused(
    shared_client: TestClient, ana: dict[str, str], path: str, name: str, value: str
) -> None:
    answer = shared_client.get(path, params={name: value}, headers=ana)
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["query", name]]


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("2026-08-12T12:00:00 00:00", "must not contain a space: in a URL write + as %2B, "),
        ("1786536000", "must look like 2026-12-31T23:59:59Z"),
        ("2026-08-12", "Input should have timezone info"),
        ("0001-01-01T00:00:00+14:00", "must be within the years 1 to 9999 in UTC"),
    ],
)
def test_a_moment_is_explained(shared_client: TestClient, before: str, message: str) -> None:
    answer = shared_client.get("/posts/", params={"before": before})
    assert answer.status_code == 422
    assert [problem["msg"][: len(message)] for problem in answer.json()["detail"]] == [message]


@pytest.mark.parametrize("path", LISTS_OF_PEOPLE)
def test_people_are_paged_by_their_id_alone(
    shared_client: TestClient, ana: dict[str, str], path: str
) -> None:
    rows = all_of(shared_client, path, ana)
    page = shared_client.get(path, params={"before_id": rows[4]["id"], "limit": 3}, headers=ana)
    assert page.json() == rows[5:8]


@pytest.mark.parametrize("path", ["/posts/", "/posts/with_counts/", "/users/Ana/posts/"])
def test_a_moment_alone_shows_what_is_older(
    shared_client: TestClient, ana: dict[str, str], path: str
) -> None:
    rows = all_of(shared_client, path, ana)
    moment = START - timedelta(hours=2)
    older = [row for row in rows if datetime.fromisoformat(row["timestamp"]) < moment]
    page = shared_client.get(path, params={"before": moment.isoformat(), "limit": 100})
    assert page.json() == older
    assert 0 < len(older) < ROWS


def test_a_page_holds_at_most_a_hundred_rows(client: TestClient, log_in: LogIn, add: Add) -> None:
    log_in("Ana")
    add(Post(content=f"{number}", owner_id=1) for number in range(101))
    page = client.get("/posts/", params={"limit": 100})
    assert len(page.json()) == 100
    assert len(client.get(page.links["next"]["url"]).json()) == 1


def test_a_post_written_between_two_pages_moves_nothing(
    client: TestClient, log_in: LogIn, add: Add
) -> None:
    ana = log_in("Ana")
    add(Post(content=f"{number}", owner_id=1) for number in range(ROWS))
    rows = all_of(client, "/posts/", ana)
    page = client.get("/posts/", params={"limit": 4})
    client.post("/posts/", json={"content": "new"}, headers=ana)
    client.delete(f"/posts/{rows[3]['id']}", headers=ana)  # the last one seen
    assert client.get(page.links["next"]["url"]).json() == rows[4:8]


@pytest.mark.usefixtures("ana")
def test_the_link_names_the_host_that_was_asked(shared_client: TestClient) -> None:
    page = shared_client.get("https://api.example.org:8443/posts/", params={"limit": 1})
    link = page.links["next"]["url"]
    assert link.startswith("https://api.example.org:8443/posts/?limit=1&before=")


def test_an_empty_list_is_an_empty_array(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    for path in LISTS_OF_POSTS + LISTS_OF_PEOPLE:
        answer = client.get(path, headers=ana)
        assert (answer.status_code, answer.json()) == (200, [])
        assert "Link" not in answer.headers
