"""Logging in: a password for a token."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.security import OAuth2PasswordRequestForm

from microblog import reads, services
from microblog.dependencies import CurrentUser, ReadEngine, SessionDep, refuse_unknown_parameters
from microblog.documentation import error_responses
from microblog.errors import NotPermitted, TooManyRequests, Unauthorized
from microblog.schemas import Credentials, PasswordChange, Token
from microblog.security import create_access_token

router = APIRouter(tags=["log in"], dependencies=[Depends(refuse_unknown_parameters)])
LOGIN_ERRORS = error_responses(400, 401, 413, 422, 429)
PASSWORD_ERRORS = error_responses(400, 401, 403, 413, 422, 429)


@contextmanager
def login_attempt(request: Request, username: str) -> Iterator[None]:
    """Refuse an attempt after too many failures, and count this one when it fails."""
    throttle = request.app.state.login_throttle
    address = request.client.host if request.client else ""
    if seconds := throttle.seconds_to_wait(address, username):
        raise TooManyRequests("Too many failed logins. Wait a moment.", seconds)
    try:
        yield
    except (Unauthorized, NotPermitted):
        throttle.count_failure(address, username)
        raise


def log_in(
    request: Request, response: Response, engine: ReadEngine, credentials: Credentials
) -> Token:
    settings = request.app.state.settings
    with login_attempt(request, credentials.username):
        user = reads.authenticate(engine, credentials.username, credentials.password, settings)
    response.headers["Cache-Control"] = "no-store"
    token = create_access_token(user.username, user.hashed_password, settings)
    return Token(access_token=token)


@router.post("/token", responses=LOGIN_ERRORS)
def create_token(
    request: Request,
    response: Response,
    engine: ReadEngine,
    form: Annotated[OAuth2PasswordRequestForm, Depends()],
) -> Token:
    """Log in by form, as OAuth2 asks, for a token to send as `Authorization: Bearer …`."""
    credentials = Credentials(username=form.username, password=form.password)
    return log_in(request, response, engine, credentials)


@router.post("/login", responses=LOGIN_ERRORS)
def create_token_from_json(
    request: Request, response: Response, engine: ReadEngine, credentials: Credentials
) -> Token:
    """Log in by JSON, for the same token."""
    return log_in(request, response, engine, credentials)


@router.put("/users/me/password", status_code=204, responses=PASSWORD_ERRORS)
def update_password(
    request: Request, user: CurrentUser, passwords: PasswordChange, db: SessionDep
) -> None:
    """Change one's own password; every token issued before ends, this one too."""
    settings = request.app.state.settings
    with login_attempt(request, user.username):
        services.change_password(db, user, passwords.old_password, passwords.new_password, settings)
