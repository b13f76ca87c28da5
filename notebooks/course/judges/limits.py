"""A time limit for Python code that works in every thread and on every system."""

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

AGAIN = 0.2  # seconds after which code that swallowed the interruption is interrupted again


class TookTooLong(BaseException):
    """Raised inside the code that took too long; `except Exception` doesn't catch it."""


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Have CPython raise an error in another thread, or take back one that is pending."""
    pending = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), pending)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TookTooLong` in the block when it has run for so long.

    A call into C, such as `time.sleep`, is interrupted when it returns.
    """
    thread, ended, deciding = threading.get_ident(), threading.Event(), threading.Lock()
    raised = threading.Event()

    def watch() -> None:
        wait = seconds
        while not ended.wait(wait):
            with deciding:
                if not ended.is_set():
                    _raise_in(thread, TookTooLong)
                    raised.set()
            wait = AGAIN

    threading.Thread(target=watch, name="time limit", daemon=True).start()
    try:
        yield
    finally:
        with deciding:
            ended.set()
            if raised.is_set():  # else CPython 3.11 would look for it at each step from now on
                _raise_in(thread, None)


def limited(
    function: Callable[..., Any], seconds: float, stopped: Callable[[], None]
) -> Callable[..., Any]:
    """The function, `async` or not, with a time limit in whichever thread runs it.

    `stopped` is called when the limit ended it.
    """
    if iscoroutinefunction(function):

        @wraps(function)
        async def limited_coroutine(*args: Any, **kwargs: Any) -> Any:
            with told_when_stopped(stopped), time_limit(seconds):
                return await function(*args, **kwargs)

        return limited_coroutine

    @wraps(function)
    def limited_call(*args: Any, **kwargs: Any) -> Any:
        with told_when_stopped(stopped), time_limit(seconds):
            return function(*args, **kwargs)

    return limited_call


@contextmanager
def told_when_stopped(stopped: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    except TookTooLong as error:
        stopped()
        raise RuntimeError("The endpoint was stopped.") from error
