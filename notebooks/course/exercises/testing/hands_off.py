"""Who may delete a post: the success, and everything that has to be refused."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.mutants import Catching
from course.mutants import Mutant

SIGNATURE = "def delete_post(post: OwnPost, db: SessionDep)"
DELETION = "delete(Post).where(Post.id == post_id)"
OWNER = "if post.owner_id != user.id:"


def deleting(rest: str) -> str:
    return f"""
def test_a_post_can_be_deleted_by_its_owner_alone(client, log_in):
    ana, bob = log_in("ana"), log_in("bob")
    for content in ("first", "second"):
        client.post("/posts/", json={{"content": content}}, headers=ana)
{rest.strip(chr(10))}
"""


NOBODY = '    assert client.delete("/posts/1").status_code == 401\n'
STRANGER = '    assert client.delete("/posts/1", headers=bob).status_code == 403\n'
STAYS = '    assert client.get("/posts/1").status_code == 200\n'
OF_BOB = """    client.post("/posts/", json={"content": "third"}, headers=bob)
    assert client.delete("/posts/3", headers=ana).status_code == 403
"""
OWN = '    assert client.delete("/posts/1", headers=ana).status_code == 204\n'
LEFT = '    assert [post["id"] for post in client.get("/posts/").json()] == [3, 2]\n'

EXERCISE = Exercise(
    title="Hands off",
    minutes=7,
    objective="test the refusals as carefully as the successes",
    task="""Write one test or several of `DELETE /posts/{id}`. The owner gets 204, the post is gone,
and no other post is. Another user gets 403, a request without a token gets 401, and the post stays.
Answer with your test, or with a list of them. The eight mutants are faults in this one route and in
what it uses.""",
    starter="""def test_a_post_can_be_deleted_by_its_owner_alone(client, log_in):
    # your code here
    ...


answer = ...  # then: your test, or a list of tests""",
    hints=(
        "Make a table of who asks and what they get. Then add a column: which posts are there "
        "afterwards? A status alone doesn't tell.",
        "A rule such as `<` in place of `!=` tells an older account from a younger one. Let each "
        "of two users try to delete a post of the other.",
        "Let Ana write two posts and Bob one. Then try `client.delete` with bob's header and with "
        "none on Ana's first post, and with ana's on Bob's. After her own deletion, compare "
        'the ids: `[post["id"] for post in client.get("/posts/").json()]` has two left.',
    ),
    imports="",
    answers=(
        deleting(OF_BOB + NOBODY + STRANGER + STAYS + OWN + LEFT),
        """
def test_the_owner_deletes_this_post_and_no_other(client, log_in):
    ana = log_in("ana")
    first, second = (
        client.post("/posts/", json={"content": text}, headers=ana).json()["id"] for text in "ab"
    )
    assert client.delete(f"/posts/{first}", headers=ana).status_code == 204
    assert client.get(f"/posts/{first}").status_code == 404
    assert client.get(f"/posts/{second}").status_code == 200
    assert client.delete(f"/posts/{second}", headers=ana).status_code == 204


def test_others_are_refused(client, log_in):
    ana, bob = log_in("ana"), log_in("bob")
    of_ana = client.post("/posts/", json={"content": "ana's"}, headers=ana).json()["id"]
    of_bob = client.post("/posts/", json={"content": "bob's"}, headers=bob).json()["id"]
    for post, headers, status in [(of_ana, bob, 403), (of_bob, ana, 403), (of_ana, {}, 401)]:
        assert client.delete(f"/posts/{post}", headers=headers).status_code == status
        assert client.get(f"/posts/{post}").status_code == 200


answer = [test_the_owner_deletes_this_post_and_no_other, test_others_are_refused]
""",
    ),
    mistakes=(
        Mistake(
            "only the owner",
            deleting(OF_BOB.split("\n")[0] + "\n" + OWN + LEFT),
            "In your test only the owner deletes, and nobody is ever refused. The most expensive "
            "faults of this route let somebody in, and honest use doesn't show them.",
        ),
        Mistake(
            "only the refusals",
            deleting(OF_BOB + NOBODY + STRANGER + STAYS),
            "Your test sees every refusal, and no post is ever deleted in it. A service that "
            "refuses everybody would pass.",
        ),
        Mistake(
            "only one stranger",
            deleting(OF_BOB.split("\n")[0] + "\n" + NOBODY + STRANGER + STAYS + OWN + LEFT),
            "Your stranger is the younger account of the two. Let the older one try as well.",
        ),
        Mistake(
            "the status alone",
            deleting(OF_BOB + NOBODY + STRANGER + OWN),
            "Your test looks at statuses only. A 204 is what the service says. The list of "
            "posts shows whether this post is gone, and only this one.",
        ),
        Mistake(
            "401 for the stranger",
            deleting(STRANGER.replace("403", "401")),
            "Bob has a good token, so the service knows who asks: it answers 403, not permitted. "
            "401 is for a request without a valid token.",
        ),
    ),
    judge=Catching(
        (
            Mutant("routes/posts.py", SIGNATURE, SIGNATURE.replace("OwnPost", "PostKey")),
            Mutant(
                "routes/posts.py",
                SIGNATURE,
                SIGNATURE.replace("post: OwnPost", "user: CurrentUser, post: PostKey"),
            ),
            Mutant("dependencies.py", OWNER, "if post.owner_id < user.id:"),
            Mutant("dependencies.py", OWNER, "if post.owner_id:"),
            Mutant("dependencies.py", 'raise NotPermitted("Only', 'raise NotFound("Only'),
            Mutant(
                "services.py",
                f"    with transaction(session):\n        session.execute({DELETION})",
                f"    with session.begin_nested():\n        session.execute({DELETION})",
            ),
            Mutant("services.py", DELETION, "delete(Post).where(Post.id >= post_id)"),
            Mutant("services.py", DELETION, "delete(Post).where(Post.owner_id == post_id)"),
        )
    ),
    praise="All eight. Six of these faults change nothing for an owner with a single post.",
)
