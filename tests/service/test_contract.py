"""Every path of the HTTP contract, on both databases."""

from collections.abc import Callable

from fastapi.testclient import TestClient

LogIn = Callable[[str], dict[str, str]]


def test_a_registered_user_logs_in_posts_and_is_read_by_all(
    client: TestClient, log_in: LogIn
) -> None:
    ana = log_in("Ana")
    created = client.post("/posts/", json={"content": "  Good morning  "}, headers=ana)
    assert created.status_code == 201
    post = created.json()
    assert post["content"] == "Good morning"
    assert post["username"] == "Ana"
    assert client.get("/posts/").json() == [post]
    assert client.get("/posts/with_counts/").json() == [
        {**post, "likes_count": 0, "retweets_count": 0}
    ]
    assert client.get(f"/posts/{post['id']}").json() == post
    assert client.get("/users/ana/posts/").json() == [post]
