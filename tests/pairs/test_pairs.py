"""Every pair gives the same answer in pandas, on SQLite and on PostgreSQL."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pairs.relational import FIXTURE, as_the_product_has_them, tables

from course.comparing.equality import difference
from course.pairs import PAIRS
from course.pairs.definition import DATABASES, Pair, Tables
from course.pairs.display import playground
from course.pairs.frames import frames_of, sample_frames
from course.pairs.running import Answer, Playground, answer_in_pandas, answer_in_sql

Playgrounds = dict[tuple[str, str], Playground]
ON_ANY_ROWS = [pair for pair in PAIRS if pair.tables == "bare"]
ON_VALID_ROWS = [pair for pair in PAIRS if pair.tables == "product"]


def differences(pairs: list[Pair], rows: Tables, playgrounds: Playgrounds) -> list[str]:
    """Load once, run every pair on both databases; what pandas says is worked out once."""
    frames = frames_of(rows)
    answers = {
        pair.number: Answer.of_frame(frame)
        for pair in pairs
        if not pair.effect and (frame := pair.pandas(frames)) is not None
    }
    found = []
    for database in DATABASES:
        with playgrounds[database, pairs[0].tables].holding(rows) as connection:
            for pair in pairs:
                pandas = answers.get(pair.number) or answer_in_pandas(pair, frames, connection)
                sql = answer_in_sql(pair, connection)
                if different := difference(pandas, sql, pair.ordered):
                    found.append(f"{pair.number} {pair.title}, {database}: {different}")
    return found


@pytest.mark.parametrize("pair", ON_ANY_ROWS, ids=lambda pair: f"{pair.number:02}-{pair.title}")
def test_a_pair_agrees_on_the_rows_with_every_trap(pair: Pair, playgrounds: Playgrounds) -> None:
    assert differences([pair], FIXTURE, playgrounds) == []


@pytest.mark.parametrize("pair", ON_VALID_ROWS, ids=lambda pair: f"{pair.number:02}-{pair.title}")
def test_a_pair_agrees_on_rows_that_the_product_accepts(
    pair: Pair, playgrounds: Playgrounds
) -> None:
    assert differences([pair], as_the_product_has_them(FIXTURE), playgrounds) == []


def thorough(examples: int) -> settings:
    """Many examples are worth the time of making a failure small; a few must answer soon."""
    phases = set(Phase) if examples >= 100 else set(Phase) - {Phase.shrink, Phase.explain}
    slow = [HealthCheck.too_slow]
    return settings(max_examples=examples, phases=phases, deadline=None, suppress_health_check=slow)


HALVES = [pytest.param(250, marks=pytest.mark.slow, id=half) for half in ("first", "second")]


@pytest.mark.parametrize("examples", [15, *HALVES])  # in halves, for two cores
def test_all_pairs_agree_on_any_rows(examples: int, playgrounds: Playgrounds) -> None:
    @thorough(examples)
    @given(tables())
    def hold(rows: Tables) -> None:
        assert differences(ON_ANY_ROWS, rows, playgrounds) == []

    hold()


@pytest.mark.parametrize("examples", [5, pytest.param(100, marks=pytest.mark.slow)])
def test_the_service_agrees_on_any_rows_that_it_accepts(
    examples: int, playgrounds: Playgrounds
) -> None:
    @thorough(examples)
    @given(tables().map(as_the_product_has_them))
    def hold(rows: Tables) -> None:
        assert differences(ON_VALID_ROWS, rows, playgrounds) == []

    hold()


@pytest.mark.slow
def test_all_pairs_agree_on_the_sample_data() -> None:
    frames = sample_frames()
    with playground("sample") as place, place.holding({}) as connection:
        for pair in PAIRS:
            pandas, sql = (
                answer_in_pandas(pair, frames, connection),
                answer_in_sql(pair, connection),
            )
            assert (pair.number, difference(pandas, sql, pair.ordered)) == (pair.number, None)


def test_no_pair_of_the_list_is_missing() -> None:
    assert [pair.number for pair in PAIRS] == list(range(1, 105))
