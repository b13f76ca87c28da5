"""Settings: what differs from machine to machine, read from the environment."""

import logging
import os
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from secrets import token_urlsafe
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    HttpUrl,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "MICROBLOG_"
NOT_SETTINGS = ("MICROBLOG_TEST_", "MICROBLOG_COURSE_", "MICROBLOG_CHROMIUM")  # other programs'
SHORTEST_KEY = 32  # bytes: as long as the signatures it makes
PUBLISHED_KEYS = {"09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"}
MAKE_A_KEY = 'python -c "import secrets; print(secrets.token_urlsafe(32))"'
logger = logging.getLogger(__name__)


def check_database_url(database_url: str) -> str:
    """The URL as it is; ValueError unless it names a database that the service can use."""
    try:
        url = make_url(database_url)
    except (ArgumentError, ValueError):  # a port that is no number
        raise ValueError("not a database URL; try sqlite:///microblog.db") from None
    if url.drivername not in {"sqlite", "postgresql", "postgresql+psycopg"}:
        raise ValueError("use sqlite:/// or postgresql+psycopg://")
    if url.drivername == "sqlite" and url.host:
        path = "/".join(part for part in (url.host, url.database) if part)
        raise ValueError(f"one slash is missing: sqlite:///{path}")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise ValueError("each thread would have a database in memory of its own; name a file")
    return database_url


def check_origin(origin: str) -> str:
    """The origin as it is; ValueError unless it is written as browsers send it."""
    if origin == "*":
        return origin
    try:
        url = HttpUrl(origin)
    except ValidationError:
        raise ValueError(f"{origin!r} is not an origin such as https://example.org") from None
    sent = str(HttpUrl.build(scheme=url.scheme, host=str(url.host), port=url.port)).rstrip("/")
    if origin != sent:
        raise ValueError(f"an origin is written as browsers send it: {sent}")
    return origin


def split_at_commas(value: str | list[str]) -> list[str]:
    parts = value.split(",") if isinstance(value, str) else value
    return [part.strip() for part in parts if part.strip()]


def check_star_alone(origins: list[str]) -> list[str]:
    if "*" in origins and len(origins) > 1:
        raise ValueError("* already means every origin; write it alone, or leave it out")
    return origins


def is_guessable(key: str) -> bool:
    """Whether somebody could find out a secret key: it is short, published or monotonous."""
    return len(key.encode()) < SHORTEST_KEY or key in PUBLISHED_KEYS or len(set(key)) < 8


Environment = Annotated[
    Literal["development", "production"],
    Field(description="development, or production, which demands a secret key of yours"),
]
DatabaseURL = Annotated[
    str,
    AfterValidator(check_database_url),
    Field(description="sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME"),
]
ReadDatabaseURL = Annotated[DatabaseURL | None, Field(description="a replica, for public reads")]
SecretKey = Annotated[
    SecretStr,
    Field(description="signs the tokens, 32 bytes or more; without one, each start makes another"),
]
Minutes = Annotated[int, Field(ge=1, le=525_600, description="minutes until a token expires")]
Rounds = Annotated[
    int, Field(ge=4, le=16, description="cost of a password's hash; each one more doubles it")
]
Origins = Annotated[
    list[Annotated[str, AfterValidator(check_origin)]],
    NoDecode,
    BeforeValidator(split_at_commas),
    AfterValidator(check_star_alone),
    Field(description="whose web pages may call the service: https://example.org,…; * for all"),
]


class Settings(BaseSettings):
    """`database_url` is read from MICROBLOG_DATABASE_URL, and so on."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, hide_input_in_errors=True)
    environment: Environment = "development"
    database_url: DatabaseURL = "sqlite:///microblog.db"
    read_database_url: ReadDatabaseURL = None
    secret_key: SecretKey = SecretStr("")
    access_token_expire_minutes: Minutes = 30
    bcrypt_rounds: Rounds = 12
    cors_origins: Origins = []

    @model_validator(mode="after")
    def require_secret_key_in_production(self) -> Self:
        key = self.secret_key.get_secret_value()
        if self.environment == "production" and is_guessable(key):
            raise ValueError(f"{PREFIX}SECRET_KEY is unset, short or known; make one: {MAKE_A_KEY}")
        self.secret_key = SecretStr(key or token_urlsafe(32))
        return self


def unknown_variables() -> Iterator[str]:
    """A warning for each environment variable that looks like a setting and is none."""
    settings = [name.upper() for name in Settings.model_fields]
    for variable in sorted(os.environ):
        name = variable.upper().removeprefix(PREFIX)
        ours = variable.upper().startswith(PREFIX) and not variable.upper().startswith(NOT_SETTINGS)
        if ours and name not in settings:
            near = get_close_matches(name, settings, n=1)
            hint = f"did you mean {PREFIX}{near[0]}?" if near else "it changes nothing."
            yield f"{variable} is not a setting of microblog; {hint}"


@cache
def get_settings() -> Settings:
    """The settings of this process; it ends with one line for each that is wrong."""
    for warning in unknown_variables():
        logger.warning(warning)
    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            name = "".join(f"{PREFIX}{str(field).upper()}: " for field in problem["loc"][:1])
            lines.append(name + problem["msg"].removeprefix("Value error, "))
        raise SystemExit("\n".join(lines)) from None
