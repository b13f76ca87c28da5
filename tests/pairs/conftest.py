"""Both databases with the bare tables, for all pairs."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "notebooks"))

from course.pairs.running import Playground, bare_tables
from microblog.database import make_engine
from microblog.models import Base


@pytest.fixture(scope="session")
def playgrounds(
    new_postgres_database: Callable[[str], str],
) -> Iterator[dict[tuple[str, str], Playground]]:
    """By the name of the database, and by `bare` or `product` tables."""
    made = {}
    engines = []
    for kind, metadata in (("bare", bare_tables()), ("product", Base.metadata)):
        for url in ("sqlite://", new_postgres_database("template0")):
            engine = make_engine(url)
            engines.append(engine)
            made[engine.dialect.name, kind] = Playground(engine, metadata)
    yield made
    for playground in made.values():
        playground.close()
    for engine in engines:
        engine.dispose()
