"""Run by Alembic for each command, on the connection that the caller gives it."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator

from microblog.models import Base


def render_stored_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration names the type that the database has; the models' own types may change."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False  # Alembic renders it


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    render_item=render_stored_type,
)
with context.begin_transaction():
    context.run_migrations()
