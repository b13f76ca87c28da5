"""Exercises in their notebooks: a Markdown cell with the task, and a code cell to answer in.

`python -m course.exercises.cells` writes both into every notebook, from the exercises' files.
"""

import re
from pathlib import Path

from course.exercises import EXERCISES
from course.exercises.exercise import Exercise
from course.notebook_files import Cell, content_of, lines_of, notebook_files, source_of, write

HEADING = re.compile(r"\*\*Exercise ")
ASKED = re.compile(r'^(\w+) = exercise\("([^"]+)"\)$', re.M)


def answer_cell(each: Exercise, name: str) -> str:
    """The code cell in which an exercise, called `name` there, is answered and checked."""
    gap = "\n\n\n" if each.starter.startswith(("def ", "class ", "@")) else "\n\n"
    return f'{name} = exercise("{each.id}"){gap}{each.starter}\n{name}.check(answer)'


def with_tasks(cells: list[Cell], exercises: dict[str, Exercise]) -> list[Cell]:
    """The cells of a notebook, where those of these exercises are as their files say."""
    written: list[Cell] = []
    answered = ""  # the name of the exercise whose old answer cell is still to come
    for cell in cells:
        found = ASKED.search(source_of(cell)) if cell["cell_type"] == "code" else None
        if found and found[2] in exercises:
            written += asking(cell, found, exercises[found[2]], written)
            answered = "" if f"{found[1]}.check(" in source_of(cell) else found[1]
        elif not (answered and f"{answered}.check(" in source_of(cell)):
            written.append(cell)
        else:
            answered = ""
    return written


def asking(cell: Cell, found: re.Match[str], each: Exercise, before: list[Cell]) -> list[Cell]:
    """The two cells of an exercise; the task replaces the cell before if it is one already."""
    task: Cell = {"cell_type": "markdown", "id": task_id(each), "metadata": {}, "source": []}
    if before and before[-1]["cell_type"] == "markdown" and HEADING.match(source_of(before[-1])):
        task = before.pop()
    above = source_of(cell)[: found.start()]
    code = above + answer_cell(each, found[1])
    tagged = {"metadata": {"tags": ["practice" if each.practice else "core"]}}
    return [
        task | tagged | {"source": lines_of(each.markdown())},
        cell | tagged | {"source": lines_of(code)},
    ]


def task_id(each: Exercise) -> str:
    """An id for the cell, the same at each run."""
    return "task-" + re.sub(r"\W+", "-", each.title.lower()).strip("-")


def bring_up_to_date(path: Path, exercises: dict[str, Exercise]) -> bool:
    """Write the exercises of a notebook; whether it changed."""
    content = content_of(path)
    content["cells"] = with_tasks(content["cells"], exercises)
    return write(path, content)


def main() -> None:
    exercises = {each.id: each for each in EXERCISES if isinstance(each, Exercise)}
    for path in notebook_files():
        if bring_up_to_date(path, exercises):
            print(f"Wrote the exercises of {path.name}.")  # noqa: T201


if __name__ == "__main__":
    main()
