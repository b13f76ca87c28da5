"""The exercise on requests that arrive at the same moment."""

from course.exercises.at_the_same_moment import double_click
from course.exercises.exercise import numbered

EXERCISES = numbered("12d_at_the_same_moment", (double_click.EXERCISE,))
