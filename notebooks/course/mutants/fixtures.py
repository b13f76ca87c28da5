"""What every test of the service may ask for: a client whose database is new."""

import pytest
from fastapi.testclient import TestClient

from microblog.config import Settings
from microblog.main import create_app


@pytest.fixture
def settings(tmp_path):
    return Settings(database_url=f"sqlite:///{tmp_path}/test.db", bcrypt_rounds=4)


@pytest.fixture
def client(settings):
    with TestClient(create_app(settings)) as client:
        yield client


@pytest.fixture
def log_in(client):
    def log_in(name):
        user = {"username": name, "password": f"password of {name}"}
        client.post("/users/", json=user | {"email": f"{name}@example.org"})
        token = client.post("/login", json=user).json()["access_token"]
        return {"Authorization": f"Bearer {token}"}

    return log_in
