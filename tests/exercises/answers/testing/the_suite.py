from learners import Learners

from course.exercises.testing.the_suite import (
    EXPIRED,
    HASH,
    PAGES,
    PASSWORD,
    PROFILE,
    THROTTLE,
    TIMELINE,
    suite,
)

LEARNERS = Learners(
    right=(
        suite(TIMELINE, EXPIRED, PASSWORD, HASH, PROFILE, THROTTLE, PAGES),
        suite(
            EXPIRED,
            PASSWORD,
            HASH,
            TIMELINE,
            PROFILE,
            THROTTLE,
            """
def test_no_page_repeats_a_post(client, log_in):
    ana = log_in("ana")
    for letter in "abcd":
        client.post("/posts/", json={"content": letter}, headers=ana)
    page = client.get("/posts/?limit=2")
    following = client.get(page.links["next"]["url"])
    ids = [post["id"] for post in [*page.json(), *following.json()]]
    assert len(ids) == len(set(ids)) == 4
""",
        ),
        suite(
            EXPIRED,
            PASSWORD,
            HASH,
            PAGES,
            PROFILE,
            """
def test_guessing(client, log_in):
    log_in("ana")
    for number in range(10):
        client.post("/login", json={"username": "ana", "password": f"guess {number}"})
    last = client.post("/login", json={"username": "ana", "password": "password of ana"})
    assert last.status_code == 429
""",
            """
def test_my_timeline(client, log_in):
    ana, bob, cleo = log_in("ana"), log_in("bob"), log_in("cleo")
    for headers in (ana, bob, cleo):
        client.post("/posts/", json={"content": "hello"}, headers=headers)
    client.put("/users/bob/follow", headers=ana)
    client.put("/users/ana/follow", headers=cleo)
    assert {post["username"] for post in client.get("/timeline/", headers=ana).json()} == {
        "ana",
        "bob",
    }
""",
        ),
        suite(
            EXPIRED,
            PASSWORD,
            TIMELINE,
            PAGES,
            THROTTLE,
            """
def test_what_is_shown_of_a_user(client, log_in):
    ana, bob = log_in("ana"), log_in("bob")
    client.put("/users/bob/follow", headers=ana)
    shown = client.get("/users/bob").json()
    assert shown["followers_count"] == 1
    assert shown["following_count"] == 0
    assert not any("hash" in key for key in client.get("/users/me", headers=bob).json())
""",
        ),
    ),
    named={
        suite(EXPIRED, EXPIRED.replace("expired_token", "old_token")): "the first test alone",
        suite(HASH, EXPIRED, PASSWORD, TIMELINE, PROFILE, THROTTLE): "no pages",
        suite(HASH, EXPIRED, PASSWORD, TIMELINE, PROFILE, PAGES): "nobody guesses",
    },
    unnamed=(
        suite(EXPIRED, TIMELINE, PAGES),
        suite(EXPIRED, PASSWORD, HASH, PROFILE, PAGES, THROTTLE.replace("range(11)", "range(10)")),
        suite(PASSWORD, HASH, TIMELINE, PROFILE, PAGES, THROTTLE),
        suite(EXPIRED, PASSWORD, HASH, TIMELINE, PROFILE, THROTTLE, PAGES.replace('"4", ', "")),
        suite(EXPIRED, HASH, TIMELINE, PROFILE, PAGES, THROTTLE),
        suite(EXPIRED, PASSWORD, TIMELINE, PROFILE, PAGES, THROTTLE),
    ),
)
