"""The exercises on the timeline's lower bound, in their order."""

from course.exercises.a_fast_timeline import the_bound, where_can_it_end
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "11a_a_fast_timeline",
    (
        where_can_it_end.EXERCISE,
        the_bound.EXERCISE,
    ),
)
