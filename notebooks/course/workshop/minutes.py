"""How long a plan takes in a room: the minutes of its sections and exercises."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median

from course.exercises.exercise import Exercise
from course.pace import reading
from course.workshop.cutting import OWN_SERVICE, Cut, Piece, is_for_home
from course.workshop.plan import Part

SAFETY = 1.5  # a room that discusses takes longer than somebody who reads alone
COLUMNS = ["notebook", "section", "minutes"]
Measured = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Taught:
    """A section as it is taught, smaller ones within it included."""

    section: str
    minutes: float
    exercises: tuple[Exercise, ...]


def taught(part: Part, cut: Cut, measured: Measured) -> list[Taught]:
    """What a part of a plan teaches. What a class measured counts more than an estimate."""
    chosen = (p for p in cut.kept if p.chosen and not is_for_home(p, part))
    found = []
    for section, group in groupby(chosen, key=lambda piece: piece.above):
        if section != OWN_SERVICE:
            pieces = list(group)
            exercises = tuple(p.exercise for p in pieces if p.exercise and p.is_code)
            minutes = measured.get((part.notebook, section), estimated(pieces, exercises))
            found.append(Taught(section, minutes, exercises))
    return found


def estimated(pieces: list[Piece], exercises: Iterable[Exercise]) -> float:
    return SAFETY * reading([p.cell for p in pieces]) + sum(each.minutes for each in exercises)


def read_measured(path: Path) -> Measured:
    """The minutes that classes took: of several for one section, the one in the middle."""
    noted = defaultdict[tuple[str, str], list[float]](list)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != COLUMNS:
            raise ValueError(f"{path} has the columns {rows.fieldnames}, not {COLUMNS}")
        for row in rows:
            noted[row["notebook"], row["section"]].append(float(row["minutes"]))
    return {place: median(minutes) for place, minutes in noted.items()}
