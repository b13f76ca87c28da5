"""40 to 42 and 64: pages of lists, ids, and query parameters."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, insert, select

from hardening.servers import sign_up
from microblog.models import Post

LISTS_OF_POSTS = ["/posts/", "/posts/with_counts/", "/timeline/", "/users/eve_40/posts/"]
LISTS_OF_PEOPLE = ["/users/eve_40/followers/", "/users/eve_40/following/"]
each_list = pytest.mark.parametrize("path", LISTS_OF_POSTS + LISTS_OF_PEOPLE)
OUT_OF_BOUNDS = {
    "limit": ["-1", "0", "101", "1000000000", "1e1", "x", "", "9" * 5000, "1.5"],
    "offset": ["-1", str(2**63), str(2**64), "x", "", "NaN"],
    "before_id": ["-1", str(2**63), "x"],
    "before": [
        "yesterday",
        "2026-01-01",
        "2026-01-01T00:00:00",
        "9" * 30,
        "0001-01-01",
        "",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ],
}


@pytest.fixture(scope="session")
def eve(shared_client: TestClient) -> dict[str, str]:
    return sign_up(shared_client, "eve_40")


@each_list
@pytest.mark.parametrize(
    ("parameter", "value"),
    [(name, value) for name, values in OUT_OF_BOUNDS.items() for value in values],
    ids=lambda text: text[:26],
)
def test_40_a_page_outside_its_bounds_is_refused(
    service: TestClient, eve: dict[str, str], path: str, parameter: str, value: str
) -> None:
    answer = service.get(path, params={parameter: value}, headers=eve)
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["query", parameter]]


@each_list
def test_40_a_page_at_its_bounds_is_empty(
    service: TestClient, eve: dict[str, str], path: str
) -> None:
    furthest = {"limit": 100, "offset": 2**63 - 1, "before_id": 2**63 - 1}
    answer = service.get(path, params=furthest, headers=eve)
    assert (answer.status_code, answer.json()) == (200, [])


@pytest.mark.parametrize("path", LISTS_OF_POSTS)
@pytest.mark.parametrize("before", ["9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z"])
def test_40_a_page_at_the_bounds_of_time_is_empty(
    service: TestClient, eve: dict[str, str], path: str, before: str
) -> None:
    furthest = {"limit": 100, "offset": 2**63 - 1, "before_id": 2**63 - 1}
    answer = service.get(path, params={**furthest, "before": before}, headers=eve)
    assert (answer.status_code, answer.json()) == (200, [])


@pytest.mark.parametrize("path", LISTS_OF_PEOPLE)
def test_40_people_are_paged_by_id_alone(
    service: TestClient, eve: dict[str, str], path: str
) -> None:
    answer = service.get(path, params={"before": "2026-01-01T00:00:00Z"}, headers=eve)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["query", "before"]


MISSING = [str(number) for number in (2**31 - 1, 2**31, 2**32, 2**63 - 1)]
IMPOSSIBLE = ["0", "-1", str(2**63), str(2**64), "9" * 5000]
IMPOSSIBLE += ["x", "1.0", "1e3", "+1", "%201", "٣", "1_0", "NaN"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/posts/{post_id}"),
        ("DELETE", "/posts/{post_id}"),
        ("PUT", "/posts/{post_id}/like"),
        ("DELETE", "/posts/{post_id}/retweet"),
    ],
)
@pytest.mark.parametrize(
    ("post_id", "status"),
    [*[(post_id, 404) for post_id in MISSING], *[(post_id, 422) for post_id in IMPOSSIBLE]],
    ids=lambda value: ascii(value)[:22],
)
def test_41_a_path_id_outside_its_bounds_is_refused(
    service: TestClient, eve: dict[str, str], method: str, path: str, post_id: str, status: int
) -> None:
    answer = service.request(method, path.format(post_id=post_id), headers=eve)
    assert answer.status_code == status


@pytest.mark.parametrize("path", ["/users/{username}/posts/", "/timeline/"])
def test_42_paging_misses_nothing_and_repeats_nothing_while_rows_are_added(
    service: TestClient, database: Engine, ana: dict[str, str], path: str
) -> None:
    me = service.get("/users/me", headers=ana).json()
    path = path.format(username=me["username"])
    for number in range(30):
        service.post("/posts/", json={"content": f"early {number}"}, headers=ana)
    own = Post.owner_id == me["id"]
    with database.begin() as connection:  # some at one and the same moment
        moment = connection.scalars(select(Post.timestamp).where(own)).first()
        same = [
            {"owner_id": me["id"], "content": f"same {number}", "timestamp": moment}
            for number in range(9)
        ]
        connection.execute(insert(Post), same)
        early = set(connection.scalars(select(Post.id).where(own)))
    seen: list[int] = []
    url = f"{path}?limit=4"
    while url:
        answer = service.get(url, headers=ana)
        seen += [post["id"] for post in answer.json()]
        url = answer.links.get("next", {}).get("url", "")
        for _ in range(3):
            service.post("/posts/", json={"content": "late"}, headers=ana)
    assert len(seen) == len(set(seen))
    assert set(seen) == early


OPERATIONS = [
    ("POST", "/users/"),
    ("POST", "/token"),
    ("POST", "/login"),
    ("GET", "/users/me"),
    ("PUT", "/users/me/password"),
    ("DELETE", "/users/me"),
    ("GET", "/users/eve_40"),
    ("GET", "/users/eve_40/posts/"),
    ("GET", "/users/eve_40/followers/"),
    ("GET", "/users/eve_40/following/"),
    ("PUT", "/users/eve_40/follow"),
    ("DELETE", "/users/eve_40/follow"),
    ("GET", "/posts/"),
    ("POST", "/posts/"),
    ("GET", "/posts/with_counts/"),
    ("GET", "/posts/1"),
    ("DELETE", "/posts/1"),
    ("PUT", "/posts/1/like"),
    ("DELETE", "/posts/1/like"),
    ("PUT", "/posts/1/retweet"),
    ("DELETE", "/posts/1/retweet"),
    ("GET", "/timeline/"),
]


def known_parameters(method: str, path: str) -> str:
    """What an answer to an unknown parameter says of the known ones."""
    if method != "GET" or not path.endswith("/"):
        return "none"
    return (
        "limit, offset, before_id"
        if path in LISTS_OF_PEOPLE
        else ("limit, offset, before, before_id")
    )


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
@pytest.mark.parametrize("parameter", ["page", "limt", "Limit", "limit[]"])
def test_64_an_unknown_query_parameter_is_refused_and_the_known_ones_are_named(
    service: TestClient, eve: dict[str, str], method: str, path: str, parameter: str
) -> None:
    answer = service.request(method, path, params={parameter: "2"}, headers=eve)
    assert answer.status_code == 422
    problem = answer.json()["detail"][0]
    assert problem["loc"] == ["query", parameter]
    known = known_parameters(method, path)
    assert problem["msg"] == f"is not a parameter here; these are: {known}"


def test_64_every_operation_but_health_refuses_them(service: TestClient) -> None:
    document = service.get("/openapi.json").json()
    documented = {
        (method.upper(), path.format(username="eve_40", post_id=1))
        for path, methods in document["paths"].items()
        for method in methods
    }
    assert documented == {*OPERATIONS, ("GET", "/health")}
    assert service.get("/health?page=2").json() == {"status": "ok"}


def test_64_every_unknown_parameter_is_named(service: TestClient) -> None:
    answer = service.get("/posts/?limit=0&page=2&sort=id")
    where = {tuple(problem["loc"]) for problem in answer.json()["detail"]}
    assert where == {("query", "page"), ("query", "sort")}


def test_64_a_known_parameter_given_twice_counts_once(service: TestClient) -> None:
    assert service.get("/posts/?limit=1&limit=2").status_code == 200


@pytest.mark.parametrize("path", LISTS_OF_POSTS)
def test_64_a_raw_plus_is_explained(service: TestClient, eve: dict[str, str], path: str) -> None:
    answer = service.get(f"{path}?before=2026-01-01T00:00:00+00:00", headers=eve)
    assert answer.status_code == 422
    message = "must not contain a space: in a URL write + as %2B, or use Z for UTC"
    assert [problem["msg"] for problem in answer.json()["detail"]] == [message]
    escaped = service.get(f"{path}?before=2026-01-01T00:00:00%2B00:00", headers=eve)
    assert escaped.status_code == 200
