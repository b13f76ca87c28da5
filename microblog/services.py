"""Writes: each function is one transaction, committed before it returns."""

import re

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog import queries
from microblog.config import Settings
from microblog.database import insert_unless_there, transaction
from microblog.errors import Conflict, MicroblogError, NotFound, Unauthorized
from microblog.models import Follow, Like, Post, Retweet, User
from microblog.schemas import UserCreate
from microblog.security import hash_password, verify_password

USERNAME = re.compile("[A-Za-z0-9_]{3,30}")


def find_user(session: Session, username: str) -> User | None:
    """The user of that name, whatever its case."""
    if not USERNAME.fullmatch(username):
        return None
    with session.begin():
        return session.scalars(queries.user(), {"username": username}).one_or_none()


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


def authenticate(session: Session, username: str, password: str, settings: Settings) -> User:
    """The user of that name and password; `Unauthorized`, in the same words, for any other."""
    user = find_user(session, username)
    hashed = user.hashed_password if user else None
    if not verify_password(password, hashed, settings) or user is None:
        raise Unauthorized("Wrong username or password.")
    return user


def delete_user(session: Session, user: User) -> None:
    """The user goes, and with them their posts, likes, retweets and follows."""
    with transaction(session):
        session.execute(delete(User).where(User.id == user.id))


def create_post(session: Session, owner: User, content: str) -> Post:
    post = Post(content=content, owner_id=owner.id)
    try:
        with transaction(session):
            session.add(post)
    except IntegrityError:
        raise Unauthorized("Your account is gone.") from None
    return post


def delete_post(session: Session, post_id: int) -> None:
    with transaction(session):
        session.execute(delete(Post).where(Post.id == post_id))


def like_post(session: Session, user: User, post_id: int) -> None:
    _insert(session, Like, user_id=user.id, post_id=post_id)


def unlike_post(session: Session, user: User, post_id: int) -> None:
    with transaction(session):
        session.execute(delete(Like).where(Like.user_id == user.id, Like.post_id == post_id))


def retweet_post(session: Session, user: User, post_id: int) -> None:
    _insert(session, Retweet, user_id=user.id, post_id=post_id)


def unretweet_post(session: Session, user: User, post_id: int) -> None:
    mine = (Retweet.user_id == user.id, Retweet.post_id == post_id)
    with transaction(session):
        session.execute(delete(Retweet).where(*mine))


def follow_user(session: Session, follower: User, followee: User) -> None:
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
    """A row that may be there already; what it refers to may have gone in the meantime."""
    try:
        with transaction(session):
            insert_unless_there(session, model, **key)
    except IntegrityError:
        raise NotFound("That is no longer there.") from None
