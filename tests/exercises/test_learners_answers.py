"""Each judge accepts what learners do right, and never guesses the cause of what they do wrong."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from learners import FOLDER, Learners, learners

from course.exercises.answers import answer_of, completed
from course.exercises.exercise import Exercise
from course.exercises.result import Result
from course.judges.judge import Raised, behave

pytestmark = pytest.mark.slow  # all together
ALL = learners()
Key = tuple[str, str]


@cache
def exercise_of(key: Key) -> Exercise:
    found = import_module(f"course.exercises.{key[0]}.{key[1]}").EXERCISE
    assert isinstance(found, Exercise)
    return found


def checked(key: Key, code: str) -> Result:
    each = exercise_of(key)
    return each.check(answer_of(completed(code, each.imports)))


def causes(key: Key, result: Result) -> list[str]:
    """The names of the mistakes that a message tells."""
    return [each.name for each in exercise_of(key).mistakes if each.message in result.message]


@pytest.mark.parametrize(
    ("key", "code"), [(key, code) for key, each in ALL.items() for code in each.right], ids=str
)
def test_what_is_right_is_correct(key: Key, code: str) -> None:
    result = checked(key, code)
    assert result.outcome == "correct", result.message


@pytest.mark.parametrize(
    ("key", "code", "name"),
    [(key, code, name) for key, each in ALL.items() for code, name in each.named.items()],
    ids=str,
)
def test_a_mistake_in_another_form_is_named(key: Key, code: str, name: str) -> None:
    result = checked(key, code)
    assert (result.outcome, causes(key, result)) == ("wrong", [name]), result.message


@pytest.mark.parametrize(
    ("key", "code"), [(key, code) for key, each in ALL.items() for code in each.unnamed], ids=str
)
def test_of_any_other_wrong_answer_no_cause_is_told(key: Key, code: str) -> None:
    result = checked(key, code)
    assert result.outcome in ("wrong", "error"), result.message
    assert causes(key, result) == [], result.message


@pytest.mark.parametrize(("key", "each"), ALL.items(), ids=str)
def test_there_are_enough_answers_and_none_is_the_exercises_own(key: Key, each: Learners) -> None:
    known = exercise_of(key)
    wrong = (*each.named, *each.unnamed)
    assert len(each.right) >= 4
    assert len(wrong) >= 6
    own = {code.strip() for code in (*known.answers, *(one.code for one in known.mistakes))}
    assert not own & {code.strip() for code in (*each.right, *wrong)}


@pytest.mark.parametrize("key", ALL, ids=str)
def test_the_solution_raises_on_no_case(key: Key) -> None:
    judge, solution = exercise_of(key).judge, answer_of(exercise_of(key).solution_code)
    done = [behave(judge, judge.accept(solution), case) for case in judge.cases()]
    assert [each for each in done if isinstance(each, Raised)] == []


@pytest.mark.parametrize("key", ALL, ids=str)
def test_everything_of_an_exercise_fits_in_200_lines(key: Key) -> None:
    path = import_module(f"course.exercises.{key[0]}.{key[1]}").__file__
    assert len(Path(str(path)).read_text(encoding="utf-8").splitlines()) <= 200


def test_each_exercise_with_a_file_of_its_own_has_learners_answers() -> None:
    folder = FOLDER.parents[2] / "notebooks" / "course" / "exercises"
    files = {(path.parent.name, path.stem) for path in folder.glob("*/*.py")}
    exercises = {key for key in files if key[1] != "__init__" and key[0] != "judges"}
    assert set(ALL) == exercises
