"""Posts."""

from typing import Any

from fastapi import APIRouter

from my_service import queries
from my_service.database import SessionDep
from my_service.schemas import PostPublic

router = APIRouter(tags=["posts"])


@router.get("/posts/", response_model=list[PostPublic])
def list_posts(db: SessionDep) -> Any:
    return [row._asdict() for row in db.execute(queries.newest_posts())]
