from fastapi import APIRouter, Depends, HTTPException

from my_service import queries
from my_service.database import SessionDep
from my_service.models import User
from my_service.parameters import refuse_unknown_parameters
from my_service.schemas import Credentials, Token
from my_service.security import create_token, is_password

router = APIRouter(tags=["accounts"], dependencies=[Depends(refuse_unknown_parameters)])


def find_user(username: str, db: SessionDep) -> User | None:
    if not queries.can_be_a_name(username):
        return None
    return db.scalars(queries.user(username)).one_or_none()


def log_in(credentials: Credentials, db: SessionDep) -> Token:
    user = find_user(credentials.username, db)
    if not is_password(credentials.password, user and user.hashed_password):
        raise HTTPException(401, "Wrong username or password.", {"WWW-Authenticate": "Bearer"})
    return Token(access_token=create_token(user))
