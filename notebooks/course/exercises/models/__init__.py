"""The exercises on models, in their order."""

from course.exercises.exercise import numbered
from course.exercises.models import (
    before_the_database_says_no,
    bookmarks,
    six_rows_knock,
    tags,
    two_hours_late,
    what_a_dataframe_knows,
)

EXERCISES = numbered(
    "01_models",
    (
        what_a_dataframe_knows.EXERCISE,
        six_rows_knock.EXERCISE,
        tags.EXERCISE,
        bookmarks.EXERCISE,
        two_hours_late.EXERCISE,
        before_the_database_says_no.EXERCISE,
    ),
)
