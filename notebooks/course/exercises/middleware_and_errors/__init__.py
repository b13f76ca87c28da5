"""The exercises on what surrounds a service, in their order."""

from course.exercises.exercise import numbered
from course.exercises.middleware_and_errors import minute_of_the_flood, no_store

EXERCISES = numbered(
    "12a_middleware_and_errors",
    (
        no_store.EXERCISE,
        minute_of_the_flood.EXERCISE,
    ),
)
