"""The exercises on writing rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.writing_rows import (
    correct_a_post,
    frame_whole,
    one_day_two_files,
    published_and_gone,
    replaced,
    retweets_a_list,
    what_stays,
)

EXERCISES = numbered(
    "02_writing_rows",
    (
        replaced.EXERCISE,
        correct_a_post.EXERCISE,
        what_stays.EXERCISE,
        published_and_gone.EXERCISE,
        frame_whole.EXERCISE,
        retweets_a_list.EXERCISE,
        one_day_two_files.EXERCISE,
    ),
)
