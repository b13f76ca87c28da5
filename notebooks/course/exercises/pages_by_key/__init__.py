"""The exercises on pages by key, in their order."""

from course.exercises.exercise import numbered
from course.exercises.pages_by_key import all_since_then, three_older_ones

EXERCISES = numbered(
    "03b_pages_by_key",
    (three_older_ones.EXERCISE, all_since_then.EXERCISE),
)
