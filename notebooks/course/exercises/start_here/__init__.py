"""The exercises of the first notebook, in their order."""

from course.exercises.exercise import numbered
from course.exercises.start_here import (
    all_posts_of_one_user,
    in_the_tunnel,
    read_an_answer,
)

EXERCISES = numbered(
    "00_start_here",
    (
        all_posts_of_one_user.EXERCISE,
        read_an_answer.EXERCISE,
        in_the_tunnel.EXERCISE,
    ),
)
