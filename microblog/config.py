"""Settings: what differs from machine to machine, read from the environment."""

from functools import cache
from secrets import token_urlsafe
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

SHORTEST_KEY = 32  # bytes: as long as the signatures it makes
PUBLISHED_KEYS = {"09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"}


def supported(database_url: str) -> str:
    """The URL of a database file or server that the service can use."""
    try:
        url = make_url(database_url)
    except (ArgumentError, ValueError):  # a port that is no number
        raise ValueError("not a database URL; try sqlite:///microblog.db") from None
    if url.drivername not in {"sqlite", "postgresql", "postgresql+psycopg"}:
        raise ValueError("use sqlite:/// or postgresql+psycopg://")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise ValueError("a database in memory is another one for each thread; name a file")
    return database_url


class Settings(BaseSettings):
    """`database_url` is read from MICROBLOG_DATABASE_URL, and so on."""

    model_config = SettingsConfigDict(env_prefix="MICROBLOG_", hide_input_in_errors=True)

    environment: Literal["development", "production"] = "development"
    database_url: Annotated[str, AfterValidator(supported)] = "sqlite:///microblog.db"
    secret_key: SecretStr = SecretStr("")
    access_token_expire_minutes: int = Field(default=30, ge=1, le=525_600)
    bcrypt_rounds: int = Field(default=12, ge=4, le=16)

    @model_validator(mode="after")
    def need_a_key(self) -> Self:
        """In development a key is made up when none is set; in production it must be good."""
        key = self.secret_key.get_secret_value()
        guessable = len(key.encode()) < SHORTEST_KEY or key in PUBLISHED_KEYS or len(set(key)) < 8
        if self.environment == "production" and guessable:
            how = 'python -c "import secrets; print(secrets.token_urlsafe(32))"'
            raise ValueError(f"MICROBLOG_SECRET_KEY is unset, short or known; make one: {how}")
        self.secret_key = SecretStr(key or token_urlsafe(32))
        return self


@cache
def get_settings() -> Settings:
    """The settings of this process; it ends with one line for each that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for problem in error.errors():
            names = [f"MICROBLOG_{str(name).upper()}: " for name in problem["loc"]]
            lines.append("".join(names) + problem["msg"].removeprefix("Value error, "))
        raise SystemExit("\n".join(lines)) from None
