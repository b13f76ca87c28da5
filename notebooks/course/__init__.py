"""What the notebooks use beside the service: databases, a server, diagrams, exercises."""

from course.databases import empty_database, sample_database
from course.exercises import EXERCISES, exercise, progress
from course.exercises.judges import new_base
from course.exercises.progress_file import forget_progress
from course.rerun import install
from course.server import running
from course.show import picture, schema, sql

__all__ = [
    "EXERCISES",
    "empty_database",
    "exercise",
    "forget_progress",
    "new_base",
    "picture",
    "progress",
    "running",
    "sample_database",
    "schema",
    "sql",
]

install()
