"""What the tests of the service share: rows put straight into the tables."""

from collections.abc import Callable, Iterable

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from microblog.models import Base


@pytest.fixture
def add(engine: Engine) -> Callable[[Iterable[Base]], None]:
    """Adds rows to the database that the client reads too."""

    def add(rows: Iterable[Base]) -> None:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            session.add_all(rows)

    return add
