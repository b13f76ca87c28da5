"""What endpoints ask for: a session, a page, the current user, the post of the path."""

import re
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Request, Response
from fastapi.security import OAuth2PasswordBearer
from pydantic import BeforeValidator
from sqlalchemy import Row
from sqlalchemy.orm import Session

from microblog import queries, services
from microblog.errors import NotFound, NotPermitted, Unauthorized
from microblog.models import User
from microblog.schemas import Moment
from microblog.security import InvalidToken, decode_access_token

LARGEST_ID = 2**63 - 1


def digits(text: str) -> str:
    if not re.fullmatch("[0-9]+", text):
        raise ValueError("must be digits only")
    return text


PostId = Annotated[int, Path(ge=1, le=LARGEST_ID), BeforeValidator(digits)]


async def get_db(request: Request) -> AsyncIterator[Session]:
    """One session for each request. It takes a connection only while a statement needs it, so
    neither opening nor closing it blocks the event loop."""
    with request.app.state.make_session() as session:
        yield session


SessionDep = Annotated[Session, Depends(get_db, scope="function")]


class Page:
    """Which rows of a list to answer, and the link to the rows after them."""

    def __init__(self, db: Session, request: Request, response: Response, **asked: Any) -> None:
        self.db, self.request, self.response, self.asked = db, request, response, asked

    def of(self, statement: queries.Rows, time: str = "timestamp", **of: Any) -> list[Any]:
        """The rows as dicts; `time` names the column by which the statement pages."""
        limit = self.asked["limit"]
        one_more = {"limit": limit + 1}  # is there a next page?
        with self.db.begin():
            result = self.db.connection().execute(statement, self.asked | one_more | of)
            names, found = list(result.keys()), result.all()
        rows = [dict(zip(names, row, strict=True)) for row in found[:limit]]
        if len(found) > limit:
            last = rows[-1]
            key = {"before": last[time].isoformat(), "before_id": last["id"]}
            url = self.request.url.remove_query_params("offset").include_query_params(**key)
            self.response.headers["Link"] = f'<{url}>; rel="next"'
        return rows


async def get_page(
    db: SessionDep,
    request: Request,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    offset: Annotated[int, Query(ge=0, le=LARGEST_ID)] = 0,
    before: Annotated[Moment, Query(description="only rows older than this")] = queries.END_OF_TIME,
    before_id: Annotated[int, Query(ge=0, le=LARGEST_ID)] = 0,
) -> Page:
    asked = {"limit": limit, "offset": offset, "before": before, "before_id": before_id}
    return Page(db, request, response, **asked)


PageParams = Annotated[Page, Depends(get_page)]
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token", auto_error=False)
BearerToken = Annotated[str | None, Depends(oauth2_scheme)]


def get_current_user(request: Request, token: BearerToken, db: SessionDep) -> User:
    """The user whose token the request bears; 401, always in the same words, without one."""
    refusal = Unauthorized("Log in first: this needs a valid token.")
    if token is None or len(request.headers.getlist("Authorization")) > 1:
        raise refusal
    try:
        claims = decode_access_token(token, request.app.state.settings)
    except InvalidToken:
        raise refusal from None
    user = services.find_user(db, claims.username)
    if user is None or claims.issued_at < user.created_at:  # the name may have a new owner
        raise refusal
    return user


CurrentUser = Annotated[User, Depends(get_current_user)]


async def get_username(username: str) -> str:
    """A name that somebody can have: the database is not asked for any other."""
    if not services.USERNAME.fullmatch(username):
        raise NotFound("There is no user of that name.")
    return username


UsernameFromPath = Annotated[str, Depends(get_username)]


def get_user(username: UsernameFromPath, db: SessionDep) -> User:
    user = services.find_user(db, username)
    if user is None:
        raise NotFound(f"There is no user {username}.")
    return user


UserFromPath = Annotated[User, Depends(get_user)]


def get_post(post_id: PostId, db: SessionDep) -> Row[*tuple[Any, ...]]:
    with db.begin():
        post = db.execute(queries.post(), {"post_id": post_id}).one_or_none()
    if post is None:
        raise NotFound(f"There is no post {post_id}.")
    return post


PostFromPath = Annotated[Row[*tuple[Any, ...]], Depends(get_post)]


async def get_own_post(user: CurrentUser, post: PostFromPath) -> Row[*tuple[Any, ...]]:
    if post.owner_id != user.id:
        raise NotPermitted("Only its owner may do this to a post.")
    return post


OwnPost = Annotated[Row[*tuple[Any, ...]], Depends(get_own_post)]
