from learners import Learners

TOP = """from fastapi import APIRouter, HTTPException
from sqlalchemy import select, update

from microblog.database import transaction
from microblog.dependencies import CurrentUser, OwnPost, PostKey, SessionDep
from microblog.errors import NotFound, NotPermitted
from microblog.models import Post
from microblog.schemas import PostCreate

router = APIRouter()


"""

LEARNERS = Learners(
    right=(
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(post: OwnPost, new: PostCreate, db: SessionDep):
    db.execute(update(Post).where(Post.id == post.id).values(content=new.content))
    db.commit()


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(user: CurrentUser, post_id: int, new: PostCreate, db: SessionDep):
    post = db.get(Post, post_id)
    if post is None:
        raise NotFound("There is no such post.")
    if post.owner_id != user.id:
        raise NotPermitted("That is not your post.")
    post.content = new.content
    db.commit()


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(user: CurrentUser, post: PostKey, new: PostCreate, db: SessionDep):
    own = (Post.id == post.id, Post.owner_id == user.id)
    with transaction(db):
        changed = db.execute(update(Post).where(*own).values(content=new.content)).rowcount
    if not changed:
        raise HTTPException(403, "That is not your post.")


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(post: OwnPost, new: PostCreate, db: SessionDep):
    with transaction(db):
        found = db.scalars(select(Post).where(Post.id == post.id)).one()
        found.content = new.content


answer = router""",
    ),
    named={
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(user: CurrentUser, post: PostKey, new: PostCreate, db: SessionDep):
    db.get(Post, post.id).content = new.content
    db.commit()


answer = router""": "anybody's",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(post: OwnPost, new: PostCreate, db: SessionDep):
    db.get(Post, post.id).content = new.content
    db.flush()


answer = router""": "no commit",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(user: CurrentUser, post: OwnPost, new: PostCreate, db: SessionDep):
    with transaction(db):
        db.execute(update(Post).where(Post.owner_id == user.id).values(content=new.content))


answer = router""": "all of the owner's",
    },
    unnamed=(
        TOP
        + """@router.put("/posts/{post_id}")
def endpoint(post: OwnPost, new: PostCreate, db: SessionDep):
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=new.content))


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(post: OwnPost, new: PostCreate, db: SessionDep):
    with transaction(db):
        db.execute(update(Post).values(content=new.content))


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(user: CurrentUser, post: PostKey, new: PostCreate, db: SessionDep):
    if post.owner_id != user.id:
        raise NotFound("There is no such post.")
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=new.content))


answer = router""",
        TOP
        + """@router.put("/posts/{post_id}", status_code=204)
def endpoint(post: OwnPost, content: str, db: SessionDep):
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=content))


answer = router""",
    ),
)
