"""The exercise on migrations of tables that hold rows."""

from course.exercises.exercise import numbered
from course.exercises.testing_migrations import a_new_column

EXERCISES = numbered("13c_testing_migrations", (a_new_column.EXERCISE,))
