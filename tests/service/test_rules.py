"""What a username, a text, an address, a password or a moment may be."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from microblog import rules


@pytest.mark.parametrize("text", ["Ana", "a_1", "_0_", "A" * 30])
def test_a_username_is_3_to_30_letters_digits_and_underscores(text: str) -> None:
    assert rules.is_username(text)


@pytest.mark.parametrize(
    "text", ["", "An", "A" * 31, "Ána", "Ana Maria", "Ana\n", "An-a", "Ana\0", "٣٣٣"], ids=ascii
)
def test_nothing_else_is_a_username(text: str) -> None:
    assert not rules.is_username(text)


@pytest.mark.parametrize(
    ("text", "stored"),
    [("x", "x"), (" \n x\t ", "x"), ("x" * 280, "x" * 280), (f" {'é' * 280} ", "é" * 280)],
    ids=["one", "stripped", "longest", "longest stripped"],
)
def test_a_content_is_stored_stripped(text: str, stored: str) -> None:
    assert rules.content(text) == stored


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "must contain something to read"),
        (" \u200b\u2800", "must contain something to read"),
        ("a\0", "must not contain the character NUL"),
        ("x" * 281, "must be at most 280 characters long"),
    ],
    ids=["empty", "blank", "NUL", "too long"],
)
def test_other_contents_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        rules.content(text)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Ana@Example.ORG", "ana@example.org"),
        ("Straße@example.org", "strasse@example.org"),
        ("A\u0308@example.org", "ä@example.org"),
    ],
    ids=ascii,
)
def test_an_address_has_one_spelling(text: str, stored: str) -> None:
    assert rules.email_address(text) == stored
    assert rules.email_address(stored) == stored


@pytest.mark.parametrize("text", ["", "ana", "ana@", "@example.org", "a b@example.org"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^must be an e-mail address$"):
        rules.email_address(text)


def test_an_address_that_is_too_long_when_it_is_canonical_is_refused() -> None:
    """NFKC makes 18 characters of one that is a whole sentence."""
    text = f"{chr(0xFDFA) * 5}@{'b' * 63}.{'c' * 63}.{'d' * 50}.org"
    assert len(text) < rules.LONGEST_EMAIL
    with pytest.raises(ValueError, match=r"^must be at most 254 characters long$"):
        rules.email_address(text)


@pytest.mark.parametrize("password", ["x" * 72, "é" * 36, "8 signs."])
def test_a_password_that_bcrypt_hashes_whole_is_kept(password: str) -> None:
    assert rules.hashable_password(password) == password


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("x" * 73, "must be at most 72 bytes long in UTF-8"),
        ("é" * 36 + "e", "must be at most 72 bytes long in UTF-8"),
        ("pass\0word", "must not contain the character NUL"),
    ],
    ids=["73 letters", "73 bytes", "NUL"],
)
def test_other_passwords_are_refused(password: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        rules.hashable_password(password)


def test_a_moment_is_converted_to_utc() -> None:
    moment = datetime(2026, 8, 12, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    converted = rules.moment_in_utc(moment)
    assert converted == moment
    assert converted.isoformat() == "2026-08-11T23:30:00+00:00"


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        (datetime(2026, 8, 12), "must have a time zone"),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=1))), "must be within the years"),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))), "must be within the years"),
    ],
)
def test_other_moments_are_refused(moment: datetime, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        rules.moment_in_utc(moment)


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_first_and_the_last_moment_are_moments(moment: datetime) -> None:
    assert rules.moment_in_utc(moment.replace(tzinfo=UTC)) == moment.replace(tzinfo=UTC)
