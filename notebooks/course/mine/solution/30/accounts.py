import hmac
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import OAuth2PasswordRequestForm

from my_service.database import SessionDep
from my_service.models import User
from my_service.schemas import Credentials, PasswordChange, Token
from my_service.security import (
    claims_of,
    count_failure,
    create_token,
    fingerprint,
    hash_password,
    is_password,
    may_try,
)
from my_service.writes import change_password


def refusal(detail: str) -> HTTPException:
    return HTTPException(401, detail, {"WWW-Authenticate": "Bearer"})


def check_password(request: Request, username: str, password: str, user: User | None) -> bool:
    """Whether it is the user's; every failure counts, and after ten there is a pause."""
    address = request.client.host if request.client else ""
    if not may_try(address, username):
        raise HTTPException(429, "Too many failed logins. Wait a minute.", {"Retry-After": "60"})
    if is_password(password, user and user.hashed_password):
        return True
    count_failure(address, username)
    return False


def log_in(request: Request, credentials: Credentials, db: SessionDep) -> Token:
    user = find_user(credentials.username, db)
    if not check_password(request, credentials.username, credentials.password, user):
        raise refusal("Wrong username or password.")
    return Token(access_token=create_token(user))


@router.post("/token")
def log_in_by_form(
    request: Request, form: Annotated[OAuth2PasswordRequestForm, Depends()], db: SessionDep
) -> Token:
    credentials = Credentials(username=form.username, password=form.password)
    return log_in(request, credentials, db)


@router.post("/login")
def log_in_by_json(request: Request, credentials: Credentials, db: SessionDep) -> Token:
    return log_in(request, credentials, db)


def get_current_user(token: Annotated[str | None, Depends(bearer)], db: SessionDep) -> User:
    claims = claims_of(token or "")
    user = find_user(claims.get("sub", ""), db)
    if not user or not hmac.compare_digest(claims.get("fingerprint", ""), fingerprint(user)):
        raise refusal("This needs a valid token.")
    return user


@router.put("/users/me/password", status_code=204)
def replace_password(
    request: Request, me: CurrentUser, change: PasswordChange, db: SessionDep
) -> None:
    if not check_password(request, me.username, change.old_password, me):
        raise HTTPException(403, "The old password is wrong.")
    if not change_password(db, me, hash_password(change.new_password)):
        raise refusal("This needs a valid token.")
