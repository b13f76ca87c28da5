"""Answers that are an endpoint, as a router or an app: it is called, and its answers compared."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import ResponseValidationError
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

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
    most_rows: int | None = None  # that may leave the database for the answer
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
        try:
            yield api
        finally:
            if app.state.engine.pool.checkedout():
                gc.collect()  # a session that the answer left open gives its connection back
            app.state.engine.dispose()


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

    @property
    def errors(self) -> list[Exception]:
        raised = (record.exc_info[1] for record in self.records if record.exc_info)
        return [error for error in raised if isinstance(error, Exception)]

    def told(self) -> str:
        """The last of them, in words."""
        if not self.records:
            return ""
        if not self.errors:
            said = self.records[-1].getMessage().splitlines()[0]
            return f"\nThe log of the service says: {said}"
        last = self.errors[-1]
        if isinstance(last, ResponseValidationError):
            first = last.errors()[0]
            where = " → ".join(map(str, first["loc"]))
            return f"\nWhat you return does not fit the response model: {where}: {first['msg']}."
        return "\n" + learners_part(last)


@contextmanager
def failures() -> Iterator[Failures]:
    log, handler = logging.getLogger("microblog"), Failures()
    log.addHandler(handler)
    try:
        yield handler
    finally:
        log.removeHandler(handler)


@contextmanager
def in_the_event_loop(engine: Engine) -> Iterator[list[str]]:
    """The statements that make everybody else wait, since an `async def` sends them."""
    found: list[str] = []

    def look(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        with suppress(RuntimeError):  # no loop runs in this thread
            asyncio.get_running_loop()
            found.append(statement)

    event.listen(engine, "before_cursor_execute", look)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", look)


@contextmanager
def fetching(engine: Engine) -> Iterator[list[tuple[Any, ...]]]:
    """The rows that leave the database, whatever is done with them afterwards."""
    fetched: list[tuple[Any, ...]] = []

    def keep(_cursor: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
        fetched.append(row)
        return row

    def watch(connection: Any, *_rest: Any) -> None:
        connection.row_factory = keep

    event.listen(engine, "checkout", watch)
    try:
        yield fetched
    finally:
        event.remove(engine, "checkout", watch)


def try_call(api: Any, call: Calling) -> None:
    headers = dict(call.headers or {})
    if call.by:  # without a login, since that is slow on purpose
        token = create_access_token(call.by, api.app.state.settings)
        headers["Authorization"] = f"Bearer {token}"
    engine = api.app.state.engine
    with (
        statements() as ran,
        fetching(engine) as fetched,
        nothing_cleaned_up(),
        failures() as failed,
        in_the_event_loop(engine) as in_loop,
    ):
        response = api.request(call.method, call.path, json=call.json, headers=headers)
        still_open = engine.pool.checkedout()
    told = f"{call.method} {call.path} was answered with {response.status_code}"
    if response.status_code != call.status:
        failure = response.status_code >= 500 and call.status < 300  # it says more than `says`
        says = call.instead.get(response.status_code, "" if failure else call.says)
        raise Wrong(f"{says}\n{told}, and should be with {call.status}.{failed.told()}".lstrip())
    if response.content and not call.answer(response.json()):
        raise Wrong(f"{call.says}\n{told} {str(response.json())[:300]}")
    if still_open:
        raise Wrong(
            f"{told}, and its session is still open: its connection did not come back to the pool. "
            "Who closes the session?"
        )
    if in_loop:
        raise Wrong(
            f"{told}, and its statement ran in the event loop: until it is done, nobody else is "
            "served. Write def where the database is asked, not async def."
        )
    if call.most_statements is not None and ran.count > call.most_statements:
        raise Wrong(f"{call.says}\n{told} after {ran.count} statements; {call.most_statements} do.")
    if call.most_rows is not None and len(fetched) > call.most_rows:
        raise Wrong(
            f"{call.says}\nThe answer is right, and {len(fetched):,} rows left the database for "
            "it: choose in the statement, not in Python."
        )
