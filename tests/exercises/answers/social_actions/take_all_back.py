from learners import Learners

TOP = """from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response
from sqlalchemy import delete, select

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep, get_current_user
from microblog.models import Like, Post, User
from microblog.services import unlike_post

router = APIRouter()


"""

LEARNERS = Learners(
    right=(
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(db: SessionDep, me: Annotated[User, Depends(get_current_user)]):
    db.execute(delete(Like).filter_by(user_id=me.id))
    db.commit()


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/")
def forget(me: CurrentUser, db: SessionDep) -> Response:
    with transaction(db):
        db.query(Like).filter(Like.user_id == me.id).delete()
    return Response(status_code=204)


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    for post_id in db.scalars(select(Like.post_id).where(Like.user_id == me.id)).all():
        unlike_post(db, me, post_id)


answer = router""",
        TOP.replace("APIRouter()", 'APIRouter(prefix="/users")')
        + """def take_back(session, user):
    own = select(User.id).where(User.username == user.username)
    with transaction(session):
        session.execute(delete(Like).where(Like.user_id.in_(own)))


@router.delete("/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    take_back(db, me)


answer = router""",
    ),
    named={
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    for like in db.scalars(select(Like).where(Like.user_id == me.id)):
        db.delete(like)


answer = router""": "no commit",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        for like in db.scalars(select(Like)):
            db.delete(like)


answer = router""": "everybody's",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    likes = db.scalars(select(Like).where(Like.user_id == me.id)).all()
    if not likes:
        raise HTTPException(404)
    for like in likes:
        db.delete(like)
    db.commit()


answer = router""": "404 when none",
    },
    unnamed=(
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    theirs = select(Post.id).where(Post.owner_id == me.id)
    with transaction(db):
        db.execute(delete(Like).where(Like.post_id.in_(theirs)))


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep, user_id: int | None = None) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == (user_id or me.id)))


answer = router""",
        TOP
        + """@router.post("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == me.id))


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
async def forget(me: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Like).where(Like.user_id == me.id))


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.delete(Like(user_id=me.id))


answer = router""",
        TOP
        + """@router.delete("/users/me/likes/", status_code=204)
def forget(me: CurrentUser, db: SessionDep) -> None:
    like = db.scalars(select(Like).where(Like.user_id == me.id)).first()
    if like:
        with transaction(db):
            db.delete(like)


answer = router""",
        "def answer():\n    return 204",
    ),
)
