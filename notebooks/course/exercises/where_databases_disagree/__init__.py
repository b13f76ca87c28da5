"""The exercises on where databases disagree, in their order."""

from course.exercises.exercise import numbered
from course.exercises.where_databases_disagree import (
    day_of_the_week,
    minutes_after_six,
    not_heard_from,
    seven_below_zero,
)

EXERCISES = numbered(
    "03a_where_databases_disagree",
    (
        seven_below_zero.EXERCISE,
        minutes_after_six.EXERCISE,
        day_of_the_week.EXERCISE,
        not_heard_from.EXERCISE,
    ),
)
