"""The exercises on reading rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.reading_rows import (
    as_today,
    five_percent,
    letters,
    newest_three,
    search_page_by_page,
    shadow_light_night,
    two_new_one_gone,
    whatever_the_name,
    who_comes_back,
)

EXERCISES = numbered(
    "03_reading_rows",
    (
        letters.EXERCISE,
        who_comes_back.EXERCISE,
        five_percent.EXERCISE,
        newest_three.EXERCISE,
        two_new_one_gone.EXERCISE,
        as_today.EXERCISE,
        whatever_the_name.EXERCISE,
        search_page_by_page.EXERCISE,
        shadow_light_night.EXERCISE,
    ),
)
