from typing import Any

from fastapi import Response

from my_service import queries
from my_service.accounts import CurrentUser
from my_service.database import SessionDep
from my_service.schemas import PostCreate, PostPublic
from my_service.writes import add_post


@router.post("/posts/", status_code=201, response_model=PostPublic)
def create_post(me: CurrentUser, new: PostCreate, db: SessionDep, response: Response) -> Any:
    post = add_post(db, me, new.content)
    response.headers["Location"] = f"/posts/{post.id}"
    return db.execute(queries.post(post.id)).one()._asdict()
