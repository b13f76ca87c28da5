"""Both databases with the bare tables, for all pairs."""

from collections.abc import Callable, Iterator

import pytest

from course.pairs.running import Playground, bare_tables
from microblog.database import make_engine
from microblog.models import Base


@pytest.fixture(scope="session")
def playgrounds(
    new_postgres_database: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[tuple[str, str], Playground]]:
    """By the name of the database, and by `bare` or `product` tables."""
    made = {}
    engines = []
    for kind, metadata in (("bare", bare_tables()), ("product", Base.metadata)):
        file = tmp_path_factory.mktemp("sqlite") / f"{kind}.db"
        for url in (f"sqlite:///{file}", new_postgres_database("template0")):
            engine = make_engine(url)
            engines.append(engine)
            made[engine.dialect.name, kind] = Playground(engine, metadata)
    yield made
    for playground in made.values():
        playground.close()
    for engine in engines:
        engine.dispose()
