from my_service.accounts import CurrentUser
from my_service.database import SessionDep
from my_service.models import Like, Retweet
from my_service.writes import add_once, remove


@router.put("/posts/{post_id}/like", status_code=204)
def like(me: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    add_once(db, Like(user_id=me.id, post_id=post.id))


@router.delete("/posts/{post_id}/like", status_code=204)
def take_like_back(me: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    remove(db, Like, user_id=me.id, post_id=post.id)


@router.put("/posts/{post_id}/retweet", status_code=204)
def retweet(me: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    add_once(db, Retweet(user_id=me.id, post_id=post.id))


@router.delete("/posts/{post_id}/retweet", status_code=204)
def take_retweet_back(me: CurrentUser, post: PostFromPath, db: SessionDep) -> None:
    remove(db, Retweet, user_id=me.id, post_id=post.id)
