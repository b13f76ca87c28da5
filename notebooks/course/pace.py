"""How the notebooks pace their readers, from their cells alone.

`python -m course.pace` prints a table, and brings the minutes up to date wherever they are said:
in each notebook's metadata and first cell, and in the README.
"""

import json
import re
from dataclasses import dataclass, fields
from math import ceil
from pathlib import Path
from typing import Any

from course.exercises import EXERCISES

NOTEBOOKS = Path(__file__).parents[1]
README = NOTEBOOKS.parent / "README.md"
WORDS, LINES, OUTPUTS = 200, 12, 4  # that a reader takes in, in a minute
LEFT_OUT = {"optional", "instructor"}
Cell = dict[str, Any]


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
    code = [source_of(cell) for cell in cells if cell["cell_type"] == "code"]
    texts = [source_of(cell) for cell in cells if cell["cell_type"] == "markdown"]
    words, lines = sum(len(each.split()) for each in texts), sum(map(count_lines, code))
    predictions = [i for i, cell in enumerate(cells) if "predict" in tags_of(cell)]
    exercises = [i for i, cell in enumerate(cells) if is_exercise(cell)]
    done = [0, *sorted(predictions + exercises), len(cells)]
    return Pace(
        minutes=ceil(words / WORDS + lines / LINES + len(code) / OUTPUTS),
        cells=len(cells),
        first=done[1],
        gap=max(after - before for before, after in zip(done, done[1:], strict=False)),
        exercises=len(exercises),
        predictions=len(predictions),
        drawings=sum("drawing" in tags_of(cell) for cell in cells),
    )


def content_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def tags_of(cell: Cell) -> set[str]:
    return set(cell["metadata"].get("tags", ()))


def source_of(cell: Cell) -> str:
    return "".join(cell["source"])


def count_lines(source: str) -> int:
    return len(source.splitlines())


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
    top["source"] = line.splitlines(keepends=True)
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
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
    """All notebooks but the reference, those that lie deeper behind the one that they follow."""
    found = (
        path for path in NOTEBOOKS.rglob("[0-9]*.ipynb") if ".ipynb_checkpoints" not in path.parts
    )
    return sorted(found, key=lambda path: path.name)


if __name__ == "__main__":
    for notebook in notebooks():
        bring_up_to_date(notebook)
    print(table())  # noqa: T201
