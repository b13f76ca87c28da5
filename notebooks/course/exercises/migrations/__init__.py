"""The exercises on migrations, in their order."""

from course.exercises.exercise import numbered
from course.exercises.migrations import fill_in_batches, keep_the_texts, steps_in_order

EXERCISES = numbered(
    "14b_migrations",
    (keep_the_texts.EXERCISE, fill_in_batches.EXERCISE, steps_in_order.EXERCISE),
)
