from learners import Learners

from course.judges.attacks import routed

LEARNERS = Learners(
    right=(
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        db.execute(update(Post).where(Post.id == post.id).values(content=edited.content))
    return {"content": edited.content}
"""),
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post_id: PostId, edited: PostCreate, user: CurrentUser, db: SessionDep):
    with transaction(db):
        post = db.get(Post, post_id)
        if post is None:
            raise HTTPException(404, f"There is no post {post_id}.")
        if post.owner_id != user.id:
            raise HTTPException(403, "That is not your post.")
        post.content = edited.content
    return {"content": edited.content}
"""),
        routed("""
from microblog.errors import NotPermitted


@router.put("/posts/{post_id}", status_code=204)
def edit_post(post: PostKey, edited: PostCreate, user: CurrentUser, db: SessionDep) -> None:
    if user.id != post.owner_id:
        raise NotPermitted("Only its owner may correct a post.")
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
        routed("""
from fastapi import Depends

from microblog.dependencies import get_current_user, get_post_key


@router.put("/posts/{post_id}")
def edit_post(
    edited: PostCreate,
    db: SessionDep,
    post=Depends(get_post_key),
    me=Depends(get_current_user),
):
    if post.owner_id == me.id:
        db.get_one(Post, post.id).content = edited.content
        db.commit()
        return edited
    raise HTTPException(403)
"""),
    ),
    named={
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post_id: PostId, edited: PostCreate, user: CurrentUser, db: SessionDep):
    with transaction(db):
        post = db.get(Post, post_id)
        if post is None:
            raise HTTPException(404)
        post.content = edited.content
    return {"content": edited.content}
"""): "somebody is enough",
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: PostCreate, user: CurrentUser, db: SessionDep):
    if post.owner_id == user.id:
        with transaction(db):
            db.get_one(Post, post.id).content = edited.content
    return {"content": edited.content}
"""): "an error with 200",
        routed("""
@router.put("/posts/{post_id}")
def change_post(own: OwnPost, edited: PostCreate, db: SessionDep):
    with transaction(db):
        own.content = edited.content
    return {"content": edited.content}
"""): "the row of the query",
    },
    unnamed=(
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: PostCreate, db: SessionDep):
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep):
    db.get_one(Post, post.id).content = edited.content
    return {"content": edited.content}
"""),
        routed("""
@router.put("/posts/{post_id}")
def edit_post(post: PostKey, edited: PostCreate, user: CurrentUser, db: SessionDep):
    if post.owner_id is not user.id or post.id > 3:
        raise HTTPException(403, "Not yours.")
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
        routed("""
class Correction(Input):
    content: str
    owner_id: int | None = None


@router.put("/posts/{post_id}")
def edit_post(post: OwnPost, edited: Correction, db: SessionDep):
    with transaction(db):
        row = db.get_one(Post, post.id)
        for name, value in edited.model_dump(exclude_unset=True).items():
            setattr(row, name, value)
"""),
        routed("""
@router.post("/posts/{post_id}")
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep):
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
"""),
        """
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep):
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
""",
    ),
)
