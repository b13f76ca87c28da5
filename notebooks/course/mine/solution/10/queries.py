from sqlalchemy import Select, func, or_, select, union_all

from my_service.models import Follow, Post, Retweet, User


def timeline(user_id: int, limit: int = 20, offset: int = 0) -> Select:
    """Own posts and those of people one follows, and what those people retweeted; each post
    once, at the newest moment it came by."""
    followed = select(Follow.followee_id).where(Follow.follower_id == user_id)
    written = or_(Post.owner_id == user_id, Post.owner_id.in_(followed))
    moments = union_all(
        select(Post.id, Post.timestamp.label("moment")).where(written),
        select(Retweet.post_id, Retweet.timestamp).where(Retweet.user_id.in_(followed)),
    ).subquery()
    newest = select(moments.c.id, func.max(moments.c.moment).label("shown_at"))
    shown = newest.group_by(moments.c.id).subquery()
    rows = select(*POST, shown.c.shown_at).join_from(Post, User).join(shown, shown.c.id == Post.id)
    return page_of(rows, shown.c.shown_at, Post.id, limit, offset)
