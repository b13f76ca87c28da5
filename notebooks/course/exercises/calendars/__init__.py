"""The exercises on calendars and pivot tables, in their order."""

from course.exercises.calendars import before_and_after_six, evening_hour_by_hour
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "05a_calendars",
    (evening_hour_by_hour.EXERCISE, before_and_after_six.EXERCISE),
)
