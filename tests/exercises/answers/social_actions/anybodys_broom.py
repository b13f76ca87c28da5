from learners import Learners

TOP = """from fastapi import APIRouter, HTTPException
from sqlalchemy import delete

from microblog import services
from microblog.database import transaction
from microblog.dependencies import CurrentUser, OwnPost, PostFromPath, PostKey, SessionDep
from microblog.errors import NotPermitted
from microblog.models import Post

router = APIRouter()


"""

LEARNERS = Learners(
    right=(
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    if post.owner_id == user.id:
        services.delete_post(db, post.id)
    else:
        raise NotPermitted("Not yours.")


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if user.id != post.owner_id:
        raise HTTPException(status_code=403, detail="Not yours.")
    services.delete_post(db, post.id)


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    if post.username != user.username:
        raise NotPermitted("Not yours.")
    with transaction(db):
        db.execute(delete(Post).where(Post.id == post.id))


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(db: SessionDep, own: OwnPost):
    with transaction(db):
        db.delete(db.get(Post, own.id))


answer = router""",
    ),
    named={
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    if user.id:
        services.delete_post(db, post.id)


answer = router""": "as it was",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id != user.id:
        raise HTTPException(401, "Not yours.")
    services.delete_post(db, post.id)


answer = router""": "401 for others",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    own = post.owner_id == user.id
    services.delete_post(db, post.id)
    if not own:
        raise HTTPException(403)


answer = router""": "compared too late",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id == user.id:
        services.delete_post(db, post.id)


answer = router""": "204 for others",
    },
    unnamed=(
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(post: PostKey, db: SessionDep) -> None:
    services.delete_post(db, post.id)


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    raise NotPermitted("Not yours.")


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post: PostKey, db: SessionDep) -> None:
    if post.owner_id == user.id:
        raise NotPermitted("Not yours.")
    services.delete_post(db, post.id)


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post_id: int, db: SessionDep) -> None:
    with transaction(db):
        db.execute(delete(Post).where(Post.id == post_id, Post.owner_id == user.id))


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(user: CurrentUser, post_id: int, db: SessionDep) -> None:
    post = db.get(Post, post_id)
    if post is None or post.owner_id != user.id:
        raise HTTPException(403)
    with transaction(db):
        db.delete(post)


answer = router""",
        TOP
        + """@router.delete("/posts/{post_id}", status_code=204)
def delete_a_post(post: OwnPost, db: SessionDep) -> None:
    db.execute(delete(Post).where(Post.id == post.id))


answer = router""",
    ),
)
