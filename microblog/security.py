"""Passwords and tokens: no database, no HTTP."""

import hmac
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from jose import jwt
from passlib.context import CryptContext

from microblog.config import Settings

ALGORITHM = "HS256"
LONGEST_TOKEN = 2048  # characters; a longer one is refused before anything reads it
logger = logging.getLogger(__name__)


@cache
def password_context(rounds: int) -> CryptContext:
    return CryptContext(schemes=["bcrypt"], bcrypt__rounds=rounds)


def hash_password(password: str, settings: Settings) -> str:
    """A bcrypt hash with its own salt; `password` has at most 72 bytes and no NUL."""
    return password_context(settings.bcrypt_rounds).hash(password)


def verify_password(password: str, hashed_password: str | None, settings: Settings) -> bool:
    """Whether `password` made the hash. None, for an unknown user, takes just as long."""
    context = password_context(settings.bcrypt_rounds)
    secret = password.encode("utf-8", "surrogatepass")
    if len(secret) > 72 or b"\0" in secret:
        return False
    if hashed_password is None:
        context.dummy_verify()
        return False
    try:
        return context.verify(secret, hashed_password)
    except ValueError:
        logger.error("a stored password hash cannot be read")
        return False


def fingerprint(hashed_password: str, settings: Settings) -> str:
    """Changes with the stored hash and shows nothing of it to those who lack the secret key."""
    key = settings.secret_key.get_secret_value().encode()
    return hmac.new(key, f"password hash {hashed_password}".encode(), "sha256").hexdigest()[:32]


class InvalidToken(Exception):
    """The token was not issued here, was changed, or has expired."""


@dataclass(frozen=True)
class Claims:
    """What a token says: whose it is, when it was issued, and for which password."""

    username: str
    issued_at: datetime
    fingerprint: str

    def are_of(self, hashed_password: str, created_at: datetime, settings: Settings) -> bool:
        """Whether the account still has the password for which the token was issued.

        The name may have a new owner: then the account is younger than the token.
        """
        claimed = self.fingerprint.encode("utf-8", "surrogatepass")
        expected = fingerprint(hashed_password, settings).encode()
        return hmac.compare_digest(claimed, expected) and self.issued_at >= created_at


def create_access_token(username: str, hashed_password: str, settings: Settings) -> str:
    """A signed statement that its bearer is `username`.

    It expires by itself, and ends earlier when the password is changed.
    """
    now = datetime.now(UTC)
    expires = now + timedelta(minutes=settings.access_token_expire_minutes)
    claims = {
        "sub": username,
        "iat": now.timestamp(),
        "exp": expires.timestamp(),
        "fingerprint": fingerprint(hashed_password, settings),
    }
    return jwt.encode(claims, settings.secret_key.get_secret_value(), algorithm=ALGORITHM)


def decode_access_token(token: str, settings: Settings) -> Claims:
    """The claims of a genuine token that has not expired; anything else is an `InvalidToken`."""
    if len(token) > LONGEST_TOKEN:
        raise InvalidToken
    options = {"require_exp": True, "require_sub": True, "require_iat": True}
    try:
        key = settings.secret_key.get_secret_value()
        claims = jwt.decode(token, key, algorithms=[ALGORITHM], options=options)
        issued_at = datetime.fromtimestamp(claims["iat"], UTC)
        found = Claims(claims["sub"], issued_at, str(claims["fingerprint"]))
    except Exception:  # the library lets errors of every kind through, RecursionError among them
        raise InvalidToken from None
    if issued_at > datetime.now(UTC) + timedelta(seconds=5):
        raise InvalidToken
    return found
