"""The exercises on endpoints, in their order."""

from course.exercises.endpoints import (
    before_the_eclipse,
    how_many_left,
    latest_of_one,
    search,
    tea_and_coffee,
    two_faults,
)
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "08_endpoints",
    (
        tea_and_coffee.EXERCISE,
        latest_of_one.EXERCISE,
        two_faults.EXERCISE,
        how_many_left.EXERCISE,
        before_the_eclipse.EXERCISE,
        search.EXERCISE,
    ),
)
