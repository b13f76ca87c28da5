"""Passwords, tokens, and how often one may try: no database, no HTTP."""

import logging
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from jose import jwt
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
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


class InvalidToken(Exception):
    """The token was not issued here, was changed, or has expired."""


@dataclass(frozen=True)
class Claims:
    """What a token says: whose it is, and when it was issued."""

    username: str
    issued_at: datetime


def create_access_token(username: str, settings: Settings) -> str:
    """A signed statement that its bearer is `username`; it expires by itself."""
    now = datetime.now(UTC)
    expires = now + timedelta(minutes=settings.access_token_expire_minutes)
    claims = {"sub": username, "iat": now.timestamp(), "exp": expires.timestamp()}
    return jwt.encode(claims, settings.secret_key.get_secret_value(), algorithm=ALGORITHM)


def decode_access_token(token: str, settings: Settings) -> Claims:
    """The claims of a genuine token that is in force; anything else is an `InvalidToken`."""
    if len(token) > LONGEST_TOKEN:
        raise InvalidToken
    options = {"require_exp": True, "require_sub": True, "require_iat": True}
    try:
        key = settings.secret_key.get_secret_value()
        claims = jwt.decode(token, key, algorithms=[ALGORITHM], options=options)
        issued_at = datetime.fromtimestamp(claims["iat"], UTC)
    except Exception:  # the library lets errors of every kind through, RecursionError among them
        raise InvalidToken from None
    if issued_at > datetime.now(UTC) + timedelta(seconds=5):
        raise InvalidToken
    return Claims(claims["sub"], issued_at)


class LoginThrottle:
    """Counts failed logins of the last minute, per address and name and per address."""

    def __init__(self) -> None:
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    def seconds_to_wait(self, address: str, username: str) -> int:
        """How long to wait before the next try: 0 while one is allowed."""
        return max(self._wait(limit, *key) for limit, *key in self._limits(address, username))

    def count_failure(self, address: str, username: str) -> None:
        for limit, *key in self._limits(address, username):
            self.limiter.hit(limit, *key)

    def _limits(self, address: str, username: str) -> Iterator[tuple[Any, ...]]:
        yield RateLimitItemPerMinute(10), address, username.casefold()
        yield RateLimitItemPerMinute(100), address

    def _wait(self, limit: RateLimitItem, *key: str) -> int:
        if self.limiter.test(limit, *key):
            return 0
        reset_time, _ = self.limiter.get_window_stats(limit, *key)
        return max(1, math.ceil(reset_time - time.time()))
