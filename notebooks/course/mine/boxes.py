"""The box *In your own service* of each notebook, made from the list of steps.

`python -m course.mine.boxes` puts the boxes of all steps into the notebooks, in the place of those
that are there.
"""

from typing import Any

from course.mine.checking import LAST_WITHOUT_HTTP
from course.mine.steps import STEPS, Step
from course.notebook_files import Cell, content_of, lines_of, notebook_files, source_of, write

MARK = "mine-"  # with which the ids of these cells begin
TAG = "mine"
INTRODUCTION = (
    "## In your own service\n\n"
    "Your own service grows beside the course, in the folder `mine/`, which `make mine` makes; its "
    "README says how to work in it. Do each step there, save the file, and run the cell below the "
    "step: `check_mine` says what is missing."
)
BY_HTTP = " From step 13 on it also sends requests to your `app`."


def cells_of(notebook: str) -> list[Cell]:
    """An introduction, then a text and a check for each step of this notebook."""
    steps = [step for step in STEPS if step.notebook == notebook]
    if not steps:
        return []
    first = INTRODUCTION + (BY_HTTP if steps[0].number > LAST_WITHOUT_HTTP else "")
    cells = [text_cell("introduction", first)]
    for step in steps:
        cells += [text_cell(f"{step.number:02}", text_of(step)), check_cell(step.number)]
    return cells


def text_of(step: Step) -> str:
    hints = "\n".join(f"- {hint}" for hint in step.hints)
    return (
        f"**Step {step.number}. {step.title}.** {step.why}\n\n"
        f"<details><summary>Hints</summary>\n\n{hints}\n\n</details>"
    )


def text_cell(name: str, text: str) -> Cell:
    return {
        "cell_type": "markdown",
        "id": f"{MARK}{name}",
        "metadata": {"tags": [TAG]},
        "source": lines_of(text),
    }


def check_cell(number: int) -> Cell:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": f"{MARK}{number:02}-check",
        "metadata": {"tags": [TAG]},
        "outputs": [],
        "source": ["from course import check_mine\n", "\n", f"check_mine({number})"],
    }


def with_boxes(content: dict[str, Any], notebook: str) -> dict[str, Any]:
    """The notebook with the boxes of its steps, and no others, before its key points."""
    cells = [each for each in content["cells"] if not each["id"].startswith(MARK)]
    places = [i for i, each in enumerate(cells) if source_of(each).startswith("## Key p")]
    place = places[-1] if places else len(cells)
    return content | {"cells": cells[:place] + cells_of(notebook) + cells[place:]}


def main() -> None:
    for path in notebook_files():
        write(path, with_boxes(content_of(path), path.stem))


if __name__ == "__main__":
    main()
