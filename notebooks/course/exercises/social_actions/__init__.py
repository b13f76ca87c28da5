"""The exercises on social actions, in their order."""

from course.exercises.exercise import numbered
from course.exercises.social_actions import (
    anybodys_broom,
    follow_them_all,
    is_this_like_new,
    post_that_never_was,
    right_on_both,
    seven_requests,
    take_all_back,
)

EXERCISES = numbered(
    "10_social_actions",
    (
        right_on_both.EXERCISE,
        is_this_like_new.EXERCISE,
        post_that_never_was.EXERCISE,
        take_all_back.EXERCISE,
        anybodys_broom.EXERCISE,
        seven_requests.EXERCISE,
        follow_them_all.EXERCISE,
    ),
)
