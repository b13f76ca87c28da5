"""An error that a cell is about: shown, and missed when it does not come."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def expect_error(kind: type[BaseException]) -> Iterator[None]:
    """Print the error of this kind that the block ends in; without one, the cell fails."""
    try:
        yield
    except kind as error:
        message = str(error).split("(Background on this error at:")[0].strip()
        print(f"{type(error).__name__}: {message}")  # noqa: T201  the reader is to see it
        return
    raise AssertionError(f"This cell should end in {kind.__name__}, and nothing was raised.")
