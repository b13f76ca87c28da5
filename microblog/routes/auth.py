"""Logging in: a password for a token."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from microblog import services
from microblog.dependencies import SessionDep
from microblog.errors import TooManyRequests, Unauthorized, answers
from microblog.schemas import Credentials, Token
from microblog.security import create_access_token

router = APIRouter(tags=["log in"], responses=answers(400, 401, 413, 422, 429))


def log_in(request: Request, response: Response, db: SessionDep, of: Credentials) -> Token:
    settings, throttle = request.app.state.settings, request.app.state.login_throttle
    address = request.client.host if request.client else ""
    if seconds := throttle.seconds_to_wait(address, of.username):
        raise TooManyRequests("Too many failed logins. Wait a moment.", seconds)
    try:
        user = services.authenticate(db, of.username, of.password, settings)
    except Unauthorized:
        throttle.count_failure(address, of.username)
        raise
    response.headers["Cache-Control"] = "no-store"
    return Token(access_token=create_access_token(user.username, settings))


@router.post("/token")
def create_token(
    request: Request,
    response: Response,
    db: SessionDep,
    form: Annotated[OAuth2PasswordRequestForm, Depends()],
) -> Token:
    """Log in by form, as OAuth2 asks, for a token to send as `Authorization: Bearer …`."""
    credentials = Credentials(username=form.username, password=form.password)
    return log_in(request, response, db, credentials)


@router.post("/login")
def create_token_from_json(
    request: Request, response: Response, db: SessionDep, credentials: Credentials
) -> Token:
    """Log in by JSON, for the same token."""
    return log_in(request, response, db, credentials)
