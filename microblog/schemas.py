"""What comes in and what goes out, checked field by field."""

from datetime import datetime
from typing import Annotated, Any, Literal

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

from microblog import rules


def check_moment_text(text: str) -> str:
    """Pydantic would accept a number as well, as seconds since 1970."""
    if " " in text:
        raise ValueError("must not contain a space: in a URL write + as %2B, or use Z for UTC")
    if text[4:5] != "-":
        raise ValueError("must look like 2026-12-31T23:59:59Z")
    return text


Content = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=rules.LONGEST_CONTENT),
    AfterValidator(rules.visible_text),
]
Username = Annotated[str, Field(pattern=f"^{rules.USERNAME_PATTERN}$")]
Email = Annotated[
    EmailStr, AfterValidator(rules.canonical_email), Field(max_length=rules.LONGEST_EMAIL)
]
Password = Annotated[
    str,
    Field(min_length=8, max_length=rules.LONGEST_PASSWORD),
    AfterValidator(rules.hashable_password),
]
Moment = Annotated[
    AwareDatetime, BeforeValidator(check_moment_text), AfterValidator(rules.moment_in_utc)
]
Id = Annotated[int, Field(json_schema_extra={"format": "int64"})]  # clients reserve 64 bits


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


class PasswordChange(Input):
    old_password: str
    new_password: Password


class PostCreate(Input):
    content: Content


class Token(BaseModel):
    access_token: str
    token_type: Literal["bearer"] = "bearer"


class UserPublic(BaseModel):
    id: Id
    username: str
    created_at: datetime


class UserProfile(UserPublic):
    posts_count: Id
    followers_count: Id
    following_count: Id


class UserPrivate(UserPublic):
    """What only the user themselves may see."""

    email: str


class PostPublic(BaseModel):
    id: Id
    content: str
    timestamp: datetime
    owner_id: Id
    username: str


class PostWithCounts(PostPublic):
    likes_count: Id
    retweets_count: Id


class Health(BaseModel):
    status: Literal["ok"] = "ok"


class Problem(BaseModel):
    """Every error answer: what is wrong, and for a field also which one."""

    detail: str | list[dict[str, Any]]
