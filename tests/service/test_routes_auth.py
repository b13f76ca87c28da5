"""Logging in, over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from jose import jwt

from microblog.config import Settings

LogIn = Callable[[str], dict[str, str]]
ANA = {"username": "Ana", "password": "password of Ana"}


@pytest.fixture(autouse=True)
def registered(client: TestClient) -> None:
    client.post("/users/", json={**ANA, "email": "ana@example.org"})


def test_a_form_or_json_is_exchanged_for_a_token(client: TestClient) -> None:
    for answer in (
        client.post("/token", data=ANA),
        client.post("/token", data=ANA | {"grant_type": "password"}),
        client.post("/token", data=ANA | {"username": "aNA"}),
        client.post("/login", json=ANA),
        client.post("/login", json=ANA | {"username": "ANA"}),
    ):
        assert answer.status_code == 200
        assert answer.json().keys() == {"access_token", "token_type"}
        assert answer.json()["token_type"] == "bearer"
        assert answer.headers["Cache-Control"] == "no-store"
        bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
        assert client.get("/users/me", headers=bearer).json()["username"] == "Ana"


def test_who_does_not_know_name_and_password_gets_no_token(client: TestClient) -> None:
    for change in ({"username": "nobody"}, {"password": "wrong password"}):
        for answer in (
            client.post("/token", data=ANA | change),
            client.post("/login", json=ANA | change),
        ):
            assert answer.status_code == 401
            assert answer.json() == {"detail": "Wrong username or password."}
            assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_missing_field_is_named(client: TestClient) -> None:
    for missing in ANA:
        sent = {name: value for name, value in ANA.items() if name != missing}
        detail = [{"type": "missing", "loc": ["body", missing], "msg": "Field required"}]
        for answer in (client.post("/token", data=sent), client.post("/login", json=sent)):
            assert (answer.status_code, answer.json()) == (422, {"detail": detail})


def test_a_token_says_who_bears_it_and_from_when_to_when(
    client: TestClient, settings: Settings
) -> None:
    before = datetime.now(UTC)
    token = client.post("/token", data=ANA).json()["access_token"]
    after = datetime.now(UTC)
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    claims = jwt.decode(token, settings.secret_key.get_secret_value(), algorithms=["HS256"])
    assert claims.keys() == {"sub", "iat", "exp"}
    assert claims["sub"] == "Ana"
    assert before <= datetime.fromtimestamp(claims["iat"], UTC) <= after
    assert round(claims["exp"] - claims["iat"], 3) == 30 * 60


def test_the_moment_of_issue_has_fractions_of_a_second(client: TestClient) -> None:
    tokens = [client.post("/token", data=ANA).json()["access_token"] for _ in range(3)]
    issued = [jwt.get_unverified_claims(token)["iat"] for token in tokens]
    assert any(moment != int(moment) for moment in issued)
    assert issued[0] < issued[1] < issued[2]


def test_a_token_serves_from_the_second_of_registration_on(
    client: TestClient, log_in: LogIn
) -> None:
    for number in range(5):
        assert client.get("/users/me", headers=log_in(f"user_{number}")).status_code == 200


def test_a_token_ends_with_its_account_even_if_the_name_is_taken_again(
    client: TestClient, log_in: LogIn
) -> None:
    old = log_in("Ana")
    assert client.delete("/users/me", headers=old).status_code == 204
    refusal = {"detail": "Log in first: this needs a valid token."}
    gone = client.get("/users/me", headers=old)
    assert (gone.status_code, gone.json()) == (401, refusal)
    new = log_in("Ana")
    assert client.get("/users/me", headers=new).status_code == 200
    still_gone = client.get("/users/me", headers=old)
    assert (still_gone.status_code, still_gone.json()) == (401, refusal)


def test_an_expired_token_is_refused(client: TestClient, settings: Settings) -> None:
    issued = datetime.now(UTC) - timedelta(minutes=31)
    claims = {"sub": "Ana", "iat": issued.timestamp(), "exp": issued.timestamp() + 30 * 60}
    token = jwt.encode(claims, settings.secret_key.get_secret_value(), algorithm="HS256")
    answer = client.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
