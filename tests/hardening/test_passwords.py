"""6 to 16, 61 and 62: names and passwords."""

import json
import logging
from typing import Any

import bcrypt
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, select, update

from hardening.servers import Server, sign_up
from microblog.dependencies import get_current_user
from microblog.models import User
from microblog.security import password_context

UNACCEPTABLE = {
    "25 emoji": "\U0001f680" * 25,
    "73 bytes": "x" * 73,
    "a NUL": "pass\0word",
    "10,000 characters": "x" * 10_000,
}
each_unacceptable = pytest.mark.parametrize(
    "password", UNACCEPTABLE.values(), ids=UNACCEPTABLE.keys()
)
WAYS_TO_LOG_IN = ["/token", "/login"]
each_way_to_log_in = pytest.mark.parametrize("path", WAYS_TO_LOG_IN)
AS_JSON = {"Content-Type": "application/json"}


def try_to_log_in(client: TestClient, path: str, username: str, password: str) -> Any:
    credentials = {"username": username, "password": password}
    if path == "/token":
        return client.post(path, data=credentials)
    return client.post(path, json=credentials)


@pytest.fixture
def hashings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever bcrypt hashes something, to make a hash or to verify one."""
    password_context(4).dummy_verify()  # the first one makes the hash to compare with
    calls: list[int] = []
    hash_with_bcrypt = bcrypt.hashpw

    def counted(password: bytes, salt: bytes) -> bytes:
        calls.append(len(password))
        return hash_with_bcrypt(password, salt)

    monkeypatch.setattr(bcrypt, "hashpw", counted)
    return calls


def test_06_an_unknown_user_and_a_wrong_password_get_the_same_answer(service: TestClient) -> None:
    sign_up(service, "ana_06")
    answers = [
        try_to_log_in(service, path, username, "not the password")
        for path in WAYS_TO_LOG_IN
        for username in ("ana_06", "nobody", "no such name!")
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.content for answer in answers}) == 1
    for answer in answers:
        del answer.headers["X-Request-ID"]
    assert len({str(answer.headers.multi_items()) for answer in answers}) == 1


@pytest.fixture(scope="session")
def tom(shared_client: TestClient) -> str:
    """The name of a user who exists; their password is "password of tom"."""
    sign_up(shared_client, "tom")
    return "tom"


@pytest.mark.usefixtures("tom")
@each_way_to_log_in
@pytest.mark.parametrize("username", ["tom", "nobody", "no such name!"])
@pytest.mark.parametrize("password", ["not the password", "x", "\x7f"], ids=ascii)
def test_07_an_unknown_user_and_a_wrong_password_cost_one_hash_each(
    service: TestClient, hashings: list[int], path: str, username: str, password: str
) -> None:
    assert try_to_log_in(service, path, username, password).status_code == 401
    assert len(hashings) == 1


@each_unacceptable
def test_09_10_11_a_password_that_bcrypt_would_cut_registers_nobody(
    service: TestClient, hashings: list[int], password: str
) -> None:
    new = {"username": "ben_09", "email": "ben_09@example.org", "password": password}
    answer = service.post("/users/", json=new)
    assert answer.status_code == 422
    assert [problem["loc"] for problem in answer.json()["detail"]] == [["body", "password"]]
    assert hashings == []
    assert service.get("/users/ben_09").status_code == 404


@pytest.mark.usefixtures("tom")
@each_unacceptable
@each_way_to_log_in
@pytest.mark.parametrize("username", ["tom", "nobody"])
def test_09_10_11_a_password_that_bcrypt_would_cut_is_wrong_before_it_is_hashed(
    service: TestClient, hashings: list[int], path: str, username: str, password: str
) -> None:
    assert try_to_log_in(service, path, username, password).status_code == 401
    assert hashings == []


def test_09_all_72_bytes_of_a_password_count(service: TestClient) -> None:
    password = "\U0001f680" * 18
    new = {"username": "ana_72", "email": "ana_72@example.org", "password": password}
    assert service.post("/users/", json=new).status_code == 201
    for path in WAYS_TO_LOG_IN:
        assert try_to_log_in(service, path, "ana_72", password).status_code == 200
        for other in (password + "more", password[:-1], password[:-1] + "four"):
            assert try_to_log_in(service, path, "ana_72", other).status_code == 401


@pytest.mark.parametrize("field", ["username", "email", "password"])
def test_12_a_lone_surrogate_registers_nobody(service: TestClient, field: str) -> None:
    user = {"username": "ben_12", "email": "ben_12@example.org", "password": "password"}
    body = json.dumps(user | {field: "pass\ud800word"})
    assert r"\ud800" in body
    assert service.post("/users/", content=body, headers=AS_JSON).status_code == 422
    assert service.get("/users/ben_12").status_code == 404


@pytest.mark.usefixtures("tom")
@pytest.mark.parametrize("username", ["tom", "nobody", "\ud800"], ids=ascii)
def test_12_a_lone_surrogate_in_a_password_is_wrong_for_the_price_of_one_hash(
    service: TestClient, hashings: list[int], caplog: pytest.LogCaptureFixture, username: str
) -> None:
    body = json.dumps({"username": username, "password": "pass\ud800word"})
    assert service.post("/login", content=body, headers=AS_JSON).status_code == 401
    assert len(hashings) == 1
    assert [record for record in caplog.records if record.name == "microblog.security"] == []


@pytest.mark.parametrize(
    "broken",
    ["", "plain text", "$2b$04$short", "$2b$99$" + "." * 53, "$argon2id$v=19$x"],
    ids=["empty", "plain text", "short", "impossible cost", "argon2"],
)
def test_15_a_corrupt_stored_hash_is_a_failed_login_and_a_log_line(
    service: TestClient,
    ana: dict[str, str],
    database: Engine,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    username = service.get("/users/me", headers=ana).json()["username"]
    with database.begin() as connection:
        of_ana = update(User).where(User.username == username)
        connection.execute(of_ana.values(hashed_password=broken))
    caplog.clear()
    answer = try_to_log_in(service, "/login", username, f"password of {username}")
    assert answer.status_code == 401
    lines = [record for record in caplog.records if record.name == "microblog.security"]
    assert [line.levelno for line in lines] == [logging.ERROR]


def test_16_repeated_failures_are_told_to_wait(service: TestClient, shared_app: FastAPI) -> None:
    sign_up(service, "Ana_16")
    attacker = TestClient(shared_app, client=("10.0.0.1", 1))
    for number in range(10):
        address = f"10.9.9.{number}"
        attacker.headers.update({"X-Forwarded-For": address, "Forwarded": f"for={address}"})
        path, username = WAYS_TO_LOG_IN[number % 2], ("ana_16", "ANA_16")[number % 2]
        assert try_to_log_in(attacker, path, username, "guess").status_code == 401
    for path in WAYS_TO_LOG_IN:
        refused = try_to_log_in(attacker, path, "ana_16", "password of Ana_16")
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
        assert set(refused.json()) == {"detail"}
    victim = TestClient(shared_app, client=("10.0.0.2", 1))
    assert try_to_log_in(victim, "/login", "ana_16", "password of Ana_16").status_code == 200


def test_16_one_address_cannot_try_one_password_on_every_name(
    service: TestClient, hashings: list[int]
) -> None:
    for number in range(100):
        assert try_to_log_in(service, "/login", f"name_{number}", "12345678").status_code == 401
    hashings.clear()
    assert try_to_log_in(service, "/login", "one_more", "12345678").status_code == 429
    assert hashings == []


def test_16_a_login_that_succeeds_is_not_counted(service: TestClient) -> None:
    sign_up(service, "ben_16")
    for _ in range(12):
        answer = try_to_log_in(service, "/login", "ben_16", "password of ben_16")
        assert answer.status_code == 200


def test_16_a_real_server_believes_no_forged_address(server: Server) -> None:
    with server.client() as client:
        for number in range(10):
            forged = {"X-Forwarded-For": f"10.9.8.{number}"}
            guess = {"username": "nobody_16", "password": "guess"}
            assert client.post("/login", json=guess, headers=forged).status_code == 401
        forged = {"X-Forwarded-For": "10.9.8.99"}
        assert client.post("/login", json=guess, headers=forged).status_code == 429


def change_password(client: TestClient, headers: dict[str, str], old: str, new: str) -> Any:
    passwords = {"old_password": old, "new_password": new}
    return client.put("/users/me/password", json=passwords, headers=headers)


@each_way_to_log_in
def test_61_a_changed_password_ends_every_earlier_token(service: TestClient, path: str) -> None:
    username = f"ana_61_{path.strip('/')}"
    first = sign_up(service, username)
    token = try_to_log_in(service, "/login", username, f"password of {username}").json()
    second = {"Authorization": f"Bearer {token['access_token']}"}
    changed = change_password(service, first, f"password of {username}", "another password")
    assert (changed.status_code, changed.content) == (204, b"")
    for headers in (first, second):
        assert service.get("/users/me", headers=headers).status_code == 401
    assert try_to_log_in(service, path, username, f"password of {username}").status_code == 401
    token = try_to_log_in(service, path, username, "another password").json()
    third = {"Authorization": f"Bearer {token['access_token']}"}
    assert service.get("/users/me", headers=third).json()["username"] == username


def test_61_the_same_password_again_ends_every_earlier_token_too(service: TestClient) -> None:
    """The hash has another salt."""
    ana = sign_up(service, "ana_61_same")
    same = "password of ana_61_same"
    assert change_password(service, ana, same, same).status_code == 204
    assert service.get("/users/me", headers=ana).status_code == 401
    assert try_to_log_in(service, "/login", "ana_61_same", same).status_code == 200


def test_61_of_two_changes_at_once_the_second_is_401(service: TestClient, database: Engine) -> None:
    """Both were let in before either had changed anything."""
    ana = sign_up(service, "ana_61_twice")
    with database.connect() as connection:
        row = connection.execute(select(User).where(User.username == "ana_61_twice")).one()
    user = User(**row._mapping)
    app: Any = service.app
    app.dependency_overrides[get_current_user] = lambda: user  # as both requests saw it
    try:
        old = "password of ana_61_twice"
        assert change_password(service, ana, old, "the first change").status_code == 204
        second = change_password(service, ana, old, "the second change")
    finally:
        app.dependency_overrides.clear()
    assert second.status_code == 401
    detail = "The password was changed in the meantime. Log in again."
    assert second.json() == {"detail": detail}
    assert second.headers["WWW-Authenticate"] == "Bearer"
    for password, status in (("the first change", 200), ("the second change", 401), (old, 401)):
        answer = try_to_log_in(service, "/login", "ana_61_twice", password)
        assert answer.status_code == status


@pytest.mark.parametrize(
    "password",
    ["not the old password", "", *UNACCEPTABLE.values(), "pass\ud800word"],
    ids=["wrong", "empty", *UNACCEPTABLE.keys(), "a lone surrogate"],
)
def test_62_a_wrong_old_password_changes_nothing(
    service: TestClient, ana: dict[str, str], password: str
) -> None:
    body = json.dumps({"old_password": password, "new_password": "another password"})
    refused = service.put("/users/me/password", content=body, headers=ana | AS_JSON)
    assert refused.status_code == 403
    assert refused.json() == {"detail": "The old password is wrong."}
    me = service.get("/users/me", headers=ana)
    assert me.status_code == 200
    username = me.json()["username"]
    login = try_to_log_in(service, "/login", username, f"password of {username}")
    assert login.status_code == 200


@pytest.mark.parametrize(
    "password",
    ["7 signs", *UNACCEPTABLE.values()],
    ids=["too short", *UNACCEPTABLE.keys()],
)
def test_62_a_new_password_that_could_not_register_is_refused(
    service: TestClient, ana: dict[str, str], hashings: list[int], password: str
) -> None:
    refused = change_password(service, ana, "not even the right one", password)
    assert refused.status_code == 422
    assert [problem["loc"] for problem in refused.json()["detail"]] == [["body", "new_password"]]
    assert hashings == []


def test_62_a_wrong_old_password_counts_as_a_failed_login(service: TestClient) -> None:
    ana = sign_up(service, "ana_62")
    for number in range(10):
        if number % 2:
            answer = try_to_log_in(service, "/login", "ANA_62", "guess")
            assert answer.status_code == 401
        else:
            assert change_password(service, ana, "guess", "another password").status_code == 403
    for refused in (
        change_password(service, ana, "password of ana_62", "another password"),
        try_to_log_in(service, "/login", "ana_62", "password of ana_62"),
    ):
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert service.get("/users/me", headers=ana).status_code == 200
