"""1 to 5: whose is it?"""

from fastapi.testclient import TestClient
from sqlalchemy import Engine, select

from hardening.servers import sign_up
from microblog.models import Follow, Like, Post, Retweet

FORBIDDEN = {
    "id": 1,
    "owner_id": 1,
    "created_at": "2020-01-01T00:00:00Z",
    "is_admin": True,
    "hashed_password": "x",
}
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


def test_01_nobody_deletes_the_post_of_another(service: TestClient, database: Engine) -> None:
    ana, ben = sign_up(service, "ana_01"), sign_up(service, "ben_01")
    post_id = service.post("/posts/", json={"content": "mine"}, headers=ana).json()["id"]
    assert service.delete(f"/posts/{post_id}", headers=ben).status_code == 403
    with database.connect() as connection:
        found = connection.scalars(select(Post.content).where(Post.id == post_id))
        assert found.all() == ["mine"]
    assert service.delete(f"/posts/{post_id}", headers=ana).status_code == 204


def test_02_every_route_that_is_not_public_asks_for_a_token(service: TestClient) -> None:
    paths = service.get("/openapi.json").json()["paths"]
    operations = {(method, path) for path, methods in paths.items() for method in methods}
    assert operations >= PUBLIC
    assert len(operations - PUBLIC) == 11
    for method, path in operations - PUBLIC:
        url = path.format(username="ana", post_id=1)
        answer = service.request(method, url, json={"content": "x"} if method == "post" else None)
        assert answer.status_code == 401, url
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert paths[path][method]["security"] == [{"OAuth2PasswordBearer": []}]


def test_03_a_field_that_nobody_asked_for_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_03")
    user = {"username": "ben_03", "email": "ben_03@example.org", "password": "password"}
    login = {"username": "ana_03", "password": "password of ana_03"}
    for name, value in FORBIDDEN.items():
        extra = {name: value}
        for path, body in (("/users/", user), ("/posts/", {"content": "x"}), ("/login", login)):
            answer = service.post(path, json=body | extra, headers=ana)
            assert answer.status_code == 422, (path, name)
            assert answer.json()["detail"][0]["loc"] == ["body", name]
    assert service.get("/users/ben_03").status_code == 404
    assert service.get("/users/ana_03").json()["posts_count"] == 0


def test_04_who_acts_is_told_by_the_token_alone(service: TestClient, database: Engine) -> None:
    ana, ben = sign_up(service, "ana_04"), sign_up(service, "ben_04")
    sign_up(service, "eva_04")
    ids = {name: service.get(f"/users/{name}_04").json()["id"] for name in ("ana", "ben")}
    claim = {"user_id": ids["ben"], "owner_id": ids["ben"], "follower_id": ids["ben"]}
    forged = ana | {"X-User": "ben_04", "X-User-Id": str(ids["ben"]), "Cookie": "user=ben_04"}
    answer = service.post("/posts/", params=claim, json={"content": "x"}, headers=forged)
    assert answer.json()["username"] == "ana_04"
    post_id = answer.json()["id"]
    for path in (f"/posts/{post_id}/like", f"/posts/{post_id}/retweet", "/users/eva_04/follow"):
        done = service.request("PUT", path, params=claim, json=claim, headers=forged)
        assert done.status_code == 204
    with database.connect() as connection:
        for column in (Post.owner_id, Like.user_id, Retweet.user_id, Follow.follower_id):
            for name, count in (("ana", 1), ("ben", 0)):
                found = connection.scalars(select(column).where(column == ids[name])).all()
                assert len(found) == count, (column, name)
    me = service.get("/users/me", params={"username": "ana_04"}, headers=ben)
    assert me.json()["id"] == ids["ben"]


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
