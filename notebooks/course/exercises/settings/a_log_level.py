"""A check of one setting that says what to write instead."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


def checking(level: str) -> Trial:
    """What the answer returns, or which of the levels its ValueError names."""

    def run(answer: Any) -> Observed:
        try:
            return {"returns": answer(level)}
        except ValueError as error:
            missing = [each for each in LEVELS if each not in str(error)]
            names = f"doesn't name {' and '.join(missing)}" if missing else "names all four levels"
            return {"the call": "raises a ValueError", "its message": names}

    return Trial(f"check_log_level({level!r})", run)


EXERCISE = Exercise(
    title="A log level",
    minutes=6,
    objective="check a setting, and say what to write instead",
    task="""The service gets a new setting. Write its check in the manner of `check_database_url`:
`check_log_level(level)` takes a text and returns one of `"DEBUG"`, `"INFO"`, `"WARNING"` and
`"ERROR"` in capitals. The text may be written in small letters. For any other text it raises a
`ValueError` whose message names all four.""",
    starter="""def check_log_level(level):
    # your code here
    ...


answer = check_log_level""",
    hints=(
        "Which method of a text turns `info` into `INFO`? Do that before you compare.",
        "Put the four levels into a tuple. `in` says whether a text is one of them, and "
        '`", ".join(levels)` makes a text of all four for the message.',
        "After `if level.upper() not in levels:` comes "
        "`raise ValueError(f\"use one of {', '.join(levels)}\")`, and at the end "
        "`return level.upper()`.",
    ),
    imports="from enum import Enum",
    answers=(
        """
def check_log_level(level):
    levels = ("DEBUG", "INFO", "WARNING", "ERROR")
    if level.upper() not in levels:
        raise ValueError(f"use one of {', '.join(levels)}")
    return level.upper()
""",
        """
def check_log_level(level):
    known = {name.lower(): name for name in ("DEBUG", "INFO", "WARNING", "ERROR")}
    try:
        return known[level.lower()]
    except KeyError:
        raise ValueError(f"{level!r} is none of {list(known.values())}") from None
""",
    ),
    mistakes=(
        Mistake(
            "small letters refused",
            """
def check_log_level(level):
    levels = ("DEBUG", "INFO", "WARNING", "ERROR")
    if level not in levels:
        raise ValueError(f"use one of {', '.join(levels)}")
    return level
""",
            "You refuse `info`, which may be written in small letters. Compare after `upper()`.",
        ),
        Mistake(
            "returned as written",
            """
def check_log_level(level):
    levels = ("DEBUG", "INFO", "WARNING", "ERROR")
    if level.upper() not in levels:
        raise ValueError(f"use one of {', '.join(levels)}")
    return level
""",
            "You return the text as it was written. Whatever reads the setting later expects "
            "capitals.",
        ),
        Mistake(
            "no advice",
            """
def check_log_level(level):
    if level.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError(f"{level} is wrong")
    return level.upper()
""",
            "Your message names none of the four levels. Somebody who has to mend the setting "
            "needs to know what to write.",
        ),
        Mistake(
            "nothing refused",
            """
def check_log_level(level):
    return level.upper()
""",
            "Every text gets through, even one that's no level at all.",
        ),
        Mistake(
            "a default instead",
            """
def check_log_level(level):
    known = ("DEBUG", "INFO", "WARNING", "ERROR")
    return level.upper() if level.upper() in known else "INFO"
""",
            "A wrong text quietly becomes another level. The service would run, and not as its "
            "owner meant. Raise a ValueError.",
        ),
    ),
    judge=Trying(
        [checking(each) for each in ("INFO", "warning", "Error", "DEBUG", "verbose", "", "INF")]
    ),
    praise="Four levels in any case, and everything else gets an answer that helps.",
)
