"""A list that may be empty for two reasons."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get

START = """
router = APIRouter()


@router.get("/users/{username}/liked/")
"""
END = "\n\nanswer = router\n"
OF_USER = "select(Like.post_id).where(Like.user_id == id_of_user()).order_by(Like.post_id.desc())"


def likes() -> Rows:
    """Zoe likes posts of others, Bodil none; names hold other names."""
    rows = no_rows()
    names = ("Zoe_27", "bodil", "zoe", "marta")
    rows["users"] = [user(n, name) for n, name in enumerate(names, start=1)]
    rows["posts"] = [post(number, "Kettle on.", 4, -number) for number in (7, 12, 9, 30)]
    pairs = ((1, 9), (1, 30), (1, 12), (3, 7), (4, 9))
    rows["likes"] = [{"user_id": reader, "post_id": number} for reader, number in pairs]
    return rows


EXERCISE = Exercise(
    title="Nothing or nobody?",
    minutes=7,
    objective="tell an empty list from a user who doesn't exist",
    task="""Write `GET /users/{username}/liked/`: the ids of the posts that this user likes, largest
first, as a list of numbers. Who likes nothing gets `[]`; for a name that nobody has, the answer is
404. For a user who likes something, send a single statement. (`id_of_user()` in
`microblog.queries` is a sub-query for the id of the user called `username`, whatever the case.)""",
    starter="""router = APIRouter()

# @router.get("/users/{username}/liked/") …

answer = ...  # then: router""",
    hints=(
        "Don't ask for the user first. When do you need to know whether there is such a user?",
        "`select(Like.post_id).where(Like.user_id == id_of_user())`, sorted; run it with "
        '`{"username": username}`. `reads.get_user(engine, username)` raises the 404.',
        "`rows = connection.scalars(statement, {…}).all()` on a connection of "
        "`engine: ReadEngine`, then `if not rows: reads.get_user(engine, username)`, and "
        "`return rows`.",
    ),
    imports="""
from typing import Any

from fastapi import APIRouter, HTTPException
from sqlalchemy import func, select

from microblog import queries, reads
from microblog.dependencies import ReadEngine, SessionDep, UserFromPath, UsernameFromPath
from microblog.models import Like, User
from microblog.queries import id_of_user
""",
    answers=(
        START
        + f"""def list_liked(username: UsernameFromPath, engine: ReadEngine) -> list[int]:
    liked = {OF_USER}
    with engine.connect() as connection:
        rows = connection.scalars(liked, {{"username": username}}).all()
    if not rows:
        reads.get_user(engine, username)
    return rows"""
        + END,
        START
        + """def list_liked(username: str, db: SessionDep) -> list[int]:
    same = func.lower(User.username) == username.lower()
    liked = select(Like.post_id).join(User, User.id == Like.user_id).where(same)
    found = db.scalars(liked.order_by(Like.post_id.desc())).all()
    if not found and db.scalar(select(User.id).where(same)) is None:
        raise HTTPException(404, "nobody has this name")
    return found"""
        + END,
    ),
    mistakes=(
        Mistake(
            "nobody likes nothing",
            START
            + f"""def list_liked(username: str, db: SessionDep) -> list[int]:
    return db.scalars({OF_USER}, {{"username": username}}).all()"""
            + END,
            "For a name that nobody has you answer 200 with an empty list, as if such a user "
            "existed and liked nothing.",
        ),
        Mistake(
            "nothing is nobody",
            START
            + f"""def list_liked(username: str, db: SessionDep) -> list[int]:
    rows = db.scalars({OF_USER}, {{"username": username}}).all()
    if not rows:
        raise HTTPException(404, "nothing here")
    return rows"""
            + END,
            "Bodil exists and likes nothing, and you answer 404. An empty list is an answer.",
        ),
        Mistake(
            "asks first",
            START
            + """def list_liked(user: UserFromPath, db: SessionDep) -> list[int]:
    liked = select(Like.post_id).where(Like.user_id == user.id)
    return db.scalars(liked.order_by(Like.post_id.desc())).all()"""
            + END,
            "You ask for the user before every list. For a user who likes something, one statement "
            "is enough: only an empty list leaves a question open.",
        ),
        Mistake(
            "smallest first",
            START
            + """def list_liked(username: UsernameFromPath, engine: ReadEngine) -> list[int]:
    liked = select(Like.post_id).where(Like.user_id == id_of_user()).order_by(Like.post_id)
    with engine.connect() as connection:
        rows = connection.scalars(liked, {"username": username}).all()
    if not rows:
        reads.get_user(engine, username)
    return rows"""
            + END,
            "The smallest id comes first. The task asks for the largest first.",
        ),
        Mistake(
            "everybody",
            START
            + """def list_liked(username: UsernameFromPath, engine: ReadEngine) -> list[int]:
    reads.get_user(engine, username)
    with engine.connect() as connection:
        return connection.scalars(select(Like.post_id).order_by(Like.post_id.desc())).all()"""
            + END,
            "You answer with the likes of all users.",
        ),
    ),
    judge=calling(
        get("/users/Zoe_27/liked/", most_statements=1),
        get("/users/zoe_27/liked/"),
        get("/users/zoe/liked/", most_statements=1),
        get("/users/bodil/liked/", "Bodil likes nothing"),
        get("/users/nobody_here/liked/", "there is no such user"),
        get("/users/zoe_2/liked/", "there is no such user"),
        on=likes,
        tables=("users", "likes"),
    ),
    praise="One statement for most, and a second one only where the list is empty.",
)
