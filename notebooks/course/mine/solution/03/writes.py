"""Writes: each function commits before it returns."""

from sqlalchemy.orm import Session

from my_service.models import User


def add_user(session: Session, username: str, email: str, hashed_password: str) -> User:
    user = User(username=username, email=email, hashed_password=hashed_password)
    session.add(user)
    session.commit()
    return user
