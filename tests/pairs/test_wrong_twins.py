"""The proof can fail: every translation that looks right is refuted by the rows it names."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import SQLAlchemyError

from course.comparing.equality import difference
from course.pairs import PAIRS
from course.pairs.definition import DATABASES, Pair, WrongTwin
from course.pairs.frames import completed, frames_of
from course.pairs.running import (
    Playground,
    answer_in_pandas,
    answer_in_sql,
    answer_of_wrong_twin,
)

TWINS = [(pair, twin) for pair in PAIRS for twin in pair.wrong_twins]


def refuted(pair: Pair, twin: WrongTwin, playground: Playground) -> bool:
    """Whether the wrong twin gives another answer than the right one, or none at all."""
    rows = completed(twin.data)
    frames = frames_of(rows)
    with playground.holding(rows) as connection:
        in_pandas = answer_in_pandas(pair, frames, connection)
        in_sql = answer_in_sql(pair, connection)
        assert difference(in_pandas, in_sql, pair.ordered) is None
        try:
            wrong = answer_of_wrong_twin(pair, twin, frames, connection)
        except (SQLAlchemyError, TypeError, ValueError):
            return True
    return difference(wrong, in_sql, pair.ordered) is not None


@pytest.mark.parametrize(
    ("pair", "twin"), TWINS, ids=[f"{pair.number:02}-{twin.trap}" for pair, twin in TWINS]
)
def test_a_wrong_twin_is_refuted_on_just_the_databases_that_it_names(
    pair: Pair, twin: WrongTwin, playgrounds: dict[tuple[str, str], Playground]
) -> None:
    refuted_on = tuple(
        name for name in DATABASES if refuted(pair, twin, playgrounds[name, pair.tables])
    )
    assert refuted_on == twin.on


@pytest.mark.parametrize(
    "pair",
    [pair for pair in PAIRS if pair.example is not None and pair.wrong_twins],
    ids=lambda pair: f"{pair.number:02}",
)
def test_the_rows_that_a_pair_shows_refute_one_of_its_wrong_twins(
    pair: Pair, playgrounds: dict[tuple[str, str], Playground]
) -> None:
    assert any(
        refuted(pair, replace(twin, data=pair.example or {}), playgrounds[name, pair.tables])
        for twin in pair.wrong_twins
        for name in twin.on
    )
