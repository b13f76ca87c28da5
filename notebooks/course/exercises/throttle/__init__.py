"""The exercises on the limit for failed logins, in their order."""

from course.exercises.exercise import numbered
from course.exercises.throttle import how_long, twenty_guesses

EXERCISES = numbered("09a_throttle", (twenty_guesses.EXERCISE, how_long.EXERCISE))
