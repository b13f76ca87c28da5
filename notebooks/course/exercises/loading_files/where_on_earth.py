"""A parser that says what it would take."""

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
    title="Where on Earth?",
    minutes=5,
    objective="check a value from a file, and say what is wrong with it",
    task="""A file will get a column `latitude`, where a post was written. Write its parser in
the way of `whole_number`: `latitude(text)` returns a `float` from -90 to 90, and raises a
`ValueError` for any other text. Its message says what would be right, with -90 and 90 in it.""",
    starter="""def latitude(text):
    # your code here
    ...


answer = ...  # then: latitude""",
    hints=(
        "`float(text)` raises a `ValueError` of its own for some texts, in its own words. And "
        "which texts does it accept that are no latitude?",
        '`float("nan")` works, and nan is neither smaller than -90 nor larger than 90. Ask the '
        "other way round: is the number between the two?",
        "After `try: number = float(text)` and `except ValueError: number = None` ask "
        "`if number is None or not -90 <= number <= 90:`, and raise your own there.",
    ),
    imports="import re",
    answers=(
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
        """
def latitude(text):
    if not re.fullmatch(r"-?[0-9]{1,2}(\\.[0-9]+)?", text) or abs(float(text)) > 90:
        raise ValueError(f"{text!r} should be a number from -90 to 90, such as 42.34")
    return float(text)
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
            "For a text that is no number, the message is Python's own. Somebody who repairs the "
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
    try:
        number = float(text)
    except ValueError:
        number = None
    if number is None or not -90 <= number <= 90:
        raise ValueError("is not a number from -90 to 90")
    return text
""",
            "You return the text. Return the number, as a float.",
        ),
    ),
    judge=Trying(
        [parsing(each) for each in ("0", "42.34", "-90", "90", "91", "-90.5", "north", "", "nan")]
    ),
    praise="Burgos and the South Pole are in; 91, north, nan and an empty text are refused.",
)
