"""Who is told what happens to an exercise: nobody, until the reader joins a class."""

from collections.abc import Callable

Watcher = Callable[[str, str], None]  # of an exercise's id and an event
WATCHERS: list[Watcher] = []


def tell(exercise_id: str, event: str) -> None:
    """The event is an outcome, "hint 1" and so on, or "solution"."""
    for watcher in WATCHERS:
        watcher(exercise_id, event)
