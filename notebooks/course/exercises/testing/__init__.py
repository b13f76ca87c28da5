"""The exercises on tests, in their order."""

from course.exercises.exercise import numbered
from course.exercises.testing import (
    a_new_one_each_time,
    around_the_text,
    both_sides,
    hands_off,
    once_is_enough,
    the_suite,
    what_it_skips,
)

EXERCISES = numbered(
    "13_testing",
    (
        once_is_enough.EXERCISE,
        a_new_one_each_time.EXERCISE,
        hands_off.EXERCISE,
        both_sides.EXERCISE,
        what_it_skips.EXERCISE,
        around_the_text.EXERCISE,
        the_suite.EXERCISE,
    ),
)
