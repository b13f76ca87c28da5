"""The exercises on what a login and a token's check refuse, in their order."""

from course.exercises.exercise import numbered
from course.exercises.what_to_refuse import an_audit, found_in_a_log, new_address, whose_is_it

EXERCISES = numbered(
    "09b_what_to_refuse",
    (an_audit.EXERCISE, found_in_a_log.EXERCISE, whose_is_it.EXERCISE, new_address.EXERCISE),
)
