"""`compare` on pairs of which we know whether they are the same, on SQLite and on PostgreSQL."""

from collections.abc import Callable
from typing import Any

import pytest
from comparing import lending_library, web_shop

from course import compare
from course.comparing.frames import Frames
from course.pairs import PAIRS
from course.pairs.definition import Pair, WrongTwin

READING = [pair for pair in PAIRS if not pair.effect]
TWINS = [(pair, twin) for pair in READING for twin in pair.wrong_twins]
OTHERS = (lending_library, web_shop)
SAME = [each for project in OTHERS for each in project.SAME]
DIFFERENT = [each for project in OTHERS for each in project.DIFFERENT]


def name(of: Any) -> str:
    if isinstance(of, Pair):
        return f"{of.number:02}-{of.title}"
    return of.trap if isinstance(of, WrongTwin) else of.__name__


@pytest.fixture(scope="session")
def both(new_postgres_database: Callable[[str], str]) -> dict[str, str]:
    """The URLs of a database of each kind, by the names of the dialects."""
    return {"sqlite": "sqlite://", "postgresql": new_postgres_database("template0")}


def differ(pair: Pair, twin: WrongTwin, dialect: str, url: str) -> bool:
    in_pandas: Callable[..., Any] = pair.pandas
    in_sql = pair.sqlalchemy
    if twin.side == "pandas":
        in_pandas = twin.function
    else:
        in_sql = twin.function
    return not compare(in_pandas, in_sql(dialect), nulls=True, on=[url])


@pytest.mark.parametrize(("in_pandas", "in_sql"), SAME, ids=name)
def test_right_translations_for_other_projects_are_equal(
    in_pandas: Callable[[Frames], Any], in_sql: Callable[[], Any]
) -> None:
    assert compare(in_pandas, in_sql(), databases=40, on=["sqlite://"])


@pytest.mark.parametrize(("in_pandas", "in_sql"), DIFFERENT, ids=name)
def test_wrong_translations_for_other_projects_are_refuted(
    in_pandas: Callable[[Frames], Any], in_sql: Callable[[], Any], both: dict[str, str]
) -> None:
    for url in both.values():
        assert not compare(in_pandas, in_sql(), on=[url])


@pytest.mark.parametrize(("pair", "twin"), TWINS[::5], ids=name)
def test_some_wrong_twins_of_the_pairs_are_refuted(pair: Pair, twin: WrongTwin) -> None:
    if "sqlite" in twin.on:
        assert differ(pair, twin, "sqlite", "sqlite://")


@pytest.mark.slow
@pytest.mark.parametrize(("pair", "twin"), TWINS, ids=name)
def test_every_wrong_twin_of_the_pairs_is_refuted(
    pair: Pair, twin: WrongTwin, both: dict[str, str]
) -> None:
    for dialect in twin.on:
        assert differ(pair, twin, dialect, both[dialect])


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
@pytest.mark.parametrize("pair", READING, ids=name)
def test_every_right_pair_is_equal(pair: Pair, dialect: str, both: dict[str, str]) -> None:
    in_pandas: Callable[..., Any] = pair.pandas
    statement, on = pair.sqlalchemy(dialect), [both[dialect]]
    comparison = compare(in_pandas, statement, nulls=True, databases=100, on=on)
    assert comparison, comparison


@pytest.mark.slow
@pytest.mark.parametrize(("in_pandas", "in_sql"), SAME, ids=name)
def test_right_translations_are_equal_on_both_databases(
    in_pandas: Callable[[Frames], Any], in_sql: Callable[[], Any], both: dict[str, str]
) -> None:
    comparison = compare(in_pandas, in_sql(), on=list(both.values()))
    assert comparison, comparison
    assert comparison.headline == "Equal on 300 databases, on SQLite and PostgreSQL."
