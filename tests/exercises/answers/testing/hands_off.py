from learners import Learners


def deleting(lines: str) -> str:
    return f"""
def test_deletion(client, log_in):
    ana, bob = log_in("ana"), log_in("bob")

    def write(headers):
        return client.post("/posts/", json={{"content": "x"}}, headers=headers).json()["id"]

    def delete(post, **headers):
        return client.delete(f"/posts/{{post}}", **headers).status_code

    def ids():
        return sorted(post["id"] for post in client.get("/posts/").json())

    a, a2, b = write(ana), write(ana), write(bob)
{lines.strip(chr(10))}
"""


LEARNERS = Learners(
    right=(
        deleting("""
    assert delete(a) == 401
    assert delete(a, headers=bob) == 403
    assert delete(b, headers=ana) == 403
    assert ids() == [a, a2, b]
    assert delete(a, headers=ana) == 204
    assert ids() == [a2, b]
"""),
        deleting("""
    assert delete(b, headers=ana) == delete(a2, headers=bob) == 403
    assert delete(b, headers=bob) == 204
    assert ids() == [a, a2]
    assert delete(a, headers=ana) == 204
    assert ids() == [a2]
    assert delete(a2) == 401
"""),
        """
import pytest


@pytest.fixture
def posts(client, log_in):
    headers = {name: log_in(name) for name in ("ana", "bob")}
    for name in ("ana", "bob", "bob", "ana"):
        client.post("/posts/", json={"content": name}, headers=headers[name])
    return headers | {"nobody": {}}


@pytest.mark.parametrize(
    ("who", "post", "status", "left"),
    [
        ("nobody", 1, 401, [4, 3, 2, 1]),
        ("ana", 2, 403, [4, 3, 2, 1]),
        ("bob", 1, 403, [4, 3, 2, 1]),
        ("ana", 1, 204, [4, 3, 2]),
        ("bob", 2, 204, [4, 3, 1]),
    ],
)
def test_deletion(client, posts, who, post, status, left):
    assert client.delete(f"/posts/{post}", headers=posts[who]).status_code == status
    assert [each["id"] for each in client.get("/posts/").json()] == left


answer = [posts, test_deletion]
""",
        deleting("""
    for post, headers in ((a, bob), (b, ana)):
        answer = client.delete(f"/posts/{post}", headers=headers)
        assert answer.status_code == 403, answer.text
    assert client.delete("/posts/1").status_code == 401
    before = set(ids())
    assert delete(a2, headers=ana) == 204
    assert before - set(ids()) == {a2}
    assert delete(a, headers=ana) == 204
    assert ids() == [b]
"""),
    ),
    named={
        deleting("""
    assert delete(a, headers=ana) == 204
    assert ids() == [a2, b]
"""): "only the owner",
        deleting("""
    assert delete(a) == 401
    assert delete(a, headers=bob) == 403
    assert delete(b, headers=ana) == 403
    assert ids() == [a, a2, b]
"""): "only the refusals",
        deleting("""
    assert delete(a) == 401
    assert delete(a, headers=bob) == 401
"""): "401 for the stranger",
    },
    unnamed=(
        deleting("""
    delete(a)
    delete(a, headers=bob)
    delete(a, headers=ana)
"""),
        deleting("""
    assert delete(a, headers=bob) == 404
"""),
        deleting("""
    assert delete(a) >= 400
    assert delete(a, headers=bob) >= 400
    assert delete(b, headers=ana) >= 400
    assert delete(a, headers=ana) < 400
    assert ids() == [a2, b]
"""),
        deleting("""
    assert delete(a) == 401
    assert delete(a, headers=bob) == 403
    assert delete(b, headers=ana) == 403
    assert delete(a, headers=ana) == 204
    assert client.get(f"/posts/{a}").status_code == 404
"""),
        """
seen = []


def test_write(client, log_in):
    client.post("/posts/", json={"content": "x"}, headers=log_in("ana"))
    seen.append(1)


def test_delete(client, log_in):
    assert seen
    assert client.delete("/posts/1", headers=log_in("bob")).status_code == 404


answer = [test_write, test_delete]
""",
        """
from fastapi.testclient import TestClient
from microblog.main import app


def test_deletion():
    user = {"username": "ana", "email": "ana@example.org", "password": "a long password"}
    with TestClient(app) as api:
        assert api.post("/users/", json=user).status_code == 201
""",
    ),
)
