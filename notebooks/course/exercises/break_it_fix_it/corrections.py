"""A route that changes anybody's post, to be repaired."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, outcome, repaired, routed
from course.judges.endpoints import routes_of
from course.judges.trials import Observed, Trying
from microblog.models import Post


def correction(
    number: int, by: str, owner: int | None = None, says: Callable[[Any], str] = outcome
) -> Callable[[Target], Observed]:
    """What somebody's new text for a post changes; the body may name an owner as well."""
    body = {"content": "Corrected"} | ({"owner_id": owner} if owner else {})

    def observe(target: Target) -> Observed:
        before = target.rows(select(Post.id, Post.content, Post.owner_id).order_by(Post.id))
        answer = target.call("PUT", f"/posts/{number}", by, body)
        after = target.rows(select(Post.id, Post.content, Post.owner_id).order_by(Post.id))
        changed = [post for post in after if post not in before]
        return {"the answer": says(answer), "posts that changed": changed or "none"}

    return observe


def gift(target: Target) -> Observed:
    target.call("PUT", "/posts/4", "jonas", {"content": "A gift", "owner_id": 1})
    (owner,) = target.rows(select(Post.owner_id).where(Post.id == 4))
    return {"the owner of post 4": f"user {owner}"}


EXERCISE = Exercise(
    title="Corrections",
    minutes=7,
    objective="take the user from the token and the owner from the row",
    task="""Somebody added a route to correct a post, `PUT /posts/{post_id}` with
`{"content": …}`. It works, for everybody and with every post. Repair it: the owner may correct a
post, and everybody else is refused, whatever their body says. Without a token the
answer is 401, and for a post that doesn't exist 404.""",
    starter="""router = APIRouter()


@router.put("/posts/{post_id}")
def edit_post(post_id: int, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        db.get_one(Post, post_id).content = edited.content
    return {"content": edited.content}


answer = ...  # repair the route, then: router""",
    hints=(
        "Two questions are never asked: who is it, and whose post is it? Where are the answers?",
        "An argument `post: dependencies.OwnPost` reads the post of the path (a "
        "row with its id, not the model), and refuses with 401, 403 or 404.",
        "Take `post: dependencies.OwnPost` instead of `post_id`, and in the transaction its id: "
        "`db.get_one(Post, post.id).content = edited.content`.",
    ),
    imports="""
from fastapi import APIRouter, HTTPException
from sqlalchemy import update

from microblog import dependencies
from microblog.database import transaction
from microblog.dependencies import CurrentUser, OwnPost, PostId, PostKey, SessionDep
from microblog.models import Post
from microblog.schemas import Input, PostCreate
""",
    answers=(
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: dependencies.OwnPost, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
    return {"content": edited.content}
"""),
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post_id: PostId, edited: PostCreate, user: CurrentUser, db: SessionDep):
    mine = update(Post).where(Post.id == post_id, Post.owner_id == user.id)
    with transaction(db):
        changed = db.execute(mine.values(content=edited.content)).rowcount
    if not changed:
        raise HTTPException(404, "You have no such post.")
"""),
    ),
    mistakes=(
        Mistake(
            "nobody is asked",
            routed("""
@router.put("/posts/{post_id}")
def edit_post(post_id: int, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        db.get_one(Post, post_id).content = edited.content
    return {"content": edited.content}
"""),
            "Everybody may still change every post, even somebody without a token. Your route "
            "needs to know who is asking, and whose post it is.",
        ),
        Mistake(
            "somebody is enough",
            routed("""
@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: PostCreate, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
            "Your route asks for a token, and then any user may change any post. Compare the "
            "user's id with the owner_id of the row.",
        ),
        Mistake(
            "the body is believed",
            routed("""
class Correction(Input):
    content: str
    owner_id: int | None = None


@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: Correction, user: CurrentUser, db: SessionDep):
    if (edited.owner_id or user.id) != post.owner_id:
        raise HTTPException(403, "This post is not yours.")
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
            "Jonas changes marta's post when his body says that he is user 1. Take the user from "
            "the token and the owner from the row, never from the body.",
        ),
        Mistake(
            "the row of the query",
            routed("""
@router.put("/posts/{post_id}")
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        post.content = edited.content
    return {"content": edited.content}
"""),
            "OwnPost brings a row of a query, which you can read but not change. Get the model by "
            "the id of this row, as the route did before.",
        ),
        Mistake(
            "an error with 200",
            routed("""
@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: PostCreate, user: CurrentUser, db: SessionDep):
    if post.owner_id != user.id:
        return {"error": "This post is not yours."}
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
            "Marta's post stays as it was, but jonas is told that it worked: the status is 200. "
            "Programs read the status, not the text. Raise an error instead of returning one.",
        ),
    ),
    judge=Trying(
        [
            repaired("Jonas corrects his own post 4.", correction(4, "jonas")),
            repaired(
                "Jonas sends a new text for post 1, which is marta's.", correction(1, "jonas")
            ),
            repaired(
                "He does it again, and his body says owner_id 1 as well.",
                correction(1, "jonas", owner=1),
            ),
            repaired("... and with owner_id 4, his own.", correction(1, "jonas", owner=4)),
            repaired(
                "Somebody without a token sends a text for post 1.",
                correction(1, "", says=lambda answer: str(answer.status_code)),
            ),
            repaired("Jonas sends his own post 4 with owner_id 1 in the body.", gift),
            repaired(
                "Jonas corrects post 99, which doesn't exist.",
                correction(99, "jonas", says=lambda answer: str(answer.status_code)),
            ),
        ],
        routes_of,
    ),
    praise="Jonas corrects his own post; marta's stays, and so does every owner.",
)
