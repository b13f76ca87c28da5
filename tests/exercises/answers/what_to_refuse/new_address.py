from learners import Learners

TOP = """from typing import Annotated

from fastapi import APIRouter, Body, HTTPException, Request
from pydantic import BaseModel, EmailStr
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.config import Settings
from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import Conflict, NotPermitted
from microblog.models import User
from microblog.schemas import Email, Input
from microblog.security import hash_password, password_context, verify_password

router = APIRouter()


class Change(Input):
    password: str
    email: Email


"""

LEARNERS = Learners(
    right=(
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(
    password: Annotated[str, Body()], email: Annotated[Email, Body()], me: CurrentUser,
    db: SessionDep, request: Request,
) -> None:
    if not verify_password(password, me.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    try:
        db.execute(update(User).values(email=email).filter_by(id=me.id))
        db.commit()
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep) -> None:
    if not verify_password(body.password, user.hashed_password, Settings(bcrypt_rounds=4)):
        raise HTTPException(403, "Wrong password")
    try:
        with transaction(db):
            db.get(User, user.id).email = body.email
    except IntegrityError:
        raise HTTPException(409, "Taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("Wrong password.")
    with transaction(db):
        other = db.scalar(select(User).where(User.email == body.email, User.id != user.id))
        if other:
            raise Conflict("Taken.")
        db.merge(User(id=user.id, email=body.email))


answer = router""",
        TOP
        + """def save(session: Session, user: User, email: str) -> None:
    try:
        with transaction(session):
            session.add(user)
            user.email = email
    except IntegrityError:
        raise Conflict("Somebody has that address.") from None


@router.put("/users/me/email", status_code=204)
def change(user: CurrentUser, body: Change, request: Request, db: SessionDep) -> None:
    if verify_password(body.password, user.hashed_password, request.app.state.settings):
        save(db, user, body.email)
    else:
        raise NotPermitted("That isn't your password.")


answer = router""",
    ),
    named={
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    user.email = body.email
    db.commit()


answer = router""": "an object of no session",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    try:
        db.add(user)
        user.email = body.email
        db.flush()
    except IntegrityError:
        raise Conflict("taken")


answer = router""": "not committed",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    db.add(user)
    user.email = body.email
    db.commit()


answer = router""": "a taken address",
    },
    unnamed=(
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep) -> None:
    if not password_context(4).verify(body.password, user.hashed_password):
        raise NotPermitted("no")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=body.email))
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP.replace("email: Email", "email: EmailStr")
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=body.email))
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    try:
        with transaction(db):
            db.execute(update(User).values(email=body.email))
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email")
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(body.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("no")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=body.email))
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if hash_password(body.password, request.app.state.settings) != user.hashed_password:
        raise NotPermitted("no")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=body.email))
    except IntegrityError:
        raise Conflict("taken")


answer = router""",
        TOP
        + """@router.put("/users/me/email", status_code=204)
def change(password: str, email: Email, user: CurrentUser, db: SessionDep) -> None:
    if not verify_password(password, user.hashed_password, Settings()):
        raise NotPermitted("no")
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=email))


answer = router""",
        TOP
        + """@router.post("/users/me/email", status_code=204)
def change(body: Change, user: CurrentUser, db: SessionDep) -> None:
    if not verify_password(body.password, user.hashed_password, Settings()):
        raise NotPermitted("no")
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=body.email))


answer = router""",
    ),
)
