"""The exercises on proxies and containers, in their order."""

from course.exercises.at_the_edge import forwarded_headers, what_it_gives_away, whom_to_trust
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "14d_at_the_edge",
    (forwarded_headers.EXERCISE, whom_to_trust.EXERCISE, what_it_gives_away.EXERCISE),
)
