"""Users and follows, over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, func, select

from microblog.models import Base

LogIn = Callable[[str], dict[str, str]]
ANA = {"username": "Ana_Maria", "email": "Ana@Example.org", "password": "long enough"}
TAKEN = {"detail": "That username or e-mail address is taken."}


def rows_in(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }


def names(answer: Any) -> list[str]:
    return [person["username"] for person in answer.json()]


def test_who_registers_is_answered_with_their_public_self(client: TestClient) -> None:
    before = datetime.now(UTC)
    answer = client.post("/users/", json=ANA)
    assert answer.status_code == 201
    user = answer.json()
    assert user.keys() == {"id", "username", "created_at"}
    assert user["id"] == 1
    assert user["username"] == "Ana_Maria"
    assert before <= datetime.fromisoformat(user["created_at"]) <= datetime.now(UTC)
    assert user["created_at"].endswith("Z")


def test_a_registered_user_is_where_the_location_says(client: TestClient) -> None:
    created = client.post("/users/", json=ANA)
    assert created.headers["Location"] == "http://testserver/users/Ana_Maria"
    found = client.get(created.headers["Location"])
    assert found.status_code == 200
    assert found.json().items() >= created.json().items()


@pytest.mark.parametrize(
    "change",
    [{"username": "ana_MARIA"}, {"username": "Ana_Maria"}, {"email": "aNA@eXAMPLE.ORG"}],
    ids=str,
)
def test_a_name_or_address_is_taken_whatever_its_case(
    client: TestClient, engine: Engine, change: dict[str, str]
) -> None:
    assert client.post("/users/", json=ANA).status_code == 201
    other = {"username": "another", "email": "another@example.org", "password": "long enough"}
    answer = client.post("/users/", json=other | change)
    assert (answer.status_code, answer.json()) == (409, TAKEN)
    assert rows_in(engine)["users"] == 1


WITHIN_BOUNDS = [
    {"username": "Ana"},
    {"username": "A" * 30},
    {"username": "_0_"},
    {"password": "8 signs."},
    {"password": "é" * 36},
    {"email": f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 57}.org"},
]


@pytest.mark.parametrize("number", range(len(WITHIN_BOUNDS)), ids=lambda n: str(WITHIN_BOUNDS[n]))
def test_what_is_just_within_the_bounds_registers(shared_client: TestClient, number: int) -> None:
    user = {**ANA, "username": f"user_{number}", "email": f"{number}@example.org"}
    answer = shared_client.post("/users/", json=user | WITHIN_BOUNDS[number])
    assert answer.status_code == 201


@pytest.mark.parametrize(
    "change",
    [
        {"username": "An"},
        {"username": "A" * 31},
        {"username": "Ána"},
        {"username": "Ana Maria"},
        {"username": "Ana\n"},
        {"username": None},
        {"password": "7 signs"},
        {"password": "é" * 36 + "e"},
        {"email": f"{'a' * 64}@{'b' * 63}.{'c' * 63}.{'d' * 58}.org"},
        {"email": "ana"},
        {"email": ""},
        {"id": 7},
    ],
    ids=ascii,
)
def test_what_is_beyond_the_bounds_does_not(
    shared_client: TestClient, change: dict[str, Any]
) -> None:
    answer = shared_client.post("/users/", json={**ANA, "username": "beyond", **change})
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["body", *change]]
    assert shared_client.get("/users/beyond").status_code == 404


def test_a_wrong_field_is_explained_without_repeating_it(client: TestClient) -> None:
    answer = client.post("/users/", json=ANA | {"username": "An", "password": "secret!"})
    assert answer.json() == {
        "detail": [
            {
                "type": "string_pattern_mismatch",
                "loc": ["body", "username"],
                "msg": "String should match pattern '^[A-Za-z0-9_]{3,30}$'",
            },
            {
                "type": "string_too_short",
                "loc": ["body", "password"],
                "msg": "String should have at least 8 characters",
            },
        ]
    }


def test_only_oneself_sees_the_address(client: TestClient, log_in: LogIn) -> None:
    ana = log_in("Ana")
    public = client.get("/users/Ana").json()
    created = {name: public[name] for name in ("id", "username", "created_at")}
    counts = {"posts_count": 0, "followers_count": 0, "following_count": 0}
    assert public == created | counts
    me = client.get("/users/me", headers=ana)
    assert me.status_code == 200
    assert me.json() == created | {"email": "ana@example.org"}


def test_me_is_not_a_username(client: TestClient, log_in: LogIn) -> None:
    assert client.get("/users/me").status_code == 401
    assert client.get("/users/me", headers=log_in("Ana")).json()["username"] == "Ana"
    assert client.post("/users/", json=ANA | {"username": "me"}).status_code == 422


def test_a_profile_counts_posts_followers_and_followed(client: TestClient, log_in: LogIn) -> None:
    ana, ben, eva = log_in("Ana"), log_in("Ben"), log_in("Eva")
    for content in ("one", "two", "three"):
        client.post("/posts/", json={"content": content}, headers=ana)
    for follower, followee in ((ben, "Ana"), (eva, "Ana"), (ana, "Eva")):
        assert client.put(f"/users/{followee}/follow", headers=follower).status_code == 204
    for name, counts in (("aNA", (3, 2, 1)), ("BEN", (0, 0, 1)), ("eva", (0, 1, 1))):
        profile = client.get(f"/users/{name}").json()
        assert profile["username"] == name.capitalize()
        found = [profile[f"{what}_count"] for what in ("posts", "followers", "following")]
        assert tuple(found) == counts


each_page_of_a_user = pytest.mark.parametrize("page", ["", "/posts/", "/followers/", "/following/"])


@each_page_of_a_user
def test_an_unknown_user_has_no_pages(shared_client: TestClient, page: str) -> None:
    answer = shared_client.get(f"/users/nobody{page}")
    assert (answer.status_code, answer.json()) == (404, {"detail": "There is no user nobody."})


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_nobody_follows_or_unfollows_an_unknown_user(
    shared_client: TestClient, shared_log_in: LogIn, method: str
) -> None:
    answer = shared_client.request(method, "/users/nobody/follow", headers=shared_log_in("Eva"))
    assert (answer.status_code, answer.json()) == (404, {"detail": "There is no user nobody."})


@each_page_of_a_user
@pytest.mark.parametrize("name", ["no", "n" * 31, "n%20body", "%C3%84na", "a%00b", "An%25"])
def test_a_name_that_nobody_can_have_is_404(
    shared_client: TestClient, name: str, page: str
) -> None:
    answer = shared_client.get(f"/users/{name}{page}")
    assert answer.status_code == 404
    assert answer.json() == {"detail": "There is no user of that name."}


def test_following_twice_and_unfollowing_twice_is_as_once(
    client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana, _ = log_in("Ana"), log_in("Ben")
    for _ in range(2):
        answer = client.put("/users/BEN/follow", headers=ana)
        assert (answer.status_code, answer.content) == (204, b"")
        assert rows_in(engine)["follows"] == 1
    assert names(client.get("/users/Ben/followers/")) == ["Ana"]
    assert names(client.get("/users/Ana/following/")) == ["Ben"]
    assert client.get("/users/Ana/followers/").json() == []
    for _ in range(2):
        answer = client.delete("/users/ben/follow", headers=ana)
        assert (answer.status_code, answer.content) == (204, b"")
        assert rows_in(engine)["follows"] == 0


@pytest.mark.parametrize(("method", "verb"), [("PUT", "follow"), ("DELETE", "unfollow")])
@pytest.mark.parametrize("name", ["Ana", "aNA"])
def test_nobody_follows_or_unfollows_themselves(
    client: TestClient, log_in: LogIn, engine: Engine, method: str, verb: str, name: str
) -> None:
    answer = client.request(method, f"/users/{name}/follow", headers=log_in("Ana"))
    assert answer.status_code == 400
    assert answer.json() == {"detail": f"You cannot {verb} yourself."}
    assert rows_in(engine)["follows"] == 0


def test_people_are_listed_by_newest_account_first(client: TestClient, log_in: LogIn) -> None:
    tokens = {name: log_in(name) for name in ("Ana", "Ben", "Eva", "Leo")}
    for name in ("Leo", "Ben", "Eva"):  # in another order than they registered
        client.put("/users/Ana/follow", headers=tokens[name])
        client.put(f"/users/{name}/follow", headers=tokens["Ana"])
    followers = client.get("/users/Ana/followers/")
    assert followers.status_code == 200
    assert names(followers) == ["Leo", "Eva", "Ben"]
    assert followers.json()[0].keys() == {"id", "username", "created_at"}
    assert client.get("/users/Ana/following/").json() == followers.json()


def test_an_account_goes_with_everything_that_belongs_to_it(
    client: TestClient, log_in: LogIn, engine: Engine
) -> None:
    ana, ben = log_in("Ana"), log_in("Ben")
    for headers in (ana, ben):
        client.post("/posts/", json={"content": "hello"}, headers=headers)
    for method_of in ("like", "retweet"):
        for post_id in (1, 2):
            for headers in (ana, ben):
                client.put(f"/posts/{post_id}/{method_of}", headers=headers)
    client.put("/users/Ana/follow", headers=ben)
    client.put("/users/Ben/follow", headers=ana)
    assert rows_in(engine) == {"users": 2, "posts": 2, "likes": 4, "retweets": 4, "follows": 2}
    answer = client.delete("/users/me", headers=ana)
    assert (answer.status_code, answer.content) == (204, b"")
    assert rows_in(engine) == {"users": 1, "posts": 1, "likes": 1, "retweets": 1, "follows": 0}
    assert client.get("/users/Ana").status_code == 404
    assert client.post("/token", data={"username": "Ana", "password": "x"}).status_code == 401
    assert names(client.get("/posts/")) == ["Ben"]


def test_the_id_of_a_deleted_user_is_never_given_again(client: TestClient, log_in: LogIn) -> None:
    log_in("Ana")
    client.delete("/users/me", headers=log_in("Ben"))
    log_in("Ben")
    assert [client.get(f"/users/{name}").json()["id"] for name in ("Ana", "Ben")] == [1, 3]
