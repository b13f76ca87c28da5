"""The exercises on suggestions at a million follows, in their order."""

from course.exercises.a_million_follows import how_many_at_work, whose_list_is_old
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "15a_a_million_follows", (how_many_at_work.EXERCISE, whose_list_is_old.EXERCISE)
)
