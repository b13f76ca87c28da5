"""A route that takes two numbers, any two of which a client may send."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from course.exercises.exercise import Exercise, Mistake
from course.judges.endpoints import routes_of
from course.judges.explaining import cut
from course.judges.trials import Observed, Trial, Trying


def asking(likes: Any, posts: Any) -> Trial:
    def run(routes: Sequence[APIRoute]) -> Observed:
        app = FastAPI()
        app.router.routes += routes
        client = TestClient(app, raise_server_exceptions=False)
        answer = client.get("/engagement", params={"likes": likes, "posts": posts})
        observed: dict[str, Any] = {"status": answer.status_code}
        return observed | ({"answer": answer.json()} if answer.is_success else {})

    return Trial(cut(f"GET /engagement?likes={likes}&posts={posts}")[:80], run)


def route(likes: str, posts: str, body: str = "return likes / posts") -> str:
    return f"""
router = APIRouter()


@router.get("/engagement")
def read_engagement(
    likes: {likes},
    posts: {posts},
) -> float:
    {body}


answer = router
"""


MOST = "Annotated[int, Query(ge=0, le=10**12)]"
COUNT = "Annotated[int, Query(ge=1, le=10**12)]"
ZERO = 'if posts == 0:\n        raise HTTPException(422, "No posts.")\n    return likes / posts'

EXERCISE = Exercise(
    title="Any whole number",
    minutes=5,
    objective="let a program make the requests that nobody thought of",
    task="""Repair the route, so that no request ends in a 500. Likes are 0 or more, posts are 1
or more, and 10¹² is more than enough for both. Everything else is answered with 422.""",
    starter="""router = APIRouter()


@router.get("/engagement")
def read_engagement(likes: int, posts: int) -> float:
    return likes / posts


answer = ...  # repair the route, then: router""",
    hints=(
        "Three kinds of number are left to refuse: 0 posts, negative ones, and those that are too "
        "large for a float.",
        "FastAPI answers 422 for you when the annotation says which numbers are allowed. Notebook "
        "08 did that for `limit`.",
        "`posts: Annotated[int, Query(ge=1, le=10**12)]`, and the same with `ge=0` for likes.",
    ),
    imports="""
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import Field
""",
    answers=(
        route(MOST, COUNT),
        """
Count = Annotated[int, Field(ge=0, le=10**12)]
router = APIRouter()


@router.get("/engagement")
def read_engagement(likes: Count, posts: Count) -> float:
    if posts == 0:
        raise HTTPException(422, "There are no posts.")
    return likes / posts


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "zero alone",
            route("int", "int", ZERO),
            "0 posts are refused. Negative numbers still get an answer, and a number of 400 digits "
            "still ends in a 500, since no float is so large.",
        ),
        Mistake(
            "no upper limit",
            route("Annotated[int, Query(ge=0)]", "Annotated[int, Query(ge=1)]"),
            "Small numbers are right. A number of 400 digits is an int too, and the result of the "
            "division is too large for a float: the answer is a 500.",
        ),
        Mistake(
            "no likes refused",
            route(COUNT, COUNT),
            "0 likes are a good number: the engagement is then 0.",
        ),
        Mistake(
            "everything caught",
            route("int", "int", "return likes / posts if 0 < posts <= 10**12 else 0"),
            "A wrong number is answered with 200 and a result that somebody will believe. "
            "Refuse it with 422.",
        ),
    ),
    judge=Trying(
        [
            asking(10, 4),
            asking(0, 5),
            asking(5, 1),
            asking(10**12, 10**12),
            asking(3, 0),
            asking(3, -1),
            asking(-1, 3),
            asking(10**400, 3),
            asking(3, 10**13),
            asking("ten", 4),
        ],
        routes_of,
    ),
    praise="No number ends in a 500, and the document says which ones are allowed.",
)
