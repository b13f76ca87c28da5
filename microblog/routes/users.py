"""Users, and who follows whom."""

from typing import Any

from fastapi import APIRouter, Request

from microblog import queries, services
from microblog.dependencies import (
    CurrentUser,
    Page,
    PageParams,
    SessionDep,
    UserFromPath,
    UsernameFromPath,
    get_user,
)
from microblog.errors import NotFound, answers
from microblog.schemas import PostPublic, UserCreate, UserPrivate, UserProfile, UserPublic

router = APIRouter(tags=["users"])


@router.post(
    "/users/", status_code=201, response_model=UserPublic, responses=answers(400, 409, 413, 422)
)
def create_user(new: UserCreate, db: SessionDep, request: Request) -> Any:
    """Register."""
    return services.register_user(db, new, request.app.state.settings)


@router.get("/users/me", response_model=UserPrivate, responses=answers(401))
def read_me(user: CurrentUser) -> Any:
    """Oneself, with the e-mail address that nobody else sees."""
    return user


@router.delete("/users/me", status_code=204, responses=answers(401))
def delete_me(user: CurrentUser, db: SessionDep) -> None:
    """Delete one's account and everything that belongs to it."""
    services.delete_user(db, user)


@router.get("/users/{username}", response_model=UserProfile, responses=answers(404, 422))
def read_user(username: UsernameFromPath, db: SessionDep) -> Any:
    """A user, with how many posts, followers and followed people they have."""
    with db.begin():
        profile = db.execute(queries.profile(), {"username": username}).one_or_none()
    if profile is None:
        raise NotFound(f"There is no user {username}.")
    return profile._asdict()


def list_of(
    username: str, page: Page, statement: queries.Rows, time: str = "created_at"
) -> list[Any]:
    """One statement for a user who has rows; only an empty list asks whether the user exists."""
    rows = page.of(statement, time, username=username)
    if not rows:
        get_user(username, page.db)
    return rows


@router.get(
    "/users/{username}/posts/", response_model=list[PostPublic], responses=answers(404, 422)
)
def list_user_posts(username: UsernameFromPath, page: PageParams) -> Any:
    """A user's posts, newest first."""
    return list_of(username, page, queries.posts_of(), "timestamp")


@router.get(
    "/users/{username}/followers/", response_model=list[UserPublic], responses=answers(404, 422)
)
def list_followers(username: UsernameFromPath, page: PageParams) -> Any:
    """Who follows a user, newest account first."""
    return list_of(username, page, queries.followers_of())


@router.get(
    "/users/{username}/following/", response_model=list[UserPublic], responses=answers(404, 422)
)
def list_following(username: UsernameFromPath, page: PageParams) -> Any:
    """Whom a user follows, newest account first."""
    return list_of(username, page, queries.followed_by())


@router.put("/users/{username}/follow", status_code=204, responses=answers(400, 401, 404, 422))
def create_follow(me: CurrentUser, user: UserFromPath, db: SessionDep) -> None:
    """Follow a user; doing it again changes nothing."""
    services.follow_user(db, me, user)


@router.delete("/users/{username}/follow", status_code=204, responses=answers(400, 401, 404, 422))
def delete_follow(me: CurrentUser, user: UserFromPath, db: SessionDep) -> None:
    """Stop following a user."""
    services.unfollow_user(db, me, user)
