"""What only the instructor may do, with the secret that the terminal shows."""

from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from course.classroom.export import exported
from course.classroom.learners import RoomDep
from course.classroom.room import is_same
from microblog import queries, reads
from microblog.database import transaction
from microblog.dependencies import ReadEngine, SessionDep
from microblog.models import Post, User

PLACEHOLDER = "(hidden by the instructor)"


async def is_from_our_page(request: Request) -> None:
    """No other page may call the controls: neither by its own name nor by ours."""
    host = request.headers.get("Host", "")
    if urlsplit(f"//{host}").hostname not in request.app.state.room.hosts:
        raise HTTPException(403, "Call the class by the address that its terminal shows.")
    if request.method != "GET" and request.headers.get("Origin") != f"http://{host}":
        raise HTTPException(403, "Only the instructor's own page may do this.")


async def is_instructor(request: Request, room: RoomDep) -> None:
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not is_same(secret, room.secret):
        raise HTTPException(401, "That isn't the instructor's secret.")


router = APIRouter(
    prefix="/instructor", dependencies=[Depends(is_from_our_page), Depends(is_instructor)]
)


@router.get("/state")
def read_state(room: RoomDep, engine: ReadEngine) -> dict[str, Any]:
    """What the instructor's page shows."""
    rows = reads.fetch_all(engine, queries.posts(), limit=200)
    posts = [
        {
            "id": row["id"],
            "username": row["username"],
            "content": room.hidden.get(row["id"], row["content"]),
            "hidden": row["id"] in room.hidden,
        }
        for row in rows
    ]
    return {
        "frozen": room.frozen,
        "learners": len(room.shown_names),
        "code": room.code,
        "posts": posts,
    }


@router.post("/freeze", status_code=204)
async def freeze(room: RoomDep) -> None:
    room.frozen = True


@router.post("/unfreeze", status_code=204)
async def unfreeze(room: RoomDep) -> None:
    room.frozen = False


def replace_content(db: Session, post_id: int, content: str) -> None:
    with transaction(db):
        db.execute(update(Post).where(Post.id == post_id).values(content=content))


@router.post("/posts/{post_id}/hide", status_code=204)
def hide_post(room: RoomDep, db: SessionDep, post_id: int) -> None:
    """Hide a post everywhere: on the wall, in the service's lists and in the export."""
    with room.lock:
        content = db.scalar(select(Post.content).where(Post.id == post_id))
        if content is None:
            raise HTTPException(404, f"There is no post {post_id}.")
        room.hidden.setdefault(post_id, content)
        replace_content(db, post_id, PLACEHOLDER)


@router.post("/posts/{post_id}/show", status_code=204)
def show_post(room: RoomDep, db: SessionDep, post_id: int) -> None:
    with room.lock:
        if post_id in room.hidden:
            replace_content(db, post_id, room.hidden.pop(post_id))


@router.post("/reset", status_code=204)
def reset(room: RoomDep, db: SessionDep) -> None:
    """Delete all people with all that they did; those who join again get new names."""
    with room.lock, transaction(db):
        db.execute(delete(User))  # the database deletes what belongs to them
        room.forget_everybody()


@router.get("/export")
def export(request: Request, room: RoomDep, engine: ReadEngine) -> Response:
    settings = request.app.state.settings
    headers = {"Content-Disposition": 'attachment; filename="class.zip"'}
    return Response(exported(room, engine, settings), 200, headers, "application/zip")


@router.post("/end", status_code=204)
async def end(room: RoomDep) -> None:
    room.end()
