"""A program that ends with one line and an exit code."""

from collections.abc import Callable
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying


def doing(shown: str, error: BaseException | None) -> Trial:
    """With what the program ends when its work raises this error."""

    def work() -> None:
        if error is not None:
            raise error

    def run(answer: Any) -> Observed:
        return {"the program": how_it_ends(answer, work)}

    return Trial(shown, run)


def how_it_ends(answer: Any, work: Callable[[], None]) -> str:
    try:
        answer(work)
    except SystemExit as end:
        return f"ends with SystemExit({end.code!r})"
    except BaseException as error:
        return f"raises a {type(error).__name__}"
    return "goes on"


def ending(interrupt: str, failure: str, text: str) -> str:
    """The function that catches these two, and says so much."""
    return f"""
def end_well(work):
    try:
        work()
    except {interrupt}:
        raise SystemExit(130) from None
    except {failure} as error:
        raise SystemExit("tool: " + {text}) from None
"""


ONE_LINE = '" ".join(str(error).split())'

EXERCISE = Exercise(
    title="One line and a number",
    minutes=6,
    objective="end a program with one line and an exit code",
    task="""A tool calls `end_well(work)`. Write that function. It calls `work()`, and then:

- When somebody presses Ctrl+C, the program ends with the exit code 130.
- When the work fails with any other error, it ends with `tool: ` and the error's message, in one
  line, even where the message has several.
- When the work itself ends the program, with `SystemExit(2)` say, that stays as it is.""",
    starter="""def end_well(work):
    # your code here
    ...


answer = end_well""",
    hints=(
        "Which error does Ctrl+C raise? And which class do all ordinary errors have in common, to "
        "which neither that one nor SystemExit belongs?",
        "`str(error)` is the message. `say_in_one_line` takes the line breaks out of one. How?",
        "`except KeyboardInterrupt:` raises `SystemExit(130)`. `except Exception as error:` raises "
        '`SystemExit("tool: " + " ".join(str(error).split()))`.',
    ),
    imports="import re",
    answers=(
        ending("KeyboardInterrupt", "Exception", ONE_LINE),
        """
def end_well(work):
    try:
        work()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        words = str(error).splitlines()
        raise SystemExit("tool: " + " ".join(words)) from error
""",
    ),
    mistakes=(
        Mistake(
            "several lines",
            ending("KeyboardInterrupt", "Exception", "str(error)"),
            "A message of two lines is shown as two lines. Take the line break out.",
        ),
        Mistake(
            "BaseException",
            ending("KeyboardInterrupt", "BaseException", ONE_LINE),
            "An end with SystemExit(2) becomes an end with the line *tool: 2*. SystemExit is a "
            "BaseException, but no Exception, and only the latter are failures.",
        ),
        Mistake(
            "Ctrl+C is no Exception",
            ending("ValueError", "Exception", ONE_LINE),
            "After Ctrl+C, a KeyboardInterrupt leaves your function, and the user sees a "
            "traceback. And a ValueError ends with 130, as if somebody had pressed Ctrl+C.",
        ),
        Mistake(
            "one kind of failure",
            ending("KeyboardInterrupt", "ValueError", ONE_LINE),
            "A ValueError ends in one line. An error of another class leaves your function, and "
            "the user sees a traceback.",
        ),
    ),
    judge=Trying(
        [
            doing("The work is done.", None),
            doing("The work raises ValueError('no such file').", ValueError("no such file")),
            doing("The work raises OSError('the disk is full').", OSError("the disk is full")),
            doing("The work raises ValueError('two\\nlines').", ValueError("two\nlines")),
            doing("Somebody presses Ctrl+C.", KeyboardInterrupt()),
            doing("The work ends with SystemExit(2).", SystemExit(2)),
        ]
    ),
    praise="Ctrl+C, a failure and a planned end are told apart, and each leaves its own code.",
)
