"""Profiles, and who follows whom."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException

from my_service import queries
from my_service.accounts import CurrentUser
from my_service.database import SessionDep
from my_service.models import Follow
from my_service.paging import PageDep, PeoplePageDep
from my_service.schemas import PostPublic, UserProfile, UserPublic
from my_service.writes import add_once, remove

router = APIRouter(tags=["people"])


def get_person(username: str, db: SessionDep) -> Any:
    person = db.execute(queries.profile(username)).one_or_none()
    if person is None:
        raise HTTPException(404, "There is no user of that name.")
    return person


PersonFromPath = Annotated[Any, Depends(get_person)]


@router.get("/users/{username}", response_model=UserProfile)
def read_profile(person: PersonFromPath) -> Any:
    return person._asdict()


@router.get("/users/{username}/posts/", response_model=list[PostPublic])
def list_posts_of(person: PersonFromPath, page: PageDep) -> Any:
    return page.of(queries.posts_of, person.username)


@router.get("/users/{username}/followers/", response_model=list[UserPublic])
def list_followers(person: PersonFromPath, page: PeoplePageDep) -> Any:
    return page.of(queries.followers_of, person.id)


@router.get("/users/{username}/following/", response_model=list[UserPublic])
def list_following(person: PersonFromPath, page: PeoplePageDep) -> Any:
    return page.of(queries.followed_by, person.id)


@router.put("/users/{username}/follow", status_code=204)
def follow(me: CurrentUser, person: PersonFromPath, db: SessionDep) -> None:
    if person.id == me.id:
        raise HTTPException(400, "You cannot follow yourself.")
    add_once(db, Follow(follower_id=me.id, followee_id=person.id))


@router.delete("/users/{username}/follow", status_code=204)
def stop_following(me: CurrentUser, person: PersonFromPath, db: SessionDep) -> None:
    if person.id == me.id:
        raise HTTPException(400, "You cannot unfollow yourself.")
    remove(db, Follow, follower_id=me.id, followee_id=person.id)
