"""Each check finds a fault of its own, and no other check blames its own part for it."""

from collections.abc import Callable

import pytest
from contract.lies import Fault, Faulty
from contract.mutants import MUTANTS
from fastapi import FastAPI

from course.contract import CHECKS, contract
from microblog.config import PUBLISHED_KEYS

BY_SETTINGS = {"key_is_secret"}


def test_every_check_has_its_mutant() -> None:
    assert MUTANTS.keys() | BY_SETTINGS == {check.name for check in CHECKS}


@pytest.mark.slow
@pytest.mark.parametrize("name", MUTANTS)
def test_a_fault_is_found_by_its_own_check_alone(
    finished: Callable[..., FastAPI], name: str
) -> None:
    (step,) = (check.step for check in CHECKS if check.name == name)
    fault: Fault = MUTANTS[name]()
    report = contract(Faulty(finished(), fault), step=step)
    assert [result.name for result in report.with_outcome("failed")] == [name], str(report)


@pytest.mark.slow
def test_a_key_from_a_tutorial_is_found(finished: Callable[..., FastAPI]) -> None:
    report = contract(finished(secret_key=next(iter(PUBLISHED_KEYS))), step=28)
    assert [result.name for result in report.with_outcome("failed")] == ["key_is_secret"]
