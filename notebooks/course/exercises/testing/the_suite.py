"""A suite of tests for what a whole service promises."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching
from course.mutants import Mutant

EXPIRED = """
def test_an_expired_token_is_refused(client, log_in, settings):
    token = log_in("ana")["Authorization"].removeprefix("Bearer ")
    claims = jwt.get_unverified_claims(token) | {"exp": 0}
    expired = jwt.encode(claims, settings.secret_key.get_secret_value(), algorithm="HS256")
    headers = {"Authorization": f"Bearer {expired}"}
    assert client.get("/users/me", headers=headers).status_code == 401
"""
PASSWORD = """
def test_a_new_password_ends_earlier_tokens(client, log_in):
    ana = log_in("ana")
    change = {"old_password": "password of ana", "new_password": "another password"}
    assert client.put("/users/me/password", json=change, headers=ana).status_code == 204
    assert client.get("/users/me", headers=ana).status_code == 401
"""
HASH = """
def test_no_hash_gets_out(client, log_in):
    ana = log_in("ana")
    assert "$2" not in client.get("/users/me", headers=ana).text + client.get("/users/ana").text
"""
TIMELINE = """
def test_a_timeline_shows_me_and_whom_i_follow(client, log_in):
    users = {name: log_in(name) for name in ("ana", "bob", "cleo")}
    for name, headers in users.items():
        client.post("/posts/", json={"content": f"by {name}"}, headers=headers)
    client.put("/users/bob/follow", headers=users["ana"])
    client.put("/users/ana/follow", headers=users["cleo"])
    shown = client.get("/timeline/", headers=users["ana"]).json()
    assert [post["username"] for post in shown] == ["bob", "ana"]
"""
PROFILE = """
def test_a_profile_counts_both_ways(client, log_in):
    ana, _, cleo = (log_in(name) for name in ("ana", "bob", "cleo"))
    for headers in (ana, cleo):
        client.put("/users/bob/follow", headers=headers)
    profile = client.get("/users/bob").json()
    assert (profile["followers_count"], profile["following_count"]) == (2, 0)
"""
PAGES = """
def test_pages_show_each_post_once(client, log_in):
    ana, seen, url = log_in("ana"), [], "/posts/?limit=2"
    for number in range(5):
        client.post("/posts/", json={"content": str(number)}, headers=ana)
    while url:
        page = client.get(url)
        seen += [post["content"] for post in page.json()]
        url = page.links.get("next", {}).get("url")
    assert seen == ["4", "3", "2", "1", "0"]
