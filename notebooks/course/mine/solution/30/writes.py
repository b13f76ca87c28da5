from sqlalchemy import update
from sqlalchemy.orm import Session

from my_service.models import User


def change_password(session: Session, user: User, hashed_password: str) -> bool:
    """False when another change was faster."""
    unchanged = (User.id == user.id, User.hashed_password == user.hashed_password)
    change = update(User).where(*unchanged).values(hashed_password=hashed_password)
    changed = session.connection().execute(change).rowcount == 1
    session.commit()
    return changed
