"""The exercises on addresses, cursors and pages, in their order."""

from course.exercises.cursors_and_pages import liked_by_whom, since_then
from course.exercises.exercise import numbered

EXERCISES = numbered("08a_cursors_and_pages", (since_then.EXERCISE, liked_by_whom.EXERCISE))
