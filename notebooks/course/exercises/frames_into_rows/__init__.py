"""The exercises on frames that become rows, in their order."""

from course.exercises.exercise import numbered
from course.exercises.frames_into_rows import clean_before_you_write, newer_words, what_arrives

EXERCISES = numbered(
    "02b_frames_into_rows",
    (what_arrives.EXERCISE, clean_before_you_write.EXERCISE, newer_words.EXERCISE),
)
