"""Settings, read from the environment: MY_SERVICE_DATABASE_URL and so on."""

import secrets

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="MY_SERVICE_")

    database_url: str = "sqlite:///my_service.db"
    secret_key: str = secrets.token_urlsafe(32)  # one worker's own: name one for several
    bcrypt_rounds: int = 12


settings = Settings()
