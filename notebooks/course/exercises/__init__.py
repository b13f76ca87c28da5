"""All exercises of the course, by notebook."""

from course.exercises import (
    authentication,
    break_it_fix_it,
    endpoints,
    grouping_rows,
    joining_tables,
    loading_files,
    measuring_speed,
    models,
    reading_rows,
    schemas,
    social_actions,
    start_here,
    windows_and_graphs,
    writing_rows,
)
from course.exercises.exercise import Exercise

EXERCISES: tuple[Exercise, ...] = (
    *start_here.EXERCISES,
    *models.EXERCISES,
    *writing_rows.EXERCISES,
    *loading_files.EXERCISES,
    *reading_rows.EXERCISES,
    *joining_tables.EXERCISES,
    *grouping_rows.EXERCISES,
    *windows_and_graphs.EXERCISES,
    *schemas.EXERCISES,
    *endpoints.EXERCISES,
    *authentication.EXERCISES,
    *social_actions.EXERCISES,
    *measuring_speed.EXERCISES,
    *break_it_fix_it.EXERCISES,
)
