from typing import Annotated, Any

from fastapi import Depends, HTTPException

from my_service import queries
from my_service.database import SessionDep
from my_service.schemas import PostPublic


def get_post(post_id: int, db: SessionDep) -> Any:
    post = db.execute(queries.post(post_id)).one_or_none()
    if post is None:
        raise HTTPException(404, "There is no such post.")
    return post


PostFromPath = Annotated[Any, Depends(get_post)]


@router.get("/posts/{post_id}", response_model=PostPublic)
def read_post(post: PostFromPath) -> Any:
    return post._asdict()
