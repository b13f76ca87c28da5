"""The exercises on attacks and what stops them, in their order."""

from course.exercises.break_it_fix_it import (
    corrections,
    new_address,
    own_token,
    second_question,
    thousand_addresses,
    who_has_an_account,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "12_break_it_fix_it",
    (
        own_token.EXERCISE,
        corrections.EXERCISE,
        new_address.EXERCISE,
        who_has_an_account.EXERCISE,
        thousand_addresses.EXERCISE,
        second_question.EXERCISE,
    ),
)
