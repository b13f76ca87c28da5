"""A drawn join: which rows are connected, which are left out, and the words that say so."""

from typing import Any

import pandas as pd
import pytest
from notebooks.drawing.shapes import number, parts, texts

from course.drawing import draw_join
from course.drawing.joined_rows import TOP
from course.drawing.svg import BLUE, ORANGE, ROW, Drawing

USERS: list[dict[str, Any]] = [
    {"id": 1, "name": "ana"},
    {"id": 2, "name": "bo"},
    {"id": 3, "name": "chi"},
]
POSTS: list[dict[str, Any]] = [
    {"id": 10, "owner": 1},
    {"id": 11, "owner": 3},
    {"id": 12, "owner": None},
    {"id": 13, "owner": 1},
    {"id": 14, "owner": 9},
]
NAMES = ("posts", "users")


def row_at(y: float) -> int:
    return round((y - TOP - ROW / 2) / ROW)


def connections(drawing: Drawing, colour: str = BLUE) -> set[tuple[int, int]]:
    """The rows that lines connect, left and right, read off the drawing."""
    return {
        (row_at(number(each, "y1")), row_at(number(each, "y2")))
        for each in parts(drawing, "line")
        if each.attrib["stroke"] == colour
    }


def test_lines_connect_the_rows_that_meet() -> None:
    drawing = draw_join(POSTS, USERS, on=("owner", "id"), names=NAMES)
    assert connections(drawing) == {(0, 0), (1, 2), (3, 0)}
    assert connections(drawing, ORANGE) == set()


def test_an_inner_join_leaves_rows_without_a_match_out() -> None:
    drawing = draw_join(POSTS, USERS, on=("owner", "id"), names=NAMES)
    assert texts(drawing).count("no match: left out") == 2  # post 14, bo
    assert texts(drawing).count("NULL meets nothing: left out") == 1
    assert len([each for each in parts(drawing, "rect") if "stroke-dasharray" in each.attrib]) == 3
    assert texts(drawing)[0] == "inner join: 3 matches = 3 rows"


def test_a_left_join_keeps_them_with_a_row_of_nulls() -> None:
    drawing = draw_join(POSTS, USERS, on=("owner", "id"), how="left", names=NAMES)
    assert connections(drawing) == {(0, 0), (1, 2), (3, 0)}
    below = len(USERS)
    assert connections(drawing, ORANGE) == {(2, below), (4, below)}
    assert texts(drawing).count("no match: left out") == 1  # bo alone
    assert texts(drawing)[0] == "left join: 3 matches, and 2 kept with NULL = 5 rows"


def test_a_left_join_that_finds_all_needs_no_row_of_nulls() -> None:
    drawing = draw_join(POSTS[:2], USERS, on=("owner", "id"), how="left")
    assert connections(drawing, ORANGE) == set()
    assert texts(drawing)[0] == "left join: 2 matches = 2 rows"


@pytest.mark.parametrize("null", [None, float("nan"), pd.NA, pd.NaT])
def test_null_meets_null_in_pandas_alone(null: object) -> None:
    cities: list[dict[str, Any]] = [{"city": null}, {"city": "Lima"}]
    in_sql = draw_join(cities, cities, on="city")
    assert connections(in_sql) == {(1, 1)}
    assert connections(in_sql, ORANGE) == set()
    in_pandas = draw_join(cities, cities, on="city", nulls_meet=True)
    assert connections(in_pandas) == {(1, 1)}
    assert connections(in_pandas, ORANGE) == {(0, 0)}


def test_it_counts_as_merge_counts() -> None:
    left = pd.DataFrame({"city": ["Bern", None, "Lima"], "n": [1, 2, 3]})
    right = pd.DataFrame({"city": ["Lima", None, "Lima"], "m": [7, 8, 9]})
    drawing = draw_join(left, right, on="city", nulls_meet=True)
    drawn = len(connections(drawing)) + len(connections(drawing, ORANGE))
    assert drawn == len(left.merge(right, on="city")) == 3


def test_the_words_say_the_same() -> None:
    told = repr(draw_join(POSTS, USERS, on=("owner", "id"), how="left", names=NAMES))
    assert told.splitlines() == [
        "posts and users, joined where posts.owner = users.id.",
        "posts (id 10, owner 1) meets users (id 1, name ana).",
        "posts (id 11, owner 3) meets users (id 3, name chi).",
        "posts (id 12, owner NULL) meets nothing and is kept with NULL.",
        "posts (id 13, owner 1) meets users (id 1, name ana).",
        "posts (id 14, owner 9) meets nothing and is kept with NULL.",
        "users (id 2, name bo) meets nothing.",
        "left join: 3 matches, and 2 kept with NULL = 5 rows.",
    ]


def test_a_key_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no column 'user'"):
        draw_join(POSTS, USERS, on=("user", "id"))
