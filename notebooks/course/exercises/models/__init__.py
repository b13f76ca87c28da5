"""The exercises on models, in their order."""

from course.exercises.exercise import numbered
from course.exercises.models import (
    before_the_database_says_no,
    bookmarks,
    places,
    six_rows_for_posts,
    tags,
    what_a_dataframe_knows,
)

EXERCISES = numbered(
    "01_models",
    (
        what_a_dataframe_knows.EXERCISE,
        places.EXERCISE,
        tags.EXERCISE,
        six_rows_for_posts.EXERCISE,
        bookmarks.EXERCISE,
        before_the_database_says_no.EXERCISE,
    ),
)
