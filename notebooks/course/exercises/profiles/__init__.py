"""The exercises on what strangers may see, in their order."""

from course.exercises.exercise import numbered
from course.exercises.profiles import nothing_or_nobody, six_requests

EXERCISES = numbered("09c_profiles", (six_requests.EXERCISE, nothing_or_nobody.EXERCISE))
