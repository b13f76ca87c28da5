"""The exercises on text that is read before the code sees it, in their order."""

from course.exercises.attacks_on_parsing import body_that_fails, past_the_filter
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "12b_attacks_on_parsing",
    (
        past_the_filter.EXERCISE,
        body_that_fails.EXERCISE,
    ),
)
