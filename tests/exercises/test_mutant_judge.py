"""Tests as answers: they pass on the package, notice its mutants, and leave nothing behind."""

import pytest
from notebooks.reading import cells_of

from course.exercises.answers import answer_of
from course.judges.judge import Wrong
from course.judges.mutants import Catching, on_the_right_service
from course.mutants import Mutant
from course.mutants.functions import text_of
from course.mutants.running import FIXTURES, NoAnswer, run_texts
from course.notebook_files import NOTEBOOKS

SHORTER = Mutant("rules.py", "[A-Za-z0-9_]{3,30}", "[A-Za-z0-9_]{2,30}")
LONGER = Mutant("rules.py", "[A-Za-z0-9_]{3,30}", "[A-Za-z0-9_]{3,31}")
JUDGE = Catching((SHORTER, LONGER))
NAMES = """
from microblog.rules import is_username


def test_names():
    assert is_username("ana")
    assert not is_username("an")
"""


def judged(code: str) -> list[str]:
    text = JUDGE.accept(answer_of(f"{code}\n\nanswer = {code.split('def ')[-1].split('(')[0]}"))
    return [JUDGE.behaviour(text, case) for case in JUDGE.cases()]


def told(code: str) -> str:
    """What is said of an answer that doesn't pass on the package."""
    text = JUDGE.accept(answer_of(code))
    return on_the_right_service(text, JUDGE.behaviour(text, None))


def test_a_mutant_changes_one_text_that_is_there_once() -> None:
    assert SHORTER.diff().splitlines() == [
        "microblog/rules.py",
        '-USERNAME_PATTERN = "[A-Za-z0-9_]{3,30}"',
        '+USERNAME_PATTERN = "[A-Za-z0-9_]{2,30}"',
    ]
    with pytest.raises(ValueError, match="0 times, not once"):
        Mutant("rules.py", "no such text", "").source()


@pytest.mark.slow
def test_a_test_notices_the_mutants_on_which_it_fails() -> None:
    assert judged(NAMES) == ["passes", "fails", "passes"]


def test_a_test_that_fails_on_the_package_is_tried_on_no_mutant() -> None:
    code = NAMES.replace("not is_username", "is_username")
    assert judged(code)[1:] == ["not tried", "not tried"]
    assert "E   AssertionError: assert False" in told(code + "\nanswer = test_names")


@pytest.mark.slow
def test_a_test_that_needs_another_one_before_it_is_told_so() -> None:
    code = """
seen = []

def test_one():
    seen.append(1)

def test_two():
    assert seen

answer = [test_one, test_two]
"""
    assert told(code).startswith("Whether test_two passes depends on which tests run before it.")


def test_rows_in_the_services_own_database_are_told() -> None:
    code = """
from fastapi.testclient import TestClient
from microblog.main import app

def test_registering():
    user = {"username": "ana", "email": "ana@example.org", "password": "a long password"}
    with TestClient(app) as client:
        assert client.post("/users/", json=user).status_code == 201

answer = test_registering
"""
    assert told(code).startswith("Your test writes into the database that the service takes")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("def check():\n    assert True\n\nanswer = check", "names begin with test"),
        ("answer = 'test_it.py'", "Answer with your test function"),
        ("answer = [print]", "Answer with your test function"),
    ],
)
def test_what_is_no_test_is_refused(answer: str, message: str) -> None:
    with pytest.raises(Wrong, match=message):
        JUDGE.accept(answer_of(answer))


def test_a_test_brings_what_it_uses_of_its_notebook() -> None:
    code = """
from datetime import UTC, datetime as moment

import pytest

LIMITS = [moment(2026, 8, 12, tzinfo=UTC), None]

def late(when):
    return when is None or when.tzinfo is UTC

@pytest.mark.parametrize("limit", LIMITS)
def test_limits(limit):
    answer = late(limit)
    assert answer

answer = test_limits
"""
    assert run_texts({"test_it.py": text_of([answer_of(code)])}).failures == {}


@pytest.mark.slow
def test_tests_without_an_end_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.mutants.running.SECONDS", 1.0)
    with pytest.raises(NoAnswer, match="were stopped after 1 second"):
        run_texts({"test_it.py": "def test_it():\n    while True:\n        pass\n"})
    assert run_texts({"test_it.py": "def test_it():\n    pass\n"}).failures == {}


def test_the_notebook_builds_the_fixtures_that_the_checks_use() -> None:
    cells = cells_of(NOTEBOOKS / "13_testing.ipynb")
    (built,) = (
        cell.python for cell in cells if cell.source.startswith("%%writefile {folder}/conf")
    )
    given = FIXTURES.read_text(encoding="utf-8").partition('"""\n\n')[2]
    assert "".join(built.split()) == "".join(given.split())
