"""Answers that are a function of a token: one that reads it, one that checks it."""

import base64
import binascii
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

from jose import jwt
from jose.exceptions import JOSEError

from course.exercises.exercise import Wrong
from course.exercises.judges.functions import need_a_function


def claims_of(username: str, **others: Any) -> dict[str, Any]:
    now = time.time()
    return {"sub": username, "iat": now, "exp": now + 1800} | others


def reading(answer: Any) -> None:
    """A function that says whose a token is, without the key that signed it."""
    need_a_function(answer)
    expired = time.time() - 60
    for username in ("ana", "marta", "bodil", "keiko_in_lisbon"):  # base64 of every length
        token = jwt.encode(claims_of(username, exp=expired), token_urlsafe(32))
        try:
            given = answer(token)
        except JOSEError as error:
            raise Wrong(
                f"{type(error).__name__}: {error} To check a signature or a time you would need "
                "the key, and a token in force. Here you have neither, and need neither: read it."
            ) from None
        except binascii.Error as error:
            raise Wrong(
                f"{error}: base64 wants texts whose length is a multiple of four, and a token "
                "leaves the = signs at the end away. Give them back."
            ) from None
        check_read(given, username)


def check_read(given: Any, username: str) -> None:
    if given == username:
        return
    if given is None:
        raise Wrong("Your function returns nothing. Does it print instead of return?")
    if isinstance(given, dict):
        part = "header, the first part" if "alg" in given else "claims, all of them"
        raise Wrong(f"You return the {part}: {given}\nAsked was {username!r}, the value of `sub`.")
    raise Wrong(f"The token is {username}'s. Expected: {username!r}. Yours: {given!r}")


@dataclass(frozen=True)
class Presented:
    """A token, and what to say to a function that lets it in."""

    token: str
    says: str


def checking(answer: Any) -> None:
    """A function of a token and a key that gives a username, or None for what is not genuine."""
    need_a_function(answer)
    key = token_urlsafe(32)
    for username in ("ana", "keiko"):
        given = answer(jwt.encode(claims_of(username), key), key)
        if given != username:
            raise Wrong(f"A genuine token of {username} gives {given!r}; return {username!r}.")
    for presented in forgeries(key):
        try:
            given = answer(presented.token, key)
        except Exception as error:
            raise Wrong(
                f"{presented.says}\nYour function raised {type(error).__name__}: {error}. "
                "Whatever is wrong with a token, return None."
            ) from None
        if given is not None:
            raise Wrong(f"{presented.says}\nYour function returned {given!r} instead of None.")


def forgeries(key: str) -> Iterator[Presented]:
    header, body, signature = jwt.encode(claims_of("ana"), key).split(".")
    marta = encoded(claims_of("marta"))
    yield Presented(
        f"{header}.{marta}.{signature}",
        "Nils put other claims into Ana's token. To read them is no check: the signature does not "
        "fit them.",
    )
    yield Presented(
        f"{encoded({'alg': 'none'})}.{marta}.",
        "This token says in its header that its algorithm is none, and has no signature.",
    )
    yield Presented(
        jwt.encode(claims_of("ana"), key, algorithm="HS384"),
        "This token says in its header how to check it, HS384. Whoever checks says how: HS256.",
    )
    yield Presented(
        jwt.encode(claims_of("marta"), token_urlsafe(32)), "This token was signed with another key."
    )
    yield Presented(
        jwt.encode(claims_of("ana", exp=time.time() - 60), key),
        "This token of Ana expired a minute ago.",
    )
    endless = claims_of("ana")
    del endless["exp"]
    yield Presented(
        jwt.encode(endless, key),
        "This token has no `exp`, so it never expires. A claim that is missing is not checked, "
        "unless an option requires it.",
    )
    yield Presented(
        jwt.encode(claims_of("ana", exp=None), key),
        "This token has the key's signature, and None as `exp`. The library does not expect that.",
    )
    for junk in ("", "ana", "Bearer", f"{header}.{body}"):
        yield Presented(junk, f"This is no token: {junk[:20]!r}")


def encoded(value: dict[str, Any]) -> str:
    text = json.dumps(value).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()
