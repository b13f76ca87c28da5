"""Passwords, fingerprints and tokens, without a database."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from microblog.config import Settings
from microblog.security import (
    Claims,
    InvalidToken,
    create_access_token,
    decode_access_token,
    fingerprint,
    hash_password,
    verify_password,
)

OTHER_KEY = "another key, of 32 bytes or more ..."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """As for other tests, but there is no database."""
    return Settings(
        database_url=f"sqlite:///{tmp_path / 'unused.db'}",
        secret_key=SecretStr("only-for-tests-0123456789-abcdefghij"),
        bcrypt_rounds=4,
    )


def with_key(settings: Settings, key: str) -> Settings:
    return settings.model_copy(update={"secret_key": SecretStr(key)})


def test_a_hash_is_salted_and_verifies(settings: Settings) -> None:
    first, second = (hash_password("password", settings) for _ in range(2))
    assert first != second
    assert first.startswith("$2b$04$")
    assert verify_password("password", first, settings)
    assert not verify_password("Password", first, settings)


@pytest.mark.parametrize(
    "password",
    ["x" * 73, "é" * 37, "a\0b", "\ud800", ""],
    ids=["73 bytes", "74", "NUL", "lone", "-"],
)
def test_what_bcrypt_cannot_hash_whole_is_wrong(settings: Settings, password: str) -> None:
    assert not verify_password(password, hash_password("password", settings), settings)


def test_an_unknown_user_has_no_password(settings: Settings) -> None:
    assert not verify_password("password", None, settings)


def test_a_broken_hash_is_logged_without_being_shown(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    assert not verify_password("password", "planted hash", settings)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "planted" not in caplog.text


def test_a_fingerprint_changes_with_the_hash_and_with_the_key(settings: Settings) -> None:
    hashed = hash_password("password", settings)
    same = fingerprint(hashed, settings)
    assert fingerprint(hashed, settings) == same
    assert fingerprint(hash_password("password", settings), settings) != same
    assert fingerprint(hashed, with_key(settings, OTHER_KEY)) != same


def test_a_fingerprint_shows_nothing_of_the_hash(settings: Settings) -> None:
    hashed = hash_password("password", settings)
    shown = fingerprint(hashed, settings)
    assert len(shown) == 32
    assert set(shown) <= set("0123456789abcdef")
    assert not any(hashed[i : i + 4] in shown for i in range(len(hashed) - 3))


def test_a_token_says_whose_it_is_since_when_and_for_which_password(settings: Settings) -> None:
    before = datetime.now(UTC)
    claims = decode_access_token(create_access_token("Ana", "its hash", settings), settings)
    assert claims.username == "Ana"
    assert before - timedelta(microseconds=1) <= claims.issued_at <= datetime.now(UTC)
    assert claims.fingerprint == fingerprint("its hash", settings)


def test_a_token_of_another_key_is_invalid(settings: Settings) -> None:
    token = create_access_token("Ana", "its hash", with_key(settings, OTHER_KEY))
    with pytest.raises(InvalidToken):
        decode_access_token(token, settings)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "x" * 2049, "é.é.é", "\ud800"], ids=ascii)
def test_what_is_no_token_is_invalid(settings: Settings, token: str) -> None:
    with pytest.raises(InvalidToken):
        decode_access_token(token, settings)


NOW = datetime(2026, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hashed", "created_at", "expected"),
    [
        ("its hash", NOW - timedelta(days=1), True),
        ("its hash", NOW, True),
        ("its hash", NOW + timedelta(microseconds=1), False),
        ("another hash", NOW - timedelta(days=1), False),
    ],
    ids=["older account", "same moment", "younger account", "another password"],
)
def test_claims_are_of_an_account_with_the_same_password_that_is_no_younger(
    settings: Settings, hashed: str, created_at: datetime, expected: bool
) -> None:
    claims = Claims("Ana", NOW, fingerprint("its hash", settings))
    assert claims.are_of(hashed, created_at, settings) is expected
