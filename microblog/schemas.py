"""What comes in and what goes out, checked field by field."""

import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    EmailStr,
    Field,
    StringConstraints,
)

# Unicode's kinds of character: control, format, mark on another, line, paragraph, space.
INVISIBLE = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}


def visible(text: str) -> str:
    """Refused when there is nothing in it to see."""
    if "\0" in text:
        raise ValueError("must not contain the character NUL")
    if all(unicodedata.category(character) in INVISIBLE for character in text):
        raise ValueError("must contain something to read")
    return text


def canonical_email(email: str) -> str:
    """One spelling for each address, so that an address can be taken once."""
    return unicodedata.normalize("NFKC", email).casefold()


def hashable_password(password: str) -> str:
    """bcrypt reads 72 bytes and stops at a NUL: whatever it would not read is refused."""
    if len(password.encode()) > 72:
        raise ValueError("must be at most 72 bytes long in UTF-8")
    if "\0" in password:
        raise ValueError("must not contain the character NUL")
    return password


def written_out(moment: str) -> str:
    """Pydantic would take a number as well, as seconds since 1970."""
    if moment[4:5] != "-":
        raise ValueError("must look like 2026-12-31T23:59:59Z")
    return moment


def in_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("is not within the years 1 to 9999 in UTC") from None


Content = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=280),
    AfterValidator(visible),
]
Username = Annotated[str, Field(pattern="^[A-Za-z0-9_]{3,30}$")]
Email = Annotated[EmailStr, AfterValidator(canonical_email), Field(max_length=254)]
Password = Annotated[str, Field(min_length=8, max_length=72), AfterValidator(hashable_password)]
Moment = Annotated[AwareDatetime, BeforeValidator(written_out), AfterValidator(in_utc)]


class Input(BaseModel):
    """What a client sends: a field that was not asked for is refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class UserCreate(Input):
    username: Username
    email: Email
    password: Password


class Credentials(Input):
    username: str
    password: str


class PostCreate(Input):
    content: Content


class Token(BaseModel):
    access_token: str
    token_type: Literal["bearer"] = "bearer"


class UserPublic(BaseModel):
    id: int
    username: str
    created_at: datetime


class UserProfile(UserPublic):
    posts_count: int
    followers_count: int
    following_count: int


class UserPrivate(UserPublic):
    """What only the user themselves may see."""

    email: str


class PostPublic(BaseModel):
    id: int
    content: str
    timestamp: datetime
    owner_id: int
    username: str


class PostWithCounts(PostPublic):
    likes_count: int
    retweets_count: int


class Health(BaseModel):
    status: Literal["ok"] = "ok"
