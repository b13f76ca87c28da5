"""The comparison itself: what it forgives, and that it forgives no more."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course.comparing.equality import difference
from course.pairs.running import Answer

NOON = datetime(2026, 8, 12, 12, tzinfo=UTC)


def answer(*values: Any, names: tuple[str, ...] = ("value",)) -> Answer:
    return Answer(names, [(value,) for value in values])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (float("nan"), None),
        (pd.NaT, None),
        (pd.NA, None),
        (np.int64(3), 3),
        (np.True_, True),
        (Decimal("2.50"), 2.5),
        (Decimal("2"), 2),
        (3.0, 3),
        (1 / 3, 1 / 3 + 1e-12),
        (pd.Timestamp(NOON), NOON),
    ],
)
def test_these_are_the_same(one: Any, other: Any) -> None:
    assert difference(answer(one), answer(other), ordered=True) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0, None),
        ("", None),
        (True, 1),
        ("1", 1),
        (1 / 3, Decimal("0.33333333")),
        (0.0, 1e-12),
        (2**53, 2**53 + 1),
        (float("inf"), None),
        (NOON, date(2026, 8, 12)),
        (NOON, NOON.replace(tzinfo=None)),
        (b"\x01", 1),
    ],
)
def test_these_are_not(one: Any, other: Any) -> None:
    assert difference(answer(one), answer(other), ordered=True) is not None


def test_a_row_more_often_is_another_answer() -> None:
    assert difference(answer(1, 1, 2), answer(1, 2, 2), ordered=False) is not None
    assert difference(answer(0.5, 0.5), answer(0.5), ordered=False) is not None


def test_the_order_counts_where_the_question_asks_for_one() -> None:
    assert difference(answer(1, 2), answer(2, 1), ordered=False) is None
    assert difference(answer(1, 2), answer(2, 1), ordered=True) is not None


def test_floats_find_their_partners_in_any_order() -> None:
    one, other = answer(0.1 + 0.2, 0.5, None), answer(None, 0.5, 0.3)
    assert difference(one, other, ordered=False) is None


def test_columns_go_by_name_and_place() -> None:
    assert difference(answer(1), answer(1, names=("other",)), ordered=False) is not None
