from typing import Any

from sqlalchemy import Select, func, select

from my_service.models import Follow, Post, User

PERSON = (User.id, User.username, User.created_at)


def profile(username: str) -> Select:
    def count(column: Any) -> Any:
        return select(func.count()).where(column == User.id).scalar_subquery()

    return select(
        *PERSON,
        count(Post.owner_id).label("posts_count"),
        count(Follow.followee_id).label("followers_count"),
        count(Follow.follower_id).label("following_count"),
    ).where(is_named(username))


def followers_of(user_id: int, limit: int = 20, offset: int = 0) -> Select:
    rows = select(*PERSON).join(Follow, Follow.follower_id == User.id)
    rows = rows.where(Follow.followee_id == user_id)
    return rows.order_by(User.id.desc()).limit(limit).offset(offset)


def followed_by(user_id: int, limit: int = 20, offset: int = 0) -> Select:
    rows = select(*PERSON).join(Follow, Follow.followee_id == User.id)
    rows = rows.where(Follow.follower_id == user_id)
    return rows.order_by(User.id.desc()).limit(limit).offset(offset)
