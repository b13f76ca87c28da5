"""The exercise on a long list, paged by key."""

from course.exercises.a_stars_followers import accounts_before
from course.exercises.exercise import numbered

EXERCISES = numbered("11c_a_stars_followers", (accounts_before.EXERCISE,))
