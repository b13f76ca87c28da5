"""The exercises on grouping rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.grouping_rows import (
    beloved_authors,
    evening_hour_by_hour,
    forty_one_statements,
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
        retweeted_when.EXERCISE,
        which_is_refused.EXERCISE,
        three_counts.EXERCISE,
        twice_after_seven.EXERCISE,
        unliked.EXERCISE,
        evening_hour_by_hour.EXERCISE,
        posts_and_followers.EXERCISE,
        forty_one_statements.EXERCISE,
        beloved_authors.EXERCISE,
    ),
)
