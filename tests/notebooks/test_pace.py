"""A learner is asked to do something every few minutes, and finishes a notebook in one sitting."""

from pathlib import Path

import pytest
from notebooks.reading import PATH, cells_of

from course import EXERCISES
from course.notebook_files import content_of, tags_of
from course.pace import exercise_minutes, pace

pytestmark = pytest.mark.house_rule

FIRST = "00_start_here"
path_of = {path.stem: path for path in PATH if path.stem[0].isdigit()}  # all but the reference

every_paced = pytest.mark.parametrize("path", path_of.values(), ids=path_of.keys())


@every_paced
def test_reading_and_running_fits_into_a_sitting(path: Path) -> None:
    assert pace(path).minutes <= (35 if path.stem == FIRST else 50)


@every_paced
def test_there_is_something_to_do_at_least_every_twenty_cells(path: Path) -> None:
    assert pace(path).gap <= 20


@every_paced
def test_readers_write_predictions_down(path: Path) -> None:
    assert pace(path).predictions >= (3 if path.stem == FIRST else 6)


@every_paced
def test_a_prediction_comes_right_before_the_cell_that_answers_it(path: Path) -> None:
    cells = cells_of(path)
    for cell, after in zip(cells, cells[1:], strict=False):
        if "predict" in tags_of(cell.raw):
            assert (cell.kind, after.kind) == ("markdown", "code"), cell


@every_paced
def test_the_idea_itself_is_drawn(path: Path) -> None:
    assert pace(path).drawings >= 1


@every_paced
def test_the_core_exercises_take_about_half_an_hour(path: Path) -> None:
    core = [each for each in EXERCISES if each.notebook == path.stem and not each.practice]
    if path.stem == FIRST:
        assert len(core) == 3
    else:
        assert 5 <= len(core) <= 7
        assert 20 <= exercise_minutes(path.stem, practice=False) <= 40


@every_paced
def test_it_has_a_note_for_instructors(path: Path) -> None:
    assert any("instructor" in tags_of(cell.raw) for cell in cells_of(path))


@every_paced
def test_it_ends_with_two_or_three_things_to_read(path: Path) -> None:
    last = cells_of(path)[-1].source
    assert last.startswith("## Further reading\n")
    assert last.count("](https://") in (2, 3) or path.stem == FIRST


@every_paced
def test_its_cells_are_tagged_where_programs_look(path: Path) -> None:
    for cell in content_of(path)["cells"]:
        if 'exercise("' in "".join(cell["source"]) and cell["cell_type"] == "code":
            assert tags_of(cell) & {"core", "practice"}, cell["id"]
