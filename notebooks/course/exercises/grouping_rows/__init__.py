"""The exercises on grouping rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.grouping_rows import (
    beloved_authors,
    likes_given,
    posts_and_followers,
    retweeted_when,
    three_counts,
    twice_after_seven,
    unliked,
    which_is_refused,
)

EXERCISES = numbered(
    "05_grouping_rows",
    (
        likes_given.EXERCISE,
        which_is_refused.EXERCISE,
        three_counts.EXERCISE,
        twice_after_seven.EXERCISE,
        posts_and_followers.EXERCISE,
        beloved_authors.EXERCISE,
        retweeted_when.EXERCISE,
        unliked.EXERCISE,
    ),
)
