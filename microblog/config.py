"""Settings: what differs between one machine and another, read from the environment."""

import os
from functools import cache
from pathlib import Path
from secrets import token_urlsafe
from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

SHORTEST_KEY = 32  # bytes: as long as the HMAC-SHA256 signature it makes
PUBLISHED_KEYS = {"09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7"}


class Settings(BaseSettings):
    """The service's settings; `MICROBLOG_DATABASE_URL` sets `database_url`, and so on."""

    model_config = SettingsConfigDict(
        env_prefix="MICROBLOG_", frozen=True, hide_input_in_errors=True
    )

    environment: Literal["development", "production"] = "development"
    database_url: str = "sqlite:///microblog.db"
    secret_key: SecretStr = SecretStr("")
    access_token_expire_minutes: int = Field(default=30, ge=1, le=525_600)
    bcrypt_rounds: int = Field(default=12, ge=4, le=16)

    @field_validator("database_url")
    @classmethod
    def check_database_url(cls, value: str) -> str:
        try:
            url = make_url(value)
        except ArgumentError:
            raise ValueError("not a database URL; try sqlite:///microblog.db") from None
        if url.drivername in {"postgresql", "postgresql+psycopg"}:
            return value
        if url.drivername not in {"sqlite", "sqlite+pysqlite"}:
            raise ValueError("only sqlite:/// and postgresql+psycopg:// are supported")
        if url.database in {None, "", ":memory:"}:
            raise ValueError("a database in memory is empty for each thread; name a file")
        folder = Path(str(url.database)).absolute().parent
        if not (folder.is_dir() and os.access(folder, os.W_OK)):
            raise ValueError(f"the folder {folder} does not exist or cannot be written to")
        return value

    @model_validator(mode="after")
    def check_secret_key(self) -> Self:
        key = self.secret_key.get_secret_value()
        if self.environment == "production":
            if len(key.encode()) < SHORTEST_KEY or key in PUBLISHED_KEYS or len(set(key)) < 8:
                raise ValueError(
                    "MICROBLOG_SECRET_KEY is missing, short or easy to guess; make one with: "
                    'python -c "import secrets; print(secrets.token_urlsafe(32))"'
                )
        elif not key:
            object.__setattr__(self, "secret_key", SecretStr(token_urlsafe(32)))
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
