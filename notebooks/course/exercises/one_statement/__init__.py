"""The exercise on what a page costs."""

from course.exercises.exercise import numbered
from course.exercises.one_statement import forty_one_statements

EXERCISES = numbered("05b_one_statement", (forty_one_statements.EXERCISE,))
