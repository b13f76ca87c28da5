"""Verified pairs: what you would write in pandas, and its twin in SQLAlchemy, proved equal."""

from course.pairs import (
    dates,
    expressions,
    filtering,
    grouping,
    joins,
    reading,
    sorting,
    windows,
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
}
PAIRS = [REGISTRY[number] for number in sorted(REGISTRY)]

__all__ = ["GROUPS", "PAIRS"]
