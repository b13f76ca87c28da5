"""All checks, in the order of the steps."""

from course.contract.check import Check
from course.contract.checks import (
    accounts,
    counting,
    hostile_input,
    logging_in,
    paging,
    passwords,
    people,
    production,
    reactions,
    reading,
    suggestions,
    timeline,
    tokens,
    writing,
)

# A module comes after those whose checks its own checks need.
AREAS = (
    reading,
    accounts,
    logging_in,
    writing,
    reactions,
    people,
    timeline,
    paging,
    counting,
    tokens,
    hostile_input,
    passwords,
    production,
)
_FOUND = {each: None for area in AREAS for each in vars(area).values() if isinstance(each, Check)}
CHECKS = tuple(sorted(_FOUND, key=lambda check: check.step))
# Of a step that the finished service doesn't do.
BEYOND = tuple(
    each for each in vars(suggestions).values() if isinstance(each, Check) and each.step == 33
)

__all__ = ["BEYOND", "CHECKS"]
