"""Several rows in one request, all or none."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows
from course.judges.routers import Call, asking, member, requesting
from course.judges.trials import Trial

PEOPLE = ((7, "keiko"), (3, "Zoe"), (9, "ana"), (5, "jonas"), (2, "marta"))


def rows() -> Rows:
    pairs = ((5, 2), (9, 5), (2, 7))
    return no_rows() | {
        "users": [member(number, name) for number, name in PEOPLE],
        "follows": [{"follower_id": one, "followee_id": other} for one, other in pairs],
    }


def following(*usernames: str, by: str = "jonas", times: int = 1) -> Trial:
    shown = "Users: keiko 7, Zoe 3, ana 9, jonas 5, marta 2. jonas follows marta, and ana jonas."
    call = Call("PUT", "/users/me/following/", by=by, json=list(usernames))
    return requesting(shown, rows, *[call] * times, stored={"follows": COLUMNS})


COLUMNS = ("follower_id", "followee_id")
TRIALS = (
    following("keiko"),
    following("ana", "keiko"),
    following("ana", by=""),
    following(),
    following("ana", "nobody_here", "keiko"),
    following("ana", "keiko", "nobody_here"),
    following("ana", "jonas"),
    following("ANA", "zoe", "ana"),
    following("keiko", "marta"),
    following("keiko", "ana", times=2),
)

EXERCISE = Exercise(
    title="Follow them all",
    minutes=10,
    objective="write several rows, all or none",
    task="""After a meeting Jonas wants to follow everybody who was there. Write a router with
`PUT /users/me/following/`; the body is a JSON list of usernames, which a parameter
`usernames: list[str]` receives. ANA finds ana, as with `queries.user()` of notebook 08. Answer 204;
the request may be repeated, and the people whom he follows already stay. If one name doesn't exist:
404, and **nobody** is followed. If his own name is among them: 400, and nobody is followed. (Import
`queries` from `microblog`, and the errors from `microblog.errors`.)""",
    starter="""router = APIRouter()


# @router.put("/users/me/following/", …)


answer = ...  # then: router""",
    hints=(
        "`services.follow_user` follows one user and commits. What is stored when the third of "
        "four names doesn't exist?",
        "Either look up all users before the first write, or put everything into one "
        "`transaction`: an error that leaves the block takes all rows back.",
        "All in one `with transaction(db):`, for each name: find the user with "
        '`db.scalars(queries.user(), {"username": name}).one_or_none()`. Raise `NotFound` if '
        "that's None, `MicroblogError` if it's himself. Then call `insert_if_absent(db, Follow, "
        "follower_id=me.id, followee_id=user.id)`.",
    ),
    imports="""from fastapi import APIRouter
from sqlalchemy import delete, select

from microblog import queries, reads, services
from microblog.database import insert_if_absent, transaction
from microblog.dependencies import CurrentUser, ReadEngine, SessionDep
from microblog.errors import MicroblogError, NotFound
from microblog.models import Follow, User
""",
    answers=(
        """router = APIRouter()


@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for name in usernames:
            user = db.scalars(queries.user(), {"username": name}).one_or_none()
            if user is None:
                raise NotFound(f"There is no user {name}.")
            if user.id == me.id:
                raise MicroblogError("You cannot follow yourself.")
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""",
        """router = APIRouter()


@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    with transaction(db):
        for user in users:
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)


answer = router""",
    ),
    mistakes=(
        Mistake(
            "one by one",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    for name in usernames:
        services.follow_user(db, me, reads.get_user(engine, name))
answer = router""",
            "Jonas gets an error, and follows some of them all the same. Each row was committed by "
            "itself, so what came before the error stays.",
        ),
        Mistake(
            "exact names",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], db: SessionDep) -> None:
    with transaction(db):
        for name in usernames:
            user = db.scalars(select(User).where(User.username == name)).one_or_none()
            if user is None:
                raise NotFound(f"There is no user {name}.")
            if user.id == me.id:
                raise MicroblogError("You cannot follow yourself.")
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)
answer = router""",
            "ANA and zoe are answered with 404, though ana and Zoe exist. Compare names whatever "
            "their case.",
        ),
        Mistake(
            "not twice",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    with transaction(db):
        db.add_all(Follow(follower_id=me.id, followee_id=user.id) for user in users)
answer = router""",
            "A name that comes twice, or somebody whom Jonas follows already, ends in an error. "
            "Insert a row only if it is absent.",
        ),
        Mistake(
            "a new list",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    with transaction(db):
        db.execute(delete(Follow).where(Follow.follower_id == me.id))
        for user in users:
            insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)
answer = router""",
            "Jonas no longer follows marta, whom he followed before. Leave the rows that are "
            "there.",
        ),
        Mistake(
            "the wrong way round",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    with transaction(db):
        for user in users:
            insert_if_absent(db, Follow, follower_id=user.id, followee_id=me.id)
answer = router""",
            "Those people follow Jonas now. The follower is the one who follows.",
        ),
        Mistake(
            "no commit",
            """router = APIRouter()
@router.put("/users/me/following/", status_code=204)
def follow(me: CurrentUser, usernames: list[str], engine: ReadEngine, db: SessionDep) -> None:
    users = [reads.get_user(engine, name) for name in usernames]
    if me.id in {user.id for user in users}:
        raise MicroblogError("You cannot follow yourself.")
    for user in users:
        insert_if_absent(db, Follow, follower_id=me.id, followee_id=user.id)
answer = router""",
            "You answer 204, and no new row is there afterwards. Either nothing was inserted, or "
            "it wasn't committed: then it's lost when the session closes.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="All of them or none, and as often as he likes.",
)
