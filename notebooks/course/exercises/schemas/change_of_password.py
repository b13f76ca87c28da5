"""A schema with two faults to repair: unknown fields, and passwords that are too long."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.schemas import validating


def change(new: str, old: str = "sample-password", **more: object) -> dict[str, object]:
    return {"old_password": old, "new_password": new, **more}


EXERCISE = Exercise(
    title="A change of password",
    minutes=5,
    objective="close a schema against fields that nobody asked for",
    task="""`PasswordChange` in the next cell is what a logged-in user sends. It has two
faults. A field such as `"username": "marta"` is ignored without an error, although the sender may
think that it says whose password changes. And it accepts some new passwords that can't be hashed:
hashing them raises an error. Repair both. The old password is only compared, so it may be any
text.""",
    starter="""class PasswordChange(BaseModel):
    old_password: str
    new_password: str = Field(min_length=8, max_length=72)


answer = ...  # repair the class, then: PasswordChange""",
    hints=(
        "One fault is in the first line of the class, the other in the last.",
        "Which class of this notebook refuses other fields? And what does `max_length=72` count, "
        "and what does bcrypt count?",
        "`class PasswordChange(Input):`, and `new_password: Password`.",
    ),
    imports="""
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from microblog.rules import hashable_password, without_nul
from microblog.schemas import Input, Password
""",
    answers=(
        """
class PasswordChange(Input):
    old_password: str
    new_password: Password
""",
        """
class PasswordChange(BaseModel):
    model_config = ConfigDict(extra="forbid")

    old_password: str
    new_password: Annotated[str, Field(min_length=8), AfterValidator(hashable_password)]
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
class PasswordChange(BaseModel):
    old_password: str
    new_password: str = Field(min_length=8, max_length=72)
""",
            "Neither fault is repaired yet: other fields are ignored, and 72 code points may be "
            "more than 72 bytes.",
        ),
        Mistake(
            "still open",
            """
class PasswordChange(BaseModel):
    old_password: str
    new_password: Password
""",
            "The field username is still ignored without an error.",
        ),
        Mistake(
            "still too long",
            """
class PasswordChange(Input):
    old_password: str
    new_password: str = Field(min_length=8, max_length=72)
""",
            "You still accept passwords that can't be hashed. `max_length` counts code points, and "
            "bcrypt counts bytes; passlib refuses a NUL.",
        ),
        Mistake(
            "the old one too",
            """
class PasswordChange(Input):
    old_password: Password
    new_password: Password
""",
            "You apply the rules to the old password, too. It is only compared, and it may be "
            "older than the rules.",
        ),
        Mistake(
            "no lower limit",
            """
class PasswordChange(Input):
    old_password: str
    new_password: Annotated[str, AfterValidator(hashable_password)]
""",
            "You accept a new password of seven letters. The lower limit of 8 was no fault; keep "
            "it.",
        ),
        Mistake(
            "a quarter of the length",
            """
class PasswordChange(Input):
    old_password: str
    new_password: Annotated[str, Field(min_length=8, max_length=18), AfterValidator(without_nul)]
""",
            "You allow 18 code points, as if each had four bytes. 72 letters are 72 bytes.",
        ),
    ),
    judge=validating(
        ("An ordinary change", change("correct-horse")),
        ("The old password is 'old'", change("correct-horse", old="old")),
        ("The old password is empty", change("correct-horse", old="")),
        ("The old password has 100 letters", change("correct-horse", old="x" * 100)),
        ("One field more: 'username'", change("correct-horse", username="marta")),
        ("No old password", {"new_password": "correct-horse"}),
        ("A new password of seven letters", change("1234567")),
        ("A new password of eight letters", change("12345678")),
        ("A new password of 72 letters", change("x" * 72)),
        ("A new password of 73 letters", change("x" * 73)),
        ("A new password of 18 ducks, 72 bytes", change("🦆" * 18)),
        ("A new password of 25 ducks, 100 bytes", change("🦆" * 25)),
        ("A new password with the character NUL", change("correct\0horse")),
        ("A new password with blanks at both ends", change(" correct horse ")),
    ),
    praise="No fields but these two, and no password that can't be hashed.",
)
