"""Passwords and tokens."""

from passlib.context import CryptContext

passwords = CryptContext(schemes=["bcrypt"])


def hash_password(password: str) -> str:
    return passwords.hash(password)
