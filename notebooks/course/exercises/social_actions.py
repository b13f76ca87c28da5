"""The exercises of notebook 10."""

from typing import Any

from sqlalchemy import Engine, event, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from course.databases import sample_database
from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.endpoints import Calling, endpoint
from course.exercises.judges.functions import need_a_function
from microblog.database import make_engine, make_session_factory
from microblog.models import Like

NOTEBOOK = "10_social_actions"
ECLIPSE = 3709  # Marta's post, liked by ana, jonas and keiko
BODIL = 3
JUST_AFTER_IT = "/posts/with_counts/?limit=1&before=2026-08-12T18:31:00.5Z"

NEWLY_LIKED = """from sqlalchemy.exc import IntegrityError

from microblog.database import transaction
from microblog.models import Like


def newly_liked(session, user_id, post_id):
    try:
        with transaction(session):
            session.add(Like(user_id=user_id, post_id=post_id))
    except IntegrityError:
        return False
    return True


answer = newly_liked"""

BY_ROWCOUNT = """from sqlalchemy.dialects.sqlite import insert

from microblog.database import transaction
from microblog.models import Like


def newly_liked(session, user_id, post_id):
    row = insert(Like).values(user_id=user_id, post_id=post_id)
    with transaction(session):
        return session.execute(row.on_conflict_do_nothing()).rowcount == 1


answer = newly_liked"""

LOOK_FIRST = """from sqlalchemy import select

from microblog.database import transaction
from microblog.models import Like


def newly_liked(session, user_id, post_id):
    with session.begin():
        found = session.scalar(select(Like).filter_by(user_id=user_id, post_id=post_id))
    if found:
        return False
    with transaction(session):
        session.add(Like(user_id=user_id, post_id=post_id))
    return True


answer = newly_liked"""

LOOK_THEN_INSERT_UNLESS_THERE = """from sqlalchemy import select

from microblog.database import insert_unless_there, transaction
from microblog.models import Like


def newly_liked(session, user_id, post_id):
    with session.begin():
        found = session.scalar(select(Like).filter_by(user_id=user_id, post_id=post_id))
    with transaction(session):
        insert_unless_there(session, Like, user_id=user_id, post_id=post_id)
    return found is None


answer = newly_liked"""

LOOK_BEHIND_THE_LOCK = """from sqlalchemy import select

from microblog.database import insert_unless_there, transaction
from microblog.models import Like


def newly_liked(session, user_id, post_id):
    with transaction(session):
        found = session.scalar(select(Like).filter_by(user_id=user_id, post_id=post_id))
        insert_unless_there(session, Like, user_id=user_id, post_id=post_id)
    return found is None


answer = newly_liked"""

UNLIKE_ALL = """from fastapi import APIRouter
from sqlalchemy import delete

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.models import Like

router = APIRouter()


@router.delete("/users/me/likes/", status_code=204)
def delete_likes(user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == user.id))


answer = router"""

OWN_POST = """from fastapi import APIRouter

from microblog import services
from microblog.dependencies import OwnPost, SessionDep

router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(post: OwnPost, db: SessionDep) -> None:
    services.delete_post(db, post.id)


answer = router"""

OWN_POST_BY_HAND = """from fastapi import APIRouter

from microblog import services
from microblog.dependencies import CurrentUser, PostFromPath, SessionDep
from microblog.errors import NotPermitted

router = APIRouter()


@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    services.delete_post(db, post.id)


answer = router"""

FOLLOW_ALL = """from fastapi import APIRouter

from microblog import queries
from microblog.database import insert_unless_there, transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import MicroblogError, NotFound
from microblog.models import Follow

router = APIRouter()


@router.put("/users/me/following/", status_code=204)
def follow_all(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for name in usernames:
            user = db.scalars(queries.user(), {"username": name}).one_or_none()
            if user is None:
                raise NotFound(f"There is no user {name}.")
            if user.id == me.id:
                raise MicroblogError("You cannot follow yourself.")
            insert_unless_there(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router"""

LOOK_UP_FIRST = """from fastapi import APIRouter

from microblog import services
from microblog.database import insert_unless_there, transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import MicroblogError, NotFound
from microblog.models import Follow

router = APIRouter()


@router.put("/users/me/following/", status_code=204)
def follow_all(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    users = [services.find_user(db, name) for name in usernames]
    if None in users:
        raise NotFound("There is no user of one of these names.")
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    with transaction(db):
        for user in users:
            insert_unless_there(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router"""

