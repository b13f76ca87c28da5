"""The exercises on the event loop, threads and the pool, in their order."""

from course.exercises.async_and_threads import four_at_once, one_waits_all_wait
from course.exercises.exercise import numbered

EXERCISES = numbered("08b_async_and_threads", (four_at_once.EXERCISE, one_waits_all_wait.EXERCISE))
