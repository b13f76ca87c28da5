"""Answers that are an endpoint, as a router or an app: it is called, and its answers compared."""

import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from course.counting import statements
from course.databases import sample_database
from course.exercises.exercise import Judge, Wrong, learners_part
from microblog.config import Settings
from microblog.main import create_app
from microblog.security import create_access_token


@dataclass(frozen=True)
class Calling:
    """One request, the status that must answer it, and what its JSON must satisfy."""

    method: str
    path: str
    status: int
    says: str
    json: Any = None
    by: str = ""  # the sample user who sends it
    answer: Callable[[Any], bool] = lambda _: True
    most_statements: int | None = None
    instead: Mapping[int, str] = field(default_factory=dict)  # what another status tells
    headers: Mapping[str, str] | None = None


def endpoint(calls: Sequence[Calling]) -> Judge:
    """A router is tried inside the finished service, an app on its own, both on sample data."""

    def judge(answer: Any) -> None:
        with serving(answer) as api:
            for call in calls:
                try_call(api, call)

    return judge


@contextmanager
def serving(answer: Any) -> Iterator[TestClient]:
    """A client of the answer; it stops when an answer is no router and no app."""
    if not isinstance(answer, APIRouter | FastAPI):
        raise Wrong("Answer with the router or the app, as in: answer = router")
    app = create_app(Settings(database_url=sample_database(), bcrypt_rounds=4))
    if isinstance(answer, APIRouter):
        app.router.routes[:0] = answer.routes  # before the finished ones
    else:
        answer.state._state.update(app.state._state)
    with TestClient(app if isinstance(answer, APIRouter) else answer) as api:
        yield api


@contextmanager
def nothing_cleaned_up() -> Iterator[None]:
    """Python would close a forgotten session at some moment or other; not in this block."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Failures(logging.Handler):
    """What the service logs as an error, kept here so that it does not end on the screen."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def told(self) -> str:
        """The last of them, in words."""
        if not self.records:
            return ""
        last = self.records[-1]
        if last.exc_info and isinstance(last.exc_info[1], Exception):
            return "\n" + learners_part(last.exc_info[1])
        return f"\nThe log of the service says: {last.getMessage().splitlines()[0]}"


@contextmanager
def failures() -> Iterator[Failures]:
    log, handler = logging.getLogger("microblog"), Failures()
    log.addHandler(handler)
    try:
        yield handler
    finally:
        log.removeHandler(handler)


def try_call(api: Any, call: Calling) -> None:
    headers = dict(call.headers or {})
    if call.by:  # without a login, since that is slow on purpose
        token = create_access_token(call.by, api.app.state.settings)
        headers["Authorization"] = f"Bearer {token}"
    with statements() as ran, nothing_cleaned_up(), failures() as failed:
        response = api.request(call.method, call.path, json=call.json, headers=headers)
        still_open = api.app.state.make_session.kw["bind"].pool.checkedout()
    told = f"{call.method} {call.path} was answered with {response.status_code}"
    if response.status_code != call.status:
        says = call.instead.get(response.status_code, call.says)
        raise Wrong(f"{says}\n{told}, and should be with {call.status}.{failed.told()}")
    if response.content and not call.answer(response.json()):
        raise Wrong(f"{call.says}\n{told} {str(response.json())[:300]}")
    if still_open:
        raise Wrong(
            f"{told}, and its session is still open: its connection did not come back to the pool. "
            "Who closes the session?"
        )
    if call.most_statements is not None and ran.count > call.most_statements:
        raise Wrong(f"{call.says}\n{told} after {ran.count} statements; {call.most_statements} do.")
