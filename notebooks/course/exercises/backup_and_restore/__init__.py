"""The exercises on backups, in their order."""

from course.exercises.backup_and_restore import back_up, differing_tables, hours_lost
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "14c_backup_and_restore",
    (back_up.EXERCISE, differing_tables.EXERCISE, hours_lost.EXERCISE),
)
