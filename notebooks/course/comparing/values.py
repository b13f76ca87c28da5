"""Values for a column: ordinary ones, and others that lie near the literals of a question."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Column

from course.comparing.literals import Literals
from course.pairs.frames import NOON

# Texts that are empty, equal but for case, within each other, or mean something to LIKE.
TEXTS = [
    *("", "a", "A", "a%", "_b", "é", "É", "o'x", "Okay", "okay", "Okay then", "50%", "ab"),
    *("final_3", "final3", "FINAL_3", "x" * 40, "x" * 41, "🙂🙂", " "),
]
# Halves and quarters add up exactly, in whatever order, so a sum of floats has one value.
FRACTIONS = [0.0, 0.5, -0.5, 1.0, 1.5, 2.5, 2.25, -1.75, 10.0, 99.5]
WHOLE = [0, 1, -1, 2, 3, 7, -7, 10, 100]
ANCHORS = [
    NOON,
    NOON,
    datetime(2025, 12, 31, 12, tzinfo=UTC),
    datetime(2024, 2, 28, 12, tzinfo=UTC),
]
DAY = timedelta(days=1)
LONGEST_TEXT = 300
Pool = tuple[list[Any], list[Any]]  # near the literals, ordinary


def moments_around(noon: datetime) -> list[datetime]:
    """Few, so that many rows share one; some apart by days, some by less than a second."""
    return [
        noon - 3 * DAY,
        noon - DAY,
        noon,
        noon + timedelta(milliseconds=500),
        noon + timedelta(hours=6),
        noon + timedelta(hours=6, seconds=30),
        noon + timedelta(hours=11, minutes=59, seconds=59),
        noon + timedelta(hours=12),
        noon + 4 * DAY,
    ]


def whole_numbers(literals: Literals) -> Pool:
    near = [int(each) + step for each in literals.numbers for step in (0, -1, 1)]
    return [each for each in near if abs(each) < 2**31], WHOLE


def fractions(literals: Literals) -> Pool:
    return [float(each) + step for each in literals.numbers for step in (0, -0.5, 0.5)], FRACTIONS


def decimals(column: Column[Any], literals: Literals) -> Pool:
    """Numbers that the precision and the scale of the type can hold."""
    precision, scale = getattr(column.type, "precision", None), getattr(column.type, "scale", None)
    unit = Decimal(1).scaleb(-(2 if scale is None else scale))
    most = Decimal(10) ** ((precision or 12) - (scale or 0))

    def fitting(values: Iterable[Any]) -> list[Decimal]:
        exact = [Decimal(str(each)).quantize(unit) for each in values]
        return [each for each in exact if abs(each) < most]

    near = [Decimal(str(each)) + step * unit for each in literals.numbers for step in (0, -1, 1)]
    return fitting(each for each in near if abs(each) < most), fitting(FRACTIONS)


def texts(column: Column[Any], literals: Literals) -> Pool:
    near = [variant for text in literals.texts for variant in variants(text)]
    lengths = [int(each) + step for each in literals.counts for step in (-1, 0, 1)]
    near += ["x" * length for length in lengths if 0 <= length <= LONGEST_TEXT]
    limit = getattr(column.type, "length", None) or LONGEST_TEXT
    pools = ([text for text in pool if len(text) <= limit] for pool in (near, TEXTS))
    return next(pools), next(pools)


def distinct_texts(column: Column[Any], literals: Literals, many: int) -> list[str]:
    """For a column in which no text comes twice: some have the lengths that are named."""
    limit = getattr(column.type, "length", None) or LONGEST_TEXT
    lengths = [int(each) for each in literals.counts if 3 < each <= 40]
    texts = [f"{number:0{length}}" for length in lengths for number in range(many)]
    return [text for text in [*texts, *(f"text {n}" for n in range(many))] if len(text) <= limit]


def variants(text: str) -> list[str]:
    """The text, the same in other cases, within others, and cut short."""
    any_letter = text.replace("_", "x").replace("%", "xx")
    return [text, text.upper(), text.lower(), text + "s", "a" + text, text[:-1], any_letter]


def moments(literals: Literals, noon: datetime) -> Pool:
    """In UTC: before, at and after the literals, and at the hours and years that are named."""
    midnight = noon.replace(hour=0)
    near = [
        each + step
        for each in literals.moments
        for step in (timedelta(0), timedelta(seconds=-1), timedelta(seconds=1), DAY, -DAY)
    ]
    counts = [int(each) for each in literals.counts]
    near += [midnight.replace(hour=each) for each in counts if each < 24]
    near += [midnight.replace(month=each, day=1) for each in counts if 1 <= each <= 12]
    near += [midnight.replace(year=each, day=1) for each in counts if 1970 <= each <= 2100]
    return near, moments_around(noon)


def ordinary_only(*values: Any) -> Callable[..., Pool]:
    return lambda column, literals, noon: ([], list(values))


def naive_or_aware(column: Column[Any], literals: Literals, noon: datetime) -> Pool:
    near, ordinary = moments(literals, noon)
    if getattr(column.type, "timezone", False):
        return near, ordinary
    return [each.replace(tzinfo=None) for each in near], [
        each.replace(tzinfo=None) for each in ordinary
    ]


def days(column: Column[Any], literals: Literals, noon: datetime) -> Pool:
    near, ordinary = moments(literals, noon)
    return [each.date() for each in near], list(dict.fromkeys(each.date() for each in ordinary))


POOLS: dict[type, Callable[[Column[Any], Literals, datetime], Pool]] = {
    bool: ordinary_only(True, False),
    int: lambda column, literals, noon: whole_numbers(literals),
    float: lambda column, literals, noon: fractions(literals),
    Decimal: lambda column, literals, noon: decimals(column, literals),
    str: lambda column, literals, noon: texts(column, literals),
    datetime: naive_or_aware,
    date: days,
    time: ordinary_only(time(0), time(9, 30), time(12), time(23, 59, 59)),
    timedelta: ordinary_only(timedelta(0), timedelta(minutes=90), DAY, -DAY),
    bytes: ordinary_only(b"", b"a", b"\x00\xff"),
    uuid.UUID: ordinary_only(*(uuid.UUID(int=number) for number in range(1, 30))),
}


def python_type(column: Column[Any]) -> type | None:
    """The type of the values in a column, where SQLAlchemy can tell it."""
    try:
        return column.type.python_type
    except NotImplementedError:
        return None


def pool(column: Column[Any], literals: Literals, noon: datetime) -> Pool:
    """What a column may hold; nothing where its type is one that we have no values for."""
    if members := getattr(column.type, "enum_class", None) or getattr(column.type, "enums", None):
        return [], list(members)
    make = POOLS.get(python_type(column) or object)
    return make(column, literals, noon) if make else ([], [])


def plain_value(column: Column[Any], place: int) -> Any:
    """A value that nobody stumbles over, for the row at this place."""
    kind = python_type(column)
    if kind is str and not getattr(column.type, "enums", None):
        limit = getattr(column.type, "length", None) or LONGEST_TEXT
        return f"{column.name} {place + 1}"[:limit]
    if kind in (int, float, Decimal):
        return kind(1)
    _, ordinary = pool(column, Literals([]), NOON)
    return ordinary[2 % len(ordinary)] if ordinary else None  # of moments, noon
