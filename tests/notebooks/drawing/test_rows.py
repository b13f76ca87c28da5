"""The rows of a drawing, wherever a reader has them, and how their values are spelled."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pandas as pd
import pytest
from sqlalchemy import Engine, select

from course import sample_database
from course.drawing.rows import Rows, rows_of, spelled
from microblog.database import make_engine
from microblog.models import Post, User


@pytest.fixture(scope="module")
def sample() -> Iterator[Engine]:
    engine = make_engine(sample_database())
    yield engine
    engine.dispose()


FIRST_TWO = select(User.id, User.username).where(User.id <= 2).order_by(User.id)
IDS = Rows(["id"], [(1,), (2,)])


def test_rows_come_from_a_frame_or_a_list_of_dicts() -> None:
    assert rows_of(pd.DataFrame({"id": [1, 2]})) == IDS
    assert rows_of([{"id": 1}, {"id": 2}]) == IDS


def test_rows_come_from_a_select_or_from_its_result(sample: Engine) -> None:
    asked = rows_of(FIRST_TWO, sample)
    assert asked.names == ["id", "username"]
    assert asked.column("id") == [1, 2]
    with sample.connect() as connection:
        assert rows_of(connection.execute(FIRST_TWO).all()) == asked


@pytest.mark.parametrize("source", [FIRST_TWO, Post, Post.__table__])
def test_a_table_needs_an_engine(source: object) -> None:
    with pytest.raises(TypeError, match="needs the engine: engine="):
        rows_of(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [Post, Post.__table__, select(Post)])
def test_more_rows_than_one_can_follow_are_refused(source: object, sample: Engine) -> None:
    with pytest.raises(ValueError, match=r"16 rows at most.*head\(\) or limit\(\)"):
        rows_of(source, sample)  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [[], pd.DataFrame({"id": []})])
def test_no_rows_are_refused_in_words(source: object) -> None:
    with pytest.raises(ValueError, match="There are no rows to draw"):
        rows_of(source)  # type: ignore[arg-type]


def test_a_column_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ValueError, match="no column 'name'. There are: id"):
        IDS.column("name")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "NULL"),
        (float("nan"), "NULL"),
        (pd.NaT, "NULL"),
        (pd.NA, "NULL"),
        ("", "''"),
        ("two\n lines", "two lines"),
        ("x" * 30, "x" * 21 + "…"),
        (datetime(2026, 8, 12, 17, 45, 3, tzinfo=UTC), "2026-08-12 17:45"),
        ((7, None), "7, NULL"),
    ],
)
def test_a_value_is_spelled_on_one_short_line(value: object, shown: str) -> None:
    assert spelled(value) == shown
