"""The contract, and services to try it on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from microblog.config import Settings
from microblog.main import create_app

SECRET_KEY = "only-for-tests-0123456789-abcdefghij"


@pytest.fixture
def sqlite_file(database_folder: Path) -> Path:
    """Where the finished service keeps its data."""
    return database_folder / "test.db"


@pytest.fixture
def finished(sqlite_file: Path) -> Callable[..., FastAPI]:
    """Makes the finished service with this key, its tables made already."""

    def make(secret_key: str = SECRET_KEY) -> FastAPI:
        url, key = f"sqlite:///{sqlite_file}", SecretStr(secret_key)
        app = create_app(Settings(database_url=url, bcrypt_rounds=4, secret_key=key))
        with TestClient(app):
            return app

    return make
