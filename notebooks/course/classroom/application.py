"""The finished service with a class around it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import SecretStr

from course.classroom import controls, feed, learners, pages
from course.classroom.gate import ClassThrottle, Gate
from course.classroom.room import Room
from microblog.config import Settings
from microblog.main import create_app

WORKDAY = 12 * 60  # minutes
CHEAP = 8  # rounds of bcrypt: thirty people join at once, and throw their passwords away


def class_settings(database_url: str) -> Settings:
    """Settings that no variable of the environment changes, with a new key."""
    return Settings(
        environment="development",
        database_url=database_url,
        secret_key=SecretStr(""),
        access_token_expire_minutes=WORKDAY,
        bcrypt_rounds=CHEAP,
        cors_origins=[],
    )


def class_app(room: Room, settings: Settings) -> FastAPI:
    app = create_app(settings)
    app.state.room = room
    app.state.feed = feed.Feed(room, app.state.read_engine)
    app.state.login_throttle = ClassThrottle()
    service_lifespan = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with service_lifespan(app):
            reader = asyncio.create_task(app.state.feed.run())
            yield
            reader.cancel()

    app.router.lifespan_context = lifespan
    app.add_middleware(Gate, room=room, settings=settings)
    for router in (learners.router, controls.router, feed.router, pages.router):
        app.include_router(router, prefix="/class", include_in_schema=False)
    return app
