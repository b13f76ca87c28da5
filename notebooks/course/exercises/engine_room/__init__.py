"""The exercises on the engine room, in their order."""

from course.exercises.engine_room import five_threads_wait, read_only_connections
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "01a_engine_room", (read_only_connections.EXERCISE, five_threads_wait.EXERCISE)
)
