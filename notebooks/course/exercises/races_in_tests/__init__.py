"""The exercise on tests in which two things happen at once."""

from course.exercises.exercise import numbered
from course.exercises.races_in_tests import all_at_once

EXERCISES = numbered("13b_races_in_tests", (all_at_once.EXERCISE,))
