from sqlalchemy.orm import Session

from my_service.models import Post, User


def add_post(session: Session, owner: User, content: str) -> Post:
    post = Post(content=content, owner_id=owner.id)
    session.add(post)
    session.commit()
    return post
