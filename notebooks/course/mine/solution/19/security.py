import secrets
from datetime import UTC, datetime, timedelta

from jose import jwt

from my_service.models import User

SECRET_KEY = secrets.token_urlsafe(32)  # a new one at each start: then everybody logs in again


def is_password(password: str, hashed_password: str | None) -> bool:
    """Whether it made the hash. None, for an unknown user, takes just as long."""
    if hashed_password is None:
        return bool(passwords.dummy_verify())
    return passwords.verify(password, hashed_password)


def create_token(user: User) -> str:
    now = datetime.now(UTC)
    lifetime = timedelta(minutes=30)
    claims = {"sub": user.username, "iat": now.timestamp(), "exp": (now + lifetime).timestamp()}
    return jwt.encode(claims, SECRET_KEY, algorithm="HS256")
