"""A rule for a value, which says what it would take."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying


def parsing(text: str) -> Trial:
    def run(answer: Any) -> Observed:
        try:
            return {"returns": answer(text)}
        except ValueError as error:
            told = {number: number in str(error) for number in ("-90", "90")}
            names = "names -90 and 90" if all(told.values()) else "doesn't name -90 and 90"
            return {"the call": "raises a ValueError", "its message": names}

    return Trial(f"latitude({text!r})", run)


EXERCISE = Exercise(
    title="A latitude and nothing else",
    minutes=5,
    objective="check a value from a file, and say what is wrong with it",
    task="""A file will get a column `latitude`, the place where a post was written. Write its
rule: `latitude(text)` returns a `float` from -90 to 90 for a text such as `42.34` or `-7`, and
raises a `ValueError` for any other text, also for ` 42 ` and `4_2`. Its message says what would be
right, with -90 and 90 in it.""",
    starter="""def latitude(text):
    # your code here
    ...


answer = latitude""",
    hints=(
        "`float(text)` raises a `ValueError` with Python's own message for some texts, and it "
        'takes more than you want: try " 42 ", "4_2" and "nan".',
        "Check the text itself first. Which characters may a latitude consist of, and in which "
        "order? A regular expression can say that.",
        'If `re.fullmatch(r"-?[0-9]{1,2}(\\.[0-9]+)?", text)` and `-90 <= float(text) <= 90`, '
        "return the float. Otherwise raise your own error.",
    ),
    imports="import re",
    answers=(
        """
def latitude(text):
    if re.fullmatch(r"-?[0-9]{1,2}(\\.[0-9]+)?", text) and -90 <= float(text) <= 90:
        return float(text)
    raise ValueError(f"{text!r} must be a number from -90 to 90, such as 42.34")
""",
        """
def latitude(text):
    try:
        number = float(text) if set(text) <= set("0123456789.-") else None
    except ValueError:
        number = None
    if number is None or not -90 <= number <= 90:
        raise ValueError("must be a number from -90 to 90")
    return number
""",
    ),
    mistakes=(
        Mistake(
            "float alone",
            """
def latitude(text):
    return float(text)
""",
            "Your function returns every number, even those beyond the poles.",
        ),
        Mistake(
            "digits only",
            """
def latitude(text):
    if not text.isdecimal() or not -90 <= float(text) <= 90:
        raise ValueError("is not a number from -90 to 90")
    return float(text)
""",
            "You refuse good latitudes: those with a point or a minus. isdecimal() is true for "
            "digits only.",
        ),
        Mistake(
            "as float reads it",
            """
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        number = None
    if number is None or not -90 <= number <= 90:
        raise ValueError("is not a number from -90 to 90")
    return number
""",
            "Your function returns 42 for ' 42 ' and for '4_2': float() ignores blanks around a "
            "number and underscores in it. Check the text before you convert it.",
        ),
        Mistake(
            "nan let through",
            """
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        number = 91
    if number < -90 or number > 90:
        raise ValueError("is not a number from -90 to 90")
    return number
""",
            "nan gets through: it is a float, and every comparison with it is false. Ask whether "
            "the number lies between the two.",
        ),
        Mistake(
            "Python's message",
            """
def latitude(text):
    number = float(text)
    if not -90 <= number <= 90:
        raise ValueError("is not a number from -90 to 90")
    return number
""",
            "For a text that isn't a number, the message is Python's own. Somebody who repairs the "
            "file needs to know what you would accept: raise your own, with -90 and 90 in it.",
        ),
        Mistake(
            "nothing returned",
            """
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        return None
    return number if -90 <= number <= 90 else None
""",
            "A wrong value becomes None, which would be a missing value in the table. Raise a "
            "ValueError.",
        ),
        Mistake(
            "clipped",
            """
def latitude(text):
    return max(-90.0, min(90.0, float(text)))
""",
            "You turn a wrong value quietly into another one. Raise a ValueError.",
        ),
        Mistake(
            "text returned",
            """
def latitude(text):
    if re.fullmatch(r"-?[0-9]{1,2}(\\.[0-9]+)?", text) and -90 <= float(text) <= 90:
        return text
    raise ValueError("is not a number from -90 to 90")
""",
            "You return the text. Return the number, as a float.",
        ),
    ),
    judge=Trying(
        [parsing(each) for each in ("0", "42.34", "-90", "90", "91", "-90.5", "north", "", "nan")]
        + [parsing(each) for each in (" 42 ", "4_2")]
    ),
    praise="Burgos and the South Pole are in; 91, nan, 4_2 and an empty text are refused.",
)
