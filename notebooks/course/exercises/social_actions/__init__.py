"""The exercises on social actions, in their order."""

from course.exercises.exercise import numbered
from course.exercises.social_actions import (
    anybodys_broom,
    follow_them_all,
    is_this_like_new,
    post_that_never_was,
    seven_requests,
    take_all_back,
)

EXERCISES = numbered(
    "10_social_actions",
    (
        seven_requests.EXERCISE,
        post_that_never_was.EXERCISE,
        is_this_like_new.EXERCISE,
        take_all_back.EXERCISE,
        anybodys_broom.EXERCISE,
        follow_them_all.EXERCISE,
    ),
)
