"""Exercises in their notebooks: the task as text, the answer's cell, and gaps to fill in."""

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from course import EXERCISES
from course.exercises.blanks import Blanks
from course.exercises.cells import HEADING, with_tasks
from course.exercises.exercise import Exercise
from course.notebook_files import Cell, notebook_files, source_of

BY_ID = {each.id: each for each in EXERCISES if isinstance(each, Exercise)}


def code_cell(source: str) -> Cell:
    return {"cell_type": "code", "metadata": {}, "source": source.splitlines(keepends=True)}


@pytest.mark.parametrize("path", notebook_files(), ids=lambda path: path.stem)
def test_the_exercises_of_a_notebook_are_as_their_files_say(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    if not any(HEADING.match(source_of(cell)) for cell in cells):
        pytest.skip("no exercise was written into this notebook yet")
    assert with_tasks(cells, BY_ID) == cells, "python -m course.exercises.cells writes them anew"


def test_the_notebook_of_each_exercise_exists() -> None:
    names = {path.stem for path in notebook_files()}
    assert {each.notebook for each in EXERCISES} <= names


def test_an_exercise_is_written_as_a_task_and_a_cell_to_answer_in() -> None:
    old = [
        code_cell('import this  # stays\n\nq3 = exercise("04.2")\nq3'),
        code_cell("answer = ...\nq3.check(answer)"),
        code_cell("1 + 1"),
    ]
    new = with_tasks(old, BY_ID)
    assert [cell["cell_type"] for cell in new] == ["markdown", "code", "code"]
    assert source_of(new[0]) == BY_ID["04.2"].markdown()
    assert source_of(new[1]) == (
        'import this  # stays\n\nq3 = exercise("04.2")\n\n'
        "answer = ...  # your select() here\nq3.check(answer)"
    )
    assert with_tasks(new, BY_ID) == new


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("answer = select(Post.id).where(____, Like.post_id == ____)", "answer"),
        ("answer = select(Post.id).____(User)", "answer"),
        ("def double(n):\n    return ____ * n\nanswer = double", "answer"),
        ("class Model(Base):\n    name: ____\nanswer = Model", "answer"),
        ("____\nanswer = ...", "answer"),
    ],
)
def test_a_cell_with_gaps_runs_and_is_not_attempted(cell: str, named: str) -> None:
    namespace: dict[str, Any] = {}
    exec(compile(Blanks().visit(ast.parse(cell)), "<cell>", "exec"), namespace)
    assert namespace[named] is ...


def test_a_cell_whose_gaps_are_filled_runs_as_it_is() -> None:
    namespace: dict[str, Any] = {}
    exec(compile(Blanks().visit(ast.parse("answer = 2 + 2")), "<cell>", "exec"), namespace)
    assert namespace["answer"] == 4
