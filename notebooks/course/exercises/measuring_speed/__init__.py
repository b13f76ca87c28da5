"""The exercises on measuring speed, in their order."""

from course.exercises.exercise import numbered
from course.exercises.measuring_speed import (
    how_many_journeys,
    newest_accounts,
    one_day,
    quick_on_a_laptop,
    what_marta_passed_on,
    what_will_it_do,
    which_clock,
)

EXERCISES = numbered(
    "11_measuring_speed",
    (
        which_clock.EXERCISE,
        how_many_journeys.EXERCISE,
        what_will_it_do.EXERCISE,
        newest_accounts.EXERCISE,
        what_marta_passed_on.EXERCISE,
        one_day.EXERCISE,
        quick_on_a_laptop.EXERCISE,
    ),
)
