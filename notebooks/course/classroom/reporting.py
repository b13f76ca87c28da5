"""Tells the class how far its learner is, from the moment of joining, and never in the way."""

import atexit
import os
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import httpx
from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import ExecutionInfo

from course.classroom.sections import sections_by_notebook
from course.exercises.watchers import WATCHERS

MOST_AT_ONCE = 100


class Reporter:
    """Sends what happens in this notebook, in a thread of its own."""

    def __init__(self, api: httpx.Client) -> None:
        self.api = httpx.Client(
            base_url=api.base_url, headers=api.headers, timeout=api.timeout, trust_env=False
        )
        self.happened: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self.last_cell = time.monotonic()
        self.thread = Thread(target=self.send_all, name="class reports", daemon=True)
        self.thread.start()

    def note_exercise(self, exercise_id: str, event: str) -> None:
        self.happened.put({"exercise": exercise_id, "event": event})

    def note_cell(self, info: ExecutionInfo) -> None:
        """The time since the last cell was spent on the section of this one."""
        now = time.monotonic()
        seconds, self.last_cell = now - self.last_cell, now
        notebook = Path(os.environ.get("JPY_SESSION_NAME", "")).stem
        section = sections_by_notebook().get(notebook, {}).get(info.cell_id or "")
        if section:
            self.happened.put({"notebook": notebook, "section": section, "seconds": seconds})

    def send_all(self) -> None:
        while (first := self.happened.get()) is not None:
            waiting = [first]
            while len(waiting) < MOST_AT_ONCE:
                try:
                    if (more := self.happened.get_nowait()) is None:
                        return self.send(waiting)
                    waiting.append(more)
                except Empty:
                    break
            self.send(waiting)

    def send(self, waiting: list[dict[str, Any]]) -> None:
        """One try: what doesn't arrive is lost, since a lesson matters more than the board."""
        events = [each for each in waiting if "event" in each]
        sections = [each for each in waiting if "section" in each]
        try:
            self.api.post("/class/reports", json={"events": events, "sections": sections})
        except httpx.HTTPError:
            return

    def stop(self) -> None:
        self.happened.put(None)
        self.thread.join(timeout=2)
        self.api.close()


_reporters: list[Reporter] = []


def begin(api: httpx.Client) -> None:
    """Report to this class from now on, and to no other."""
    stop()
    reporter = Reporter(api)
    _reporters.append(reporter)
    WATCHERS.append(reporter.note_exercise)
    shell: Any = get_ipython()
    if shell is not None:
        shell.events.register("pre_run_cell", reporter.note_cell)


def stop() -> None:
    while _reporters:
        reporter = _reporters.pop()
        WATCHERS.remove(reporter.note_exercise)
        shell: Any = get_ipython()
        if shell is not None:
            shell.events.unregister("pre_run_cell", reporter.note_cell)
        reporter.stop()


atexit.register(stop)
