"""An endpoint for one's own e-mail address."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows
from course.judges.routers import PASSWORD, Call, asking, member, requesting
from course.judges.trials import Trial


def ana_alone() -> Rows:
    return no_rows() | {"users": [member(4, "ana")]}


def three_people() -> Rows:
    people = ((7, "keiko"), (3, "zoe"), (9, "ana"))
    return no_rows() | {"users": [member(number, name) for number, name in people]}


def changing(shown: str, rows: Any = three_people, by: str = "ana", **body: str) -> Trial:
    values = {"password": PASSWORD, "email": "new@example.org"} | body
    call = Call("PUT", "/users/me/email", by=by, json=values)
    return requesting(shown, rows, call, stored={"users": ("username", "email")})


TRIALS = (
    changing("There is one user, ana.", ana_alone),
    changing("", by=""),
    changing("This isn't ana's password.", password="a guess"),
    changing("This password is longer than any that bcrypt hashes.", password="x" * 80),
    changing("This is no address.", email="new@example"),
    changing("Addresses are stored in lower case.", email="New.Ana@Example.org"),
    changing("This is zoe's address.", email="zoe@example.org"),
)

EXERCISE = Exercise(
    title="A change of address",
    minutes=10,
    objective="write an endpoint that asks for the password again",
    task="""Write `PUT /users/me/email`, which takes the JSON `{"password": …, "email": …}`. It
stores the new address for the current user and answers 204. If the password isn't theirs: 403
(`NotPermitted` in `microblog.errors`). The address obeys the rules of registration (`Email` in
`microblog.schemas`), else 422. Somebody else has it: 409 (`Conflict`). No valid token: 401.""",
    starter="""router = APIRouter()

# @router.put("/users/me/email", status_code=204) …

answer = ...  # then: router""",
    hints=(
        "Four parts: a schema for the body, a check, one write, and what a refused write means.",
        "`verify_password` needs `user.hashed_password` and `request.app.state.settings`. `user` "
        "belongs to no session, so write an `update`. What does a unique index do?",
        "`if not verify_password(new.password, user.hashed_password, settings):` "
        "`raise NotPermitted(…)`; then, in `try:` and `with transaction(db):`, "
        "`db.execute(update(User).where(User.id == user.id).values(email=new.email))`, and "
        "`except IntegrityError: raise Conflict(…)`.",
    ),
    imports="""from fastapi import APIRouter, Request
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import Conflict, NotPermitted, Unauthorized
from microblog.models import User
from microblog.schemas import Email, Input
from microblog.security import verify_password
""",
    answers=(
        """class NewAddress(Input):
    password: str
    email: Email


router = APIRouter()


@router.put("/users/me/email", status_code=204)
def update_email(new: NewAddress, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("That is not your password.")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=new.email))
    except IntegrityError:
        raise Conflict("That e-mail address is taken.") from None


answer = router""",
        """class NewAddress(Input):
    password: str
    email: Email


router = APIRouter()


@router.put("/users/me/email", status_code=204)
def update_email(new: NewAddress, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("That is not your password.")
    db.add(user)
    user.email = new.email
    try:
        db.commit()
    except IntegrityError:
        db.rollback()
        raise Conflict("That e-mail address is taken.") from None


answer = router""",
    ),
    mistakes=(
        Mistake(
            "an object of no session",
            """class New(Input):
    password: str
    email: Email
router = APIRouter()
@router.put("/users/me/email", status_code=204)
def update_email(new: New, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("That is not your password.")
    with transaction(db):
        user.email = new.email
answer = router""",
            "You answer 204, and nothing changes in the table. If you set `user.email`: the object "
            "`user` belongs to no session. Write an `update`, or add it to the session first.",
        ),
        Mistake(
            "not committed",
            """class New(Input):
    password: str
    email: Email
router = APIRouter()
@router.put("/users/me/email", status_code=204)
def update_email(new: New, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("That is not your password.")
    try:
        db.execute(update(User).where(User.id == user.id).values(email=new.email))
    except IntegrityError:
        raise Conflict("That e-mail address is taken.") from None
answer = router""",
            "The table refuses an address that is taken, so your statement is sent. But you answer "
            "204 and nothing is stored: who commits?",
        ),
        Mistake(
            "password not checked",
            """class New(Input):
    password: str
    email: Email
router = APIRouter()
@router.put("/users/me/email", status_code=204)
def update_email(new: New, user: CurrentUser, db: SessionDep) -> None:
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=new.email))
    except IntegrityError:
        raise Conflict("That e-mail address is taken.") from None
answer = router""",
            "A wrong password changes the address too. An unlocked screen is enough for that.",
        ),
        Mistake(
            "401 for a wrong password",
            """class New(Input):
    password: str
    email: Email
router = APIRouter()
@router.put("/users/me/email", status_code=204)
def update_email(new: New, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise Unauthorized("That is not your password.")
    try:
        with transaction(db):
            db.execute(update(User).where(User.id == user.id).values(email=new.email))
    except IntegrityError:
        raise Conflict("That e-mail address is taken.") from None
answer = router""",
            "A wrong password is answered with 401. But it is known who asks, so it is a 403.",
        ),
        Mistake(
            "a taken address",
            """class New(Input):
    password: str
    email: Email
router = APIRouter()
@router.put("/users/me/email", status_code=204)
def update_email(new: New, user: CurrentUser, db: SessionDep, request: Request) -> None:
    if not verify_password(new.password, user.hashed_password, request.app.state.settings):
        raise NotPermitted("That is not your password.")
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=new.email))
answer = router""",
            "A taken address ends in an IntegrityError. Turn it into a `Conflict`.",
        ),
    ),
    judge=asking(*TRIALS),
    praise="The new address is stored for its owner alone, who has given the password.",
)
