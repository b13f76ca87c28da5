"""A rule as a function: the value that is stored, or a ValueError."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

TEXTS = (
    "eclipse",
    "Eclipse",
    " eclipse ",
    "ab\n",
    "a",
    " a ",
    "x" * 20,
    "x" * 21,
    f"  {'x' * 20}  ",
    "black sun",
    "black_sun",
    "2026",
    "sun!",
    "!sun",
    "été",
    "",
    "   ",
)


def trial(text: str) -> Trial:
    def run(answer: Any) -> Observed:
        try:
            return {"returns": answer(text)}
        except ValueError:
            return {"the call": "raises a ValueError"}

    return Trial(f"tag({text!r})", run)


EXERCISE = Exercise(
    title="A rule for tags",
    minutes=6,
    objective="write a rule that schemas and files can share",
    task="""Posts may get tags. Write the rule `tag(text)`, a function without Pydantic like those
above. It removes the blanks at both ends and turns the text into lower case. What is left must be
2 to 20 letters a to z, digits or underscores. The function returns it, or raises a
`ValueError`.""",
    starter="""def tag(text):
    # your code here
    ...


answer = tag""",
    hints=(
        "Three steps: make the value that is stored, check it, return it. In which order?",
        "`re.fullmatch(pattern, stored)` is None if the text doesn't match. Which function above "
        "does the same for a username?",
        '`stored = text.strip().lower()`, then `if not re.fullmatch("[a-z0-9_]{2,20}", stored): '
        'raise ValueError("must be …")`, then `return stored`.',
    ),
    imports="import re",
    answers=(
        """
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch("[a-z0-9_]{2,20}", stored):
        raise ValueError("must be 2 to 20 letters a to z, digits and underscores")
    return stored
""",
        """
def tag(text):
    stored = text.strip().lower()
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789_")
    if 2 <= len(stored) <= 20 and set(stored) <= allowed:
        return stored
    raise ValueError("must be a tag")
""",
    ),
    mistakes=(
        Mistake(
            "as it came",
            """
def tag(text):
    if not re.fullmatch("[a-z0-9_]{2,20}", text.strip().lower()):
        raise ValueError("must be a tag")
    return text
""",
            "You check the right value, but you return the text as it came. The caller stores "
            "what the rule returns.",
        ),
        Mistake(
            "no error",
            """
def tag(text):
    stored = text.strip().lower()
    if re.fullmatch("[a-z0-9_]{2,20}", stored):
        return stored
""",
            "For a text that isn't a tag you return None. The caller may store that; raise a "
            "ValueError, which can't be overlooked.",
        ),
        Mistake(
            "beginning only",
            """
def tag(text):
    stored = text.strip().lower()
    if not re.match("[a-z0-9_]{2,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
            "You accept a text of which only the beginning is a tag, such as 'sun!': that's what "
            "`re.match` does without an end in the pattern.",
        ),
        Mistake(
            "letters of all languages",
            r"""
def tag(text):
    stored = text.strip().lower()
    if not re.fullmatch(r"\w{2,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
            "You accept 'été'. In Python, `\\w` matches the letters of all languages, and so does "
            "`str.isalnum`.",
        ),
        Mistake(
            "checked first",
            """
def tag(text):
    if not re.fullmatch("[a-z0-9_]{2,20}", text):
        raise ValueError("must be a tag")
    return text.strip().lower()
""",
            "You check the text before you change it. So 'Eclipse' and ' eclipse ' are refused, "
            "although what would be stored is a tag.",
        ),
        Mistake(
            "capitals stay",
            """
def tag(text):
    stored = text.strip()
    if not re.fullmatch("[A-Za-z0-9_]{2,20}", stored):
        raise ValueError("must be a tag")
    return stored
""",
            "Capital letters stay as they are, so 'Eclipse' and 'eclipse' would be two tags.",
        ),
    ),
    judge=Trying([trial(text) for text in TEXTS]),
    praise="One function, no framework: a schema, a file and a test can all call it.",
)
