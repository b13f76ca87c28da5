import hmac
from datetime import UTC, datetime, timedelta

from jose import jwt
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from my_service.models import User

FAILURES = (RateLimitItemPerMinute(10), RateLimitItemPerMinute(100))  # for a name, an address
failed_logins = MovingWindowRateLimiter(MemoryStorage())


def may_try(address: str, username: str) -> bool:
    for_name, for_address = FAILURES
    return failed_logins.test(for_name, address, username.casefold()) and failed_logins.test(
        for_address, address
    )


def count_failure(address: str, username: str) -> None:
    for_name, for_address = FAILURES
    failed_logins.hit(for_name, address, username.casefold())
    failed_logins.hit(for_address, address)


def fingerprint(user: User) -> str:
    """Changes with the password; keyed, so that it says nothing about the hash."""
    return hmac.digest(SECRET_KEY.encode(), user.hashed_password.encode(), "sha256").hex()


def create_token(user: User) -> str:
    now = datetime.now(UTC)
    claims = {
        "sub": user.username,
        "iat": now.timestamp(),
        "exp": (now + timedelta(minutes=30)).timestamp(),
        "fingerprint": fingerprint(user),
    }
    return jwt.encode(claims, SECRET_KEY, algorithm="HS256")
