"""Users, and who follows whom."""

from typing import Any

from fastapi import APIRouter, Depends, Request
from sqlalchemy import Engine

from microblog import queries, reads, services
from microblog.dependencies import (
    CurrentUser,
    ReplicaEngine,
    SessionDep,
    UserFromPath,
    UsernameFromPath,
    refuse_unknown_parameters,
)
from microblog.documentation import created_responses, error_responses, list_responses
from microblog.errors import NotFound
from microblog.lists import Statement
from microblog.paging import PageParams, PostPage, UserPage, page_response
from microblog.responses import json_response
from microblog.schemas import PostPublic, UserCreate, UserPrivate, UserProfile, UserPublic

router = APIRouter(tags=["users"], dependencies=[Depends(refuse_unknown_parameters)])


@router.post("/users/", status_code=201, responses=created_responses(400, 409, 413, 422))
def create_user(request: Request, new: UserCreate, db: SessionDep) -> UserPublic:
    """Register."""
    user = services.register_user(db, new, request.app.state.settings)
    location = str(request.url_for("read_user", username=user.username))
    return json_response(UserPublic, user, 201, {"Location": location})


@router.get("/users/me", responses=error_responses(401, 422))
def read_me(user: CurrentUser) -> UserPrivate:
    """Oneself, with the e-mail address that nobody else sees."""
    return json_response(UserPrivate, user)


@router.delete("/users/me", status_code=204, responses=error_responses(401, 422))
def delete_me(user: CurrentUser, db: SessionDep) -> None:
    """Delete one's account and everything that belongs to it."""
    services.delete_user(db, user)


@router.get("/users/{username}", responses=error_responses(404, 422))
def read_user(username: UsernameFromPath, engine: ReplicaEngine) -> UserProfile:
    """A user, with how many posts, followers and followed people they have."""
    profile = reads.fetch_one(engine, queries.profile(), username=username)
    if profile is None:
        raise NotFound(f"There is no user {username}.")
    return json_response(UserProfile, profile)


def fetch_all_of(
    username: str, engine: Engine, statement: Statement, page: PageParams
) -> list[dict[str, Any]]:
    """One statement for a user who has rows; only an empty list asks whether the user exists."""
    rows = reads.fetch_all(engine, statement, username=username, **page.values())
    if not rows:
        reads.get_user(engine, username)
    return rows


@router.get("/users/{username}/posts/", responses=list_responses(404))
def list_user_posts(
    request: Request, username: UsernameFromPath, engine: ReplicaEngine, page: PostPage
) -> list[PostPublic]:
    """A user's posts, newest first."""
    rows = fetch_all_of(username, engine, queries.posts_of(), page)
    return page_response(request, page, list[PostPublic], rows)


@router.get("/users/{username}/followers/", responses=list_responses(404))
def list_followers(
    request: Request, username: UsernameFromPath, engine: ReplicaEngine, page: UserPage
) -> list[UserPublic]:
    """Who follows a user, newest account first."""
    rows = fetch_all_of(username, engine, queries.followers_of(), page)
    return page_response(request, page, list[UserPublic], rows)


@router.get("/users/{username}/following/", responses=list_responses(404))
def list_following(
    request: Request, username: UsernameFromPath, engine: ReplicaEngine, page: UserPage
) -> list[UserPublic]:
    """Whom a user follows, newest account first."""
    rows = fetch_all_of(username, engine, queries.following_of(), page)
    return page_response(request, page, list[UserPublic], rows)


@router.put(
    "/users/{username}/follow", status_code=204, responses=error_responses(400, 401, 404, 422)
)
def create_follow(me: CurrentUser, user: UserFromPath, db: SessionDep) -> None:
    """Follow a user; doing it again changes nothing."""
    services.follow_user(db, me, user)


@router.delete(
    "/users/{username}/follow", status_code=204, responses=error_responses(400, 401, 404, 422)
)
def delete_follow(me: CurrentUser, user: UserFromPath, db: SessionDep) -> None:
    """Stop following a user."""
    services.unfollow_user(db, me, user)
