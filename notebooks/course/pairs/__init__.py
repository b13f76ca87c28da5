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
from course.pairs.definition import REGISTRY
from course.pairs.display import PairView
from course.pairs.sheet import cheat_sheet, find

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


def pair(number: int) -> PairView:
    """The pair of that number, to look at."""
    if number not in REGISTRY:
        raise ValueError(f"there is no pair {number}: they go from 1 to {len(PAIRS)}")
    return PairView(REGISTRY[number])


__all__ = ["GROUPS", "PAIRS", "cheat_sheet", "find", "pair"]
