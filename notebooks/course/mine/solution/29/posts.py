from typing import Any

from fastapi import APIRouter, Depends, HTTPException

from my_service import queries
from my_service.database import SessionDep
from my_service.parameters import PostId, refuse_unknown_parameters

router = APIRouter(tags=["posts"], dependencies=[Depends(refuse_unknown_parameters)])


def get_post(post_id: PostId, db: SessionDep) -> Any:
    post = db.execute(queries.post(post_id)).one_or_none()
    if post is None:
        raise HTTPException(404, "There is no such post.")
    return post
