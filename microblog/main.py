"""The application: settings, database, routes and what surrounds them, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi_offline import FastAPIOffline
from sqlalchemy import select

from microblog import migrations
from microblog.config import Settings, get_settings
from microblog.database import make_engine, make_session_factory
from microblog.dependencies import SessionDep
from microblog.errors import ERROR_HANDLERS, answers
from microblog.middleware import BodyLimit, RequestLog
from microblog.routes import auth, posts, users
from microblog.schemas import Health
from microblog.security import LoginThrottle

router = APIRouter(tags=["health"])


@router.get("/health")
def read_health(db: SessionDep) -> Health:
    """Whether the service and its database answer."""
    with db.begin():
        db.execute(select(1))
    return Health()


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    engine = app.state.engine
    try:
        await run_in_threadpool(migrations.prepare, engine)
        yield
    finally:
        engine.dispose()


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service for these settings, by default those of the environment.

    It connects when it starts, not here; an empty database gets its tables then.
    """
    settings = settings or get_settings()
    engine = make_engine(settings.database_url)
    app = FastAPIOffline(
        title="microblog",
        summary="Short posts, likes, retweets and follows.",
        version="0.1.0",
        lifespan=lifespan,
        exception_handlers=ERROR_HANDLERS,
        responses=answers(500, 503),
    )
    app.state.settings = settings
    app.state.engine = engine
    app.state.make_session = make_session_factory(engine)
    app.state.login_throttle = LoginThrottle()
    app.add_middleware(BodyLimit)
    app.add_middleware(RequestLog)  # the last one stands outermost
    for part in (auth.router, users.router, posts.router, router):
        app.include_router(part)
    return app


app = create_app()
