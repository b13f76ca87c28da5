"""The exercises on measuring speed, in their order."""

from course.exercises.exercise import numbered
from course.exercises.measuring_speed import (
    accounts_before,
    how_many_journeys,
    newest_accounts,
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
        what_marta_passed_on.EXERCISE,
        newest_accounts.EXERCISE,
        accounts_before.EXERCISE,
        quick_on_a_laptop.EXERCISE,
    ),
)
