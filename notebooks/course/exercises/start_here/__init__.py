"""The exercises of the first notebook, in their order."""

from course.exercises.exercise import numbered
from course.exercises.start_here import (
    all_posts_of_one_user,
    read_an_answer,
    three_times_the_same,
)

EXERCISES = numbered(
    "00_start_here",
    (
        read_an_answer.EXERCISE,
        three_times_the_same.EXERCISE,
        all_posts_of_one_user.EXERCISE,
    ),
)