ONE_BY_ONE = """from fastapi import APIRouter

from microblog import services
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import NotFound

router = APIRouter()


@router.put("/users/me/following/", status_code=204)
def follow_all(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    for name in usernames:
        user = services.find_user(db, name)
        if user is None:
            raise NotFound(f"There is no user {name}.")
        services.follow_user(db, me, user)


answer = router"""


def judge_newly_liked(answer: Any) -> None:
    """Call the answer twice, and once with somebody faster between its look and its write."""
    need_a_function(answer)
    engine = make_engine(sample_database())
    try:
        told = [liked_by_bodil(engine, answer) for _ in range(2)]
        stored = likes_of_the_eclipse(engine)
    except IntegrityError as error:
        raise Wrong(f"The second like of bodil ends in an error: {error.orig}") from None
    finally:
        engine.dispose()
    if told[0] is None:
        raise Wrong("The function returns nothing; return True or False.")
    if stored != 4:
        raise Wrong(f"The post had 3 likes and should have 4; {stored} are stored. Who commits?")
    if told != [True, False]:
        raise Wrong(f"Bodil likes the post twice. You say {told}; it should be [True, False].")
    judge_in_a_race(answer)


def judge_in_a_race(answer: Any) -> None:
    """Right after each look of the answer, somebody else inserts the row."""
    engine, faster = make_engine(url := sample_database()), make_engine(url)
    looks: list[str] = []

    def somebody_else(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT") and "likes" in statement:
            looks.append(statement)
        if looks == [statement]:
            with faster.connect() as connection:
                connection.exec_driver_sql("PRAGMA busy_timeout = 0")
                connection.execute(insert(Like).values(user_id=BODIL, post_id=ECLIPSE))
                connection.commit()

    event.listen(engine, "after_cursor_execute", somebody_else)
    try:
        told = liked_by_bodil(engine, answer)
        if looks and told:
            raise Wrong(
                "Between your look and your write somebody else inserted the very same like and "
                "was told True, and so are you. Only the insert knows which of you was first."
            )
    except IntegrityError as error:
        raise Wrong(
            "Between your look and your write somebody else inserted the very same like, and your "
            f"insert ended in an error: {error.orig}\nDo not look; let the key decide."
        ) from None
    except OperationalError:
        raise Wrong(
            "You look and write behind SQLite's one write lock, so nobody comes between. "
            "PostgreSQL has no such lock: there, two may both be told that their like is new. "
            "What does the insert itself tell you?"
        ) from None
    finally:
        engine.dispose()
        faster.dispose()


def liked_by_bodil(engine: Engine, answer: Any) -> Any:
    with make_session_factory(engine)() as session:
        return answer(session, BODIL, ECLIPSE)


def likes_of_the_eclipse(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).where(Like.post_id == ECLIPSE)) or 0


def follows(**expected: bool) -> Any:
    """Whether a list of people holds just those of the named ones that it should."""
    return lambda people: (
        {name: name in {one["username"] for one in people} for name in expected} == (expected)
    )


