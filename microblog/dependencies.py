"""What endpoints ask for: a session, the current user, the user or the post of the path."""

import re
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.exceptions import RequestValidationError
from fastapi.security import OAuth2PasswordBearer
from pydantic import BeforeValidator
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from microblog import queries, reads
from microblog.errors import NotFound, NotPermitted, Unauthorized
from microblog.models import User
from microblog.rules import LARGEST_INTEGER, is_username
from microblog.schemas import Id
from microblog.security import InvalidToken, decode_access_token


async def get_db(request: Request) -> AsyncIterator[Session]:
    """A session for one request; what is not committed is rolled back.

    There are never more sessions than connections: a request waits for its session here, where
    it holds no thread, and not in a thread that the holder of a connection may need.
    """
    async with request.app.state.free_sessions:
        with request.app.state.make_session() as session:
            yield session


async def get_read_engine(request: Request) -> Engine:
    """Where lists and look-ups read: connections that cannot write."""
    engine: Engine = request.app.state.read_engine
    return engine


SessionDep = Annotated[Session, Depends(get_db, scope="function")]
ReadEngine = Annotated[Engine, Depends(get_read_engine)]


async def get_replica_engine(request: Request, engine: ReadEngine) -> Engine:
    """Where public rows are read, which may be a moment old: the replica, if there is one."""
    replica: Engine | None = request.app.state.replica_engine
    return replica or engine


ReplicaEngine = Annotated[Engine, Depends(get_replica_engine)]


async def refuse_unknown_parameters(request: Request) -> None:
    """A misspelt parameter is an error; without this it would be ignored."""
    if not request.query_params:
        return
    operations = request.app.openapi()["paths"].get(request.scope["route"].path_format, {})
    if operation := operations.get(request.method.lower()):
        known = [each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"]
        message = f"is not a parameter here; these are: {', '.join(known) or 'none'}"
        unknown = [name for name in request.query_params if name not in known]
        errors = [{"type": "extra", "loc": ("query", name), "msg": message} for name in unknown]
        if errors:
            raise RequestValidationError(errors)


def check_digits(text: str) -> str:
    if not re.fullmatch("[0-9]+", text):
        raise ValueError("must be digits only")
    return text


PostId = Annotated[Id, Path(ge=1, le=LARGEST_INTEGER), BeforeValidator(check_digits)]
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)
BearerToken = Annotated[str | None, Depends(oauth2_scheme)]


def get_current_user(request: Request, token: BearerToken, engine: ReadEngine) -> User:
    """The user whose token the request bears; 401, always in the same words, without one.

    The object belongs to no session: to change the user, write an `update`, or add the object to
    a session first.
    """
    refusal = Unauthorized("Log in first: this needs a valid token.")
    if token is None or len(request.headers.getlist("Authorization")) > 1:
        raise refusal
    settings = request.app.state.settings
    try:
        claims = decode_access_token(token, settings)
    except InvalidToken:
        raise refusal from None
    user = reads.find_user(engine, claims.username)
    if user is None or not claims.are_of(user.hashed_password, user.created_at, settings):
        raise refusal
    return user


CurrentUser = Annotated[User, Depends(get_current_user)]


async def get_username(username: str) -> str:
    """A name that somebody can have: the database is not asked for any other."""
    if not is_username(username):
        raise NotFound("There is no user of that name.")
    return username


UsernameFromPath = Annotated[str, Depends(get_username)]


def get_user(username: UsernameFromPath, engine: ReadEngine) -> User:
    return reads.get_user(engine, username)


UserFromPath = Annotated[User, Depends(get_user)]


def get_post(post_id: PostId, engine: ReplicaEngine) -> reads.AnyRow:
    """The post of the path as a list shows it; 404 without it."""
    return reads.get_post(engine, queries.post(), post_id)


def get_post_key(post_id: PostId, engine: ReadEngine) -> reads.AnyRow:
    """The `id` and `owner_id` of the post of the path; 404 without it."""
    return reads.get_post(engine, queries.post_key(), post_id)


PostFromPath = Annotated[reads.AnyRow, Depends(get_post)]
PostKey = Annotated[reads.AnyRow, Depends(get_post_key)]


async def get_own_post(user: CurrentUser, post: PostKey) -> reads.AnyRow:
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    return post


OwnPost = Annotated[reads.AnyRow, Depends(get_own_post)]
