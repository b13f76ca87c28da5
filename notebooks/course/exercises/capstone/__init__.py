"""The exercises of the capstone, in their order."""

from course.exercises.capstone import (
    as_few_requests,
    at_least_one,
    because_of_whom,
    eight_faults,
    for_newcomers_too,
    seen_the_answers,
    what_it_shows,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "15_capstone",
    (
        seen_the_answers.EXERCISE,
        at_least_one.EXERCISE,
        what_it_shows.EXERCISE,
        because_of_whom.EXERCISE,
        eight_faults.EXERCISE,
        as_few_requests.EXERCISE,
        for_newcomers_too.EXERCISE,
    ),
)
