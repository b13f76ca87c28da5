"""The exercises on endpoints, in their order."""

from course.exercises.endpoints import (
    before_the_eclipse,
    latest_of_one,
    liked_by_whom,
    search,
    since_then,
    two_faults,
    who_answers,
    who_takes_a_limit,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "08_endpoints",
    (
        before_the_eclipse.EXERCISE,
        who_answers.EXERCISE,
        search.EXERCISE,
        latest_of_one.EXERCISE,
        two_faults.EXERCISE,
        who_takes_a_limit.EXERCISE,
        since_then.EXERCISE,
        liked_by_whom.EXERCISE,
    ),
)
