from sqlalchemy import Select, select

from my_service.models import Post, User

POST = (Post.id, Post.content, Post.timestamp, Post.owner_id, User.username)


def newest_posts(limit: int = 20, offset: int = 0) -> Select:
    rows = select(*POST).join_from(Post, User)
    return page_of(rows, Post.timestamp, Post.id, limit, offset)


def posts_of(username: str, limit: int = 20, offset: int = 0) -> Select:
    rows = select(*POST).join_from(Post, User).where(is_named(username))
    return page_of(rows, Post.timestamp, Post.id, limit, offset)
