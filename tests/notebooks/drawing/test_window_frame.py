"""A drawn window: the order of its rows, the peers, and which rows a frame holds."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest
from notebooks.drawing.shapes import parts, texts

from course.drawing import draw_window
from course.drawing.rows import Rows, rows_of
from course.drawing.window_frame import Window, in_order, in_sql

DAYS = [
    {"owner": "bo", "day": 1, "likes": 4},
    {"owner": "ana", "day": 2, "likes": 1},
    {"owner": "ana", "day": 1, "likes": 3},
    {"owner": "ana", "day": 2, "likes": 2},
    {"owner": "bo", "day": 5, "likes": 9},
    {"owner": "ana", "day": 4, "likes": 5},
]
ORDERED = in_order(rows_of(DAYS), "day", "owner", descending=False)


def window(current: int, rows: Rows = ORDERED, partition: str | None = "owner") -> Window:
    return Window(rows, "day", partition, current, descending=False)


def test_rows_stand_partition_by_partition_in_their_order() -> None:
    assert [row[:2] for row in ORDERED.values] == [
        ("ana", 1),
        ("ana", 2),
        ("ana", 2),
        ("ana", 4),
        ("bo", 1),
        ("bo", 5),
    ]


def test_missing_values_come_last_either_way() -> None:
    days: list[dict[str, Any]] = [{"day": None}, {"day": 1}, {"day": 2}]
    rows = rows_of(days)
    for descending, order in ((False, [1, 2, None]), (True, [2, 1, None])):
        assert in_order(rows, "day", None, descending).column("day") == order


def test_up_to_the_current_row_a_range_takes_in_the_peers() -> None:
    assert window(1).peers == [1, 2]
    assert window(1).rows_frame((None, 0)) == [0, 1]
    assert window(1).range_frame((None, 0)) == [0, 1, 2]


BOUNDS = [(None, 0), (0, None), (None, None), (-1, 0), (-1, 1), (0, 2), (1, 2), (-2, -1), (0, 0)]


@pytest.mark.parametrize("bounds", BOUNDS)
@pytest.mark.parametrize("kind", ["ROWS", "RANGE"])
@pytest.mark.parametrize("descending", [False, True])
def test_a_frame_holds_the_rows_that_sqlite_takes(
    kind: str, bounds: tuple[Any, Any], descending: bool
) -> None:
    rows = in_order(rows_of(DAYS), "day", "owner", descending)
    order = f"day {'DESC' if descending else 'ASC'}"
    over = f"PARTITION BY owner ORDER BY {order} {kind} {in_sql(bounds)}"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (owner, day, likes, place)")
        places = [(*row, place) for place, row in enumerate(rows.values)]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", places)
        asked = f"SELECT place, group_concat(place) OVER ({over}) FROM t ORDER BY place"
        said = connection.execute(asked).fetchall()
    for place, held in said:
        drawn = Window(rows, "day", "owner", place, descending)
        frame = drawn.rows_frame(bounds) if kind == "ROWS" else drawn.range_frame(bounds)
        assert sorted(map(int, held.split(",") if held else [])) == frame


def test_a_range_may_be_one_of_days() -> None:
    days = [{"day": date(2026, 8, number)} for number in (10, 11, 13)]
    back = (timedelta(days=-2), timedelta(0))
    drawn = window(2, rows_of(days), None)
    assert drawn.range_frame(back) == [1, 2]


@pytest.mark.parametrize(
    ("bounds", "spelled"),
    [
        ((None, 0), "BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"),
        ((-2, 1), "BETWEEN 2 PRECEDING AND 1 FOLLOWING"),
        ((0, None), "BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING"),
    ],
)
def test_bounds_are_spelled_as_in_sql(bounds: tuple[Any, Any], spelled: str) -> None:
    assert in_sql(bounds) == spelled


def test_both_frames_are_drawn_beside_the_rows_with_their_sums() -> None:
    drawing = draw_window(DAYS, "day", "owner", current=1, total_of="likes")
    assert len(parts(drawing, "circle")) == 2 + 3
    assert {"ROWS", "RANGE", "current row ▸", "peer"} <= set(texts(drawing))
    assert texts(drawing)[0] == "PARTITION BY owner ORDER BY day"
    assert texts(drawing)[-2:] == ["sum(likes) with ROWS: 4", "sum(likes) with RANGE: 6"]
    assert len([each for each in parts(drawing, "rect") if "stroke-dasharray" in each.attrib]) == 2


def test_one_frame_is_drawn_where_one_is_asked_for() -> None:
    drawing = draw_window(DAYS, "day", current=0, rows=(-1, 1))
    assert "RANGE" not in texts(drawing)
    assert len(parts(drawing, "circle")) == 2


def test_an_empty_frame_is_said_to_be_empty() -> None:
    drawing = draw_window(DAYS, "day", current=5, rows=(1, 2), total_of="likes")
    assert "empty" in texts(drawing)
    assert texts(drawing)[-1] == "sum(likes) with ROWS: NULL"
    assert "holds no row." in repr(drawing)


def test_the_words_say_the_same() -> None:
    told = repr(draw_window(DAYS, "day", "owner", current=1, rows=(None, 0)))
    assert told.splitlines() == [
        "The window PARTITION BY owner ORDER BY day.",
        "The current row is (owner ana, day 2, likes 1).",
        "Its peers, equal in the order: (owner ana, day 2, likes 2).",
        "The frame ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW holds "
        "(owner ana, day 1, likes 3); (owner ana, day 2, likes 1).",
    ]


@pytest.mark.parametrize("current", [-1, 6])
def test_a_row_that_does_not_exist_is_refused(current: int) -> None:
    with pytest.raises(ValueError, match="current is a row from 0 to 5"):
        draw_window(DAYS, "day", current=current)
