"""The exercises on the finished models, in their order."""

from course.exercises.exercise import numbered
from course.exercises.finished_models import one_telephone_book, who_retweeted_it

EXERCISES = numbered(
    "04b_finished_models",
    (
        one_telephone_book.EXERCISE,
        who_retweeted_it.EXERCISE,
    ),
)
