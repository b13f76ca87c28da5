"""Answers that are a class which keeps accounts: registered with, read by a thief, logged in to."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import bcrypt

from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial
from course.judges.values import kind_of


def a_class_of_accounts(answer: Any) -> Any:
    """A class with `register` and `log_in`; `Wrong` for anything else."""
    if not isinstance(answer, type):
        raise Wrong(f"This is {kind_of(answer)}. Answer with the class itself: answer = Accounts")
    for name in ("register", "log_in"):
        if not hasattr(answer, name):
            raise Wrong(f"{answer.__name__} should keep its method {name}.")
    return answer


def registered(accounts: Any, passwords: dict[str, str]) -> Any:
    kept = accounts()
    for username, password in passwords.items():
        kept.register(username, password)
    return kept


def leaking(passwords: dict[str, str]) -> Trial:
    """What a thief sees of these users, two of whom have the same password."""

    def run(accounts: Any) -> Observed:
        table = registered(accounts, passwords).table
        stored = {name: as_text(table[name]) for name in passwords}
        shown = [
            name for name, password in passwords.items() if can_be_read(password, stored[name])
        ]
        hashed = all(text.startswith(("$2a$", "$2b$", "$2y$")) for text in stored.values())
        return {
            "passwords that can be read": shown,
            "different entries": len(set(stored.values())),
            "the entries": "are bcrypt hashes" if hashed else "aren't bcrypt hashes",
        }

    people = ", ".join(f"{name} with {password!r}" for name, password in passwords.items())
    return Trial(f"Registered: {people}. A thief reads the table.", run)


def logging_in(
    passwords: dict[str, str], username: str, password: str, shown: str | None = None
) -> Trial:
    """`shown` describes a password that is too long to print."""
    called = f"log_in({username!r}, {shown or repr(password)})"
    people = ", ".join(f"{name} with {shown or repr(each)}" for name, each in passwords.items())

    def run(accounts: Any) -> Observed:
        return {"returns": registered(accounts, passwords).log_in(username, password)}

    return Trial(f"Registered: {people}. Then {called}:", run)


def timing(passwords: dict[str, str], *usernames: str) -> Trial:
    """How many bcrypt hashes a failed login takes, for each name."""

    def run(accounts: Any) -> Observed:
        kept = registered(accounts, passwords)
        for username in usernames:
            kept.log_in(username, "a wrong one")  # what is prepared only once
        return {f"bcrypt hashes for {name}": hashes_of(kept, name) for name in usernames}

    return Trial(f"Failed logins as {' and as '.join(usernames)}, who doesn't exist:", run)


def can_be_read(password: str, stored: str) -> bool:
    return any(form in stored for form in (password, b64encode(password.encode()).decode()))


def as_text(value: Any) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def hashes_of(kept: Any, username: str) -> int:
    with counted() as made:
        kept.log_in(username, "a wrong one")
    return len(made)


@contextmanager
def counted() -> Iterator[list[str]]:
    made: list[str] = []

    def noting(name: str) -> Any:
        real = getattr(bcrypt, name)

        def call(*arguments: Any) -> Any:
            made.append(name)
            return real(*arguments)

        return patch.object(bcrypt, name, call)

    with noting("hashpw"), noting("checkpw"):
        yield made
