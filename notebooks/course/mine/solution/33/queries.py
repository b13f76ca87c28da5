from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from my_service.models import Follow, User


def suggestions(user_id: int, limit: int = 5) -> Select:
    """Whom the people one follows follow, and one doesn't yet; who has most of them comes first."""
    onward = aliased(Follow)
    followed = select(Follow.followee_id).where(Follow.follower_id == user_id)
    friends_count = func.count().label("friends_count")
    best = (
        select(onward.followee_id.label("id"), friends_count)
        .where(onward.follower_id.in_(followed))
        .where(onward.followee_id != user_id, onward.followee_id.not_in(followed))
        .group_by(onward.followee_id)
        .order_by(friends_count.desc(), onward.followee_id)
        .limit(limit)
        .subquery()
    )
    rows = select(*PERSON, best.c.friends_count).join(best, best.c.id == User.id)
    return rows.order_by(best.c.friends_count.desc(), User.id)
