"""A type for argparse that refuses with a message of its own."""

from argparse import ArgumentTypeError
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying


def typing_in(text: str) -> Trial:
    """What the answer returns, or how it refuses."""

    def run(answer: Any) -> Observed:
        try:
            return {"returns": answer(text)}
        except ArgumentTypeError as error:
            missing = [each for each in (text, "2026-08-12") if each not in str(error)]
            names = f"lacks {' and '.join(missing)}" if missing else "has the text and the example"
            return {"the call": "raises an ArgumentTypeError", "its message": names}
        except ValueError:
            return {"the call": "raises a ValueError"}

    return Trial(f"day({text!r})", run)


EXERCISE = Exercise(
    title="A day on the command line",
    minutes=6,
    objective="refuse a mistyped argument in one line",
    task="""The service gets a command with an option `--since DAY`. Write its type in the manner
of `port_number`: `day(text)` returns the `date` that `date.fromisoformat(text)` makes of the text.
For a text that `fromisoformat` refuses, it raises an `argparse.ArgumentTypeError`, whose message
holds the text that was typed and the example `2026-08-12`. (You need `from datetime import
date`.)""",
    starter="""def day(text):
    # your code here
    ...


answer = day""",
    hints=(
        "Try `date.fromisoformat('12 August')` in a cell of its own. Which error does it raise?",
        "Catch that error, and raise another one in its place, with your own message.",
        "`try:` and `return date.fromisoformat(text)`, then `except ValueError:` and "
        '`raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-08-12") from '
        "None`.",
    ),
    imports="""import argparse
from argparse import ArgumentTypeError
from datetime import date, datetime""",
    answers=(
        """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-08-12") from None
""",
        """
def day(text):
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("write a day like 2026-08-12, not " + text) from error
    return found
""",
    ),
    mistakes=(
        Mistake(
            "Python's own error",
            """
def day(text):
    return date.fromisoformat(text)
""",
            "A wrong text ends in a ValueError. argparse would refuse it too, but with a message "
            "of its own, *invalid day value*, that doesn't say what to type instead.",
        ),
        Mistake(
            "no example",
            """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a day") from None
""",
            "Your message repeats the text, but somebody who doesn't know how to write a day "
            "learns nothing from it. Add the example.",
        ),
        Mistake(
            "not what was typed",
            """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("type a day such as 2026-08-12") from None
""",
            "Your message has the example, but not the text that was typed. In a long command it's "
            "hard to see which word was refused.",
        ),
        Mistake(
            "nothing instead",
            """
def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
""",
            "A wrong text becomes None, as if the option had been left out. The command would run, "
            "and do something else than was asked for.",
        ),
        Mistake(
            "still a text",
            """
def day(text):
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is not a day such as 2026-08-12") from None
    return text
""",
            "You check the text and return it as it is. The command needs a date.",
        ),
    ),
    judge=Trying(
        [
            typing_in("2026-08-12"),
            typing_in("12 August"),
            typing_in("2026-02-30"),
            typing_in(""),
            typing_in("2024-02-29"),
        ]
    ),
    praise="One line says which word was wrong, and what to type instead.",
)
