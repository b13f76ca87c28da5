"""What the tests of the service share: rows put straight into the tables, and the document."""

import signal
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Base


def add_rows(engine: Engine, rows: Iterable[Base]) -> None:
    """Adds rows to the database that the client reads too."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        session.add_all(rows)


@pytest.fixture
def add(engine: Engine) -> Callable[[Iterable[Base]], None]:
    return partial(add_rows, engine)


@pytest.fixture(scope="module")
def shared_add(
    shared_database_url: str, shared_client: TestClient
) -> Iterator[Callable[[Iterable[Base]], None]]:
    """The same for the database that the tests of a module share."""
    engine = make_engine(shared_database_url)
    yield partial(add_rows, engine)
    engine.dispose()


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """A shell starts what runs in its background so that it ignores Ctrl+C, pytest among it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The OpenAPI document; it needs no database."""
    url = f"sqlite:///{tmp_path_factory.mktemp('unused') / 'unused.db'}"
    return create_app(Settings(database_url=url)).openapi()


@pytest.fixture(scope="session")
def operations(document: dict[str, Any]) -> dict[Any, dict[str, Any]]:
    """What the document says of each method and path."""
    return {
        (method.upper(), path): operation
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
