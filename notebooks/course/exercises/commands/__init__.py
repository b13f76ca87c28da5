"""The exercises on commands, in their order."""

from course.exercises.commands import a_day, one_line_and_a_number, what_the_shell_does
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "14a_commands",
    (what_the_shell_does.EXERCISE, a_day.EXERCISE, one_line_and_a_number.EXERCISE),
)
