"""What a request costs and leaves behind: statements, rows, open connections, errors."""

import asyncio
import gc
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from sqlalchemy import Engine, event

from course.counting import statements


@dataclass
class Watched:
    """What was seen; complete when its block has ended."""

    statements: int = 0
    rows: int = 0
    in_the_event_loop: bool = False
    connections_out: int = 0
    errors: list[Exception] = field(default_factory=list)


class ErrorLog(logging.Handler):
    """Keeps what the service logs as an error, so that it does not end on the screen."""

    def __init__(self, watched: Watched) -> None:
        super().__init__(logging.ERROR)
        self.watched = watched

    def emit(self, record: logging.LogRecord) -> None:
        named = record.args if isinstance(record.args, tuple) else ()
        for each in (*(record.exc_info or ()), *named):
            if isinstance(each, Exception):
                self.watched.errors.append(each)


@contextmanager
def watching(app: FastAPI) -> Iterator[Watched]:
    """Watch the service while a block runs requests; Python cleans nothing up meanwhile."""
    watched, log = Watched(), logging.getLogger("microblog")
    engines = (app.state.engine, app.state.read_engine)
    handler = ErrorLog(watched)
    log.addHandler(handler)
    with statements() as ran, reading(engines, watched), nothing_cleaned_up():
        try:
            yield watched
        finally:
            log.removeHandler(handler)
            watched.statements = ran.count
            watched.connections_out = sum(engine.pool.checkedout() for engine in engines)


@contextmanager
def reading(engines: tuple[Engine, ...], watched: Watched) -> Iterator[None]:
    """Count the rows that leave the database, and see who asks for them in the event loop."""

    judging = threading.get_ident()  # in a notebook a loop runs here, too: the kernel's

    def look(_c: Any, _cursor: Any, _statement: str, *_rest: Any) -> None:
        if threading.get_ident() == judging:
            return
        with suppress(RuntimeError):  # no loop runs in this thread
            asyncio.get_running_loop()
            watched.in_the_event_loop = True

    def count(_cursor: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
        watched.rows += 1
        return row

    def count_rows(connection: Any, *_rest: Any) -> None:
        connection.row_factory = count

    for engine in engines:
        event.listen(engine, "before_cursor_execute", look)
        event.listen(engine, "checkout", count_rows)
    try:
        yield
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", look)
            event.remove(engine, "checkout", count_rows)


@contextmanager
def nothing_cleaned_up() -> Iterator[None]:
    """Python would close a forgotten session at some moment or other; not in this block."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
