"""The exercise on an estimate."""

from course.exercises.exercise import numbered
from course.exercises.loading_many_rows import an_honest_estimate

EXERCISES = numbered("11d_loading_many_rows", (an_honest_estimate.EXERCISE,))
