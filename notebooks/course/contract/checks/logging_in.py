"""Steps 19 and 20: a token for a password, and the user of a token."""

import base64
import json
import time
from typing import Any

from course.contract.answer import Answer
from course.contract.check import Failed, check
from course.contract.checks.accounts import registers
from course.contract.service import Service


def part_of(token: str, number: int) -> Any:
    """The header (0) or the claims (1) of a token, read without its signature."""
    text = token.split(".")[number]
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def need_a_token(answer: Answer) -> None:
    answer.must_be(200)
    answer.must_have(answer.object(), access_token=str, token_type=str)
    kind = answer.object()["token_type"]
    answer.need(kind.lower() == "bearer", f"`token_type` should be bearer, not {kind!r}.")


@check(step=19, needs=(registers,))
def logs_in_by_form(service: Service) -> None:
    """`POST /token` takes name and password as a form and answers a bearer token."""
    need_a_token(service.post("/token", data=service.known("bo").credentials))


@check(step=19, needs=(registers,))
def logs_in_by_json(service: Service) -> None:
    """`POST /login` takes name and password as JSON and answers a bearer token."""
    need_a_token(service.post("/login", json=service.known("bo").credentials))


@check(step=19, needs=(logs_in_by_form, logs_in_by_json))
def wrong_password(service: Service) -> None:
    """A wrong password is 401, by form and by JSON."""
    wrong = service.known("bo").credentials | {"password": "not the password"}
    service.post("/token", data=wrong).must_be(401)
    service.post("/login", json=wrong).must_be(401)


@check(step=19, needs=(logs_in_by_json,))
def refusal_names_nobody(service: Service) -> None:
    """A login is refused in the same words whether or not somebody has that name."""
    password = {"password": "not the password"}
    known = service.post("/login", json={"username": service.known("bo").username, **password})
    nobody = service.post("/login", json={"username": f"nobody_{service.tag}", **password})
    same = (known.status, known.text) == (nobody.status, nobody.text)
    nobody.need(same, f"A name that exists is refused in other words: {known.came}")


@check(step=19, needs=(logs_in_by_form, logs_in_by_json))
def login_that_lacks_a_field(service: Service) -> None:
    """A login without a name or without a password is 422."""
    service.post("/token", data={"username": "bo"}).must_be(422)
    service.post("/login", json={"username": "bo"}).must_be(422)


@check(step=19, needs=(logs_in_by_form,))
def token_is_signed(service: Service) -> None:
    """A token is a JWT, signed with HS256, that says whose it is (`sub`), since when (`iat`) and
    until when (`exp`)."""
    bo = service.person("bo")
    try:
        header, claims = part_of(bo.token, 0), part_of(bo.token, 1)
    except (IndexError, ValueError):
        raise Failed("The token isn't a JWT: three texts in base64 with dots between.") from None
    if header.get("alg") != "HS256":
        raise Failed(f"The token is signed with {header.get('alg')}.")
    if claims.get("sub") != bo.username:
        raise Failed(f"The `sub` of the token isn't {bo.username}.")
    if not claims.get("iat", 0) - 60 < time.time() < claims.get("exp", 0):
        raise Failed("The `iat` of the token should be now, and its `exp` later.")


@check(step=20, needs=(logs_in_by_form,))
def reads_oneself(service: Service) -> None:
    """`GET /users/me` answers the user of the token, with their e-mail address."""
    bo = service.person("bo")
    answer = service.get("/users/me", bo).must_be(200)
    me = answer.object()
    answer.must_have(me, id=int, username=str, email=str)
    answer.need(me["username"] == bo.username, f"This is {me['username']}, not {bo.username}.")
    same = me["email"].casefold() == bo.email.casefold()
    answer.need(same, f"The e-mail address isn't {bo.email}.")
    answer.need("$2" not in answer.text, "The answer shows the hash of the password.")


@check(step=20, needs=(reads_oneself,))
def needs_a_token(service: Service) -> None:
    """`GET /users/me` without a token is 401, with `{"detail": …}`."""
    answer = service.get("/users/me").must_be(401)
    answer.need("detail" in answer.object(), "The error has no `detail`.")
