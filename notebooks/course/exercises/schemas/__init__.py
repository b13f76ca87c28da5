"""The exercises on schemas, in their order."""

from course.exercises.exercise import numbered
from course.exercises.schemas import (
    card_for_each_post,
    change_of_password,
    four_complaints,
    message_to_somebody,
    post_full_of_families,
    where_people_stumble,
    which_become_a_number,
)

EXERCISES = numbered(
    "07_schemas",
    (
        which_become_a_number.EXERCISE,
        post_full_of_families.EXERCISE,
        message_to_somebody.EXERCISE,
        change_of_password.EXERCISE,
        where_people_stumble.EXERCISE,
        card_for_each_post.EXERCISE,
        four_complaints.EXERCISE,
    ),
)
