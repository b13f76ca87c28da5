from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


def without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("must not contain the character NUL")
    return text


def hashable(password: str) -> str:
    """bcrypt reads no more than 72 bytes."""
    if len(password.encode()) > 72:
        raise ValueError("must be at most 72 bytes long in UTF-8")
    return without_nul(password)


class Input(BaseModel):
    """What a client sends: a field that was not asked for is refused."""

    model_config = ConfigDict(extra="forbid")


Password = Annotated[str, Field(min_length=8, max_length=72), AfterValidator(hashable)]


class UserCreate(Input):
    username: Username
    email: Email
    password: Password


class Credentials(Input):
    username: str
    password: str


Content = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=280),
    AfterValidator(without_nul),
]


class PostCreate(Input):
    content: Content
