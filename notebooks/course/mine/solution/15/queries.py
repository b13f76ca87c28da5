from sqlalchemy import Select, select

from my_service.models import Post, User


def post(post_id: int) -> Select:
    return select(*POST).join_from(Post, User).where(Post.id == post_id)
