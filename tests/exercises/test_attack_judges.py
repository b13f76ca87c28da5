"""Attacks, repairs and races are observed on services and databases of the judge's own."""

from itertools import count
from threading import Event, Lock
from typing import Any

import pytest
from fastapi import APIRouter, HTTPException
from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course.judges.attacks import Target, repaired, tried_on, tried_on_the_finished
from course.judges.endpoints import routes_of
from course.judges.races import race, two_users_two_posts
from course.judges.trials import Observed
from microblog import reads
from microblog.database import insert_if_absent
from microblog.dependencies import CurrentUser, ReadEngine
from microblog.models import Like, User

believing = APIRouter()


@believing.get("/users/{username}/email")
def show_email_to_anybody_who_says_so(username: str, me: str, engine: ReadEngine) -> str:
    if me != username:
        raise HTTPException(403, "Not yours.")
    return reads.get_user(engine, username).email


def email_of_ana(target: Target) -> Any:
    return target.rows(select(User.email).where(User.username == "ana"))[0]


DRAFT = tried_on("The draft.", believing, email_of_ana)
FINISHED = tried_on_the_finished(email_of_ana)
ADDRESS = "ana@burgos.example.org"


def theft(api: TestClient) -> Any:
    return api.get("/users/ana/email?me=ana").json()


def test_an_attack_that_works_brings_the_loot_from_the_weak_service_alone() -> None:
    assert DRAFT.run(theft) == {"the attack brings": ADDRESS}
    assert FINISHED.run(theft) == {"the attack brings": "nothing"}


def test_an_attack_that_brings_something_else_is_told_what_the_service_answered() -> None:
    refused = {"the service answered": '403 ({"detail":"Not yours."})'}
    assert DRAFT.run(lambda api: api.get("/users/ana/email?me=jonas").text[:3]) == {
        "the attack brings": '{"d',
        **refused,
    }
    taken_for_rows = DRAFT.run(lambda api: api.get("/users/ana/email?me=jonas").json()[0])
    assert taken_for_rows == {"the attack brings": "nothing", **refused}
    assert DRAFT.run(lambda api: ADDRESS[1:]) == {
        "the attack brings": ADDRESS[1:],
        "the service answered": "nothing, since no request came through `api`",
    }
    assert DRAFT.run(lambda api: theft(api) and None) == {
        "the attack brings": "nothing, it returns None",
        "the service answered": "200",
    }


def test_an_error_of_the_attacks_own_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        DRAFT.run(lambda api: 1 / 0)


def test_what_works_on_the_finished_service_too_is_no_attack() -> None:
    known = FINISHED.run(lambda api: ADDRESS)
    assert known == {"the attack brings": "the same, so it isn't an attack"}


def test_an_attack_without_an_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.judges.attacks.MOST_REQUESTS", 20)

    def until_it_works(api: TestClient) -> Any:
        while (answer := api.get("/users/ana/email?me=jonas")).status_code != 200:
            pass
        return answer.json()

    assert DRAFT.run(until_it_works)["the attack brings"] == "nothing"
    assert FINISHED.run(until_it_works) == {"the attack brings": "nothing"}


def test_a_router_is_tried_as_a_user_and_its_own_error_is_raised() -> None:
    router = APIRouter()

    @router.get("/users/me/secret")
    def read_secret(user: CurrentUser) -> str:
        return user.email

    @router.get("/broken")
    def fail() -> float:
        return 1 / 0

    def read_both(target: Target) -> Observed:
        answers = [target.call("GET", "/users/me/secret", by) for by in ("ana", "")]
        return {"ana": answers[0].json(), "nobody": answers[1].status_code}

    trial = repaired("Ana, then nobody.", read_both)
    assert trial.run(routes_of(router)) == {"ana": ADDRESS, "nobody": 401}
    broken = repaired("Broken.", lambda target: {"": target.call("GET", "/broken")})
    with pytest.raises(ZeroDivisionError):
        broken.run(routes_of(router))


def likes_after_race(write: Any) -> tuple[list[str], int]:
    with two_users_two_posts() as engine:
        errors = race(engine, write)
        with Session(engine) as session:
            likes = session.scalar(select(func.count()).select_from(Like)) or 0
    return [type(error).__name__ for error in errors], likes


def look_then_write(session: Session) -> None:
    there = select(Like).where(Like.user_id == 1, Like.post_id == 2)
    if session.scalar(there) is None:
        session.add(Like(user_id=1, post_id=2))
    session.commit()


def test_of_two_that_look_before_they_write_one_always_fails() -> None:
    done, order = Event(), count()

    def the_second_comes_late(session: Session) -> None:
        if next(order):
            done.wait(0.1)
        look_then_write(session)
        done.set()

    assert likes_after_race(look_then_write) == (["IntegrityError"], 1)
    assert likes_after_race(the_second_comes_late) == (["IntegrityError"], 1)


def test_writing_without_a_look_or_one_after_the_other_never_fails() -> None:
    lock = Lock()

    def write_at_once(session: Session) -> None:
        insert_if_absent(session, Like, user_id=1, post_id=2)
        session.commit()

    def one_after_the_other(session: Session) -> None:
        with lock:
            look_then_write(session)

    assert likes_after_race(write_at_once) == ([], 1)
    assert likes_after_race(one_after_the_other) == ([], 1)
