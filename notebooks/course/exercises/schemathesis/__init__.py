"""The exercise on requests that are made from the document."""

from course.exercises.exercise import numbered
from course.exercises.schemathesis import any_whole_number

EXERCISES = numbered("13a_schemathesis", (any_whole_number.EXERCISE,))
