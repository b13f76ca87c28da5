"""Two conditions in the right order: a validator that changes the value, and a length."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.schemas import validating

TIDY = """def tidy(text):
    return " ".join(text.split())
"""


def titled(title: str) -> dict[str, str]:
    return {"title": title}


EXERCISE = Exercise(
    title="Tidy, then measure",
    minutes=4,
    objective="put the conditions of a type in the right order",
    task="""People may collect posts in albums. `tidy` removes the blanks at both ends of a title
and replaces several blanks in a row by one. Fill in the two conditions of `title`: it is stored as
`tidy` returns it, and then it has at most 20 characters, as `len` counts them. A longer title is
refused.""",
    starter=TIDY
    + """

class Album(BaseModel):
    title: Annotated[str, ____, ____]


answer = Album""",
    hints=(
        "One condition calls `tidy`, the other limits the length. Which of them has to see what "
        "the other one returned?",
        "The left one is applied first. `AfterValidator(…)` takes a function, without brackets "
        "behind its name.",
        "`title: Annotated[str, AfterValidator(tidy), Field(max_length=20)]`",
    ),
    imports="""
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    StringConstraints,
    field_validator,
)
""",
    answers=(
        TIDY
        + """

class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), Field(max_length=20)]
""",
        TIDY
        + """

class Album(BaseModel):
    title: str

    @field_validator("title")
    @classmethod
    def tidy_and_short(cls, text):
        text = tidy(text)
        if len(text) > 20:
            raise ValueError("must be at most 20 characters long")
        return text
""",
    ),
    mistakes=(
        Mistake(
            "measured first",
            TIDY
            + """

class Album(BaseModel):
    title: Annotated[str, Field(max_length=20), AfterValidator(tidy)]
""",
            "You measure the title before it's tidied. So a short title with many blanks is "
            "refused, although what remains of it would be short enough.",
        ),
        Mistake(
            "not tidied",
            """
class Album(BaseModel):
    title: Annotated[str, Field(max_length=20)]
""",
            "The title is measured, but all its blanks stay: `tidy` has no effect on it.",
        ),
        Mistake(
            "not measured",
            TIDY
            + """

class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy)]
""",
            "The title is tidied, but it may have any length.",
        ),
        Mistake(
            "ends only",
            """
class Album(BaseModel):
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)]
""",
            "The blanks at both ends are gone, but several blanks between two words stay several.",
        ),
        Mistake(
            "cut off",
            TIDY
            + """

class Album(BaseModel):
    title: Annotated[str, AfterValidator(lambda text: tidy(text)[:20])]
""",
            "A title that is too long is cut. It should be refused.",
        ),
    ),
    judge=validating(
        ("The title 'Eclipse'", titled("Eclipse")),
        ("A title of 20 letters", titled("x" * 20)),
        ("A title of 21 letters", titled("x" * 21)),
        ("20 letters with a blank at each end", titled(f" {'x' * 20} ")),
        ("21 letters with a blank at each end", titled(f" {'x' * 21} ")),
        ("Two words with three blanks between them", titled("Black   Sun")),
        ("Two words with 20 blanks between them", titled(f"Black{' ' * 20}Sun")),
        ("A title with a line break in it", titled("Black\nSun")),
        ("20 times é, which is 40 bytes", titled("é" * 20)),
        ("Three blanks", titled("   ")),
        ("No title", {}),
    ),
    praise="The validator is on the left, so the length is that of the tidied title.",
)
