"""The exercises on writing rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.writing_rows import (
    clean_before_you_write,
    frame_whole,
    one_day_two_files,
    published_and_gone,
    replaced,
    retweets_a_list,
    what_stays,
    who_is_waiting,
)

EXERCISES = numbered(
    "02_writing_rows",
    (
        replaced.EXERCISE,
        who_is_waiting.EXERCISE,
        what_stays.EXERCISE,
        published_and_gone.EXERCISE,
        frame_whole.EXERCISE,
        clean_before_you_write.EXERCISE,
        retweets_a_list.EXERCISE,
        one_day_two_files.EXERCISE,
    ),
)
