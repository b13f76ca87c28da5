"""1 to 5: whose is it?"""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, select

from hardening.servers import sign_up
from microblog.models import Follow, Like, Post, Retweet

PUBLIC = {
    ("post", "/token"),
    ("post", "/login"),
    ("post", "/users/"),
    ("get", "/users/{username}"),
    ("get", "/users/{username}/posts/"),
    ("get", "/users/{username}/followers/"),
    ("get", "/users/{username}/following/"),
    ("get", "/posts/"),
    ("get", "/posts/with_counts/"),
    ("get", "/posts/{post_id}"),
    ("get", "/health"),
}
PRIVATE = [
    ("get", "/users/me"),
    ("delete", "/users/me"),
    ("put", "/users/me/password"),
    ("put", "/users/{username}/follow"),
    ("delete", "/users/{username}/follow"),
    ("post", "/posts/"),
    ("delete", "/posts/{post_id}"),
    ("put", "/posts/{post_id}/like"),
    ("delete", "/posts/{post_id}/like"),
    ("put", "/posts/{post_id}/retweet"),
    ("delete", "/posts/{post_id}/retweet"),
    ("get", "/timeline/"),
]


def test_01_nobody_deletes_the_post_of_another(service: TestClient, database: Engine) -> None:
    ana, ben = sign_up(service, "ana_01"), sign_up(service, "ben_01")
    post_id = service.post("/posts/", json={"content": "mine"}, headers=ana).json()["id"]
    assert service.delete(f"/posts/{post_id}", headers=ben).status_code == 403
    with database.connect() as connection:
        found = connection.scalars(select(Post.content).where(Post.id == post_id))
        assert found.all() == ["mine"]
    assert service.delete(f"/posts/{post_id}", headers=ana).status_code == 204


@pytest.fixture(scope="session")
def paths(shared_client: TestClient) -> dict[str, dict[str, Any]]:
    """The operations of the OpenAPI document, by path and method."""
    document: dict[str, Any] = shared_client.get("/openapi.json").json()
    found: dict[str, dict[str, Any]] = document["paths"]
    return found


def test_02_every_route_is_known_as_public_or_private(paths: dict[str, dict[str, Any]]) -> None:
    operations = {(method, path) for path, methods in paths.items() for method in methods}
    assert operations == PUBLIC | set(PRIVATE)


@pytest.mark.parametrize(("method", "path"), PRIVATE)
def test_02_every_route_that_is_not_public_asks_for_a_token(
    service: TestClient, paths: dict[str, dict[str, Any]], method: str, path: str
) -> None:
    url = path.format(username="ana", post_id=1)
    answer = service.request(method, url, json={"content": "x"} if method == "post" else None)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert paths[path][method]["security"] == [{"OAuth2PasswordBearer": []}]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/users/", {"username": "ben_03", "email": "b3@x.org", "password": "password"}),
        ("POST", "/posts/", {"content": "x"}),
        ("POST", "/login", {"username": "ben_03", "password": "password of ben_03"}),
        ("PUT", "/users/me/password", {"old_password": "password", "new_password": "password"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "body",
)
@pytest.mark.parametrize(
    "extra",
    [
        {"id": 1},
        {"owner_id": 1},
        {"created_at": "2020-01-01T00:00:00Z"},
        {"is_admin": True},
        {"hashed_password": "x"},
    ],
    ids=lambda extra: next(iter(extra)),
)
def test_03_a_field_that_nobody_asked_for_is_refused(
    service: TestClient,
    ana: dict[str, str],
    method: str,
    path: str,
    body: dict[str, str],
    extra: dict[str, Any],
) -> None:
    answer = service.request(method, path, json=body | extra, headers=ana)
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["body", *extra]]
    assert service.get("/users/ben_03").status_code == 404
    assert service.get("/timeline/", headers=ana).json() == []


def id_of(service: TestClient, headers: dict[str, str]) -> int:
    return int(service.get("/users/me", headers=headers).json()["id"])


