"""Registering, logging in, and one's own account."""

from typing import Any

from fastapi import APIRouter, HTTPException, Response
from sqlalchemy.exc import IntegrityError

from my_service.database import SessionDep
from my_service.schemas import UserCreate, UserPublic
from my_service.security import hash_password
from my_service.writes import add_user

router = APIRouter(tags=["accounts"])


@router.post("/users/", status_code=201, response_model=UserPublic)
def register(new: UserCreate, db: SessionDep, response: Response) -> Any:
    try:
        user = add_user(db, new.username, new.email, hash_password(new.password))
    except IntegrityError:
        raise HTTPException(409, "That username or e-mail address is taken.") from None
    response.headers["Location"] = f"/users/{user.username}"
    return user
