"""An endpoint to repair: a session that stays open, and a statement for each row."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get


def twelve_posts() -> Rows:
    """Twelve posts of four users, two of one moment, ids not in the order of the times."""
    rows = no_rows()
    names = ("marta", "ana", "Zoe", "bodil")
    rows["users"] = [user(9 - 2 * n, name) for n, name in enumerate(names)]
    rows["posts"] = [post(n * 5 % 13, f"Minute {n}", 9 - n % 4 * 2, n // 2) for n in range(1, 13)]
    return rows


EXERCISE = Exercise(
    title="Two faults that nobody sees",
    minutes=6,
    objective="give each request a session of its own, and get it back",
    task="""`GET /latest/` answers with the ten newest posts, and every answer is right. It has
two faults all the same: after some visitors the service hangs, and it sends up to eleven statements
where one is enough. Repair both, and leave the answer as it is.""",
    starter="""router = APIRouter()


@router.get("/latest/")
def list_latest(request: Request):
    session = request.app.state.make_session()
    latest = session.scalars(select(Post).order_by(Post.timestamp.desc(), Post.id.desc()).limit(10))
    return [{"id": p.id, "content": p.content, "username": p.owner.username} for p in latest]


answer = ...  # repair the endpoint, then: router""",
    hints=(
        "Who closes the session? And which expression in the last line asks the database again, "
        "for each owner?",
        "`SessionDep` opens and closes. The username is in another table, and notebook 04 read "
        "both in one statement.",
        "Take `db: SessionDep`, and `select(Post.id, Post.content, User.username)"
        ".join(Post.owner)` with the same order and limit; `row._asdict()` makes a dict of a row.",
    ),
    imports="""
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from microblog import queries
from microblog.dependencies import ReadEngine, SessionDep
from microblog.models import Post, User
from microblog.reads import fetch_all
""",
    answers=(
        """
router = APIRouter()


@router.get("/latest/")
def list_latest(db: SessionDep) -> Any:
    latest = select(Post.id, Post.content, User.username).join(Post.owner)
    latest = latest.order_by(Post.timestamp.desc(), Post.id.desc()).limit(10)
    return [row._asdict() for row in db.execute(latest)]


answer = router
""",
        """
router = APIRouter()


@router.get("/latest/")
def list_latest(engine: ReadEngine) -> Any:
    latest = fetch_all(engine, queries.posts(), limit=10)
    return [{name: row[name] for name in ("id", "content", "username")} for row in latest]


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
router = APIRouter()


@router.get("/latest/")
def list_latest(request: Request):
    session = request.app.state.make_session()
    newest = session.scalars(select(Post).order_by(Post.timestamp.desc(), Post.id.desc()).limit(10))
    return [
        {
            "id": post.id,
            "content": post.content,
            "username": session.get(User, post.owner_id).username,
        }
        for post in newest
    ]


answer = router
""",
            "Neither fault is repaired: the session stays open, and each owner costs a statement.",
        ),
        Mistake(
            "still open",
            """
router = APIRouter()


@router.get("/latest/")
def list_latest(request: Request):
    session = request.app.state.make_session()
    latest = session.execute(queries.posts(), {"limit": 10}).all()
    return [{"id": row.id, "content": row.content, "username": row.username} for row in latest]


answer = router
""",
            "Few statements read all, but the session is still open after the answer, so its "
            "connection doesn't come back.",
        ),
        Mistake(
            "one query for each owner",
            """
router = APIRouter()


@router.get("/latest/")
def list_latest(db: SessionDep) -> Any:
    newest = select(Post).order_by(Post.timestamp.desc(), Post.id.desc()).limit(10)
    return [
        {"id": post.id, "content": post.content, "username": post.owner.username}
        for post in db.scalars(newest)
    ]


answer = router
""",
            "The connection comes back now. There is still one statement for the posts and one "
            "more for each owner; a join reads both at once.",
        ),
        Mistake(
            "without the name",
            """
router = APIRouter()


@router.get("/latest/")
def list_latest(db: SessionDep) -> Any:
    latest = select(Post.id, Post.content)
    latest = latest.order_by(Post.timestamp.desc(), Post.id.desc()).limit(10)
    return [row._asdict() for row in db.execute(latest)]


answer = router
""",
            "The username is missing from your answer.",
        ),
    ),
    judge=calling(
        get("/latest/", most_statements=2),
        on=twelve_posts,
    ),
    praise="No statement for each post, and the connection comes back after each request.",
)
