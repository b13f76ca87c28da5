"""Where the service is: an app in this process, served by a thread, or a URL."""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from course.server import running

SECONDS = 20.0  # to start or to stop
LIBRARIES = ("site-packages", "lib/python", "Lib\\", "<frozen")


class Faults(logging.Handler):
    """The exceptions that nobody caught in an app of this process."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and (error := record.exc_info[1]):
            self.found.append(in_one_line(error))


def in_one_line(error: BaseException) -> str:
    """The error's first line, and the last line of code that isn't a library's."""
    message = f"{type(error).__name__}: {error}".splitlines()[0]
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not any(part in frame.filename for part in LIBRARIES)]
    return f"{message} ({place_of(own[-1])})" if own else message


def place_of(frame: traceback.FrameSummary) -> str:
    in_a_cell = "ipykernel_" in frame.filename
    return f"{'your cell' if in_a_cell else Path(frame.filename).name}, line {frame.lineno}"


def within(function: Callable[[], Any], problem: str) -> Any:
    """What the function returns; TimeoutError when it doesn't within 20 seconds."""
    outcome: list[Any] = []

    def call() -> None:
        try:
            outcome.extend((function(), None))
        except RuntimeError as error:
            outcome.extend((None, error))

    thread = Thread(target=call, daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not outcome:
        raise TimeoutError(problem)
    result, error = outcome
    if error:
        raise error
    return result


@contextmanager
def served(app: Any) -> Iterator[tuple[str, Faults]]:
    """Serve an ASGI app, and yield its address and the faults that it logs."""
    server = running(app)
    api = within(server.start, f"Your app didn't start within {SECONDS:g} seconds.")
    log, faults = logging.getLogger("uvicorn.error"), Faults()
    propagated, log.propagate = log.propagate, False
    log.addHandler(faults)
    try:
        yield str(api.base_url), faults
    finally:
        try:
            within(server.stop, "")
        except TimeoutError:
            pass  # the thread that hangs is the app's own; nothing else can end it
        log.removeHandler(faults)
        log.propagate = propagated
