"""Logging in, over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jose import jwt
from sqlalchemy import Engine, update

from microblog.config import Settings
from microblog.models import User
from microblog.security import fingerprint
from microblog.throttle import LoginThrottle

LogIn = Callable[[str], dict[str, str]]
ANA = {"username": "Ana", "password": "password of Ana"}


WAYS = {"form": ("/token", "data"), "json": ("/login", "json")}
each_way = pytest.mark.parametrize(("path", "body"), WAYS.values(), ids=WAYS.keys())


@pytest.fixture
def registered(client: TestClient) -> None:
    client.post("/users/", json={**ANA, "email": "ana@example.org"})


@pytest.fixture
def shared_registered(shared_client: TestClient) -> TestClient:
    """The service, on which Ana is registered and has not failed to log in."""
    shared_client.post("/users/", json={**ANA, "email": "ana@example.org"})
    app: Any = shared_client.app
    app.state.login_throttle = LoginThrottle()
    return shared_client


@each_way
@pytest.mark.parametrize(
    "change", [{}, {"username": "aNA"}, {"username": "ANA"}], ids=["as is", "aNA", "ANA"]
)
def test_a_form_or_json_is_exchanged_for_a_token(
    shared_registered: TestClient, path: str, body: Any, change: dict[str, str]
) -> None:
    content: dict[str, Any] = {body: ANA | change}
    answer = shared_registered.post(path, **content)
    assert answer.status_code == 200
    assert answer.json().keys() == {"access_token", "token_type"}
    assert answer.json()["token_type"] == "bearer"
    assert answer.headers["Cache-Control"] == "no-store"
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert shared_registered.get("/users/me", headers=bearer).json()["username"] == "Ana"


@pytest.mark.parametrize(("grant_type", "status"), [("password", 200), ("refresh_token", 422)])
def test_a_form_may_name_the_grant_that_it_asks_for(
    shared_registered: TestClient, grant_type: str, status: int
) -> None:
    answer = shared_registered.post("/token", data=ANA | {"grant_type": grant_type})
    assert answer.status_code == status


@each_way
@pytest.mark.parametrize(
    "change", [{"username": "nobody"}, {"password": "wrong password"}], ids=["name", "password"]
)
def test_who_does_not_know_name_and_password_gets_no_token(
    shared_registered: TestClient, path: str, body: Any, change: dict[str, str]
) -> None:
    content: dict[str, Any] = {body: ANA | change}
    answer = shared_registered.post(path, **content)
    assert answer.status_code == 401
    assert answer.json() == {"detail": "Wrong username or password."}
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@each_way
@pytest.mark.parametrize("missing", ["username", "password"])
def test_a_missing_field_is_named(
    shared_registered: TestClient, path: str, body: Any, missing: str
) -> None:
    sent = {name: value for name, value in ANA.items() if name != missing}
    content: dict[str, Any] = {body: sent}
    answer = shared_registered.post(path, **content)
    detail = [{"type": "missing", "loc": ["body", missing], "msg": "Field required"}]
    assert (answer.status_code, answer.json()) == (422, {"detail": detail})


@pytest.mark.usefixtures("registered")
def test_a_token_says_who_bears_it_and_from_when_to_when(
    client: TestClient, settings: Settings
) -> None:
    before = datetime.now(UTC)
    token = client.post("/token", data=ANA).json()["access_token"]
    after = datetime.now(UTC)
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    claims = jwt.decode(token, settings.secret_key.get_secret_value(), algorithms=["HS256"])
    assert claims.keys() == {"sub", "iat", "exp", "fingerprint"}
    assert claims["sub"] == "Ana"
    assert before <= datetime.fromtimestamp(claims["iat"], UTC) <= after
    assert round(claims["exp"] - claims["iat"], 3) == 30 * 60


@pytest.mark.usefixtures("registered")
def test_the_moment_of_issue_has_fractions_of_a_second(client: TestClient) -> None:
    tokens = [client.post("/token", data=ANA).json()["access_token"] for _ in range(3)]
    issued = [jwt.get_unverified_claims(token)["iat"] for token in tokens]
    assert any(moment != int(moment) for moment in issued)
    assert issued[0] < issued[1] < issued[2]


@pytest.mark.usefixtures("registered")
def test_a_token_serves_from_the_second_of_registration_on(
    client: TestClient, log_in: LogIn
) -> None:
    for number in range(5):
        assert client.get("/users/me", headers=log_in(f"user_{number}")).status_code == 200


@pytest.mark.usefixtures("registered")
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


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (31, 401)])
def test_a_token_serves_half_an_hour(
    client: TestClient, settings: Settings, engine: Engine, minutes: int, status: int
) -> None:
    issued = (datetime.now(UTC) - timedelta(minutes=minutes)).timestamp()
    long_ago = datetime.now(UTC) - timedelta(days=1)
    with engine.begin() as connection:  # or the token would be older than the account
        change = update(User).values(created_at=long_ago).returning(User.hashed_password)
        hashed = connection.scalars(change).one()
    claims = {
        "sub": "Ana",
        "iat": issued,
        "exp": issued + 30 * 60,
        "fingerprint": fingerprint(hashed, settings),
    }
    token = jwt.encode(claims, settings.secret_key.get_secret_value(), algorithm="HS256")
    answer = client.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == status


def test_a_password_is_changed_and_every_token_ends(client: TestClient, log_in: LogIn) -> None:
    tokens = [log_in("Ana"), log_in("Ana")]
    passwords = {"old_password": "password of Ana", "new_password": "another password"}
    changed = client.put("/users/me/password", json=passwords, headers=tokens[0])
    assert (changed.status_code, changed.content) == (204, b"")
    assert [client.get("/users/me", headers=each).status_code for each in tokens] == [401, 401]
    new = client.post("/login", json={"username": "Ana", "password": "another password"})
    bearer = {"Authorization": f"Bearer {new.json()['access_token']}"}
    assert client.get("/users/me", headers=bearer).json()["username"] == "Ana"


def test_a_changed_password_changes_nothing_else(client: TestClient, log_in: LogIn) -> None:
    ana, ben = log_in("Ana"), log_in("Ben")
    before = client.get("/users/me", headers=ana).json()
    passwords = {"old_password": "password of Ana", "new_password": "another password"}
    client.put("/users/me/password", json=passwords, headers=ana)
    token = client.post("/login", json={"username": "Ana", "password": "another password"}).json()
    bearer = {"Authorization": f"Bearer {token['access_token']}"}
    assert client.get("/users/me", headers=bearer).json() == before
    assert client.get("/users/me", headers=ben).status_code == 200
