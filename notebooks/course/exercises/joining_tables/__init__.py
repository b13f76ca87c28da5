"""The exercises on joining tables, in their order."""

from course.exercises.exercise import numbered
from course.exercises.joining_tables import (
    after_the_eclipse,
    how_many_rows,
    liked_by_a_follower,
    nobody_at_all,
    one_telephone_book,
    silence_for_every_post,
    statement_for_each_post,
    who_follow_each_other,
)

EXERCISES = numbered(
    "04_joining_tables",
    (
        one_telephone_book.EXERCISE,
        after_the_eclipse.EXERCISE,
        liked_by_a_follower.EXERCISE,
        nobody_at_all.EXERCISE,
        who_follow_each_other.EXERCISE,
        statement_for_each_post.EXERCISE,
        how_many_rows.EXERCISE,
        silence_for_every_post.EXERCISE,
    ),
)
