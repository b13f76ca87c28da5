"""The exercises on loading files, in their order."""

from course.exercises.exercise import numbered
from course.exercises.loading_files import where_on_earth

EXERCISES = numbered("02a_loading_files", (where_on_earth.EXERCISE,))
