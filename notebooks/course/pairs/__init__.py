"""Verified pairs: what you would write in pandas, and its twin in SQLAlchemy, proved equal."""

from course.pairs import (
    dates,
    expressions,
    filtering,
    grouping,
    joins,
    reading,
    reshaping,
    sorting,
    windows,
    writing,
)
from course.pairs.pair import REGISTRY

GROUPS = {
    "Reading": reading,
    "Filtering and NULL": filtering,
    "Sorting and paging": sorting,
    "Expressions": expressions,
    "Dates": dates,
    "Joins": joins,
    "Grouping": grouping,
    "Windows": windows,
    "Sets, reshaping, duplicates, graphs": reshaping,
    "Writing, schema, service": writing,
}
PAIRS = [REGISTRY[number] for number in sorted(REGISTRY)]

__all__ = ["GROUPS", "PAIRS"]
