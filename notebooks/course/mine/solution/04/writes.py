from typing import Any

from sqlalchemy.orm import Session

from my_service.models import Post


def load_posts(session: Session, rows: list[dict[str, Any]]) -> None:
    """All of the rows or none: there is one commit, after the last of them."""
    session.add_all(Post(**row) for row in rows)
    session.commit()
