"""Find an exercise by its id, and see how far you are."""

from itertools import groupby

from IPython.display import Markdown

from course.exercises import EXERCISES, progress_file
from course.exercises.exercise import Exercise


def exercise(exercise_id: str) -> Exercise:
    """The exercise with this id, such as "01.3": show it, then `check`, `hint`, `solution`."""
    for found in EXERCISES:
        if found.id == exercise_id:
            return found
    ids = ", ".join(known.id for known in EXERCISES)
    raise LookupError(f"There is no exercise {exercise_id!r}. There are: {ids}")


def hide_solutions() -> None:
    """From here on `solution()` shows none in this notebook: the instructor does."""
    Exercise.solutions_hidden = True


def progress() -> Markdown:
    """How far you are: a line for each notebook, a mark for each exercise."""
    outcomes = progress_file.outcomes()
    marks = {"correct": "●", "wrong": "◐", "error": "◐"}
    lines = ["| notebook | exercises | solved |", "|:--|:--|--:|"]
    for notebook, group in groupby(EXERCISES, key=lambda each: each.notebook):
        tried = [outcomes.get(each.title, "") for each in group]
        drawn = " ".join(marks.get(outcome, "○") for outcome in tried)
        lines.append(f"| {notebook} | {drawn} | {tried.count('correct')} of {len(tried)} |")
    lines.append("\n● solved · ◐ tried · ○ not attempted")
    return Markdown("\n".join(lines))
