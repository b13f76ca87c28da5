"""A first test of the service, with gaps."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching
from course.mutants import Mutant


def liking(times: str, status: str, counts: str) -> str:
    return f"""
def test_a_second_like_changes_nothing(client, log_in):
    ana = log_in("ana")
    post = client.post("/posts/", json={{"content": "Clear sky."}}, headers=ana).json()
    for _ in range({times}):
        answer = client.put(f"/posts/{{post['id']}}/like", headers=ana)
        assert answer.status_code == {status}
    page = client.get("/posts/with_counts/").json()
    assert [shown["likes_count"] for shown in page] == {counts}
"""


STARTER = f"""{liking("____", "____", "____").strip()}


answer = test_a_second_like_changes_nothing"""

EXERCISE = Exercise(
    title="Once is enough",
    minutes=4,
    objective="write a test that calls the service and looks at its answers",
    task="""`PUT /posts/{id}/like` answers 204, and a second like from the same user changes
nothing. Fill in the gaps. Your test has to pass on the service, and to fail on each of eight
mutants of it, all of them about likes.""",
    starter=STARTER,
    hints=(
        "Read the test's name. How often does Ana have to like the post before the test can show "
        "what it says?",
        "Both likes are answered in the same way. The page has a single post: what should the "
        "list of its counts be?",
        "The three gaps are 2, 204 and [1].",
    ),
    imports="",
    answers=(
        liking("2", "204", "[1]"),
        """
def test_liking_again_is_accepted_and_not_counted(client, log_in):
    ana = log_in("ana")
    place = client.post("/posts/", json={"content": "Fog."}, headers=ana).headers["Location"]
    answers = [client.put(f"{place}/like", headers=ana) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {204}
    assert client.get("/posts/with_counts/").json()[0]["likes_count"] == 1
""",
    ),
    mistakes=(
        Mistake(
            "only one like",
            liking("1", "204", "[1]"),
            "Your test sees that a like is counted, and it never likes the same post twice.",
        ),
        Mistake(
            "counts every like",
            liking("2", "204", "[2]"),
            "Ana likes the post twice, and the service counts one like: that's the rule which you "
            "test. Expect what should be, not what you sent.",
        ),
        Mistake(
            "200",
            liking("2", "200", "[1]"),
            "The service answers a like with 204, a success without a body, and your test "
            "expects 200.",
        ),
        Mistake(
            "a number",
            liking("2", "204", "1"),
            "The left side of the last line is a list, with a count for each post of the page.",
        ),
    ),
    judge=Catching(
        (
            Mutant("services.py", "_insert(session, Like,", "_insert(session, Retweet,"),
            Mutant(
                "services.py",
                "            insert_if_absent(session, model, **key)",
                "            session.add(model(**key))",
            ),
            Mutant(
                "services.py",
                "        with transaction(session):\n            insert_if",
                "        with session.begin_nested():\n            insert_if",
            ),
            Mutant(
                "queries.py", "where(Like.post_id == post.c.id)", "where(Like.post_id > post.c.id)"
            ),
            Mutant(
                "queries.py",
                'likes_of(page).label("likes_count")',
                'retweets_of(page).label("likes_count")',
            ),
            Mutant("routes/posts.py", "services.like_post(db", "services.unlike_post(db"),
            Mutant("database.py", ".on_conflict_do_nothing()", ""),
            Mutant(
                "routes/posts.py",
                '@router.put("/posts/{post_id}/like", status_code=204',
                '@router.put("/posts/{post_id}/like", status_code=202',
            ),
        )
    ),
    praise="All eight noticed. The second like finds what the first one alone would have missed.",
)
