"""The exercises on more windows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.more_windows import (
    quiet_days_too,
    the_longest_silence,
    the_middle_one,
    two_places_on_the_podium,
    whom_to_follow,
)

EXERCISES = numbered(
    "06a_more_windows",
    (
        quiet_days_too.EXERCISE,
        two_places_on_the_podium.EXERCISE,
        whom_to_follow.EXERCISE,
        the_longest_silence.EXERCISE,
        the_middle_one.EXERCISE,
    ),
)
