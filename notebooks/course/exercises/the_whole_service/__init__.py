"""The exercises on the service as a whole, in their order."""

from course.exercises.exercise import numbered
from course.exercises.the_whole_service import who_answers, who_takes_a_limit

EXERCISES = numbered("08c_the_whole_service", (who_answers.EXERCISE, who_takes_a_limit.EXERCISE))
