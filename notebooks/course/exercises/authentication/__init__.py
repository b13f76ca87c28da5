"""The exercises on authentication, in their order."""

from course.exercises.authentication import (
    accounts_that_leak,
    five_minutes,
    my_likes,
    price_of_a_salt,
    seven_tokens,
    still_logged_in,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "09_authentication",
    (
        price_of_a_salt.EXERCISE,
        accounts_that_leak.EXERCISE,
        five_minutes.EXERCISE,
        seven_tokens.EXERCISE,
        my_likes.EXERCISE,
        still_logged_in.EXERCISE,
    ),
)
