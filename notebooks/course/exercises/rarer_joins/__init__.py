"""The exercises on rarer joins and sets of rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.rarer_joins import (
    every_pair_once,
    last_words,
    liked_or_retweeted,
    nobody_at_all,
)

EXERCISES = numbered(
    "04a_rarer_joins",
    (
        liked_or_retweeted.EXERCISE,
        nobody_at_all.EXERCISE,
        every_pair_once.EXERCISE,
        last_words.EXERCISE,
    ),
)
