from learners import Learners

from course.judges.attacks import routed

LEARNERS = Learners(
    right=(
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me")
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep) -> UserPrivate:
    with transaction(db):
        db.add(user)
        user.email = body.email
    return UserPrivate.model_validate(user, from_attributes=True)
"""),
        routed("""
class NewEmail(BaseModel):
    email: Email


@router.patch("/users/me", status_code=204)
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.get_one(User, user.id).email = body.email
"""),
        routed("""
from fastapi import Body


@router.patch("/users/me", response_model=UserPrivate)
def change_me(email: Annotated[Email, Body(embed=True)], user: CurrentUser, db: SessionDep):
    db.add(user)
    user.email = email
    db.commit()
    return user
""").replace(
            "from fastapi import Body", "from typing import Annotated\n\nfrom fastapi import Body"
        ),
        routed("""
from pydantic import TypeAdapter, ValidationError


@router.patch("/users/me")
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    if body.keys() != {"email"}:
        raise HTTPException(422, "Only the e-mail address can be changed.")
    try:
        email = TypeAdapter(Email).validate_python(body["email"])
    except ValidationError:
        raise HTTPException(422, "This is no e-mail address.") from None
    with transaction(db):
        db.merge(user).email = email
    return {"email": email}
"""),
    ),
    named={
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me")
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep):
    with transaction(db):
        changed = db.get_one(User, user.id)
        changed.email = body.email
    return changed
"""): "the hash gets out",
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me", status_code=204)
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep) -> None:
    user.email = body.email
    db.commit()
"""): "nothing stored",
        routed("""
class NewEmail(BaseModel):
    email: str


@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        user.email = body.email
    return user
"""): "any text",
        routed("""
@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    if "hashed_password" in body or "id" in body:
        raise HTTPException(422, "Not this.")
    with transaction(db):
        db.add(user)
        for column, value in body.items():
            setattr(user, column, value)
    return user
"""): "a list of what is forbidden",
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep):
    db.add(user)
    user.email = body.email
    return user
"""): "nothing stored",
    },
    unnamed=(
        routed("""
class UserChange(Input):
    email: Email
    username: str | None = None


@router.patch("/users/me", response_model=UserPrivate)
def change_me(change: UserChange, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        for column, value in change.model_dump(exclude_none=True).items():
            setattr(user, column, value)
    return user
"""),
        routed("""
@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        for column, value in body.items():
            setattr(user, column, value)
    return user
"""),
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me")
def change_me(body: NewEmail, db: SessionDep):
    with transaction(db):
        db.get_one(User, 4).email = body.email
"""),
        routed("""
@router.patch("/users/me", response_model=UserPrivate)
def change_me(email: Email, user: CurrentUser, db: SessionDep):
    with transaction(db):
        db.add(user)
        user.email = email
    return user
"""),
        routed("""
class NewEmail(Input):
    email: Email


@router.patch("/users/me", status_code=204)
def change_me(body: NewEmail, user: CurrentUser, db: SessionDep) -> None:
    with transaction(db):
        db.execute(update(User).values(email=body.email))
"""),
    ),
)
