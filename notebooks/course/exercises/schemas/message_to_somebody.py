"""A schema for what comes in: a message to another user."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.schemas import validating

EXERCISE = Exercise(
    title="A message to somebody",
    minutes=6,
    objective="write a schema for what comes in, with a rule for each field",
    task="""Users will send each other messages. Write the schema `MessageCreate` for what
comes in: `recipient`, a username as everywhere in the service, and `content`, 1 to 500 code points
after the blanks at both ends are gone, with something in it to see. Any other field is refused.""",
    starter="""class MessageCreate(Input):
    # your fields here
    ...


answer = MessageCreate""",
    hints=(
        "Three of the types and functions of this notebook do nearly all of it. Which ones?",
        "`Input` refuses other fields, and `Username` is a type already. For the content, look at "
        "how `Content` is made: one number changes.",
        "`recipient: Username`, and `content: Annotated[str, StringConstraints("
        "strip_whitespace=True, min_length=1, max_length=500), AfterValidator(visible_text)]`.",
    ),
    imports="""
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, field_validator

from microblog.rules import is_username, visible_text
from microblog.schemas import Content, Input, Username
""",
    answers=(
        """
class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
        """
class MessageCreate(BaseModel, extra="forbid"):
    recipient: str = Field(pattern="^[A-Za-z0-9_]{3,30}$")
    content: str

    @field_validator("content")
    @classmethod
    def can_be_seen(cls, text):
        text = visible_text(text).strip()
        if len(text) > 500:
            raise ValueError("must be at most 500 characters long")
        return text
""",
    ),
    mistakes=(
        Mistake(
            "the post's content",
            """
class MessageCreate(Input):
    recipient: Username
    content: Content
""",
            "Your content keeps the limit of a post, 280. A message may have 500 code points.",
        ),
        Mistake(
            "not stripped",
            """
class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str, StringConstraints(min_length=1, max_length=500), AfterValidator(visible_text)
    ]
""",
            "The blanks at both ends of the content stay. Strip them, and measure what is left.",
        ),
        Mistake(
            "nothing to see",
            """
class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)
    ]
""",
            "You accept a text in which there is nothing to see, such as a space without width. "
            "`visible_text` refuses it.",
        ),
        Mistake(
            "any recipient",
            """
class MessageCreate(Input):
    recipient: str
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
            "You accept any text as the recipient. Nobody can be called 'ana!', so it can be "
            "refused at once.",
        ),
        Mistake(
            "other fields ignored",
            """
class MessageCreate(BaseModel):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
            "A field that nobody asked for is ignored. The task says that it's refused.",
        ),
        Mistake(
            "bytes",
            """
def at_most_500_bytes(text):
    if len(text.encode()) > 500:
        raise ValueError("too long")
    return text


class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1),
        AfterValidator(visible_text),
        AfterValidator(at_most_500_bytes),
    ]
""",
            "You count 500 bytes. The limit is 500 code points, and 'é' is one of those with two "
            "bytes.",
        ),
    ),
    judge=validating(
        ("A message to ana: 'Did you see it?'", {"recipient": "ana", "content": "Did you see it?"}),
        ("A message without content", {"recipient": "ana"}),
        ("A message without recipient", {"content": "Hello"}),
        ("null as the recipient", {"recipient": None, "content": "Hello"}),
        ("A message to 'ana!'", {"recipient": "ana!", "content": "Hello"}),
        ("A message to Marta_27", {"recipient": "Marta_27", "content": "Hello"}),
        ("A message to a name of 30 letters", {"recipient": "a" * 30, "content": "Hello"}),
        ("A message to a name of 31 letters", {"recipient": "a" * 31, "content": "Hello"}),
        ("A message to 'al'", {"recipient": "al", "content": "Hello"}),
        ("A message to 'josé'", {"recipient": "josé", "content": "Hello"}),
        ("A message to 'ana' and a line break", {"recipient": "ana\n", "content": "Hello"}),
        ("500 letters", {"recipient": "ana", "content": "x" * 500}),
        ("501 letters", {"recipient": "ana", "content": "x" * 501}),
        ("500 times é, which is 1000 bytes", {"recipient": "ana", "content": "é" * 500}),
        ("501 times é", {"recipient": "ana", "content": "é" * 501}),
        ("Blanks around 'Hi'", {"recipient": "ana", "content": "  Hi \n"}),
        (
            "500 letters with a blank at each end",
            {"recipient": "ana", "content": f" {'x' * 500} "},
        ),
        ("Three blanks", {"recipient": "ana", "content": "   "}),
        ("An empty content", {"recipient": "ana", "content": ""}),
        ("A space without width", {"recipient": "ana", "content": "\u200b"}),
        ("A text with the character NUL", {"recipient": "ana", "content": "a\0b"}),
        (
            "A message with one more field, sender",
            {"recipient": "ana", "content": "Hello", "sender": "marta"},
        ),
    ),
    praise="500 code points, to somebody who can exist, and nothing about the sender.",
)
