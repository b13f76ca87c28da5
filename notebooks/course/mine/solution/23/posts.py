from fastapi import HTTPException

from my_service.accounts import CurrentUser
from my_service.database import SessionDep
from my_service.models import Post
from my_service.writes import remove


@router.delete("/posts/{post_id}", status_code=204)
def delete_post(me: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    if post.owner_id != me.id:
        raise HTTPException(403, "Only its owner may delete a post.")
    remove(db, Post, id=post.id)
