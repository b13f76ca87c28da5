"""A plan of a workshop, as its file in docs/instructors/plans/ says it."""

import tomllib
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any

from course.notebook_files import NOTEBOOKS

PLANS = NOTEBOOKS.parent / "docs" / "instructors" / "plans"


@dataclass(frozen=True)
class Part:
    """A break of some minutes, or a notebook with those of its sections that are taught.

    `sections` empty means all; `without` takes some away. `exercises` are titles, None means the
    core exercises of these sections; those in `home` are for afterwards. `keep` names further
    cells by id. `late` are sections and exercises to leave out when time is short, in this order.
    """

    notebook: str = ""
    pause: int = 0
    sections: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    exercises: tuple[str, ...] | None = None
    home: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    say: str = ""


@dataclass(frozen=True)
class Session:
    """What happens on one day, or between two breaks of a longer plan."""

    title: str
    start: time
    minutes: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Plan:
    """`alone`: for somebody without an instructor, whose solutions stay in reach.

    `own_service` keeps the boxes *In your own service*, for afterwards.
    """

    name: str
    title: str
    audience: str
    outcome: str
    sessions: tuple[Session, ...]
    alone: bool = False
    own_service: bool = False

    @property
    def parts(self) -> list[Part]:
        """Its notebooks, in their order."""
        return [part for each in self.sessions for part in each.parts if part.notebook]


def read(path: Path) -> Plan:
    """The plan in a file. Whatever the file has and a plan hasn't is an error."""
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    sessions = tuple(map(session_of, found.pop("sessions")))
    return Plan(name=path.stem, sessions=sessions, **found)


def session_of(found: dict[str, Any]) -> Session:
    parts = tuple(map(part_of, found.pop("parts")))
    return Session(parts=parts, **found)


def part_of(found: dict[str, Any]) -> Part:
    lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
    return Part(**found | lists)


def plan_names() -> list[str]:
    return sorted(path.stem for path in PLANS.glob("*.toml"))


def plan_named(name: str) -> Plan:
    if name not in plan_names():
        raise LookupError(f"There is no plan {name!r}. There are: {', '.join(plan_names())}")
    return read(PLANS / f"{name}.toml")
