"""What a learner's kit calls: join the class, and report what the learner agreed to."""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field

from course.classroom.gate import FROZEN
from course.classroom.room import MOST_LEARNERS, Room, is_same
from microblog import services
from microblog.dependencies import CurrentUser, ReadEngine, SessionDep, get_current_user
from microblog.errors import Unauthorized
from microblog.schemas import Input, UserCreate
from microblog.security import create_access_token

router = APIRouter()
LONGEST_BREAK = 10 * 60  # seconds that one cell can add to its section


async def get_room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


RoomDep = Annotated[Room, Depends(get_room)]


class Joining(Input):
    code: str = Field(max_length=100)
    show_name: bool = False


class Joined(BaseModel):
    """Who the learner is; no password when they had joined before."""

    username: str
    token: str
    password: str | None = None


class ExerciseEvent(Input):
    exercise: str = Field(max_length=20)
    event: str = Field(max_length=20)


class TimeInSection(Input):
    notebook: str = Field(max_length=100)
    section: str = Field(max_length=200)
    seconds: float = Field(ge=0, allow_inf_nan=False)


class Report(Input):
    events: list[ExerciseEvent] = Field(default=[], max_length=100)
    sections: list[TimeInSection] = Field(default=[], max_length=100)


@router.get("/hello")
async def read_hello(room: RoomDep) -> dict[str, str]:
    """Where the room reaches the class; by this answer a kit knows that it has found one."""
    return {"class": room.address}


@router.post("/join")
def join(
    request: Request, room: RoomDep, wanted: Joining, engine: ReadEngine, db: SessionDep
) -> Joined:
    """A new name and password; or, with the token of an earlier call, the same name again."""
    if not is_same(wanted.code, room.code):
        raise HTTPException(403, "That isn't the code of this class.")
    settings = request.app.state.settings
    if known := known_learner(request, room, engine):
        room.shown_names[known.username] = wanted.show_name
        token = create_access_token(known.username, known.hashed_password, settings)
        return Joined(username=known.username, token=token)
    if room.frozen:
        raise HTTPException(423, FROZEN)
    name = room.add_learner(wanted.show_name)
    if name is None:
        raise HTTPException(409, f"The class is full: {MOST_LEARNERS} people have joined.")
    password = secrets.token_urlsafe(9)
    new = UserCreate(username=name, email=f"{name}@example.org", password=password)
    user = services.register_user(db, new, settings)
    token = create_access_token(name, user.hashed_password, settings)
    return Joined(username=name, token=token, password=password)


def known_learner(request: Request, room: Room, engine: ReadEngine) -> Any:
    _, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        user = get_current_user(request, token or None, engine)
    except Unauthorized:
        return None
    return user if user.username in room.shown_names else None


@router.post("/reports", status_code=204)
def report(room: RoomDep, user: CurrentUser, told: Report) -> None:
    for each in told.events:
        room.report_event(user.username, each.exercise, each.event)
    for part in told.sections:
        seconds = min(part.seconds, LONGEST_BREAK)
        room.report_seconds(user.username, (part.notebook, part.section), seconds)
