"""The exercises on loading files, in their order."""

from course.exercises.exercise import numbered
from course.exercises.loading_files import batch_at_a_time, latitude, on_which_line

EXERCISES = numbered(
    "02a_loading_files",
    (batch_at_a_time.EXERCISE, on_which_line.EXERCISE, latitude.EXERCISE),
)
