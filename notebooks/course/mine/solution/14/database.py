"""The engine, and a session for each request."""

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from my_service.models import Base

engine = create_engine("sqlite:///my_service.db")


@event.listens_for(engine, "connect")
def check_foreign_keys(connection: Any, _record: object) -> None:
    if engine.dialect.name == "sqlite":  # off there unless asked for
        connection.execute("PRAGMA foreign_keys = ON")


def make_tables() -> None:
    Base.metadata.create_all(engine)


def get_db() -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_db)]