"""
THROTTLE = """
def test_ten_failed_logins_are_enough(client, log_in):
    log_in("ana")
    guess = {"username": "ana", "password": "a wrong one"}
    statuses = [client.post("/login", json=guess).status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
"""
ALL = (EXPIRED, PASSWORD, HASH, TIMELINE, PROFILE, PAGES, THROTTLE)


def suite(*tests: str) -> str:
    names = "".join(f"    {test.split('(')[0].split()[-1]},\n" for test in tests)
    return "\n\n".join(tests) + f"\n\nanswer = [\n{names}]"


def without(*left_out: str) -> str:
    return suite(*(test for test in ALL if test not in left_out))


EXERCISE = Exercise(
    title="What the service promises",
    minutes=12,
    objective="judge a test suite by the faults that it notices",
    task="""Write a suite for these promises. The first test is there already.

1. A token that has expired is refused, and so is one from before a change of the
   password (`PUT /users/me/password` with `old_password` and `new_password`).
2. No answer shows a hash (they begin with `$2`).
3. `GET /timeline/` shows your own posts and those of the users that you follow, and no
   others. (`PUT /users/bob/follow` follows Bob.)
4. `GET /users/bob` has the right `followers_count` and `following_count`.
5. Page after page, `/posts/?limit=2` shows each post once. (The next page's URL is
   `page.links["next"]["url"]`.)
6. After ten failed logins (`POST /login`, 401), the next one is answered with 429.

`log_in("ana")` gives Ana the password `password of ana`. The check names a change that survives;
add a test for it, and check again.""",
    starter=f"""{EXPIRED.strip()}


# your code here


answer = ...  # then: a list of your tests""",
    hints=(
        "One promise, one test. Begin with the third: who has to be in the test, so that following "
        "and being followed show different timelines?",
        "For the pages, write five posts, and collect pages in a loop until there is no next one. "
        "For the logins, send a wrong password eleven times, and compare the list of statuses.",
        "For the timeline: Ana, Bob and Cleo write a post each, Ana follows Bob, and Cleo follows "
        "Ana. Ana's timeline shows Bob's post and her own. For the profile: two users follow Bob, "
        "so his counts are 2 and 0.",
    ),
    imports="from jose import jwt",
    answers=(
        suite(*ALL),
        suite(
            EXPIRED,
            TIMELINE.replace('"bob", "ana"]', '"bob", "ana"], shown'),
            """
def test_the_rest_of_the_promises(client, log_in):
    ana = log_in("ana")
    assert client.get("/users/me", headers=ana).json().keys() == {
        "id", "username", "created_at", "email",
    }
    client.put("/users/ana/follow", headers=log_in("bob"))
    profile = client.get("/users/ana").json()
    assert (profile["followers_count"], profile["following_count"]) == (1, 0)
    for text in "abc":
        client.post("/posts/", json={"content": text}, headers=ana)
    first = client.get("/posts/?limit=2")
    second = client.get(first.links["next"]["url"])
    assert "".join(post["content"] for post in first.json() + second.json()) == "cba"
    change = {"old_password": "password of ana", "new_password": "password of bob"}
    client.put("/users/me/password", json=change, headers=ana)
    assert client.get("/timeline/", headers=ana).status_code == 401
    wrong = {"username": "ana", "password": "password of ana"}
    for _ in range(10):
        client.post("/login", json=wrong)
    assert client.post("/login", json=wrong).status_code == 429
""",
        ),
    ),
    mistakes=(
        Mistake(
            "the first test alone",
            suite(EXPIRED),
            "This is the test that was there. Each of the other promises needs one.",
        ),
        Mistake(
            "no pages",
            without(PAGES),
            "None of your tests reads two pages one after the other and compares them.",
        ),
        Mistake(
            "nobody guesses",
            without(THROTTLE),
            "In your suite nobody fails to log in more than ten times.",
        ),
        Mistake(
            "the timeline of a loner",
            without(TIMELINE),
            "None of your tests looks at a timeline closely enough: put somebody into it who "
            "follows, somebody who is followed, and a post of each.",
        ),
        Mistake(
            "a profile unseen",
            without(PROFILE),
            "None of your tests sees a user who has another number of followers than they follow.",
        ),
    ),
    judge=Catching(
        (
            Mutant("schemas.py", "    email: str\n", "    email: str\n    hashed_password: str\n"),
            Mutant("security.py", '{"require_exp": True,', '{"verify_exp": False,'),
            Mutant("security.py", "hmac.compare_digest(claimed, expected) and ", ""),
            Mutant("timeline.py", "union_all(FOLLOWED, select(ME))", "FOLLOWED"),
            Mutant(
                "timeline.py",
                "select(Follow.followee_id).where(Follow.follower_id == ME)",
                "select(Follow.follower_id).where(Follow.followee_id == ME)",
            ),
            Mutant(
                "queries.py",
                'how_many(Follow.followee_id).label("followers_count")',
                'how_many(Follow.follower_id).label("followers_count")',
            ),
            Mutant("lists.py", "tuple_(time, key) < LAST_SEEN", "tuple_(time, key) <= LAST_SEEN"),
            Mutant(
                "throttle.py",
                "NAME = RateLimitItemPerMinute(10)",
                "NAME = RateLimitItemPerMinute(99)",
            ),
        )
    ),
    praise="All eight: your suite would have noticed real faults of five notebooks.",
)
