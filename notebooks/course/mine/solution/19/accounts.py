from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordRequestForm

from my_service import queries
from my_service.database import SessionDep
from my_service.schemas import Credentials, Token
from my_service.security import create_token, is_password


def log_in(credentials: Credentials, db: SessionDep) -> Token:
    user = db.scalars(queries.user(credentials.username)).one_or_none()
    if not is_password(credentials.password, user and user.hashed_password):
        raise HTTPException(401, "Wrong username or password.", {"WWW-Authenticate": "Bearer"})
    return Token(access_token=create_token(user))


@router.post("/token")
def log_in_by_form(form: Annotated[OAuth2PasswordRequestForm, Depends()], db: SessionDep) -> Token:
    return log_in(Credentials(username=form.username, password=form.password), db)


@router.post("/login")
def log_in_by_json(credentials: Credentials, db: SessionDep) -> Token:
    return log_in(credentials, db)
