"""The exercises on races, isolation and savepoints, in their order."""

from course.exercises.exercise import numbered
from course.exercises.races_and_isolation import book_together, likes_that_can_be, visits

EXERCISES = numbered(
    "10a_races_and_isolation",
    (visits.EXERCISE, book_together.EXERCISE, likes_that_can_be.EXERCISE),
)
