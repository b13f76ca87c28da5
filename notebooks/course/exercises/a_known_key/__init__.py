"""The exercise on a key that can be guessed."""

from course.exercises.a_known_key import guess_the_key
from course.exercises.exercise import numbered

EXERCISES = numbered("12c_a_known_key", (guess_the_key.EXERCISE,))
