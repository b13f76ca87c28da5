"""A page, a post of the path and a schema, together in one endpoint."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import all_pages, calling, get

ROUTE = """
router = APIRouter()


@router.get("/posts/{post_id}/likers/")
"""


def liked_posts() -> Rows:
    """A post that seven users like, one that nobody likes, and accounts not in the order of ids."""
    rows = no_rows()
    names = ("marta", "ana", "Zoe", "anabel", "jonas", "bodil", "keiko", "nuno")
    rows["users"] = [user(n * 3, name, -n * 5 % 7 - 50) for n, name in enumerate(names, start=1)]
    rows["posts"] = [post(4, "Totality!", 3), post(5, "Kettle on.", 6), post(6, "Cloudy", 9)]
    rows["likes"] = [{"user_id": n, "post_id": 4} for n in (3, 6, 9, 12, 18, 21, 24)]
    rows["likes"] += [{"user_id": n, "post_id": 6} for n in (15, 6)]
    return rows


EXERCISE = Exercise(
    title="Liked by whom?",
    minutes=12,
    objective="put a page, a post of the path and a schema together in one endpoint",
    task="""Write `GET /posts/{post_id}/likers/`: the users who like that post, each as a
`UserPublic`, the largest `id` first, which is the newest account; 404 if there is no such post.
It pages with `Link`, like the followers above. `PostFromPath` of `microblog.dependencies` is the
post of the path, or a 404. `page_by_id(rows, key)` of `microblog.lists` makes one page of a
`select`, by the column `key`. Send two statements at most. `Like` is in `microblog.models`.""",
    starter="""router = APIRouter()

# @router.get("/posts/{post_id}/likers/") …

answer = ...  # then: router""",
    hints=(
        "Three parts are ready, and each is one word in the signature: the post or a 404, the "
        "page, and what goes out.",
        "The select: `id`, `username` and `created_at` of the users, joined to `Like`, where "
        "`Like.post_id` is the post's id. It pages by `User.id`.",
        "`fetch_all` runs the page with `**page.values()`, which brings `limit` and `before_id`. "
        "`page_response` cuts the extra row off and adds the link.",
        "With `request: Request, post: PostFromPath, engine: ReadEngine, page: UserPage`: `rows = "
        "fetch_all(engine, page_by_id(likers, User.id), **page.values())`, then `return "
        "page_response(request, page, list[UserPublic], rows)`.",
    ),
    imports="""
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from sqlalchemy import bindparam, select

from microblog.dependencies import PostFromPath, PostId, PostKey, ReadEngine, SessionDep
from microblog.lists import USER_COLUMNS, page_by_id, page_by_time
from microblog.models import Like, Post, User
from microblog.paging import UserPage, page_response
from microblog.reads import fetch_all
from microblog.schemas import UserPrivate, UserPublic
""",
    answers=(
        ROUTE
        + """def list_likers(
    request: Request, post: PostFromPath, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    likers = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    likers = likers.where(Like.post_id == post.id)
    rows = fetch_all(engine, page_by_id(likers, User.id), **page.values())
    return page_response(request, page, list[UserPublic], rows)


answer = router
""",
        ROUTE
        + """def list_likers(
    request: Request, post: PostKey, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    liked = select(Like.user_id).where(Like.post_id == bindparam("post_id"))
    people = page_by_id(select(*USER_COLUMNS).where(User.id.in_(liked)), User.id)
    rows = fetch_all(engine, people, post_id=post.id, **page.values())
    return page_response(request, page, list[UserPublic], rows)


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "no link",
            ROUTE
            + """def list_likers(
    post: PostFromPath, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    likers = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    likers = likers.where(Like.post_id == post.id)
    return fetch_all(engine, page_by_id(likers, User.id), **page.model_dump())


answer = router
""",
            "Your pages have no `Link` to the next one. `page_response` adds it.",
        ),
        Mistake(
            "no 404",
            ROUTE
            + """def list_likers(
    request: Request, post_id: PostId, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    likers = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    likers = likers.where(Like.post_id == post_id)
    rows = fetch_all(engine, page_by_id(likers, User.id), **page.values())
    return page_response(request, page, list[UserPublic], rows)


answer = router
""",
            "A post that doesn't exist gets an empty list. A dependency of this notebook answers "
            "404 for it.",
        ),
        Mistake(
            "likers of all posts",
            ROUTE
            + """def list_likers(
    request: Request, post: PostFromPath, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    likers = select(*USER_COLUMNS).join(Like, Like.user_id == User.id).distinct()
    rows = fetch_all(engine, page_by_id(likers, User.id), **page.values())
    return page_response(request, page, list[UserPublic], rows)


answer = router
""",
            "You list everybody who likes any post at all.",
        ),
        Mistake(
            "one row too many",
            ROUTE
            + """def list_likers(
    request: Request, post: PostFromPath, engine: ReadEngine, page: UserPage
) -> list[UserPublic]:
    likers = select(*USER_COLUMNS).join(Like, Like.user_id == User.id)
    likers = likers.where(Like.post_id == post.id)
    return fetch_all(engine, page_by_id(likers, User.id), **page.values())


answer = router
""",
            "`page.values()` asks for one row more than the client wants. You send that row, too, "
            "and no `Link`; `page_response` takes care of both.",
        ),
    ),
    judge=calling(
        get("/posts/4/likers/", most_statements=2),
        get("/posts/6/likers/"),
        get("/posts/5/likers/", "nobody likes it"),
        get("/posts/9999/likers/", "there is no such post"),
        get("/posts/first/likers/"),
        get("/posts/4/likers/?limit=0"),
        get("/posts/4/likers/?limit=101"),
        get("/posts/4/likers/?limit=2", link=True),
        get("/posts/4/likers/?limit=7", link=True),
        get("/posts/4/likers/?before_id=12"),
        all_pages("/posts/4/likers/?limit=3"),
        on=liked_posts,
        tables=("users", "likes"),
    ),
    praise="404, bounds, schema and link: four promises, kept by four words in a signature.",
)
