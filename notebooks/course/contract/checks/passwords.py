"""Step 30: changing a password, and guessing one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import bcrypt

from course.contract.check import Waits, check
from course.contract.checks.logging_in import logs_in_by_json, reads_oneself, wrong_password
from course.contract.checks.writing import deletes_an_account
from course.contract.service import Service

MOST_FAILURES = 10  # a minute, for one name and one address
PATH = "/users/me/password"


@check(step=30, needs=(reads_oneself, logs_in_by_json))
def changes_a_password(service: Service) -> None:
    """`PUT /users/me/password` with the old and the new password answers 204; from then on only
    the new one logs in."""
    cy = service.person("cy")
    old, new = cy.password, service.somebody("cy").password
    change = {"old_password": old, "new_password": new}
    service.old_token = cy.token
    service.put(PATH, cy, json=change).must_be(204)
    cy.password, cy.token = new, ""
    service.post("/login", json={**cy.credentials, "password": old}).must_be(401)
    service.post("/login", json=cy.credentials).must_be(200)


@check(step=30, needs=(changes_a_password,))
def new_password_ends_old_tokens(service: Service) -> None:
    """Once the password is changed, every earlier token is 401."""
    old = {"Authorization": f"Bearer {service.old_token}"}
    answer = service.get("/users/me", headers=old)
    answer.need(answer.status != 200, "A token from before the change is still let in.")
    answer.must_be(401)
    service.get("/users/me", service.person("cy")).must_be(200)


@check(step=30, needs=(changes_a_password,))
def change_that_is_refused(service: Service) -> None:
    """A wrong old password is 403, a new one that isn't valid 422, and no token 401."""
    cy = service.person("cy")
    right = {"old_password": cy.password, "new_password": service.somebody("cy").password}
    service.put(PATH, cy, json=right | {"old_password": "not the old one"}).must_be(403)
    service.put(PATH, cy, json=right | {"new_password": "short"}).must_be(422)
    service.put(PATH, json=right).must_be(401)
    service.get("/users/me", cy).must_be(200)


@check(step=30, needs=(deletes_an_account,))
def name_with_a_new_owner(service: Service) -> None:
    """A token from before a name had its present owner is 401."""
    before = service.gone
    if before is None:
        raise Waits(23, deletes_an_account.says)
    again = service.somebody("di")
    service.register(again).must_be(201)
    answer = service.get("/users/me", before)
    answer.need(answer.status != 200, "The token of the earlier owner is let in.")
    answer.must_be(401)


@contextmanager
def counted_hashes() -> Iterator[list[str]]:
    """The calls of bcrypt in this process during the block."""
    made: list[str] = []

    def noting(name: str) -> Any:
        real = getattr(bcrypt, name)

        def call(*arguments: bytes) -> Any:
            made.append(name)
            return real(*arguments)

        return patch.object(bcrypt, name, call)

    with noting("hashpw"), noting("checkpw"):
        yield made


@check(step=30, needs=(wrong_password,), in_process=True)
def refusal_takes_as_long_for_nobody(service: Service) -> None:
    """A refused login hashes a password even for a name that nobody has; otherwise its time
    tells which names exist. (This counts bcrypt's work, where the service uses bcrypt.)"""
    work = []
    for name in (service.known("bo").username, *(f"nobody_{n}_{service.tag}" for n in range(2))):
        with counted_hashes() as made:
            credentials = {"username": name, "password": "not the password"}
            answer = service.post("/login", json=credentials)
        work.append(len(made))
    known, _, nobody = work  # the first refusal of all may also prepare something
    answer.need(known == nobody, f"{known} for a name that exists, {nobody} for one that doesn't.")


@check(step=30, needs=(wrong_password, logs_in_by_json))
def guessing_is_throttled(service: Service) -> None:
    """After ten failed logins in a minute for one name and address, the answer is 429 with
    `Retry-After`, for the right password too."""
    bo = service.known("bo")
    with service.one_connection():
        for _ in range(MOST_FAILURES + 1):
            guess = bo.credentials | {"password": "a guess"}
            answer = service.post("/login", json=guess, throttled=True)
            if answer.status == 429:
                break
        answer.need(answer.status == 429, f"{MOST_FAILURES + 1} guesses in a row were let through.")
        seconds = answer.headers.get("Retry-After", "")
        answer.need(seconds.isdigit(), "`Retry-After` should say how many seconds to wait.")
        service.post("/login", json=bo.credentials, throttled=True).must_be(429)
