"""The exercises on settings, in their order."""

from course.exercises.exercise import numbered
from course.exercises.settings import a_log_level, four_variables

EXERCISES = numbered("07b_settings", (a_log_level.EXERCISE, four_variables.EXERCISE))
