"""A route that changes and shows every column of a user, to be repaired."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, outcome, repaired, routed
from course.judges.endpoints import routes_of
from course.judges.trials import Observed, Trial, Trying
from microblog.models import User

NEW = "new@example.org"


def change(email: str, by: str = "jonas") -> Callable[[Target], Observed]:
    """What a new address changes, and what the answer shows."""
    addresses = select(User.username, User.email)

    def observe(target: Target) -> Observed:
        before = target.rows(addresses)
        answer = target.call("PATCH", "/users/me", by, {"email": email})
        changed = [row for row in target.rows(addresses) if row not in before]
        return {
            "the answer": outcome(answer),
            "addresses that changed": changed or "none",
            "the answer shows": "a hash" if "$2b$" in answer.text else "no hash",
        }

    return observe


def besides(column: str, value: Any) -> Trial:
    """Another column in the body: all of it may be refused, or this one left as it is."""

    def observe(target: Target) -> Observed:
        values = select(getattr(User, column)).order_by(column)
        before = target.rows(values)
        target.call("PATCH", "/users/me", "jonas", {"email": NEW, column: value})
        return {f"the {column} changes": target.rows(values) != before}

    return repaired(f"The body also holds {column}: {value!r}.", observe)


EXERCISE = Exercise(
    title="A new address",
    minutes=7,
    objective="name the fields that may come in and go out",
    task="""`PATCH /users/me` should change one's e-mail address, and nothing else. This route
changes whatever the body names, and answers with too much. Repair it: a new address gets in, a
text that isn't an address is refused (`schemas.Email` is the type), no other column changes, no
hash gets out. (`user` belongs to no session yet; `db.add` puts it into this one.)""",
    starter="""router = APIRouter()


@router.patch("/users/me")
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        for column, value in body.items():
            setattr(user, column, value)
    return user


answer = ...  # repair the route, then: router""",
    hints=(
        "What comes in, and what goes out? Each of the two needs a schema.",
        "For the body: a subclass of `schemas.Input` with one field, `email`, of the type "
        "`schemas.Email`. For the answer: `schemas.UserPrivate`, which shows users "
        "their own account.",
        "`class UserChange(schemas.Input)` with `email: schemas.Email`, then "
        '`@router.patch("/users/me", response_model=schemas.UserPrivate)`, an argument '
        "`change: UserChange`, and `user.email = change.email` in the transaction.",
    ),
    imports="""
from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException
from pydantic import BaseModel
from sqlalchemy import update

from microblog import schemas
from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.models import User
from microblog.schemas import Email, Input, UserPrivate
""",
    answers=(
        routed("""
class UserChange(schemas.Input):
    email: schemas.Email


@router.patch("/users/me", response_model=schemas.UserPrivate)
def change_me(change: UserChange, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        user.email = change.email
    return user
"""),
        routed("""
class Address(BaseModel):
    email: Email


@router.patch("/users/me")
def change_me(new: Address, user: CurrentUser, db: SessionDep) -> Address:
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=new.email))
    return new
"""),
    ),
    mistakes=(
        Mistake(
            "any column",
            routed("""
@router.patch("/users/me")
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        for column, value in body.items():
            setattr(user, column, value)
    return user
"""),
            "The body may still change every column, and the answer still shows the hash. Both "
            "need a schema: one for what comes in, one for what goes out.",
        ),
        Mistake(
            "a list of what is forbidden",
            routed("""
@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    if body.keys() & {"id", "hashed_password"}:
        raise HTTPException(403, "Not this.")
    with transaction(db):
        db.add(user)
        for column, value in body.items():
            setattr(user, column, value)
    return user
"""),
            "The id and the hash are safe, but the username can still be changed, and any text "
            "passes as an address. Say what may come in, with a schema: a list of what may not is "
            "never complete.",
        ),
        Mistake(
            "the hash gets out",
            routed("""
class UserChange(Input):
    email: Email


@router.patch("/users/me")
def change_me(change: UserChange, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        user.email = change.email
    return user
"""),
            "Only the address changes, as it should. But the answer holds the hash of the password "
            "since the route returns the user with all columns. Give the answer a schema.",
        ),
        Mistake(
            "nothing stored",
            routed("""
@router.patch("/users/me", response_model=UserPrivate)
def change_me(email: Annotated[Email, Body(embed=True)], user: CurrentUser, db: SessionDep):
    with transaction(db):
        user.email = email
    return user
"""),
            "The answer says that it worked, and the database still has the old address. A change "
            "is stored when the user belongs to your session (the current user belongs to none, "
            "until you add it), and when the session commits.",
        ),
        Mistake(
            "any text",
            routed("""
@router.patch("/users/me")
def change_me(email: Annotated[str, Body(embed=True)], user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=email))
"""),
            "Any text is stored as an address. The type Email refuses what isn't an address.",
        ),
    ),
    judge=Trying(
        [
            repaired(f"Jonas changes his address to {NEW}.", change(NEW)),
            besides("username", "marta_2"),
            besides("hashed_password", "$2b$04$x"),
            besides("id", 77),
            repaired("The new address is nowhere, without an @.", change("nowhere")),
            repaired("Somebody without a token sends an address.", change(NEW, by="")),
        ],
        routes_of,
    ),
    praise="The address gets in, and nothing else; no hash gets out.",
)
