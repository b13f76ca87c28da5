"""The exercises on rules that schemas and files share, in their order."""

from course.exercises.exercise import numbered
from course.exercises.rules import rule_for_tags, seven_moments, where_people_stumble

EXERCISES = numbered(
    "07a_rules",
    (where_people_stumble.EXERCISE, rule_for_tags.EXERCISE, seven_moments.EXERCISE),
)
