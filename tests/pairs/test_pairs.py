"""Every pair gives the same answer in pandas, on SQLite and on PostgreSQL."""

import pytest
from equality import difference
from hypothesis import HealthCheck, given, settings
from relational import FIXTURE, tables

from course.pairs import PAIRS
from course.pairs.frames import frames_of
from course.pairs.pair import DATABASES, Pair, Tables
from course.pairs.running import Answer, Playground, answer_in_pandas, answer_in_sql

Playgrounds = dict[tuple[str, str], Playground]
ON_ANY_ROWS = [pair for pair in PAIRS if pair.tables == "bare"]
EXAMPLES = [15, pytest.param(500, marks=pytest.mark.slow)]


def differences(pairs: list[Pair], rows: Tables, playgrounds: Playgrounds) -> list[str]:
    """Load once, run every pair on both databases; what pandas says is worked out once."""
    frames = frames_of(rows)
    answers = {
        pair.number: Answer.of_frame(pair.pandas(frames)) for pair in pairs if not pair.effect
    }
    found = []
    for database in DATABASES:
        with playgrounds[database, "bare"].holding(rows) as connection:
            for pair in pairs:
                pandas = answers.get(pair.number) or answer_in_pandas(pair, frames, connection)
                sql = answer_in_sql(pair, connection)
                if different := difference(pandas, sql, pair.ordered):
                    found.append(f"{pair.number} {pair.title}, {database}: {different}")
    return found


@pytest.mark.parametrize("pair", ON_ANY_ROWS, ids=lambda pair: f"{pair.number:02}-{pair.title}")
def test_a_pair_agrees_on_the_rows_with_every_trap(pair: Pair, playgrounds: Playgrounds) -> None:
    assert differences([pair], FIXTURE, playgrounds) == []


@pytest.mark.parametrize("examples", EXAMPLES)
def test_all_pairs_agree_on_any_rows(examples: int, playgrounds: Playgrounds) -> None:
    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(tables())
    def hold(rows: Tables) -> None:
        assert differences(ON_ANY_ROWS, rows, playgrounds) == []

    hold()
