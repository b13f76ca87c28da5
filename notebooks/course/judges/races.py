"""Functions that write, called by two threads at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert
from sqlalchemy.orm import Session

from course.databases import empty_database
from course.judges.data import post, user
from microblog.models import Base, Post, User

PATIENCE = 0.3  # seconds until a thread goes on without the other


@contextmanager
def two_users_two_posts() -> Iterator[Engine]:
    """A file in which a reader sees only what is committed, and no transaction holds a writer
    back before it writes: as on PostgreSQL."""
    engine = create_engine(empty_database())

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")

    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(User), [user(1, "marta"), user(2, "ana")])
        connection.execute(insert(Post), [post(1, "Hello", 1), post(2, "Hello", 2)])
    try:
        yield engine
    finally:
        engine.dispose()


def race(engine: Engine, write: Callable[[Session], Any]) -> list[Exception]:
    """Let two threads `write` at once, each with a session of its own; the errors that arose.

    A thread that looks first waits until the other has looked too, so neither sees what the other
    is about to write.
    """
    both = Barrier(2)
    errors: list[Exception] = []

    def meet(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            with suppress(BrokenBarrierError):  # the other does not look, or waits for this one
                both.wait(PATIENCE)

    def once() -> None:
        with Session(engine) as session:
            try:
                write(session)
            except Exception as error:
                errors.append(error)

    event.listen(engine, "after_cursor_execute", meet)
    threads = [Thread(target=once) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    event.remove(engine, "after_cursor_execute", meet)
    return errors
