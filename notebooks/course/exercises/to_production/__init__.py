"""The exercises on the way to production, in their order."""

from course.exercises.exercise import numbered
from course.exercises.to_production import (
    how_many_workers,
    may_it_be_old,
    right_at_every_step,
    what_the_load_test_says,
    what_the_log_says,
    where_the_key_lives,
    your_own_writes,
)

EXERCISES = numbered(
    "14_to_production",
    (
        where_the_key_lives.EXERCISE,
        what_the_load_test_says.EXERCISE,
        how_many_workers.EXERCISE,
        what_the_log_says.EXERCISE,
        right_at_every_step.EXERCISE,
        may_it_be_old.EXERCISE,
        your_own_writes.EXERCISE,
    ),
)
