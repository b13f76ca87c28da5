"""Step 28: tokens that the service didn't make, or that were changed."""

import base64
import hashlib
import hmac
import json
import time

from course.contract.check import Failed, check
from course.contract.checks.logging_in import reads_oneself, token_is_signed
from course.contract.service import Person, Service

# Keys that tutorials print, and words that people choose.
KNOWN_KEYS = (
    "09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7",
    "your-256-bit-secret",
    "your-secret-key",
    "secret",
    "secret_key",
    "secretkey",
    "supersecret",
    "changeme",
    "change-me",
    "password",
    "microblog",
    "my_service",
    "",
)


def encoded(part: bytes | dict[str, object]) -> str:
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def forged(person: Person) -> dict[str, str]:
    """Tokens of this person that the service never made."""
    now = time.time()
    claims = encoded({"sub": person.username, "iat": now, "exp": now + 600})
    header, own_claims, signature = person.token.split(".")
    flipped = ("B" if signature[0] == "A" else "A") + signature[1:]
    return {
        "unsigned": f"{encoded({'alg': 'none', 'typ': 'JWT'})}.{claims}.",
        "with other claims": f"{header}.{claims}.{signature}",
        "with another signature": f"{header}.{own_claims}.{flipped}",
    }


@check(step=28, needs=(reads_oneself, token_is_signed))
def forged_tokens(service: Service) -> None:
    """A token that isn't signed, or whose signature doesn't fit, is 401."""
    for kind, token in forged(service.person("bo")).items():
        answer = service.get("/users/me", headers={"Authorization": f"Bearer {token}"})
        answer.need(answer.status != 200, f"A token {kind} was let in.")
        answer.must_be(401)


@check(step=28, needs=(token_is_signed,))
def key_is_secret(service: Service) -> None:
    """The key that signs tokens can't be guessed, nor found in a tutorial."""
    signed, _, signature = service.person("bo").token.rpartition(".")
    for key in KNOWN_KEYS:
        made = hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest()
        guessed = encoded(made) == signature
        if guessed:
            raise Failed(f"The key is {key!r}, so anybody can make a token with it.")


@check(step=28, needs=(forged_tokens,))
def bad_tokens_in_the_same_words(service: Service) -> None:
    """Whatever is wrong with a token, the 401 is the same, and has `WWW-Authenticate: Bearer`."""
    bo = service.person("bo")
    sent = ["", "Bearer", "Bearer nonsense", "Bearer a.b.c", f"Basic {bo.token}"]
    sent += [f"Bearer {token}" for token in forged(bo).values()]
    expected = service.get("/users/me").text
    for authorization in sent:
        answer = service.get("/users/me", headers={"Authorization": authorization}).must_be(401)
        answer.need(answer.text == expected, f"Without any token the words are: {expected}")
        challenge = answer.headers.get("WWW-Authenticate", "")
        answer.need(challenge.startswith("Bearer"), "`WWW-Authenticate: Bearer` is missing.")
