"""A token that is checked, whatever is wrong with it."""

import base64
import json
from typing import Any

from jose import jwt

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Trial, Trying

KEY, OTHER_KEY = "a key of 32 bytes, or a few more", "another key, and as long as the first"
PAST, FUTURE = 1_600_000_000, 4_000_000_000
ANA, MARTA = ({"sub": name, "iat": PAST, "exp": FUTURE} for name in ("ana", "marta"))


def part(value: dict[str, Any]) -> str:
    text = json.dumps(value).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def checking(shown: str, token: str) -> Trial:
    return Trial(shown, lambda whose: {"returns": whose(token, KEY)})


HEADER, BODY, SIGNATURE = jwt.encode(ANA, KEY).split(".")
TRIALS = (
    checking("A genuine token of ana.", f"{HEADER}.{BODY}.{SIGNATURE}"),
    checking("A genuine token of marta.", jwt.encode(MARTA, KEY)),
    checking("ana's token, with other claims put into it.", f"{HEADER}.{part(MARTA)}.{SIGNATURE}"),
    checking(
        'A token without a signature, whose header says {"alg": "none"}.',
        f"{part({'alg': 'none'})}.{part(MARTA)}.",
    ),
    checking(
        "A token with our key, signed by HS384, as its header says.",
        jwt.encode(ANA, KEY, algorithm="HS384"),
    ),
    checking("A token signed with another key.", jwt.encode(MARTA, OTHER_KEY)),
    checking("A token with our key that has expired.", jwt.encode(ANA | {"exp": PAST}, KEY)),
    checking(
        "A token with our key and without `exp`, so that it never expires.",
        jwt.encode({"sub": "ana", "iat": PAST}, KEY),
    ),
    checking("A token with our key, and None as `exp`.", jwt.encode(ANA | {"exp": None}, KEY)),
    checking("A token with our key and without `sub`.", jwt.encode({"exp": FUTURE}, KEY)),
    *(checking(f"No token at all: {text!r}", text) for text in ("", "ana", "Bearer ana")),
)

EXERCISE = Exercise(
    title="Whose is it?",
    minutes=6,
    objective="refuse a token, whatever is wrong with it",
    task="""Write `whose(token, key)`: the `sub` of a token that was signed with `key` by HS256
and has not expired, and None for anything else, whatever it is.""",
    starter="""def whose(token, key):
    # your code here
    ...


answer = ...  # then: whose""",
    hints=(
        "`jwt.decode` returns the claims or raises. What do you return in each case?",
        "Which errors may it raise? This notebook showed one that is no `JWTError`. And what does "
        "it do with a token without `exp`, unless an option asks for it?",
        'In `try:` `claims = jwt.decode(token, key, algorithms=["HS256"], '
        'options={"require_exp": True})` and `return claims["sub"]`, then '
        "`except Exception: return None`.",
    ),
    imports="""import base64
import hashlib
import hmac
import json
import time

from jose import JWTError, jwt
""",
    answers=(
        """def whose(token, key):
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})
        return claims["sub"]
    except Exception:
        return None""",
        """def opened(part):
    return json.loads(base64.urlsafe_b64decode(part + "=="))


def whose(token, key):
    try:
        header, body, signed = token.split(".")
        own = hmac.new(key.encode(), f"{header}.{body}".encode(), hashlib.sha256).digest()
        genuine = hmac.compare_digest(own, base64.urlsafe_b64decode(signed + "=="))
        claims = opened(body)
        valid = genuine and claims["exp"] > time.time() and opened(header)["alg"] == "HS256"
        return claims["sub"] if valid else None
    except (ValueError, KeyError, TypeError):
        return None


answer = whose""",
    ),
    mistakes=(
        Mistake(
            "read and not checked",
            """def whose(token, key):
    try:
        return jwt.get_unverified_claims(token)["sub"]
    except Exception:
        return None""",
            "You return what the token claims, without checking it: a forged one is accepted.",
        ),
        Mistake(
            "the token says how",
            """def whose(token, key):
    try:
        how = jwt.get_unverified_header(token)["alg"]
        return jwt.decode(token, key, algorithms=[how], options={"require_exp": True})["sub"]
    except Exception:
        return None""",
            "You check a token in the way that its own header asks for. Say yourself which "
            'algorithm counts: `algorithms=["HS256"]`.',
        ),
        Mistake(
            "expiry switched off",
            """def whose(token, key):
    try:
        options = {"verify_exp": False}
        return jwt.decode(token, key, algorithms=["HS256"], options=options)["sub"]
    except Exception:
        return None""",
            "You accept every token that our key signed, whatever its `exp`.",
        ),
        Mistake(
            "exp not required",
            """def whose(token, key):
    try:
        return jwt.decode(token, key, algorithms=["HS256"])["sub"]
    except Exception:
        return None""",
            "You accept a token without `exp`, which never expires. A claim that is missing isn't "
            "checked, unless an option requires it.",
        ),
        Mistake(
            "JWTError only",
            """def whose(token, key):
    try:
        options = {"require_exp": True}
        return jwt.decode(token, key, algorithms=["HS256"], options=options)["sub"]
    except JWTError:
        return None""",
            "A signed token with an odd claim ends in an error that is no JWTError. Whatever is "
            "wrong with a token, return None.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="You name the owners of the genuine ones, and return None for eleven others.",
)
