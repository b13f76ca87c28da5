"""A notebook as its sections: a heading, and the cells up to the next one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course.exercises.catalogue import exercise
from course.exercises.exercise import Exercise
from course.notebook_files import Cell, lines_of, source_of

HEADING = re.compile(r"^(#{2,3}) (.+)$", re.M)
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
ASKED = re.compile(r'^\w+ = exercise\("([^"]+)"\)$', re.M)
OPENING = "The opening"  # all before the first heading: title, imports


@dataclass(frozen=True)
class Section:
    """`above` is the section in which a smaller one lies, else its own title."""

    title: str
    above: str
    cells: list[Cell]


def sections_of(cells: list[Cell]) -> list[Section]:
    found = [Section(OPENING, OPENING, [])]
    for cell in pieces(cells):
        heading = heading_of(cell)
        if heading:
            deep = len(heading[1]) > 2
            found.append(Section(heading[2], found[-1].above if deep else heading[2], []))
        found[-1].cells.append(cell)
    return found


def pieces(cells: list[Cell]) -> Iterator[Cell]:
    """The cells, those with a heading amid their text divided in front of it."""
    for cell in cells:
        source = source_of(cell)
        places = [each.start() for each in headings(cell) if each.start()]
        for number, (start, end) in enumerate(
            zip([0, *places], [*places, len(source)], strict=True)
        ):
            own = {"id": f"{cell['id']}-{number}"} if number else {}
            yield cell | own | {"source": lines_of(source[start:end].rstrip())}


def headings(cell: Cell) -> list[re.Match[str]]:
    if cell["cell_type"] != "markdown":
        return []
    blanked = FENCED.sub(lambda found: " " * len(found[0]), source_of(cell))
    return list(HEADING.finditer(blanked))


def heading_of(cell: Cell) -> re.Match[str] | None:
    found = headings(cell)
    return found[0] if found and found[0].start() == 0 else None


def exercise_of(cell: Cell, after: Cell | None) -> Exercise | None:
    """The exercise to which a cell belongs: the one that it asks for, or the next cell does."""
    for each in (cell, after):
        asked = ASKED.search(source_of(each)) if each and each["cell_type"] == "code" else None
        if asked and (each is cell or source_of(cell).startswith("**Exercise ")):
            return exercise(asked[1])
    return None
