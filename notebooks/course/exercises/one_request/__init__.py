"""The exercises on profiles and pools, in their order."""

from course.exercises.exercise import numbered
from course.exercises.one_request import a_pool_of_three, what_to_change_first

EXERCISES = numbered(
    "11b_one_request",
    (
        what_to_change_first.EXERCISE,
        a_pool_of_three.EXERCISE,
    ),
)
