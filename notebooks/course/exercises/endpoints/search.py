"""An endpoint with checked parameters: search the posts for a word."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get


def posts_about_towels() -> Rows:
    """Posts of two users whose ids are not in the order of their times, and two of one moment."""
    rows = no_rows()
    rows["users"] = [user(4, "bodil"), user(2, "marta")]
    rows["posts"] = [
        post(1, "My TOWEL is dry.", 4, 5),
        post(2, "a_towel, b_towel", 2, 1),
        post(3, "No towels left?", 4, 3),
        post(4, "100% towel", 2, 4),
        post(5, "Kettle on.", 4, 9),
        post(6, "Kettle off.", 2, 9.5),
    ]
    return rows


SIGNATURE = """
router = APIRouter()


@router.get("/posts/search", response_model=list[PostPublic])
def search_posts(
    db: SessionDep,
    word: Annotated[str, Query(min_length=3)],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Any:
"""
BODY = """    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return db.execute(found, {"limit": limit}).all()


answer = router
"""

EXERCISE = Exercise(
    title="Search",
    minutes=8,
    objective="write an endpoint with checked parameters and a response model",
    task="""Write `GET /posts/search?word=eclipse`: the posts whose content contains the word,
whatever the case of its letters, newest first, each as a `PostPublic`. `word` is required and has
at least 3 characters; `limit` is 1 to 100, and 20 if it's left out. A character such as `_` means
itself (notebook 03). Send one statement.""",
    starter="""router = APIRouter()

# @router.get("/posts/search") …

answer = ...  # then: router""",
    hints=(
        "There are two parameters of the query. Only one has a default. Their bounds go "
        "into `Annotated[…, Query(…)]`.",
        "`queries.posts()` is a select, so it has a method that adds a condition. The condition is "
        "`Post.content.icontains(word)`; one more argument makes `_` and `%` mean themselves.",
        "`db: SessionDep` is the session. `limit` is a parameter of the statement, so pass it to "
        "`db.execute` in a dict. The response model is `list[PostPublic]`.",
        "The parameters are `db: SessionDep, word: Annotated[str, Query(min_length=3)], limit: "
        "Annotated[int, Query(ge=1, le=100)] = 20`, and the body is `return db.execute("
        "queries.posts().where(Post.content.icontains(word, autoescape=True)), "
        '{"limit": limit}).all()`.',
    ),
    imports="""
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request
from sqlalchemy import func, select

from microblog import queries
from microblog.dependencies import ReadEngine, SessionDep
from microblog.lists import POST_COLUMNS
from microblog.models import Post, User
from microblog.paging import PostPage, page_response
from microblog.reads import fetch_all
from microblog.schemas import PostPublic
""",
    answers=(
        SIGNATURE + BODY,
        SIGNATURE
        + """    found = (
        select(*POST_COLUMNS)
        .join(Post.owner)
        .where(Post.content.icontains(word, autoescape=True))
        .order_by(Post.timestamp.desc(), Post.id.desc())
        .limit(limit)
    )
    return db.execute(found).all()


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "another path",
            SIGNATURE.replace("/posts/search", "/posts/search/") + BODY,
            "No route of yours answers `GET /posts/search`, so the service's route "
            "`/posts/{post_id}` takes `search` for an id.",
        ),
        Mistake(
            "not escaped",
            SIGNATURE + BODY.replace(", autoescape=True", ""),
            "In the pattern that LIKE compares with, `_` means any character. You find posts "
            "without an underscore; `autoescape=True` makes it mean itself.",
        ),
        Mistake(
            "case matters",
            SIGNATURE
            + BODY.replace(
                "Post.content.icontains(word, autoescape=True)",
                "func.instr(Post.content, word) > 0",
            ),
            "You tell letters apart by their case: a post with TOWEL isn't found by towel.",
        ),
        Mistake(
            "no bounds",
            SIGNATURE.replace("Annotated[int, Query(ge=1, le=100)]", "int") + BODY,
            "Any `limit` is accepted: to SQLite, -1 means no limit at all.",
        ),
        Mistake(
            "no upper bound",
            SIGNATURE.replace(", le=100", "") + BODY,
            "A `limit` over 100 is accepted.",
        ),
        Mistake(
            "short words",
            SIGNATURE.replace("Annotated[str, Query(min_length=3)]", "str") + BODY,
            "A word of two letters is accepted. `min_length` refuses it.",
        ),
        Mistake(
            "the word may be left out",
            SIGNATURE.replace("(min_length=3)]", '(min_length=3)] = "towel"') + BODY,
            "The word may be left out. A parameter with a default is optional, so give it none.",
        ),
        Mistake(
            "the limit before the word",
            SIGNATURE
            + """    newest = db.execute(queries.posts(), {"limit": limit})
    return [row for row in newest if word.lower() in row.content.lower()]


answer = router
""",
            "Posts are missing. If you look for the word in Python: the limit was applied before, "
            "so you only looked at the newest posts.",
        ),
    ),
    judge=calling(
        get("/posts/search?word=towel", most_statements=1),
        get("/posts/search?word=TOWEL&limit=2"),
        get("/posts/search?word=100%25"),
        get("/posts/search?word=l_t"),
        get("/posts/search?word=___"),
        get("/posts/search"),
        get("/posts/search?word=to"),
        get("/posts/search?word=towel&limit=0"),
        get("/posts/search?word=towel&limit=-1"),
        get("/posts/search?word=towel&limit=101"),
        get("/posts/search?word=towel&limit=100"),
        on=posts_about_towels,
        tables=("posts",),
    ),
    praise="Found whatever the case, bounded on both sides, and _ is an underscore.",
)
