"""The application: settings, database, routes and what surrounds them, put together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import RedirectResponse
from fastapi_offline import FastAPIOffline
from sqlalchemy import select

from microblog import documentation, migrations
from microblog.config import Settings, get_settings
from microblog.database import (
    WRITE_CONNECTIONS,
    make_engine,
    make_read_engine,
    make_session_factory,
)
from microblog.dependencies import ReadEngine
from microblog.error_handlers import ERROR_HANDLERS
from microblog.middleware import BodyLimit, HeadAsGet, RequestLog
from microblog.reads import fetch_one
from microblog.routes import auth, posts, users
from microblog.schemas import Health
from microblog.throttle import LoginThrottle

router = APIRouter(tags=["health"])


@router.get("/health")
def read_health(engine: ReadEngine) -> Health:
    """Whether the service and its database answer."""
    fetch_one(engine, select(1))
    return Health()


@router.get("/", include_in_schema=False)
async def redirect_to_docs() -> RedirectResponse:
    return RedirectResponse("/docs")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    state = app.state
    state.free_sessions = asyncio.Semaphore(WRITE_CONNECTIONS)  # of this event loop
    try:
        await run_in_threadpool(migrations.ensure_current, state.engine)
        yield
    finally:
        for engine in (state.engine, state.read_engine, state.replica_engine):
            if engine is not None:
                engine.dispose()


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service for these settings, by default those of the environment.

    It connects when it starts, not here; an empty database gets its tables then.
    """
    settings = settings or get_settings()
    app = FastAPIOffline(
        title="microblog",
        summary="Short posts, likes, retweets and follows.",
        description=documentation.DESCRIPTION,
        version=version("microblog"),
        contact=documentation.CONTACT,
        license_info=documentation.LICENSE,
        openapi_tags=documentation.TAGS,
        generate_unique_id_function=documentation.operation_id,
        lifespan=lifespan,
        exception_handlers=ERROR_HANDLERS,
        responses=documentation.error_responses(500, 503),
    )
    documentation.document(app)
    add_state(app, settings)
    add_middleware(app, settings)
    for part in (auth.router, users.router, posts.router, router):
        app.include_router(part)
    return app


def add_state(app: FastAPI, settings: Settings) -> None:
    """What all requests share."""
    app.state.settings = settings
    app.state.engine = make_engine(settings.database_url)
    app.state.read_engine = make_read_engine(settings.database_url)
    replica = settings.read_database_url
    app.state.replica_engine = make_read_engine(replica) if replica else None
    app.state.make_session = make_session_factory(app.state.engine)
    app.state.free_sessions = asyncio.Semaphore(WRITE_CONNECTIONS)
    app.state.login_throttle = LoginThrottle()


def add_middleware(app: FastAPI, settings: Settings) -> None:
    """What surrounds all requests; the last one is outermost."""
    app.add_middleware(BodyLimit)
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestLog)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["Authorization"],
            expose_headers=["Link", "Location", "Retry-After", "X-Request-ID"],
        )


app = create_app()
