from learners import Learners

from course.exercises.schemas.tidy_then_measure import TIDY

LEARNERS = Learners(
    right=(
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, BeforeValidator(tidy), Field(max_length=20)]
""",
        TIDY
        + """
Title = Annotated[str, AfterValidator(tidy), StringConstraints(max_length=20)]


class Album(BaseModel):
    title: Title
""",
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[
        str, StringConstraints(strip_whitespace=True), AfterValidator(tidy), Field(max_length=20)
    ]
""",
        TIDY
        + """
def at_most_20(text):
    if len(text) > 20:
        raise ValueError("too long")
    return text


class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), AfterValidator(at_most_20)]
""",
    ),
    named={
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy)] = Field(max_length=20)
""": "measured first",
        """
class Album(BaseModel):
    title: str = Field(max_length=20)
""": "not tidied",
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), AfterValidator(str.strip)]
""": "not measured",
        """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(str.strip), Field(max_length=20)]
""": "ends only",
    },
    unnamed=(
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), Field(max_length=19)]
""",
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), Field(min_length=1, max_length=20)]
""",
        TIDY
        + """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidy), Field(max_length=20)] = ""
""",
        TIDY
        + """
def tidied(text):
    tidy(text)


class Album(BaseModel):
    title: Annotated[str, AfterValidator(tidied)]
""",
        TIDY
        + """
class Album(BaseModel):
    name: Annotated[str, AfterValidator(tidy), Field(max_length=20)]
""",
        """
class Album(BaseModel):
    title: Annotated[str, AfterValidator(lambda text: text.replace(" ", "")), Field(max_length=20)]
""",
        TIDY + "\nanswer = tidy",
        'answer = "AfterValidator(tidy), Field(max_length=20)"',
    ),
)
