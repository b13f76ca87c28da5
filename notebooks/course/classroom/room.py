"""What a class knows beside its database: who joined, what they reported, what is frozen."""

import secrets
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

from course.classroom.names import new_name
from course.classroom.sections import Section, all_sections
from course.exercises import EXERCISES

MOST_LEARNERS = 200
RAN_THROUGH = 30  # seconds: in fewer, nobody reads a section
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz"  # without those that look like others
CHECKED = ("correct", "wrong", "error")
EVENTS = {
    each.id: {*CHECKED, "solution", *(f"hint {n}" for n in range(1, len(each.hints) + 1))}
    for each in EXERCISES
}


def new_code() -> str:
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(6))


def new_secret() -> str:
    return secrets.token_urlsafe(16)


def is_same(given: str, expected: str) -> bool:
    """Compared in a time that tells nothing about where the two differ."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), expected.encode())


@dataclass
class Room:
    """One class, from its start to its end. All of it is gone when the process ends."""

    code: str = field(default_factory=new_code)
    secret: str = field(default_factory=new_secret)
    address: str = "http://127.0.0.1"  # under which the room reaches the service
    at_the_end: Callable[[], None] = lambda: None
    frozen: bool = False
    ended: bool = False
    shown_names: dict[str, bool] = field(default_factory=dict)  # by the name of each learner
    hidden: dict[int, str] = field(default_factory=dict)  # what the hidden posts said
    events: set[tuple[str, str, str]] = field(default_factory=set)  # learner, exercise, event
    seconds: dict[tuple[str, Section], float] = field(default_factory=lambda: defaultdict(float))
    sections: set[Section] = field(default_factory=all_sections)
    lock: RLock = field(default_factory=RLock)

    @property
    def hosts(self) -> set[str | None]:
        return {urlsplit(self.address).hostname, "127.0.0.1", "localhost"}

    @property
    def start_page(self) -> str:
        """What is behind # stays in the browser: the service's pages don't hold the code."""
        return f"{self.address}/class#{self.code}"

    @property
    def join_line(self) -> str:
        return f'room = join("{self.address}", "{self.code}")'

    def add_learner(self, show_name: bool) -> str | None:
        """The name of a new learner; None when the room is full."""
        with self.lock:
            if len(self.shown_names) >= MOST_LEARNERS:
                return None
            name = new_name(self.shown_names)
            self.shown_names[name] = show_name
            return name

    def report_event(self, learner: str, exercise_id: str, event: str) -> None:
        """Remember an event once, however often it is reported; nothing that no kit sends."""
        with self.lock:
            if event in EVENTS.get(exercise_id, ()):
                self.events.add((learner, exercise_id, event))

    def report_seconds(self, learner: str, section: Section, seconds: float) -> None:
        with self.lock:
            if section in self.sections:
                self.seconds[learner, section] += seconds

    def forget_everybody(self) -> None:
        with self.lock:
            for kept in (self.shown_names, self.hidden, self.events, self.seconds):
                kept.clear()
            self.frozen = False

    def end(self) -> None:
        self.ended = True
        self.at_the_end()

    def board(self) -> list[dict[str, Any]]:
        """A line for each exercise that somebody has worked on, in the order of the course."""
        with self.lock:
            worked_on = {exercise for _, exercise, _ in self.events}
            return [self._line(each.id) for each in EXERCISES if each.id in worked_on]

    def _line(self, exercise_id: str) -> dict[str, Any]:
        exercise = next(each for each in EXERCISES if each.id == exercise_id)
        happened = [(who, event) for who, which, event in self.events if which == exercise_id]
        solved = {who for who, event in happened if event == "correct"}
        helped = [event for _, event in happened if event not in CHECKED]
        return {
            "id": exercise_id,
            "title": exercise.title,
            "notebook": exercise.notebook,
            "solved": len(solved),
            "tried": len({who for who, event in happened if event in CHECKED}),
            "hints": [helped.count(f"hint {n + 1}") for n in range(len(exercise.hints))],
            "solutions": helped.count("solution"),
            "names": sorted(who for who in solved if self.shown_names.get(who)),
        }

    def measured_minutes(self) -> list[tuple[str, str, float]]:
        """Notebook, section and the median minutes of the learners who didn't just run it."""
        with self.lock:
            by_section: dict[Section, list[float]] = defaultdict(list)
            for (_, section), seconds in self.seconds.items():
                if seconds >= RAN_THROUGH:
                    by_section[section].append(seconds)
        return [
            (*section, round(median(all_seconds) / 60, 1))
            for section, all_seconds in sorted(by_section.items())
        ]
