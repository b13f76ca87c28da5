from sqlalchemy import Select, func, select

from my_service.models import Like, Post, Retweet, User


def posts_with_counts(limit: int = 20, offset: int = 0) -> Select:
    likes = select(func.count()).where(Like.post_id == Post.id).scalar_subquery()
    retweets = select(func.count()).where(Retweet.post_id == Post.id).scalar_subquery()
    counts = (likes.label("likes_count"), retweets.label("retweets_count"))
    rows = select(*POST, *counts).join_from(Post, User)
    return page_of(rows, Post.timestamp, Post.id, limit, offset)