EXERCISES = [
    Exercise(
        id="10.1",
        notebook=NOTEBOOK,
        title="Seven requests",
        minutes=3,
        objective="predict what repeated writes answer",
        kind="prediction",
        task="""Keiko sends these seven requests, one after the other, with her token. Post 3709 is
Marta's, and Keiko has liked it before; post 99999 does not exist. How many are answered **204**?

1. `PUT /posts/3709/like`
2. `PUT /posts/3709/like`
3. `DELETE /posts/3709/like`
4. `DELETE /posts/3709/like`
5. `PUT /posts/99999/like`
6. `PUT /users/keiko/follow`
7. `DELETE /posts/3709`""",
        hints=(
            "A request that finds everything as it should be is not an error.",
            "For 5, 6 and 7 ask: is it there? May one do that? Is it hers?",
            "1 to 4 are 204, whatever was there before. 5 is 404, 6 is 400, 7 is 403. `answer = 4`",
        ),
        solution_code="answer = 4",
        alternatives=("answer = [204, 204, 204, 204, 404, 400, 403].count(204)",),
        wrong_answers=(
            WrongAnswer("repeats are errors", "answer = 1", "repeat"),
            WrongAnswer("second delete", "answer = 3", "second DELETE"),
            WrongAnswer("anything goes", "answer = 7", "403"),
            WrongAnswer("herself", "answer = 5", "One of the last three"),
        ),
        judge=prediction(
            4,
            {
                1: "PUT and DELETE may be repeated: they say how it shall be.",
                2: "PUT may be repeated, and DELETE as well: they say how it shall be.",
                3: "Is the second DELETE an error? There is no like afterwards, as was asked.",
                5: "One of the last three is 204? Of what is not there, oneself, somebody else's?",
                7: "The last is 403, since the post is Marta's. And two more are refused.",
            },
            "Take them one by one: 1 to 4 are about a like of hers, 5 to 7 each have an obstacle.",
        ),
        praise="However often she repeats herself, 204; and a clear no for 404, 400 and 403.",
    ),
    Exercise(
        id="10.2",
        notebook=NOTEBOOK,
        title="A post that never was",
        minutes=3,
        objective="say who commits, and what a 201 promises",
        kind="multiple choice",
        task="""A service answers `POST /posts/` with 201 and a post. Once in ten thousand times
that post cannot be found afterwards, and never was in the table. Its log shows
`database is locked` at those moments. What is the most likely cause?

- **a** The endpoint checks whether the post is there before it inserts.
- **b** The dependency that gives the session commits after its `yield`.
- **c** The commit is missing altogether.
- **d** The service function commits, and the endpoint answers after it.""",
        hints=(
            "How often does it happen? What would happen every time?",
            "A commit failed. Who could still tell the client, and who not any more?",
            'After the `yield`, the answer is on its way already. `answer = "b"`',
        ),
        solution_code='answer = "b"',
        alternatives=('answer = "B"',),
        wrong_answers=(
            WrongAnswer("a race", 'answer = "a"', "look"),
            WrongAnswer("no commit", 'answer = "c"', "every"),
            WrongAnswer("the right way", 'answer = "d"', "before"),
        ),
        judge=choice(
            "b",
            {
                "a": "A look before the write may cause a double row or an error, no lost one.",
                "c": "Without a commit every post would be lost, not one in ten thousand.",
                "d": "There the commit fails before the answer is written: the client gets a 5xx.",
            },
        ),
        praise="The answer left before the commit was tried. Commit first, then answer.",
    ),
    Exercise(
        id="10.3",
        notebook=NOTEBOOK,
        title="Is this like new?",
        minutes=7,
        objective="let a key decide between writers who come at once",
        kind="function",
        task="""Marta wants a note for every *new* like. Write the service function
`newly_liked(session, user_id, post_id)`: it likes the post, commits, and returns `True` if the like
is new and `False` if it was there. (The post exists.) When two threads come at once, exactly one of
them is told `True`.""",
        hints=(
            "Without a look before the write. Who knows for certain whether the row was new?",
            "The insert knows: either it goes in, or the table refuses it. What does a refusal "
            "raise?",
            "`try:` a `transaction` with `session.add(Like(…))` in it, then `return True`; "
            "`except IntegrityError: return False`.",
        ),
        solution_code=NEWLY_LIKED,
        alternatives=(BY_ROWCOUNT,),
        wrong_answers=(
            WrongAnswer("look first", LOOK_FIRST, "Between your look"),
            WrongAnswer("look, then let it pass", LOOK_THEN_INSERT_UNLESS_THERE, "was told True"),
            WrongAnswer("look behind the lock", LOOK_BEHIND_THE_LOCK, "PostgreSQL"),
            WrongAnswer(
                "always new",
                NEWLY_LIKED.replace("return False", "return True"),
                "[True, True]",
            ),
            WrongAnswer(
                "no commit",
                NEWLY_LIKED.replace(
                    "with transaction(session):\n            session", "session"
                ).replace("from microblog.database import transaction\n", ""),
                "commits?",
            ),
            WrongAnswer(
                "nothing returned",
                NEWLY_LIKED.replace("return True", "print(True)")
                .replace("return F", "print(F")
                .replace("print(False", "print(False)"),
                "returns nothing",
            ),
            WrongAnswer(
                "the error goes on",
                NEWLY_LIKED.replace("return False", "raise"),
                "UNIQUE constraint",
            ),
        ),
        judge=judge_newly_liked,
        praise="True once and False ever after, also when somebody comes between.",
    ),
    Exercise(
        id="10.4",
        notebook=NOTEBOOK,
        title="Take all of them back",
        minutes=6,
        objective="write an endpoint that only the token's user can act through",
        kind="endpoint",
        task="""Write a router with `DELETE /users/me/likes/`: the user of the token takes all
their likes back. 204, also when there are none. Nobody else's likes are touched. The check tries
your router inside the finished service.""",
        hints=(
            "Which parameter gives you the user of the token, and answers 401 by itself?",
            "One `delete(Like)` with the right `where`, inside a `transaction`.",
            'Under `@router.delete("/users/me/likes/", status_code=204)`: parameters '
            "`user: CurrentUser, db: SessionDep`; in the body, `with transaction(db):` and "
            "`db.execute(delete(Like).where(Like.user_id == user.id))`.",
        ),
        solution_code=UNLIKE_ALL,
        alternatives=(
            UNLIKE_ALL.replace(
                """        db.execute(delete(Like).where(Like.user_id == user.id))
""",
                """        for like in db.scalars(select(Like).where(Like.user_id == user.id)):
            db.delete(like)
""",
            ).replace("import delete", "import select"),
        ),
        wrong_answers=(
            WrongAnswer(
                "everybody's", UNLIKE_ALL.replace(".where(Like.user_id == user.id)", ""), "others"
            ),
            WrongAnswer(
                "no commit",
                UNLIKE_ALL.replace(
                    """    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == user.id))
""",
                    """    for like in db.scalars(select(Like).where(Like.user_id == user.id)):
        db.delete(like)
""",
                ).replace("import delete", "import select"),
                "still there",
            ),
            WrongAnswer(
                "user from the query",
                UNLIKE_ALL.replace("user: CurrentUser", "user_id: int")
                .replace("user.id", "user_id")
                .replace("import CurrentUser, SessionDep", "import SessionDep"),
                "token",
            ),
            WrongAnswer(
                "POST", UNLIKE_ALL.replace("router.delete", "router.post"), "Has the router"
            ),
            WrongAnswer(
                "200", UNLIKE_ALL.replace(", status_code=204", ""), "Nothing is left to say"
            ),
            WrongAnswer(
                "404 when none",
                UNLIKE_ALL.replace(
                    "        db.execute(delete(Like).where(Like.user_id == user.id))\n",
                    "        mine = Like.user_id == user.id\n"
                    "        gone = db.execute(delete(Like).where(mine)).rowcount\n"
                    "    if not gone:\n        raise NotFound('No likes.')\n",
                ).replace(
                    "from microblog.models",
                    "from microblog.errors import NotFound\nfrom microblog.models",
                ),
                "none left",
            ),
        ),
        judge=endpoint(
            [
                Calling(
                    "DELETE",
                    "/users/me/likes/",
                    401,
                    "Without a token nobody is meant.",
                    instead=dict.fromkeys((404, 405), "Has the router DELETE /users/me/likes/?"),
                ),
                Calling(
                    "DELETE",
                    "/users/me/likes/",
                    204,
                    "Ana takes her likes back. Nothing is left to say: 204.",
                    by="ana",
                ),
                Calling(
                    "GET",
                    JUST_AFTER_IT,
                    200,
                    "Marta's post had likes of Ana, Jonas and Keiko, and 2 should be left. More: "
                    "Ana's is still there. Fewer: those of others are gone too.",
                    answer=lambda posts: posts[0]["id"] == ECLIPSE and posts[0]["likes_count"] == 2,
                ),
                Calling(
                    "DELETE",
                    "/users/me/likes/",
                    204,
                    "Ana does it again, with none left: that is how it shall be.",
                    by="ana",
                ),
            ]
        ),
        praise="Ana's likes are gone, Jonas's and Keiko's stayed, and the token said who.",
    ),
    Exercise(
        id="10.5",
        notebook=NOTEBOOK,
        title="Anybody's broom",
        minutes=4,
        objective="refuse what belongs to somebody else, with the right status",
        kind="repair",
        task="""The endpoint in the next cell lets every logged-in user delete every post. Repair
it: 401 without a token, 404 for a post that is not there, 403 for somebody else's, 204 for one's
own.""",
        hints=(
            "The endpoint knows the user and the post. What does it not compare?",
            "A dependency of this notebook compares them, before the endpoint runs.",
            "Import `OwnPost` from `microblog.dependencies`, and ask for `post: OwnPost, "
            "db: SessionDep`: nothing else changes.",
        ),
        solution_code=OWN_POST,
        alternatives=(OWN_POST_BY_HAND,),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                OWN_POST_BY_HAND.replace(
                    """    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
""",
                    "",
                ).replace("from microblog.errors import NotPermitted\n", ""),
                "Ana tries",
            ),
            WrongAnswer(
                "404 for others",
                OWN_POST_BY_HAND.replace("NotPermitted", "NotFound"),
                "it is there",
            ),
            WrongAnswer(
                "401 for others",
                OWN_POST_BY_HAND.replace("NotPermitted", "Unauthorized"),
                "knows who",
            ),
            WrongAnswer(
                "compared too late",
                OWN_POST_BY_HAND.replace("    services.delete_post(db, post.id)\n", "").replace(
                    "    if post.owner", "    services.delete_post(db, post.id)\n    if post.owner"
                ),
                "all the same",
            ),
            WrongAnswer(
                "nobody may",
                OWN_POST_BY_HAND.replace(
                    "    if post.owner_id != user.id:\n        raise", "    if True:\n        raise"
                ),
                "own post",
            ),
        ),
        judge=endpoint(
            [
                Calling("DELETE", f"/posts/{ECLIPSE}", 401, "Nobody deletes a post."),
                Calling("DELETE", "/posts/99999", 404, "There is no post 99999.", by="ana"),
                Calling(
                    "DELETE",
                    f"/posts/{ECLIPSE}",
                    403,
                    "Ana tries to delete Marta's post.",
                    by="ana",
                    instead={
                        204: "Ana tries to delete Marta's post. A 204 promises that it is gone.",
                        401: "Ana tries to delete Marta's post; the service knows who she is.",
                        404: "Ana tries to delete Marta's post, and it is there.",
                    },
                ),
                Calling(
                    "GET",
                    f"/posts/{ECLIPSE}",
                    200,
                    "Ana was told 403, and Marta's post is gone all the same. First compare, then "
                    "delete.",
                ),
                Calling(
                    "DELETE", f"/posts/{ECLIPSE}", 204, "Marta deletes her own post.", by="marta"
                ),
                Calling("GET", f"/posts/{ECLIPSE}", 404, "Marta's post should be gone."),
            ]
        ),
        praise="401, 404, 403, 204: each for its own reason.",
    ),
    Exercise(
        id="10.6",
        notebook=NOTEBOOK,
        title="Follow them all",
        minutes=10,
        objective="write several rows, all or none",
        kind="endpoint",
        task="""After a meeting Jonas wants to follow everybody who was there. Write a router with
`PUT /users/me/following/`; the body is a JSON list of usernames, in whatever case,
which a parameter `usernames: list[str]` receives. 204, and it may be repeated; whom he follows
already, he goes on following. If one name does not exist: 404, and
**nobody** is followed. If one's own name is among them: 400, and nobody is followed.""",
        hints=(
            "`services.follow_user` commits by itself. What is stored when the third of four "
            "names does not exist?",
            "Either look up all users before the first write, or put everything into one "
            "`transaction`: an error that leaves the block takes all rows back.",
            "In one `with transaction(db):`, for each name: read the user with "
            '`db.scalars(queries.user(), {"username": name}).one_or_none()`, raise `NotFound` or '
            "`MicroblogError`, else `insert_unless_there(db, Follow, follower_id=me.id, "
            "followee_id=user.id)`.",
        ),
        solution_code=FOLLOW_ALL,
        alternatives=(LOOK_UP_FIRST,),
        wrong_answers=(
            WrongAnswer("one by one", ONE_BY_ONE, "half"),
            WrongAnswer(
                "not twice",
                FOLLOW_ALL.replace(
                    "insert_unless_there(db, Follow, follower_id=me.id, followee_id=user.id)",
                    "db.add(Follow(follower_id=me.id, followee_id=user.id))",
                ).replace("insert_unless_there, ", ""),
                "follows Marta already",
            ),
            WrongAnswer(
                "a new list",
                FOLLOW_ALL.replace(
                    "        for name in",
                    "        db.execute(delete(Follow).where(Follow.follower_id == me.id))\n"
                    "        for name in",
                ).replace(
                    "import APIRouter\n", "import APIRouter\nfrom sqlalchemy import delete\n"
                ),
                "go on following",
            ),
            WrongAnswer(
                "names as they are written",
                FOLLOW_ALL.replace(
                    'db.scalars(queries.user(), {"username": name})',
                    "db.scalars(select(User).where(User.username == name))",
                )
                .replace("import APIRouter\n", "import APIRouter\nfrom sqlalchemy import select\n")
                .replace("import Follow", "import Follow, User")
                .replace("from microblog import queries\n", ""),
                "Marta is marta",
            ),
            WrongAnswer(
                "unknown names skipped",
                FOLLOW_ALL.replace(
                    'raise NotFound(f"There is no user {name}.")', "continue"
                ).replace("MicroblogError, NotFound", "MicroblogError"),
                "nobody_here does not exist",
            ),
            WrongAnswer(
                "oneself skipped",
                FOLLOW_ALL.replace(
                    'raise MicroblogError("You cannot follow yourself.")', "continue"
                ).replace("MicroblogError, NotFound", "NotFound"),
                "himself",
            ),
            WrongAnswer(
                "201",
                FOLLOW_ALL.replace("204", "201"),
                "Jonas follows",
            ),
            WrongAnswer(
                "no commit",
                LOOK_UP_FIRST.replace(
                    """    with transaction(db):
        for user in users:
            insert_unless_there(db, Follow, follower_id=me.id, followee_id=user.id)
""",
                    """    for user in users:
        db.merge(Follow(follower_id=me.id, followee_id=user.id))
""",
                ),
                "Marta, Ana and Keiko",
            ),
        ),
        judge=endpoint(
            [
                Calling(
                    "PUT",
                    "/users/me/following/",
                    401,
                    "Without a token nobody is meant.",
                    json=["ana"],
                    instead=dict.fromkeys((404, 405), "Has the router PUT /users/me/following/?"),
                ),
                Calling(
                    "PUT",
                    "/users/me/following/",
                    404,
                    "Jonas sends ana, keiko, nobody_here; nobody_here does not exist.",
                    json=["ana", "keiko", "nobody_here"],
                    by="jonas",
                ),
                Calling(
                    "GET",
                    "/users/jonas/following/?limit=100",
                    200,
                    "Jonas was refused, and follows half of them all the same.",
                    answer=follows(marta=True, ana=False, keiko=False),
                ),
                Calling(
                    "PUT",
                    "/users/me/following/",
                    400,
                    "Jonas sends ana and himself.",
                    json=["ana", "jonas"],
                    by="jonas",
                ),
                Calling(
                    "GET",
                    "/users/jonas/following/?limit=100",
                    200,
                    "Jonas was refused because of himself, and follows Ana all the same: half "
                    "of it was stored.",
                    answer=follows(marta=True, ana=False, keiko=False),
                ),
                *[
                    Calling(
                        "PUT",
                        "/users/me/following/",
                        204,
                        "Jonas follows Ana and Keiko, and Marta, whom he follows already.",
                        json=["ana", "Marta", "keiko"],
                        by="jonas",
                        instead={
                            404: "Jonas sends ana, Marta, keiko: Marta is marta.",
                            500: "Jonas follows Marta already, and once more is no error.",
                        },
                    )
                ]
                * 2,
                Calling(
                    "GET",
                    "/users/jonas/following/?limit=100",
                    200,
                    "Now Jonas should follow Marta, Ana and Keiko. Who commits?",
                    answer=follows(marta=True, ana=True, keiko=True),
                ),
                Calling(
                    "PUT",
                    "/users/me/following/",
                    204,
                    "Jonas sends bodil alone.",
                    json=["bodil"],
                    by="jonas",
                ),
                Calling(
                    "GET",
                    "/users/jonas/following/?limit=100",
                    200,
                    "Jonas sent Bodil alone, and should go on following Marta, Ana and Keiko.",
                    answer=follows(marta=True, ana=True, keiko=True, bodil=True),
                ),
            ]
        ),
        praise="All of them or none, and as often as he likes.",
    ),
]
