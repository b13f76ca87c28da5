"""A notebook as a plan teaches it: cut, timed, and with a first cell that says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from course.exercises.exercise import Exercise
from course.notebook_files import Cell, content_of, lines_of, notebook_files, source_of, tags_of
from course.workshop.cutting import (
    OWN_SERVICE,
    PRACTICE,
    CannotCut,
    cells_of,
    cut,
    is_for_home,
)
from course.workshop.minutes import Measured, Taught, taught
from course.workshop.plan import Part, Plan

CLOSING = {OWN_SERVICE, PRACTICE, "What can go wrong", "Key points", "Further reading"}
SHORTER = "*This plan leaves sections out, so some of these points may be new to you.*"
MINUTES = re.compile(r"\*\*\d+ minutes[^·*]*( · |\*\*)")


@dataclass(frozen=True)
class Lesson:
    part: Part
    path: Path
    title: str
    cells: list[Cell]
    taught: list[Taught]
    home: list[Exercise]
    notes: list[str]  # for instructors, of the whole notebook

    @property
    def minutes(self) -> float:
        return sum(each.minutes for each in self.taught)


def path_of(name: str) -> Path:
    for path in notebook_files():
        if path.stem == name:
            return path
    raise CannotCut(f"There is no notebook {name!r}")


def lesson_of(part: Part, plan: Plan, measured: Measured) -> Lesson:
    path = path_of(part.notebook)
    content = content_of(path)
    found = cut(part.notebook, content["cells"], part, plan.own_service)
    times = taught(part, found, measured)
    home = [p.exercise for p in found.kept if p.exercise and p.is_code and is_for_home(p, part)]
    left_out = [title for title in found.left_out if title not in CLOSING]
    top, *others = cells_of(found, part)
    practised = {each.objective for row in times for each in row.exercises}
    practised |= {each.objective for each in home}
    return Lesson(
        part,
        path,
        title=content["metadata"]["microblog"]["title"],
        cells=[
            first_cell(top, plan, times, left_out, practised),
            *(with_warning(cell) if left_out else cell for cell in others),
        ],
        taught=times,
        home=home,
        notes=[source_of(c) for c in content["cells"] if "instructor" in tags_of(c)],
    )


def first_cell(
    top: Cell, plan: Plan, times: Iterable[Taught], left_out: list[str], practised: set[str]
) -> Cell:
    """The first cell with this plan's minutes, and the objectives that it has exercises for."""
    minutes = ceil(sum(each.minutes for each in times))
    said = MINUTES.sub(rf"**About {minutes} minutes, exercises included\1", source_of(top))
    lines = [line for line in said.splitlines() if is_kept(line, practised)]
    if titles := [f"*{title}*" for title in left_out]:
        told = f"This is a shorter form, for *{plan.title}*. The whole notebook also has "
        lines += ["", f"{told}{', '.join(titles)}."]
    return top | {"source": lines_of("\n".join(lines))}


def with_warning(cell: Cell) -> Cell:
    """The key points are those of the whole notebook."""
    if not source_of(cell).startswith("## Key points"):
        return cell
    return cell | {"source": lines_of(f"{source_of(cell)}\n\n{SHORTER}")}


def is_kept(line: str, practised: set[str]) -> bool:
    return not line.startswith("- ") or line[2:] in practised
