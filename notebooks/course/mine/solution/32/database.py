from contextlib import suppress

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError

from my_service.models import Base
from my_service.settings import settings

engine = create_engine(settings.database_url)


def make_tables() -> None:
    """Several workers may start at once: a table that another one has just made is left alone."""
    for table in Base.metadata.sorted_tables:
        with suppress(DatabaseError):
            table.create(engine, checkfirst=True)
