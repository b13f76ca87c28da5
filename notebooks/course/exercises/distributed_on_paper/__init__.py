"""The exercises on distributed databases, in their order."""

from course.exercises.distributed_on_paper import by_which_column, recipes_on_disk, shards_of_each
from course.exercises.exercise import numbered

EXERCISES = numbered(
    "14f_distributed_on_paper",
    (recipes_on_disk.EXERCISE, shards_of_each.EXERCISE, by_which_column.EXERCISE),
)
