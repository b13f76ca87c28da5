"""The exercises on schemas, in their order."""

from course.exercises.exercise import numbered
from course.exercises.schemas import (
    card_for_each_post,
    change_of_password,
    four_complaints,
    message_to_somebody,
    post_full_of_families,
    tidy_then_measure,
    which_become_a_number,
)

EXERCISES = numbered(
    "07_schemas",
    (
        which_become_a_number.EXERCISE,
        tidy_then_measure.EXERCISE,
        post_full_of_families.EXERCISE,
        change_of_password.EXERCISE,
        message_to_somebody.EXERCISE,
        four_complaints.EXERCISE,
        card_for_each_post.EXERCISE,
    ),
)