WRITES = [
    ("POST", "/posts/", Post.owner_id),
    ("PUT", "/posts/{post_id}/like", Like.user_id),
    ("PUT", "/posts/{post_id}/retweet", Retweet.user_id),
    ("PUT", "/users/eva_04/follow", Follow.follower_id),
]
each_write = pytest.mark.parametrize(("method", "path", "actor"), WRITES, ids=str)


@pytest.fixture
def eva_and_her_post(service: TestClient) -> int:
    """The id of a post that others may like, of a user whom they may follow."""
    if service.get("/users/eva_04").status_code == 404:
        eva = sign_up(service, "eva_04")
        service.post("/posts/", json={"content": "x"}, headers=eva)
    return int(service.get("/users/eva_04/posts/").json()[0]["id"])


def rows_of(database: Engine, actor: Any, user_id: int) -> int:
    with database.connect() as connection:
        return len(connection.scalars(select(actor).where(actor == user_id)).all())


@each_write
def test_04_who_acts_is_told_by_the_token_alone(
    service: TestClient,
    database: Engine,
    ana: dict[str, str],
    eva_and_her_post: int,
    method: str,
    path: str,
    actor: Any,
) -> None:
    ana_id, eva_id = id_of(service, ana), service.get("/users/eva_04").json()["id"]
    forged = ana | {"X-User": "eva_04", "X-User-Id": f"{eva_id}", "Cookie": "user=eva_04"}
    claim = {"user_id": eva_id, "owner_id": eva_id, "follower_id": eva_id}
    before = rows_of(database, actor, eva_id)
    body = {"content": "x"} if method == "POST" else claim
    done = service.request(method, path.format(post_id=eva_and_her_post), json=body, headers=forged)
    assert done.status_code == (201 if method == "POST" else 204)
    assert rows_of(database, actor, ana_id) == 1
    assert rows_of(database, actor, eva_id) == before


@each_write
@pytest.mark.parametrize("name", ["user_id", "owner_id", "follower_id", "username"])
def test_04_nobody_claims_in_the_query_to_be_another(
    service: TestClient,
    database: Engine,
    ana: dict[str, str],
    eva_and_her_post: int,
    method: str,
    path: str,
    actor: Any,
    name: str,
) -> None:
    url = path.format(post_id=eva_and_her_post)
    refused = service.request(method, url, params={name: "1"}, json={"content": "x"}, headers=ana)
    assert refused.status_code == 422
    assert [problem["loc"] for problem in refused.json()["detail"]] == [["query", name]]
    assert rows_of(database, actor, id_of(service, ana)) == 0


def test_04_nobody_reads_as_another(service: TestClient, ana: dict[str, str]) -> None:
    sign_up(service, "ben_04")
    refused = service.get("/users/me", params={"username": "ben_04"}, headers=ana)
    assert refused.status_code == 422
    me = service.get("/users/me", headers=ana | {"X-User": "ben_04", "Cookie": "user=ben_04"})
    assert me.json()["username"].startswith("ana")


def test_05_no_answer_and_no_schema_holds_a_password_hash(service: TestClient) -> None:
    user = {"username": "ana_05", "email": "ana_05@example.org", "password": "password"}
    answers = [service.post("/users/", json=user)]
    ben = sign_up(service, "ben_05")
    post_id = service.post("/posts/", json={"content": "x"}, headers=ben).json()["id"]
    service.put("/users/ana_05/follow", headers=ben)
    document = service.get("/openapi.json")
    for path, methods in document.json()["paths"].items():
        if "get" in methods:
            url = path.format(username="ana_05", post_id=post_id)
            answers.append(service.get(url, headers=ben))
    assert [answer.status_code for answer in answers] == [201] + [200] * 10
    for answer in [*answers, document]:
        assert "hashed_password" not in answer.text
        assert "$2b$" not in answer.text
    assert service.get("/users/me", headers=ben).json()["email"] == "ben_05@example.org"
    assert "email" not in service.get("/users/ben_05").json()
