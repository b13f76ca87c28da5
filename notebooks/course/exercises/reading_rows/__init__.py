"""The exercises on reading rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.reading_rows import (
    all_since_then,
    five_percent,
    letters,
    newest_three,
    shadow_light_night,
    silent_since_eight,
    three_older_ones,
    whatever_the_name,
    who_comes_back,
)

EXERCISES = numbered(
    "03_reading_rows",
    (
        letters.EXERCISE,
        who_comes_back.EXERCISE,
        silent_since_eight.EXERCISE,
        five_percent.EXERCISE,
        newest_three.EXERCISE,
        shadow_light_night.EXERCISE,
        whatever_the_name.EXERCISE,
        three_older_ones.EXERCISE,
        all_since_then.EXERCISE,
    ),
)
