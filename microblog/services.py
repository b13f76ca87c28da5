"""Writes: each function is one transaction, committed before it returns."""

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.config import Settings
from microblog.database import insert_if_absent, transaction
from microblog.errors import Conflict, MicroblogError, NotFound, NotPermitted, Unauthorized
from microblog.models import Follow, Like, Post, Retweet, User
from microblog.schemas import UserCreate
from microblog.security import hash_password, verify_password


def register_user(session: Session, new: UserCreate, settings: Settings) -> User:
    """A new user; `Conflict` when the name or the e-mail address is taken."""
    hashed = hash_password(new.password, settings)
    user = User(username=new.username, email=new.email, hashed_password=hashed)
    try:
        with transaction(session):
            session.add(user)
    except IntegrityError:
        raise Conflict("That username or e-mail address is taken.") from None
    return user


def change_password(
    session: Session, user: User, old_password: str, new_password: str, settings: Settings
) -> None:
    """Replace the stored hash, which ends every token issued before.

    `NotPermitted` when the old password is wrong; `Unauthorized` when another change was faster.
    """
    if not verify_password(old_password, user.hashed_password, settings):
        raise NotPermitted("The old password is wrong.")
    unchanged = (User.id == user.id, User.hashed_password == user.hashed_password)
    change = update(User).where(*unchanged).returning(User.id)
    hashed = hash_password(new_password, settings)
    with transaction(session):
        changed = session.scalar(change.values(hashed_password=hashed))
    if changed is None:
        raise Unauthorized("The password was changed in the meantime. Log in again.")


def delete_user(session: Session, user: User) -> None:
    """Delete the user, and with them their posts, likes, retweets and follows."""
    with transaction(session):
        session.execute(delete(User).where(User.id == user.id))


def create_post(session: Session, owner: User, content: str) -> Post:
    """A new post; `Unauthorized` when its owner was deleted in the meantime."""
    post = Post(content=content, owner_id=owner.id)
    try:
        with transaction(session):
            session.add(post)
    except IntegrityError:
        raise Unauthorized("Your account no longer exists.") from None
    return post


def delete_post(session: Session, post_id: int) -> None:
    """Delete the post, and with it its likes and retweets."""
    with transaction(session):
        session.execute(delete(Post).where(Post.id == post_id))


def like_post(session: Session, user: User, post_id: int) -> None:
    """Like a post; a second like changes nothing. `NotFound` without such a post."""
    _insert(session, Like, user_id=user.id, post_id=post_id)


def unlike_post(session: Session, user: User, post_id: int) -> None:
    with transaction(session):
        session.execute(delete(Like).where(Like.user_id == user.id, Like.post_id == post_id))


def retweet_post(session: Session, user: User, post_id: int) -> None:
    """Retweet a post; a second retweet changes nothing. `NotFound` without such a post."""
    _insert(session, Retweet, user_id=user.id, post_id=post_id)


def unretweet_post(session: Session, user: User, post_id: int) -> None:
    own = (Retweet.user_id == user.id, Retweet.post_id == post_id)
    with transaction(session):
        session.execute(delete(Retweet).where(*own))


def follow_user(session: Session, follower: User, followee: User) -> None:
    """Follow a user; following twice changes nothing. `MicroblogError` for oneself."""
    if follower.id == followee.id:
        raise MicroblogError("You cannot follow yourself.")
    _insert(session, Follow, follower_id=follower.id, followee_id=followee.id)


def unfollow_user(session: Session, follower: User, followee: User) -> None:
    if follower.id == followee.id:
        raise MicroblogError("You cannot unfollow yourself.")
    pair = (Follow.follower_id == follower.id, Follow.followee_id == followee.id)
    with transaction(session):
        session.execute(delete(Follow).where(*pair))


def _insert(session: Session, model: type[Like | Retweet | Follow], **key: int) -> None:
    """Insert a row that may exist already; what it refers to may have been deleted meanwhile."""
    try:
        with transaction(session):
            insert_if_absent(session, model, **key)
    except IntegrityError:
        raise NotFound("That no longer exists.") from None
