"""The exercises on a primary that dies, in their order."""

from course.exercises.exercise import numbered
from course.exercises.failover import what_is_lost, which_address

EXERCISES = numbered("14e_failover", (which_address.EXERCISE, what_is_lost.EXERCISE))
