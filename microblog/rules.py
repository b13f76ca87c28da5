"""What a username, a text, an e-mail address, a password or a moment may be.

Schemas and the loader of files apply the same rules. Each function returns the value in the form
that is stored, or raises a `ValueError` whose message continues a sentence: "must …".
"""

import re
import unicodedata
from datetime import UTC, datetime

from email_validator import EmailNotValidError, validate_email

USERNAME_PATTERN = "[A-Za-z0-9_]{3,30}"
BCRYPT_PATTERN = r"\$2[aby]\$(0[4-9]|[12][0-9]|3[01])\$[./A-Za-z0-9]{53}"
LONGEST_CONTENT = 280  # code points
LONGEST_EMAIL = 254  # characters
LONGEST_PASSWORD = 72  # bytes in UTF-8: bcrypt hashes no more
LARGEST_INTEGER = 2**63 - 1  # of both databases
LARGEST_ID = LARGEST_INTEGER - 1  # a list of people begins before the largest integer

# Unicode's categories for control, format, mark, line, paragraph and space, and a few characters
# of other categories that are blank all the same.
INVISIBLE_CATEGORIES = {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
BLANK_CHARACTERS = set("\u115f\u1160\u2800\u3164\uffa0")


def is_username(text: str) -> bool:
    """Whether somebody can have this name."""
    return re.fullmatch(USERNAME_PATTERN, text) is not None


def username(text: str) -> str:
    if not is_username(text):
        raise ValueError("must be 3 to 30 letters, digits and underscores")
    return text


def bcrypt_hash(text: str) -> str:
    """What `hash_password` makes of a password."""
    if not re.fullmatch(BCRYPT_PATTERN, text):
        raise ValueError("must be a bcrypt hash such as $2b$12$…")
    return text


def without_nul(text: str) -> str:
    """PostgreSQL stores no NUL, and passlib hashes none."""
    if "\0" in text:
        raise ValueError("must not contain the character NUL")
    return text


def is_visible(character: str) -> bool:
    category = unicodedata.category(character)
    return category not in INVISIBLE_CATEGORIES and character not in BLANK_CHARACTERS


def visible_text(text: str) -> str:
    """A text without NUL in which there is something to read."""
    if not any(is_visible(character) for character in without_nul(text)):
        raise ValueError("must contain something to read")
    return text


def content(text: str) -> str:
    """A post's text as it is stored: stripped, 1 to 280 code points."""
    stripped = visible_text(text).strip()
    if len(stripped) > LONGEST_CONTENT:
        raise ValueError(f"must be at most {LONGEST_CONTENT} characters long")
    return stripped


def canonical_email(email: str) -> str:
    """One spelling for each address, so that an address can be taken only once."""
    return unicodedata.normalize("NFKC", email).casefold()


def email_address(text: str) -> str:
    """A valid address in its canonical spelling; nobody asks whether its domain exists."""
    try:
        address = validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise ValueError("must be an e-mail address") from None
    if len(canonical := canonical_email(address)) > LONGEST_EMAIL:
        raise ValueError(f"must be at most {LONGEST_EMAIL} characters long")
    return canonical


def hashable_password(password: str) -> str:
    """A password that bcrypt hashes whole."""
    if len(password.encode()) > LONGEST_PASSWORD:
        raise ValueError(f"must be at most {LONGEST_PASSWORD} bytes long in UTF-8")
    return without_nul(password)


def moment_in_utc(moment: datetime) -> datetime:
    """An aware moment, converted to UTC."""
    if moment.tzinfo is None:
        raise ValueError("must have a time zone; for UTC write +00:00 behind it")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise ValueError("must be within the years 1 to 9999 in UTC") from None
