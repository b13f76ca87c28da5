from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from my_service import posts
from my_service.database import SessionDep, engine, make_tables


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    make_tables()
    yield
    engine.dispose()


app = FastAPI(title="my_service", lifespan=lifespan)


@app.get("/health")
def read_health(db: SessionDep) -> dict[str, str]:
    try:
        db.execute(select(1))
    except OperationalError:
        raise HTTPException(503, "The database does not answer.") from None
    return {"status": "ok"}


app.include_router(posts.router)
