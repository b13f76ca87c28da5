"""6 to 16: names and passwords."""

import json
import logging
from typing import Any

import bcrypt
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, update

from hardening.servers import Server, sign_up
from microblog.models import User

UNACCEPTABLE = {
    "25 emoji": "\U0001f680" * 25,
    "73 bytes": "x" * 73,
    "a NUL": "pass\0word",
    "10,000 characters": "x" * 10_000,
}
WAYS_TO_LOG_IN = ["/token", "/login"]
AS_JSON = {"Content-Type": "application/json"}


def try_to_log_in(client: TestClient, path: str, username: str, password: str) -> Any:
    credentials = {"username": username, "password": password}
    body = "data" if path == "/token" else "json"
    return client.post(path, **{body: credentials})


@pytest.fixture
def hashings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever bcrypt hashes something, to make a hash or to verify one."""
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


def test_07_an_unknown_user_and_a_wrong_password_cost_one_hash_each(
    service: TestClient, hashings: list[int]
) -> None:
    sign_up(service, "ana_07")
    try_to_log_in(service, "/login", "nobody", "the first one makes the hash to compare with")
    for path in WAYS_TO_LOG_IN:
        for username in ("ana_07", "nobody", "no such name!"):
            for password in ("not the password", "x", "\x7f"):
                hashings.clear()
                assert try_to_log_in(service, path, username, password).status_code == 401
                assert len(hashings) == 1, (username, password)


def test_09_10_11_a_password_that_bcrypt_would_cut_is_refused_before_it_is_hashed(
    service: TestClient, hashings: list[int]
) -> None:
    sign_up(service, "ana_09")
    hashings.clear()
    for name, password in UNACCEPTABLE.items():
        new = {"username": "ben_09", "email": "ben_09@example.org", "password": password}
        assert service.post("/users/", json=new).status_code == 422, name
        for path in WAYS_TO_LOG_IN:
            for username in ("ana_09", "nobody"):
                answer = try_to_log_in(service, path, username, password)
                assert answer.status_code == 401, (name, path, username)
    assert hashings == []
    assert service.get("/users/ben_09").status_code == 404


def test_09_all_72_bytes_of_a_password_count(service: TestClient) -> None:
    password = "\U0001f680" * 18
    new = {"username": "ana_72", "email": "ana_72@example.org", "password": password}
    assert service.post("/users/", json=new).status_code == 201
    for path in WAYS_TO_LOG_IN:
        assert try_to_log_in(service, path, "ana_72", password).status_code == 200
        for other in (password + "more", password[:-1], password[:-1] + "four"):
            assert try_to_log_in(service, path, "ana_72", other).status_code == 401


def test_12_a_lone_surrogate_is_refused(
    service: TestClient, hashings: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    sign_up(service, "ana_12")
    try_to_log_in(service, "/login", "nobody", "the first one makes the hash to compare with")
    user = {"username": "ben_12", "email": "ben_12@example.org", "password": "password"}
    for field in user:
        body = json.dumps(user | {field: "pass\ud800word"})
        assert r"\ud800" in body
        assert service.post("/users/", content=body, headers=AS_JSON).status_code == 422, field
    assert service.get("/users/ben_12").status_code == 404
    for username in ("ana_12", "nobody", "\ud800"):
        hashings.clear()
        body = json.dumps({"username": username, "password": "pass\ud800word"})
        assert service.post("/login", content=body, headers=AS_JSON).status_code == 401
        assert len(hashings) == 1
    assert [record for record in caplog.records if record.name == "microblog.security"] == []


def test_15_a_corrupt_stored_hash_is_a_failed_login_and_a_log_line(
    service: TestClient, database: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    sign_up(service, "ana_15")
    for broken in ("", "plain text", "$2b$04$short", "$2b$99$" + "." * 53, "$argon2id$v=19$x"):
        with database.begin() as connection:
            of_ana = update(User).where(User.username == "ana_15")
            connection.execute(of_ana.values(hashed_password=broken))
        caplog.clear()
        answer = try_to_log_in(service, "/login", "ana_15", "password of ana_15")
        assert answer.status_code == 401, broken
        lines = [record for record in caplog.records if record.name == "microblog.security"]
        assert [line.levelno for line in lines] == [logging.ERROR], broken


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
