"""The exercises on joining tables, in their order."""

from course.exercises.exercise import numbered
from course.exercises.joining_tables import (
    after_the_eclipse,
    how_many_rows,
    liked_by_a_follower,
    mutes,
    names_beside_retweets,
    silence_for_every_post,
    statement_for_each_post,
    two_newest,
    what_ana_liked,
    who_follow_each_other,
)

EXERCISES = numbered(
    "04_joining_tables",
    (
        names_beside_retweets.EXERCISE,
        after_the_eclipse.EXERCISE,
        mutes.EXERCISE,
        what_ana_liked.EXERCISE,
        two_newest.EXERCISE,
        statement_for_each_post.EXERCISE,
        silence_for_every_post.EXERCISE,
        how_many_rows.EXERCISE,
        liked_by_a_follower.EXERCISE,
        who_follow_each_other.EXERCISE,
    ),
)
