"""Answers that keep accounts: registered with, logged in to, and read like a thief would."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import bcrypt

from course.exercises.exercise import Wrong

PASSWORDS = {"jonas": "breakfast26", "keiko": "breakfast26", "ana": "grandmother47"}


def accounts(answer: Any) -> None:
    """A class with `table`, `register` and `log_in`, whose table may leak without much harm."""
    if not isinstance(answer, type):
        raise Wrong("Answer with the class itself, without calling it: answer = Accounts")
    if not hasattr(answer, "register") or not hasattr(answer, "log_in"):
        raise Wrong(f"{answer.__name__} should keep its methods register and log_in.")
    kept = answer()
    for username, password in PASSWORDS.items():
        kept.register(username, password)
    read_like_a_thief(kept.table)
    for username, password in PASSWORDS.items():
        check_login(kept, username, password, expected=True)
    check_login(kept, "ana", "grandmother48", expected=False)
    check_login(kept, "nobody", "breakfast26", expected=False)
    check_login(kept, "ana", "x" * 73, expected=False)
    known, unknown = (hashes_of(kept, name) for name in ("ana", "nobody"))
    if known != unknown:
        raise Wrong(
            f"A wrong password for ana costs {known} bcrypt hash, and the name nobody {unknown}: "
            "whoever has a watch learns which names exist. What can you hash for nobody?"
        )


def read_like_a_thief(table: Any) -> None:
    if not isinstance(table, dict) or set(table) != set(PASSWORDS):
        raise Wrong("Keep the attribute `table`, a dict with one entry for each username.")
    stored = {name: as_text(value) for name, value in table.items()}
    for username, password in PASSWORDS.items():
        if password in stored[username]:
            leaked = repr(stored[username])
            raise Wrong(f"The table leaks, and the thief reads {username}'s password: {leaked}")
    if stored["jonas"] == stored["keiko"]:
        raise Wrong(
            "Jonas and Keiko have the same password, and what you store of it is the same too: "
            f"{stored['jonas'][:24]}… One guess opens both. What is missing is a salt."
        )
    for username, text in stored.items():
        if not text.startswith("$2"):
            raise Wrong(
                f"What you store of {username}'s password is no bcrypt hash: {text[:24]}… "
                "A fast hash is guessed fast."
            )


def as_text(value: Any) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def check_login(kept: Any, username: str, password: str, expected: bool) -> None:
    shown = f"log_in({username!r}, {password[:16]!r}{'…' if len(password) > 16 else ''})"
    try:
        given = kept.log_in(username, password)
    except Exception as error:
        raise Wrong(
            f"{shown} raised {type(error).__name__}: {error}. Whatever is sent to a login, a "
            "wrong one is False."
        ) from None
    if given is True and not expected:
        raise Wrong(f"{shown} should be False, and let them in.")
    if given is not True and expected:
        raise Wrong(
            f"{shown} is the right password, and was answered with {given}. A new hash has a new "
            "salt, so == never holds: which function reads the salt from the stored hash?"
        )
    if given is not expected:
        raise Wrong(f"{shown} returned {given!r}; return True or False.")


def hashes_of(kept: Any, username: str) -> int:
    """How many bcrypt hashes a failed login takes."""
    with counted() as made:
        kept.log_in(username, "grandmother48")
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
