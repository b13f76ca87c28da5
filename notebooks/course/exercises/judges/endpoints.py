"""Answers that are an endpoint, as a router or an app: it is called, and its answers compared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from course.counting import statements
from course.databases import sample_database
from course.exercises.exercise import Judge, Wrong
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
        if not isinstance(answer, APIRouter | FastAPI):
            raise Wrong("Answer with the router or the app, as in: answer = router")
        app = create_app(Settings(database_url=sample_database(), bcrypt_rounds=4))
        if isinstance(answer, APIRouter):
            app.router.routes[:0] = answer.routes  # before the finished ones
        else:
            answer.state._state.update(app.state._state)
        with TestClient(app if isinstance(answer, APIRouter) else answer) as api:
            for call in calls:
                try_call(api, call)

    return judge


def try_call(api: Any, call: Calling) -> None:
    headers = dict(call.headers or {})
    if call.by:  # without a login, since that is slow on purpose
        token = create_access_token(call.by, api.app.state.settings)
        headers["Authorization"] = f"Bearer {token}"
    with statements() as ran:
        response = api.request(call.method, call.path, json=call.json, headers=headers)
    told = f"{call.method} {call.path} was answered with {response.status_code}"
    if response.status_code != call.status:
        says = call.instead.get(response.status_code, call.says)
        raise Wrong(f"{says}\n{told}, and should be with {call.status}.")
    if response.content and not call.answer(response.json()):
        raise Wrong(f"{call.says}\n{told} {str(response.json())[:300]}")
    if call.most_statements is not None and ran.count > call.most_statements:
        raise Wrong(f"{call.says}\n{told} after {ran.count} statements; {call.most_statements} do.")
