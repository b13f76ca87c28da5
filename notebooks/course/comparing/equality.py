"""When two answers are the same: no looser than it must be."""

import math
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from course.pairs.running import Answer

TOLERANCE = 1e-9  # relative, and for floats alone


def folded(value: Any) -> Any:
    """One form for what both sides write differently: nothing, and numbers."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    if isinstance(value, pd.Timedelta):
        return value.to_pytimedelta()
    return value


def kind_of(value: Any) -> str:
    """bool is no number and a moment is no day, although Python compares them happily."""
    for kind in (bool, datetime, date, str):
        if isinstance(value, kind):
            return kind.__name__
    return "number" if isinstance(value, int | float) else type(value).__name__


def kinds_of(rows: list[tuple[Any, ...]]) -> list[set[str]]:
    """The kinds of value in each column, NULL aside."""
    columns = zip(*rows, strict=True)
    return [{kind_of(value) for value in column if value is not None} for column in columns]


def is_close(one: Any, other: Any) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        numbers = isinstance(one, int | float) and isinstance(other, int | float)
        return numbers and math.isclose(one, other, rel_tol=TOLERANCE)
    return bool(one == other)


def same_row(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return len(one) == len(other) and all(map(is_close, one, other))


def unmatched(
    ones: list[tuple[Any, ...]], others: list[tuple[Any, ...]]
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The rows of each side that have no row of their own on the other side."""
    left = list((Counter(ones) - Counter(others)).elements())
    right = list((Counter(others) - Counter(ones)).elements())
    alone = []
    for row in left:
        partner = next((other for other in right if same_row(row, other)), None)
        if partner is None:
            alone.append(row)
        else:
            right.remove(partner)
    return alone, right


def same_multiset(ones: list[tuple[Any, ...]], others: list[tuple[Any, ...]]) -> bool:
    return len(ones) == len(others) and unmatched(ones, others) == ([], [])


def same_in_order(ones: list[tuple[Any, ...]], others: list[tuple[Any, ...]]) -> bool:
    return len(ones) == len(others) and all(map(same_row, ones, others))


def folded_rows(answer: Answer) -> list[tuple[Any, ...]]:
    return [tuple(map(folded, row)) for row in answer.rows]


def difference(pandas: Answer, sql: Answer, ordered: bool) -> str | None:
    """What differs between two answers, or None."""
    ones, others = folded_rows(pandas), folded_rows(sql)
    if pandas.names != sql.names:
        return f"names: {pandas.names} in pandas, {sql.names} in SQL"
    if not (same_in_order if ordered else same_multiset)(ones, others):
        return f"rows:\n pandas {ones}\n SQL    {others}"
    if kinds_of(ones) != kinds_of(others):
        return f"kinds: {kinds_of(ones)} in pandas, {kinds_of(others)} in SQL"
    return None
