from contextlib import suppress

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from my_service.models import Base


def add_once(session: Session, row: Base) -> None:
    """Where a row with its key is there already, that one stays."""
    session.add(row)
    with suppress(IntegrityError):
        session.commit()


def remove(session: Session, model: type[Base], **key: int) -> None:
    session.execute(delete(model).filter_by(**key))
    session.commit()
