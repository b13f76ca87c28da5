"""Each notebook holds exactly the boxes of its steps, as the kit makes them."""

import json
from pathlib import Path
from typing import Any

import pytest

from course.mine.boxes import MARK, TAG, cells_of, with_boxes
from course.mine.steps import STEPS
from course.notebook_files import NOTEBOOKS

ALL = sorted(NOTEBOOKS.glob("*.ipynb"))


def content_of(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_notebook_holds_exactly_the_boxes_of_its_steps(path: Path) -> None:
    content = content_of(path)
    renew = "run `python -m course.mine.boxes`"
    assert content == with_boxes(content, path.stem), renew


def test_steps_are_numbered_and_in_the_order_of_the_notebooks() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))
    notebooks = [step.notebook for step in STEPS]
    assert notebooks == sorted(notebooks)
    assert all(step.title and step.why.endswith(".") and step.hints for step in STEPS)


def test_every_notebook_from_01_to_12_has_one_or_more_steps() -> None:
    numbered = {path.stem for path in ALL if "01" <= path.stem[:2] <= "12"}
    assert numbered <= {step.notebook for step in STEPS}


def test_boxes_stand_before_the_key_points_and_are_renewed_in_place() -> None:
    end = {"id": "end", "cell_type": "markdown", "source": ["## Key points\n"]}
    old = {"id": f"{MARK}old", "cell_type": "markdown", "source": ["an older box"]}
    start = {"id": "start", "cell_type": "code", "source": ["x = 1"]}
    boxed = with_boxes({"cells": [start, old, end]}, "01_models")
    assert [each["id"] for each in boxed["cells"]] == [
        "start",
        *(each["id"] for each in cells_of("01_models")),
        "end",
    ]
    assert with_boxes(boxed, "01_models") == boxed
    assert all(each["metadata"]["tags"] == [TAG] for each in cells_of("01_models"))
