"""A notebook for students, with its exercises open; and the same, solved, for who teaches."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from course.exercises.catalogue import exercise
from course.notebook_files import NOTEBOOKS, Cell, lines_of, source_of, tags_of

BUILDS = NOTEBOOKS.parent / "builds"
HIDDEN = "from course import hide_solutions\n\nhide_solutions()  # your instructor shows them\n\n"
LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")


def for_students(cells: Iterable[Cell], alone: bool = False) -> list[Cell]:
    """Without notes for instructors, and with solutions only for somebody who is alone."""
    kept = [cell for cell in cells if "instructor" not in tags_of(cell)]
    return kept if alone else hiding(kept)


def hiding(cells: list[Cell]) -> list[Cell]:
    first = next(i for i, cell in enumerate(cells) if cell["cell_type"] == "code")
    source = lines_of(HIDDEN + source_of(cells[first]))
    return [*cells[:first], cells[first] | {"source": source}, *cells[first + 1 :]]


def solved(cells: Iterable[Cell]) -> list[Cell]:
    """With the solution in each answer's cell, and the notes for instructors unfolded."""
    text = "".join(f"{source_of(cell)}\n" for cell in cells)
    ids = dict(re.findall(r'^(\w+) = exercise\("([\w.]+)"\)', text, re.M))
    return [with_solution(cell, ids) if is_answered(cell) else unfolded(cell) for cell in cells]


def is_answered(cell: Cell) -> bool:
    return cell["cell_type"] == "code" and bool(checked(cell))


def checked(cell: Cell) -> re.Match[str] | None:
    return re.search(r"^(\w+)\.check\(answer\)$", source_of(cell), re.M)


def with_solution(cell: Cell, ids: dict[str, str]) -> Cell:
    """The cell, its answer replaced; what it does above `exercise(…)` stays as it is."""
    found = checked(cell)
    assert found
    above, asked, _ = source_of(cell).rpartition(f'{found[1]} = exercise("{ids[found[1]]}")')
    solution = exercise(ids[found[1]]).solution_code.strip()
    return cell | {"source": lines_of(f"{above}{asked}\n\n{solution}\n{found[0]}".lstrip())}


def unfolded(cell: Cell) -> Cell:
    if "instructor" not in tags_of(cell):
        return cell
    return cell | {"source": lines_of(source_of(cell).replace("<details>", "<details open>", 1))}


def with_links(cells: Iterable[Cell], notebook: Path, built: Iterable[str]) -> list[Cell]:
    """Links that lead from a folder of builds to the course, or to what is built beside."""
    here = BUILDS / "plan" / "students"
    names = set(built)

    def moved(found: re.Match[str]) -> str:
        target = notebook.parent / found[1]
        if target.stem in names:
            return f"]({target.name}"
        return f"]({Path(os.path.relpath(target, here)).as_posix()}"

    return [
        cell | {"source": lines_of(LINK.sub(moved, source_of(cell)))}
        if cell["cell_type"] == "markdown"
        else cell
        for cell in cells
    ]
