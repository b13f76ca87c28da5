"""An endpoint that answers with one row, or with 404."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get

START = """
router = APIRouter()


@router.get("/users/{username}/latest", response_model=PostPublic)
"""


def four_users() -> Rows:
    """Marta's newest post has not the largest id; Bodil never posts; names hold other names."""
    rows = no_rows()
    names = ("marta", "Zoe_27", "bodil", "mart")
    rows["users"] = [user(n, name) for n, name in enumerate(names, start=1)]
    rows["posts"] = [
        post(12, "Yesterday's clouds", 1, -20),
        post(4, "Kettle on.", 1, 3),
        post(9, "Kettle on.", 1, 1),
        post(20, "Newest of all", 2, 9),
        post(1, "First of all", 4, -40),
    ]
    rows["posts"] += [post(30 + n, "More of Marta", 1, -30 + n) for n in range(3)]
    return rows


EXERCISE = Exercise(
    title="The latest of one",
    minutes=6,
    objective="answer 404 where there is nothing",
    task="""Write `GET /users/{username}/latest`: the newest post of that user, as one
`PostPublic`. The case of the name doesn't matter. If there's no such user, or the user has never
posted (as Bodil hasn't), the answer is 404 with a `detail`.""",
    starter="""router = APIRouter()

# @router.get("/users/{username}/latest") …

answer = ...  # then: router""",
    hints=(
        "`queries.posts_of()` finds the posts of one user, newest first. Its parameters are "
        "`username` and `limit`, and it takes MARTA for marta, as the service does.",
        "The endpoint has two parameters: `username: str`, and the session. `one_or_none` gives "
        "the row or `None`. What should the client get for `None`?",
        'The body: `post = db.execute(queries.posts_of(), {"username": username, "limit": 1})'
        ".one_or_none()`, `if post is None: raise HTTPException(404, …)`, `return post`.",
    ),
    imports="""
from typing import Any

from fastapi import APIRouter, HTTPException
from sqlalchemy import func, select

from microblog import queries
from microblog.dependencies import ReadEngine, SessionDep, UserFromPath
from microblog.errors import NotFound
from microblog.lists import POST_COLUMNS
from microblog.models import Post, User
from microblog.reads import fetch_all, fetch_one
from microblog.schemas import PostPublic
""",
    answers=(
        START
        + """def read_latest_post(username: str, db: SessionDep) -> Any:
    values = {"username": username, "limit": 1}
    post = db.execute(queries.posts_of(), values).one_or_none()
    if post is None:
        raise HTTPException(404, f"There is no post of {username}.")
    return post


answer = router
""",
        START
        + """def read_latest_post(username: str, db: SessionDep) -> Any:
    posts = select(*POST_COLUMNS).join(Post.owner)
    posts = posts.where(func.lower(User.username) == username.lower())
    post = db.execute(posts.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)).first()
    if not post:
        raise HTTPException(404, "nothing written yet")
    return post


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "null",
            START.replace("=PostPublic", "=PostPublic | None")
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    return fetch_one(engine, queries.posts_of(), username=username, limit=1)


answer = router
""",
            "If there is no post, you answer 200 with null. 200 says that here is what was asked "
            "for; the status for nothing is 404.",
        ),
        Mistake(
            "a list",
            START.replace("=PostPublic", "=list[PostPublic]")
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    posts = fetch_all(engine, queries.posts_of(), username=username, limit=1)
    if not posts:
        raise NotFound(f"There is no post of {username}.")
    return posts


answer = router
""",
            "You answer with a list that holds the post. The task asks for the post itself.",
        ),
        Mistake(
            "case matters",
            START
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    posts = select(*POST_COLUMNS).join(Post.owner).where(User.username == username)
    posts = posts.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
    post = fetch_one(engine, posts)
    if post is None:
        raise NotFound(f"There is no post of {username}.")
    return post


answer = router
""",
            "You tell names apart by their case. For the service, MARTA is marta.",
        ),
        Mistake(
            "half of the case",
            START
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    posts = select(*POST_COLUMNS).join(Post.owner).where(User.username == username.lower())
    posts = posts.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
    post = fetch_one(engine, posts)
    if post is None:
        raise NotFound(f"There is no post of {username}.")
    return post


answer = router
""",
            "You change the case of the name in the address, but not of the name in the table: "
            "zoe_27 doesn't find Zoe_27.",
        ),
        Mistake(
            "the oldest",
            START
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    posts = select(*POST_COLUMNS).join(Post.owner).order_by(Post.timestamp, Post.id).limit(1)
    post = fetch_one(engine, posts.where(func.lower(User.username) == username.lower()))
    if post is None:
        raise NotFound(f"There is no post of {username}.")
    return post


answer = router
""",
            "You answer with the oldest post: the order is ascending unless you ask for desc().",
        ),
        Mistake(
            "the largest id",
            START
            + """def read_latest_post(username: str, engine: ReadEngine) -> Any:
    posts = select(*POST_COLUMNS).join(Post.owner).order_by(Post.id.desc()).limit(1)
    post = fetch_one(engine, posts.where(func.lower(User.username) == username.lower()))
    if post is None:
        raise NotFound(f"There is no post of {username}.")
    return post


answer = router
""",
            "You answer with the post that has the largest id. The newest one is that with the "
            "latest timestamp.",
        ),
    ),
    judge=calling(
        get("/users/marta/latest", most_rows=2),
        get("/users/MARTA/latest"),
        get("/users/zoe_27/latest"),
        get("/users/mart/latest"),
        get("/users/bodil/latest", "Bodil has never posted"),
        get("/users/nobody_here/latest", "there is no such user"),
        get("/users/mart_/latest", "there is no such user"),
        on=four_users,
        tables=("users", "posts"),
    ),
    praise="Marta's newest post for MARTA too, and 404 for Bodil, who exists and has not posted.",
)
