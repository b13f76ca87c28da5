"""Students get open exercises and no solution in reach; solutions come from the exercises."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import exercise, hide_solutions
from course.exercises.exercise import Exercise
from course.notebook_files import NOTEBOOKS, content_of, source_of, tags_of, write
from course.workshop import building
from course.workshop.building import build_solutions, build_students, folder_of, prove
from course.workshop.handing_out import BUILDS, for_students, solved
from course.workshop.plan import plan_named
from course.workshop.running import Faulty

CELLS = content_of(NOTEBOOKS / "02_writing_rows.ipynb")["cells"]
PLAN = plan_named("two-hours")


@pytest.fixture
def shown_again() -> Iterator[None]:
    yield
    Exercise.solutions_hidden = False


@pytest.mark.usefixtures("shown_again")
def test_hidden_solutions_are_left_to_the_instructor() -> None:
    asked = exercise("02.1")
    code = asked.solution_code.strip()
    assert code in asked.solution().data
    hide_solutions()
    assert asked.solution().data == (
        '**Your instructor shows the solution.** `exercise("02.1").hint()` helps.'
    )
    assert exercise("02.2").solution().data.startswith("**Your instructor")


def test_students_get_neither_notes_nor_solutions() -> None:
    cells = for_students(CELLS)
    assert not any("instructor" in tags_of(cell) for cell in cells)
    first = next(cell for cell in cells if cell["cell_type"] == "code")
    assert source_of(first).startswith("from course import hide_solutions\n\nhide_solutions()")


def test_somebody_who_is_alone_keeps_the_solutions() -> None:
    assert "hide_solutions" not in "".join(map(source_of, for_students(CELLS, alone=True)))


def test_solutions_come_from_the_exercises_and_notes_are_unfolded() -> None:
    cells = solved(CELLS)
    text = "\n".join(map(source_of, cells))
    for number in range(1, 8):
        assert exercise(f"02.{number}").solution_code.strip() in text
    assert "answer = ..." not in text
    notes = [source_of(cell) for cell in cells if "instructor" in tags_of(cell)]
    assert notes
    assert all(note.startswith("<details open>") for note in notes)


def test_links_lead_to_the_course_or_to_what_is_built_beside(builds: Path) -> None:
    paths = build_students(PLAN, {})
    names = {path.name for path in paths}
    folder = BUILDS / PLAN.name / "students"
    found = 0
    for path in paths:
        text = "\n".join(map(source_of, content_of(path)["cells"]))
        for link in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", text):
            assert link in names or (folder / link).resolve().exists(), link
            found += 1
    assert found


def worked_in(path: Path) -> str:
    """What the notebook holds after somebody has worked in it."""
    content = content_of(path)
    content["cells"][-1]["source"] = ["mine"]
    write(path, content)
    return path.read_text("utf-8")


def test_a_notebook_in_which_somebody_worked_stays_and_the_others_are_built(builds: Path) -> None:
    first, second, *_ = build_students(PLAN, {})
    mine = worked_in(first)
    second.unlink()
    assert first not in build_students(PLAN, {})
    assert first.read_text("utf-8") == mine
    assert second.exists()


def test_a_renamed_notebook_makes_room_for_a_new_one(builds: Path) -> None:
    first, *others = build_students(PLAN, {})
    mine = worked_in(first)
    old = first.rename(first.with_stem("old"))
    notes = first.with_name("notes.txt")
    notes.write_text("mine")
    assert build_students(PLAN, {}) == [first, *others]
    assert old.read_text("utf-8") == mine
    assert notes.read_text("utf-8") == "mine"


def test_a_notebook_that_the_plan_no_longer_has_goes(builds: Path) -> None:
    first, *_ = build_students(PLAN, {})
    once = first.rename(first.with_stem("01_models"))
    build_students(PLAN, {})
    assert not once.exists()


def test_a_proof_refuses_notebooks_in_which_somebody_worked(builds: Path) -> None:
    first, *_ = build_students(PLAN, {})
    worked_in(first)
    with pytest.raises(FileExistsError, match=r"worked in 00_start_here\.ipynb of .*students"):
        prove(PLAN)


@pytest.mark.usefixtures("builds")
def test_all_of_the_course_is_built_without_a_plan() -> None:
    names = {path.name for path in build_students(None, {})}
    assert {"00_start_here.ipynb", "01a_engine_room.ipynb"} <= names
    assert "pandas_to_sqlalchemy.ipynb" not in names
    assert folder_of(None).name == "course"


@pytest.mark.slow
@pytest.mark.usefixtures("builds")
def test_a_solution_that_is_refused_is_told_with_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [cell for cell in for_students(CELLS) if "02.1" in source_of(cell)]
    path = NOTEBOOKS / "02_writing_rows.ipynb"
    imports = {**cells[-1], "id": "imports", "source": ["from course import exercise"]}
    monkeypatch.setattr(building, "cells_of", lambda *_: [(path, [imports, cells[-1]])])
    monkeypatch.setattr(building, "solved", list)
    with pytest.raises(Faulty, match="02_writing_rows.ipynb, cell .*: Not attempted"):
        build_solutions(None, {})
