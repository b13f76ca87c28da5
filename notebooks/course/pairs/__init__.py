"""Verified pairs: what you would write in pandas, and its twin in SQLAlchemy, proved equal."""

from course.pairs import (
    counting,
    dates,
    expressions,
    filtering,
    graphs,
    grouping,
    joins,
    keeping,
    many_rows,
    nulls,
    ranking,
    rarer_joins,
    reading,
    reshaping,
    row_before,
    service,
    sets,
    sorting,
    statistics,
    texts,
    windows,
    writing,
)
from course.pairs.definition import REGISTRY
from course.pairs.display import PairView
from course.pairs.sheet import cheat_sheet, find

GROUPS = {
    "Whole tables": reading,
    "Which rows": filtering,
    "What is missing: NULL": nulls,
    "Texts": texts,
    "Sorting and paging": sorting,
    "New columns and numbers": expressions,
    "Days and times": dates,
    "Joins": joins,
    "Rarer joins": rarer_joins,
    "Grouping": grouping,
    "Counts and shares": counting,
    "Totals and statistics": statistics,
    "First, last and largest": ranking,
    "Windows": windows,
    "The row before": row_before,
    "Sets and repetitions": sets,
    "Long and wide tables": reshaping,
    "Networks of follows": graphs,
    "Writing": writing,
    "Many rows at once": many_rows,
    "Types and keys": keeping,
    "Input, index, endpoint": service,
}
PAIRS = [REGISTRY[number] for number in sorted(REGISTRY)]


def pair(number: int) -> PairView:
    """The pair of that number, to look at."""
    if number not in REGISTRY:
        raise ValueError(f"there is no pair {number}: they go from 1 to {len(PAIRS)}")
    return PairView(REGISTRY[number])


__all__ = ["GROUPS", "PAIRS", "cheat_sheet", "find", "pair"]
