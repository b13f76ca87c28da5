"""The exercises on authentication, in their order."""

from course.exercises.authentication import (
    accounts_that_leak,
    an_audit,
    found_in_a_log,
    my_likes,
    new_address,
    price_of_a_salt,
    seven_tokens,
    whose_is_it,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "09_authentication",
    (
        price_of_a_salt.EXERCISE,
        an_audit.EXERCISE,
        found_in_a_log.EXERCISE,
        seven_tokens.EXERCISE,
        whose_is_it.EXERCISE,
        accounts_that_leak.EXERCISE,
        my_likes.EXERCISE,
        new_address.EXERCISE,
    ),
)
