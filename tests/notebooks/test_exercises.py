"""Every exercise accepts what is right, and refuses each named mistake in its own words."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from notebooks.reading import DEEPER

from course import EXERCISES, exercise
from course.exercises.answers import answer_of
from course.exercises.exercise import Exercise, Mistake
from course.exercises.result import Result
from course.judges.mutants import Catching

OF_DEEPER = {path.stem for path in DEEPER}


def marks_of(each: Exercise, mistakes: bool = False) -> list[pytest.MarkDecorator]:
    """One worker tries all answers of an exercise, and needs each result once. `make prove` tries
    the mistakes, what lies deeper, and answers that are tests, since they run on nine services."""
    slow = mistakes or each.notebook in OF_DEEPER or isinstance(each.judge, Catching)
    return [pytest.mark.xdist_group(each.id), *([pytest.mark.slow] if slow else [])]


every_exercise = pytest.mark.parametrize("each", EXERCISES, ids=lambda each: each.id)


@cache
def result_of(exercise_id: str, code: str) -> Result:
    """What the check says to an answer; each is tried once, some start a server."""
    return exercise(exercise_id).check(answer_of(code))


@every_exercise
def test_an_untouched_exercise_is_not_attempted(each: Exercise) -> None:
    assert each.check(...).outcome == "not attempted"


@pytest.mark.parametrize(
    ("each", "code"),
    [
        pytest.param(each, code, marks=marks_of(each))
        for each in EXERCISES
        for code in each.right_answers
    ],
    ids=lambda value: getattr(value, "id", "answer"),
)
def test_right_answers_are_correct(each: Exercise, code: str) -> None:
    result = result_of(each.id, code)
    assert result.outcome == "correct", result.message


@pytest.mark.parametrize(
    ("each", "wrong"),
    [
        pytest.param(each, wrong, marks=marks_of(each, mistakes=True))
        for each in EXERCISES
        for wrong in each.wrong_answers
    ],
    ids=lambda value: getattr(value, "id", getattr(value, "name", "")),
)
def test_a_named_mistake_is_refused_by_its_name(each: Exercise, wrong: Mistake) -> None:
    result = result_of(each.id, wrong.code)
    assert result.outcome == "wrong", result.message
    assert wrong.message in result.message


@pytest.mark.parametrize(
    "each",
    [pytest.param(each, marks=marks_of(each, mistakes=True), id=each.id) for each in EXERCISES],
)
def test_an_exercise_has_mistakes_with_different_messages(each: Exercise) -> None:
    assert len(each.wrong_answers) >= 3
    messages = [result_of(each.id, wrong.code).message for wrong in each.wrong_answers]
    assert len(set(messages)) == len(messages)


@every_exercise
def test_an_exercise_has_two_right_answers_that_differ(each: Exercise) -> None:
    assert len(set(each.right_answers)) >= 2


@every_exercise
def test_only_the_last_hint_gives_the_answer_away(each: Exercise) -> None:
    assert len(each.hints) >= 3
    telling = [line.strip() for line in each.solution_code.splitlines() if "=" in line]
    for hint in each.hints[:-1]:
        assert not any(line in hint for line in telling), hint
    shown = [each.hint().data for _ in range(len(each.hints) + 1)]
    assert all(hint in text for hint, text in zip(each.hints, shown, strict=False))
    assert shown[-1].startswith("**That was the last hint.**")
    each.reset()


@every_exercise
def test_solutions_keep_the_house_style(each: Exercise, tmp_path: Path) -> None:
    for number, code in enumerate(each.right_answers):
        (tmp_path / f"answer_{number}.py").write_text(code + "\n", encoding="utf-8")
    config = str(Path(__file__).parents[2] / "pyproject.toml")
    command = [sys.executable, "-m", "ruff", "check", "--config", config, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_ids_and_titles_are_unique_and_an_unknown_id_is_told() -> None:
    assert isinstance(EXERCISES, tuple)
    for names in ([each.id for each in EXERCISES], [each.title for each in EXERCISES]):
        assert len(set(names)) == len(names)
    with pytest.raises(LookupError, match="There is no exercise '99.9'"):
        exercise("99.9")
