"""The exercises on the service's other actions, in their order."""

from course.exercises.exercise import numbered
from course.exercises.the_other_actions import correction, who_is_left

EXERCISES = numbered("10b_the_other_actions", (who_is_left.EXERCISE, correction.EXERCISE))
