"""What every judge does: compare behaviour, name a mistake only when it is certain."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.exc import NoReferencedColumnError
from sqlalchemy.schema import CreateTable

from course.exercises.exercise import Exercise, Mistake
from course.judges import judge as judging
from course.judges.choices import Choice, Number, Numbers
from course.judges.explaining import beside
from course.judges.judge import Judge
from course.judges.messages import in_plain_english
from course.judges.trials import calls
from course.judges.values import kind_of


def exercise_with(judge: Judge, solution: str, *mistakes: Mistake) -> Exercise:
    return Exercise(
        title="An exercise of the tests",
        minutes=1,
        objective="",
        task="",
        starter="answer = ...",
        hints=("", "", ""),
        imports="",
        answers=(solution,),
        mistakes=mistakes,
        judge=judge,
        praise="Right.",
    )


DOUBLE = exercise_with(
    calls((0,), (2,), (5,), named="double"),
    "def double(n):\n    return 2 * n",
    Mistake("squared", "def double(n):\n    return n * n", "You square the number."),
    Mistake("text", "def double(n):\n    return '2n'", "You return text."),
)


def checked(each: Exercise, answer: Any) -> tuple[str, str]:
    result = each.check(answer)
    return result.outcome, result.message


def test_an_answer_that_behaves_like_the_solution_is_right() -> None:
    assert checked(DOUBLE, lambda n: n + n) == ("correct", "Right.")


def test_a_mistake_is_named_when_the_answer_behaves_like_it_on_every_case() -> None:
    assert checked(DOUBLE, lambda n: n**2) == (
        "wrong",
        "You square the number.\ndouble(5)\nExpected: 10\nYours:    25",
    )


def test_a_mistake_is_not_named_when_a_single_case_differs() -> None:
    outcome, message = checked(DOUBLE, lambda n: n * n if n < 5 else 7)
    assert (outcome, message) == ("wrong", "double(5)\nExpected: 10\nYours:    7")


def test_an_answer_that_is_the_same_on_every_case_is_told_so() -> None:
    assert checked(DOUBLE, lambda n: 4)[1].endswith(
        "Your answer does the same on all 3 cases, whatever it is given."
    )


def test_of_an_error_that_is_explained_nothing_more_is_told() -> None:
    def misuse(n: int) -> int:
        raise RuntimeError("misuse of window function rank()")

    message = checked(DOUBLE, misuse)[1]
    assert message.startswith("double(0)\nA window function can't be used")
    assert message.endswith("filter outside.")


@pytest.mark.parametrize("target", ["users", "users.nr"])
def test_a_foreign_key_is_told_that_its_column_is_missing(target: str) -> None:
    key = Column("muted_id", Integer, ForeignKey(target))
    Table("users", (tables := MetaData()), Column("id", Integer))
    with pytest.raises(NoReferencedColumnError) as caught:
        CreateTable(Table("mutes", tables, key)).compile()
    assert f"refers to {target}, and there is no such column" in in_plain_english(caught.value)


def test_a_redirect_read_as_json_is_told_about_the_slash() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("")  # the body of a redirect
    assert "the path lacks the slash at its end" in in_plain_english(caught.value)


@pytest.mark.parametrize("number", [np.int64(4), 4.0, np.float64(4), True + 3])
def test_numbers_are_compared_as_numbers(number: Any) -> None:
    assert checked(DOUBLE, lambda n: number if n == 2 else 2 * n)[0] == "correct"


@pytest.mark.parametrize("made", [list, tuple, pd.Series, np.array, pd.Index])
def test_a_series_is_taken_where_a_list_was_asked(made: Callable[[Any], Any]) -> None:
    upto = exercise_with(calls((3,), named="upto"), "def upto(n):\n    return list(range(n))")
    assert checked(upto, lambda n: made(range(n)))[0] == "correct"
    assert checked(upto, lambda n: made(range(n + 1)))[0] == "wrong"


def test_a_function_that_returns_nothing_is_told_what_none_means() -> None:
    assert "returns None when it ends without return" in checked(DOUBLE, lambda n: [].append(n))[1]


def test_an_error_of_the_answer_is_an_error_with_its_line() -> None:
    outcome, message = checked(DOUBLE, lambda n: n / 0)
    assert outcome == "error"
    assert message.startswith("Your answer raised ZeroDivisionError: division by zero")


def test_an_endless_loop_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "SECONDS", 0.2)

    def endless(n: int) -> None:
        while True:
            try:
                time.sleep(0.001)
            except Exception:
                pass

    outcome, message = checked(DOUBLE, endless)
    assert outcome == "wrong"
    assert "Does its loop ever end?" in message


def test_exit_and_endless_recursion_are_told() -> None:
    def again(n: int) -> int:
        return again(n)

    assert "ends the whole program" in checked(DOUBLE, lambda n: sys.exit())[1]
    assert "calls itself again and again" in checked(DOUBLE, again)[1]


def stub(n: int) -> None: ...


def documented_stub(n: int) -> None:
    """Doubles."""


class Stub: ...


class Posts: ...


class Users: ...


class Update: ...


@pytest.mark.parametrize(
    "answer",
    [..., stub, documented_stub, Stub, {"a": 1, "b": ...}, [1, ...]],
    ids=["dots", "function", "documented function", "class", "dict", "list"],
)
def test_what_nobody_touched_is_not_attempted(answer: Any) -> None:
    assert checked(DOUBLE, answer)[0] == "not attempted"


def test_a_function_is_not_called_by_the_learner() -> None:
    assert checked(DOUBLE, 4) == (
        "wrong",
        "This is a number. Answer with the function itself, by its name, without brackets "
        "behind it.",
    )


def test_an_answer_that_changes_what_it_is_given_is_told_so() -> None:
    add = exercise_with(calls(([1],), named="longer"), "def longer(n):\n    return [*n, 2]")

    def longer(numbers: list[int]) -> list[int]:
        numbers.append(2)
        return numbers

    told = checked(add, longer)[1]
    assert told == "longer([1])\nExpected: arguments: unchanged\nYours:    arguments: changed"


UPTO = exercise_with(calls((0,), (3,), named="upto"), "def upto(n):\n    return [*range(n)]")


def test_an_object_in_place_of_a_list_is_called_by_its_kind() -> None:
    assert checked(UPTO, lambda n: (number for number in range(n)))[1] == (
        "upto(0)\nExpected: []\nYours:    a generator\n"
        "Your function returns a generator. Return a list."
    )


def test_an_error_tells_on_which_case_it_arose() -> None:
    outcome, message = checked(UPTO, lambda n: [*range(n)] if n else [][0])
    assert (outcome, message.splitlines()[-1]) == ("error", "upto(0)")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Posts(), "a Posts"),
        (Users(), "a Users"),
        (Update(), "an Update"),
        (OSError(), "an OSError that is returned, not raised"),
    ],
)
def test_a_kind_has_the_right_article(value: Any, told: str) -> None:
    assert kind_of(value) == told


def test_of_a_long_result_the_number_of_rows_is_told() -> None:
    assert beside([*range(200)], [*range(199)])[1].startswith("Yours:    199 rows: [0, 1, ")


LETTER = exercise_with(Choice(), 'answer = "b"', Mistake("a", 'answer = "a"', "Not a, since …"))
ELEVEN = exercise_with(Number("Count."), "answer = 11", Mistake("ten", "answer = 10", "Almost."))
COLUMN = exercise_with(Numbers(rows=2), "answer = [1, 2]")


@pytest.mark.parametrize(
    ("each", "answer", "outcome", "message"),
    [
        (LETTER, " B)", "correct", "Right."),
        (LETTER, "a", "wrong", "Not a, since …"),
        (LETTER, "c", "wrong", "That isn't it."),
        (LETTER, "ab", "wrong", "Answer with one letter in quotes: a, b, c, d."),
        (LETTER, 2, "wrong", "Answer with one letter in quotes: a, b, c, d."),
        (ELEVEN, np.int64(11), "correct", "Right."),
        (ELEVEN, 10.0, "wrong", "Almost."),
        (ELEVEN, 12, "wrong", "Count."),
        (ELEVEN, True, "wrong", "Answer with a whole number, such as 3."),
        (ELEVEN, "11", "wrong", "Answer with a whole number, such as 3."),
        (COLUMN, pd.Series([1, 2]), "correct", "Right."),
        (COLUMN, [1.5, 2], "wrong", "Each value in your list must be a whole number, such as 3."),
        (COLUMN, [1], "wrong", "Answer with 2 numbers; your list has 1."),
        (COLUMN, 1, "wrong", "Answer with a list of 2 whole numbers, such as [1, 2]."),
    ],
)
def test_letters_and_numbers(each: Exercise, answer: Any, outcome: str, message: str) -> None:
    assert checked(each, answer) == (outcome, message)


def test_nothing_is_judged_where_the_solution_itself_fails() -> None:
    """Else an answer that fails in the same way would count as right."""
    broken = exercise_with(calls((0,), named="share"), "def share(n):\n    return 1 / n")
    outcome, message = checked(broken, lambda n: 1 / n)
    assert outcome == "error"
    assert "The check itself failed, so your answer was not judged (ZeroDivisionError" in message


def test_the_line_of_an_error_is_the_learners_and_not_one_that_a_library_generated() -> None:
    lines = (
        "from sqlalchemy import select, text",
        "def double(n):",
        "    return select(text('1')).where(text('x'), {'n': n})",
    )
    namespace: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<cell>", "exec"), namespace)
    assert "in your line 3" in checked(DOUBLE, namespace["double"])[1]
