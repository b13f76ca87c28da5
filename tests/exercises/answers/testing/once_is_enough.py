from learners import Learners


def liking(lines: str) -> str:
    return f"""
def test_likes(client, log_in):
    ana = log_in("ana")
    post = client.post("/posts/", json={{"content": "Clear sky."}}, headers=ana).json()
    like = f"/posts/{{post['id']}}/like"
    counts = "/posts/with_counts/"
{lines.strip(chr(10))}
"""


LEARNERS = Learners(
    right=(
        liking("""
    for _ in range(5):
        assert client.put(like, headers=ana).status_code == 204
    assert [each["likes_count"] for each in client.get(counts).json()] == [1]
"""),
        liking("""
    assert client.get(counts).json()[0]["likes_count"] == 0
    assert client.put(like, headers=ana).status_code == 204
    assert client.get(counts).json()[0]["likes_count"] == 1
    assert client.put(like, headers=ana).status_code == 204
    assert client.get(counts).json()[0]["likes_count"] == 1
"""),
        """
import pytest


@pytest.mark.parametrize("times", [1, 2, 3])
def test_likes(client, log_in, times):
    ana = log_in("ana")
    client.post("/posts/", json={"content": "Fog."}, headers=ana)
    statuses = {client.put("/posts/1/like", headers=ana).status_code for _ in range(times)}
    assert statuses == {204}
    assert client.get("/posts/with_counts/").json()[0]["likes_count"] == 1
""",
        """
def count_of(client):
    return client.get("/posts/with_counts/").json()[0]["likes_count"]


def test_likes(client, log_in):
    ana = log_in("ana")
    client.post("/posts/", json={"content": "Fog."}, headers=ana)
    for _ in range(2):
        answer = client.put("/posts/1/like", headers=ana)
        assert (answer.status_code, answer.text, count_of(client)) == (204, "", 1)
""",
    ),
    named={
        liking("""
    answer = client.put(like, headers=ana)
    assert answer.status_code == 204
    assert client.get(counts).json()[0]["likes_count"] == 1
"""): "only one like",
        liking("""
    client.put(like, headers=ana)
    assert client.put(like, headers=ana).status_code == 200
"""): "200",
        liking("""
    for _ in range(2):
        client.put(like, headers=ana)
    assert [each["likes_count"] for each in client.get(counts).json()] == [2]
"""): "counts every like",
    },
    unnamed=(
        liking("""
    for _ in range(2):
        client.put(like, headers=ana)
"""),
        liking("""
    for _ in range(2):
        assert client.put(like, headers=ana).is_success
    assert client.get(counts).json()[0]["likes_count"] >= 0
"""),
        liking("""
    client.put(like, headers=ana)
    client.put(like, headers=ana)
    return client.get(counts).json()[0]["likes_count"] == 1
"""),
        """
def test_likes(client, log_in):
    client.put("/posts/1/like", headers=log_in("ana"))
    client.put("/posts/1/like", headers=log_in("ana"))
    assert client.get("/posts/with_counts/").json() == [1]
""",
        """
def check_likes(client, log_in):
    assert client.get("/posts/with_counts/").json() == []
""",
        liking("""
    client.put(like, headers=anna)
"""),
        """
import inspect

from microblog import services


def test_likes():
    assert "insert_if_absent(session, model, **key)" in inspect.getsource(services)
    assert "_insert(session, Like," in inspect.getsource(services)
""",
    ),
)
