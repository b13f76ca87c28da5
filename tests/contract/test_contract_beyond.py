"""What only one's own service has: each check of it finds a fault of its own."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from contract.lies import Fault, Faulty, Told, Where
from contract.mutants import StatementForEachRow, rows

from course.contract import BEYOND, contract
from course.contract.check import Check
from course.mine.folder import make
from course.mine.importing import my_app
from course.mine.steps import STEPS

LINE = "GET /users/me/suggestions/"


def suggesting(change: Callable[[list[dict[str, object]]], object]) -> Fault:
    return Where(LINE, rewrite=rows(change))


FAULTS: dict[str, Fault] = {
    "suggests_friends_of_friends": suggesting(lambda found: found[:1]),
    "suggests_the_best_first": suggesting(lambda found: found[::-1]),
    "suggesting_needs_a_token": Where(LINE, alone=True, reply=Told(200, b"[]")),
    "suggests_in_few_statements": StatementForEachRow(LINE),
}


def with_needs(checks: tuple[Check, ...]) -> Iterator[Check]:
    for each in checks:
        yield from with_needs(each.needs)
        yield each


def test_every_check_has_its_fault() -> None:
    assert FAULTS.keys() == {check.name for check in BEYOND}


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_by_its_own_check_alone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed = tuple(check for check in dict.fromkeys(with_needs(BEYOND)) if check not in BEYOND)
    monkeypatch.setattr(sys.modules["course.contract"], "CHECKS", needed)
    monkeypatch.setenv("MY_SERVICE_BCRYPT_ROUNDS", "4")
    make(folder := tmp_path / "mine", len(STEPS))
    with my_app(folder) as app:
        report = contract(Faulty(app, FAULTS[name]), step=len(STEPS))
    assert [result.name for result in report.with_outcome("failed")] == [name], str(report)
