"""A notebook's server, on machines where a proxy stands between Python and the network."""

import os
from urllib.request import urlopen

import httpx
import pytest
from fastapi import FastAPI

from course import running

NOWHERE = "http://127.0.0.1:9"  # nothing listens there


@pytest.fixture
def app() -> FastAPI:
    app = FastAPI()
    app.get("/")(lambda: "here")
    return app


@pytest.fixture(autouse=True, params=["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
def proxy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "example.org")
    monkeypatch.setenv("no_proxy", "example.org")
    monkeypatch.setenv(request.param, NOWHERE)


def test_the_client_of_a_server_asks_no_proxy(app: FastAPI) -> None:
    with running(app) as api:
        assert api.get("/").json() == "here"
        assert not api.trust_env


def test_other_ways_to_call_it_ask_no_proxy_either(app: FastAPI) -> None:
    with running(app) as api:
        assert urlopen(str(api.base_url)).read() == b'"here"'
        assert httpx.get(api.base_url).json() == "here"


def test_other_addresses_keep_their_proxy(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(app), running(app):
        for name in ("NO_PROXY", "no_proxy"):
            assert os.environ[name] == "example.org,127.0.0.1,localhost"
