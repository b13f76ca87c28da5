"""How the notebooks pace their readers, from their cells alone.

`python -m course.pace` prints a table, and brings the minutes up to date wherever they are said:
in each notebook's metadata and first cell, and in the README.
"""

import re
from dataclasses import dataclass, fields
from math import ceil
from pathlib import Path

from course.exercises import EXERCISES
from course.notebook_files import (
    NOTEBOOKS,
    Cell,
    content_of,
    lines_of,
    notebook_files,
    source_of,
    tags_of,
    write,
)

README = NOTEBOOKS.parent / "README.md"
WORDS, LINES, OUTPUTS = 200, 12, 4  # that a reader takes in, in a minute
LEFT_OUT = {"optional", "instructor"}


@dataclass(frozen=True)
class Pace:
    """A notebook without its optional cells and its notes for instructors.

    `first` counts the cells before the first thing that the reader does, an exercise or a
    prediction; `gap` is the longest stretch of cells without one.
    """

    minutes: int
    cells: int
    first: int
    gap: int
    exercises: int
    predictions: int
    drawings: int


def pace(path: Path) -> Pace:
    cells = [cell for cell in content_of(path)["cells"] if not tags_of(cell) & LEFT_OUT]
    predictions = [i for i, cell in enumerate(cells) if "predict" in tags_of(cell)]
    exercises = [i for i, cell in enumerate(cells) if is_exercise(cell)]
    done = [0, *sorted(predictions + exercises), len(cells)]
    return Pace(
        minutes=ceil(reading(cells)),
        cells=len(cells),
        first=done[1],
        gap=max(after - before for before, after in zip(done, done[1:], strict=False)),
        exercises=len(exercises),
        predictions=len(predictions),
        drawings=sum("drawing" in tags_of(cell) for cell in cells),
    )


def reading(cells: list[Cell]) -> float:
    """The minutes that it takes to read these cells and to run them."""
    code = [source_of(cell) for cell in cells if cell["cell_type"] == "code"]
    texts = [source_of(cell) for cell in cells if cell["cell_type"] == "markdown"]
    words = sum(len(each.split()) for each in texts)
    lines = sum(len(lines_of(each)) for each in code)
    return words / WORDS + lines / LINES + len(code) / OUTPUTS


def is_exercise(cell: Cell) -> bool:
    return cell["cell_type"] == "code" and 'exercise("' in source_of(cell)


def declared(path: Path) -> int:
    """The minutes for reading and running that a notebook declares: fives, rounded up."""
    return 5 * ceil(pace(path).minutes / 5)


def exercise_minutes(notebook: str, practice: bool) -> int:
    return sum(
        each.minutes
        for each in EXERCISES
        if each.notebook == notebook and each.practice == practice
    )


def in_words(path: Path) -> str:
    """The minutes of a notebook, as its first cell says them."""
    said = f"{declared(path)} minutes to read and run"
    if core := exercise_minutes(path.stem, practice=False):
        said += f", {core} more for the exercises"
    if more := exercise_minutes(path.stem, practice=True):
        said += f", {more} for extra practice"
    return said


def in_figures(path: Path) -> str:
    """The minutes of a notebook, as the README's table says them: 45 + 30 (+ 10)."""
    said = str(declared(path))
    if core := exercise_minutes(path.stem, practice=False):
        said += f" + {core}"
    if more := exercise_minutes(path.stem, practice=True):
        said += f" (+ {more})"
    return said


def bring_up_to_date(path: Path) -> None:
    """Write the minutes into a notebook's metadata and first cell, and into the README."""
    content = content_of(path)
    content["metadata"]["microblog"]["minutes"] = declared(path)
    top = content["cells"][0]
    line = re.sub(r"\*\*\d+ minutes[^·*]*( · |\*\*)", rf"**{in_words(path)}\1", source_of(top))
    top["source"] = lines_of(line)
    write(path, content)
    row = re.compile(rf"^(\| \[{path.stem}\]\([^)]*\) \| )[^|]*( \|)", re.M)
    readme = README.read_text(encoding="utf-8")
    figures = rf"\g<1>{in_figures(path)}\2"
    README.write_text(row.sub(figures, readme), encoding="utf-8", newline="\n")


def table() -> str:
    names = [field.name for field in fields(Pace)]
    lines = [" " * 36 + " ".join(name.rjust(11) for name in names)]
    for path in notebooks():
        found = pace(path)
        figures = (str(getattr(found, name)).rjust(11) for name in names)
        lines.append(path.relative_to(NOTEBOOKS).as_posix().ljust(36) + " ".join(figures))
    return "\n".join(lines)


def notebooks() -> list[Path]:
    """All notebooks but the reference, which is looked up and not read through."""
    return [path for path in notebook_files() if path.name[0].isdigit()]


if __name__ == "__main__":
    for notebook in notebooks():
        bring_up_to_date(notebook)
    print(table())  # noqa: T201
