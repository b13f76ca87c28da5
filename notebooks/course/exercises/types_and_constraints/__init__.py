"""The exercises on types and constraints, in their order."""

from course.exercises.exercise import numbered
from course.exercises.types_and_constraints import (
    ends_after_it_starts,
    six_rows_knock,
    two_hours_late,
)

EXERCISES = numbered(
    "01b_types_and_constraints",
    (two_hours_late.EXERCISE, ends_after_it_starts.EXERCISE, six_rows_knock.EXERCISE),
)
