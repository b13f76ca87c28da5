"""The exercises on attacks and what stops them, in their order."""

from course.exercises.break_it_fix_it import (
    corrections,
    double_click,
    minute_of_the_flood,
    new_address,
    past_the_filter,
    six_tokens,
    thousand_addresses,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "12_break_it_fix_it",
    (
        six_tokens.EXERCISE,
        past_the_filter.EXERCISE,
        thousand_addresses.EXERCISE,
        corrections.EXERCISE,
        new_address.EXERCISE,
        double_click.EXERCISE,
        minute_of_the_flood.EXERCISE,
    ),
)
