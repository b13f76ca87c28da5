from learners import Learners

LEARNERS = Learners(
    right=(
        """
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(visible_text),
]


class MessageCreate(Input):
    content: Text
    recipient: Username
""",
        """
from pydantic import BeforeValidator


class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str, BeforeValidator(str.strip), Field(max_length=500), AfterValidator(visible_text)
    ]
""",
        """
class MessageCreate(Input):
    recipient: Username
    content: Annotated[str, StringConstraints(strip_whitespace=True)] = Field(
        min_length=1, max_length=500
    )

    @field_validator("content")
    @classmethod
    def check(cls, text):
        return visible_text(text)
""",
        """
def a_username(text):
    if not is_username(text):
        raise ValueError("must be a username")
    return text


class MessageCreate(Input):
    recipient: Annotated[str, AfterValidator(a_username)]
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
    ),
    named={
        """
class MessageCreate(Input):
    recipient: Username
    content: Content = Field(max_length=500)
""": "the post's content",
        """
class MessageCreate(Input):
    recipient: Username
    content: str = Field(min_length=1, max_length=500)

    @field_validator("content")
    @classmethod
    def check(cls, text):
        return visible_text(text)
""": "not stripped",
        """
def b(t):
    if len(t.encode()) > 500:
        raise ValueError("x")
    return t


class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1),
        AfterValidator(b),
        AfterValidator(visible_text),
    ]
""": "bytes",
    },
    unnamed=(
        """
class MessageCreate(Input):
    recipient: Annotated[str, Field(pattern="^[a-z0-9_]{3,30}$")]
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
        r"""
class MessageCreate(Input):
    recipient: Annotated[str, Field(pattern=r"^\w{3,30}$")]
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
        """
def vis(t):
    visible_text(t)


class MessageCreate(Input):
    recipient: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(vis),
    ]
""",
        """
class MessageCreate(Input):
    to: Username
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
        """
class MessageCreate(Input):
    recipient: Username | None = None
    content: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
        AfterValidator(visible_text),
    ]
""",
        """
class MessageCreate(BaseModel):
    recipient: str
    content: str
""",
        """
class MessageCreate(Input):
    recipient: Username
    content: Annotated[str, Field(min_length=1, max_length=500), AfterValidator(str.strip)]
""",
        "answer = Input()",
        'answer = {"recipient": "ana", "content": "Hello"}',
    ),
)
