from learners import Learners

TOP = """from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from sqlalchemy import String, cast, select

from microblog.dependencies import CurrentUser, ReadEngine, SessionDep, get_current_user
from microblog.models import Like, User
from microblog.reads import fetch_all

router = APIRouter()

"""

LEARNERS = Learners(
    right=(
        TOP
        + """
@router.get("/users/me/likes/")
def list_likes(user: CurrentUser, engine: ReadEngine) -> list[int]:
    rows = fetch_all(engine, select(Like.post_id).where(Like.user_id == user.id))
    return sorted(row["post_id"] for row in rows)


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/", response_model=list[int])
def likes(db: SessionDep, me: Annotated[User, Depends(get_current_user)]):
    statement = select(Like).filter_by(user_id=me.id).order_by(Like.post_id)
    return [like.post_id for like in db.scalars(statement)]


answer = router""",
        TOP.replace("APIRouter()", 'APIRouter(prefix="/users/me")')
        + """
@router.get("/likes/")
def likes(db: SessionDep, user: CurrentUser):
    return db.query(Like.post_id).filter(Like.user_id == user.id).order_by("post_id").all() and [
        row[0]
        for row in db.query(Like.post_id).filter(Like.user_id == user.id).order_by("post_id")
    ]


answer = router""",
        TOP.replace("router = APIRouter()", "from fastapi import FastAPI\n\napp = FastAPI()")
        + """
@app.get("/users/me/likes/")
def likes(user: CurrentUser, engine: ReadEngine) -> Any:
    with engine.connect() as c:
        q = select(Like.post_id).join(User, User.id == Like.user_id)
        return list(c.scalars(q.where(User.username == user.username).order_by(Like.post_id)))


answer = app""",
    ),
    named={
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    found = db.scalars(select(Like.post_id).where(Like.user_id == user.id)).all()
    return sorted(found, reverse=True)


answer = router""": "largest first",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, engine: ReadEngine) -> list[int]:
    return sorted(row["post_id"] for row in fetch_all(engine, select(Like)))


answer = router""": "everybody's likes",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    return [like.post_id for like in db.scalars(select(Like)) if like.user_id == user.id]


answer = router""": "no order",
    },
    unnamed=(
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    return db.scalars(
        select(Like.post_id).where(Like.user_id == user.id).order_by(cast(Like.post_id, String))
    ).all()


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep) -> Any:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return db.execute(own).all()


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, engine: ReadEngine) -> Any:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return fetch_all(engine, own)


answer = router""",
        TOP
        + """
@router.get("/users/me/likes")
def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return db.scalars(own).all()


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/")
async def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return db.scalars(own).all()


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep, user_id: int | None = None) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == (user_id or user.id))
    return db.scalars(own.order_by(Like.post_id)).all()


answer = router""",
        TOP
        + """
@router.get("/users/me/likes/")
def my_likes(user: CurrentUser, db: SessionDep) -> list[int]:
    own = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    likes = db.scalars(own).all()
    if not likes:
        raise HTTPException(404, "No likes.")
    return likes


answer = router""",
        "answer = 105",
    ),
)
