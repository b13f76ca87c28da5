"""Answers that are an endpoint: its routes are tried inside the finished service."""

import gc
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Match

from course.databases import empty_database
from course.judges.data import Rows
from course.judges.explaining import data
from course.judges.judge import SECONDS, Wrong
from course.judges.limits import TookTooLong, limited
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from course.judges.watching import Watched, watching
from course.judges.writes import copied
from microblog import reads
from microblog.config import Settings
from microblog.main import add_state, create_app
from microblog.security import create_access_token

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
MOST_PAGES = 30
ENDPOINT_SECONDS = 0.8 * SECONDS  # so that the endpoint is stopped before the whole trial

Run = Callable[["Service"], Observed]


@dataclass
class Service:
    """The finished service on a database of its own, with the answer's routes before its own."""

    app: FastAPI
    client: TestClient
    routes: Sequence[APIRoute]
    stopped: list[bool] = field(default_factory=list)  # endpoints that took too long

    def send(self, method: str, path: str, by: str = "", **request: Any) -> Any:
        """A request, by the user of that name or by nobody, and its answer."""
        headers = request.pop("headers", {}) | (self.token_of(by) if by else {})
        response = self.client.request(method, path, headers=headers, **request)
        if self.stopped:
            raise TookTooLong
        return response

    def token_of(self, username: str) -> dict[str, str]:
        """The header of a user who has logged in."""
        state = self.app.state
        user = reads.get_user(state.read_engine, username)
        token = create_access_token(user.username, user.hashed_password, state.settings)
        return {"Authorization": f"Bearer {token}"}

    def observe(
        self,
        method: str,
        path: str,
        most_statements: int = 0,
        most_rows: int = 0,
        link: bool = False,
        **request: Any,
    ) -> Observed:
        """What came of a request: status and answer, who answered, and what it left behind.

        What is to be no more than so many is observed only as a limit that is kept or broken;
        with `link`, whether there is a next page is observed, too.
        """
        with watching(self.app) as watched:
            response = self.send(method, path, **request)
        if response.status_code >= 500 and watched.errors:
            raise watched.errors[-1]
        return (
            {"status": response.status_code, "answered by": self.answerer(method, path)}
            | content_of(response)
            | ({"link": "next" if "next" in response.links else "none"} if link else {})
            | left_behind(watched)
            | limits_kept(watched, most_statements, most_rows)
        )

    def answerer(self, method: str, path: str) -> str:
        """Whether one of the answer's routes takes this request."""
        scope = {"type": "http", "method": method, "path": path.partition("?")[0], "root_path": ""}
        fits = any(route.matches(scope)[0] == Match.FULL for route in self.routes)
        return "your route" if fits else "no route of yours"


def content_of(response: Any) -> dict[str, Any]:
    """The JSON of an answer; of an error, only whether it has a `detail`."""
    if response.status_code >= 400:
        told = response.headers["content-type"] == "application/json" and response.json()
        return {"detail": "given" if told and told.get("detail") else "missing"}
    return {"answer": with_moments(response.json()) if response.content else None}


def with_moments(value: Any) -> Any:
    """JSON with moments in place of the texts that mean them: Z and +00:00 are the same."""
    if isinstance(value, dict):
        return {key: with_moments(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_moments(each) for each in value]
    return (
        datetime.fromisoformat(value) if isinstance(value, str) and MOMENT.match(value) else value
    )


def left_behind(watched: Watched) -> dict[str, Any]:
    return {
        "connections still out": watched.connections_out,
        "event loop": "blocked by a statement" if watched.in_the_event_loop else "free",
    }


def limits_kept(watched: Watched, most_statements: int, most_rows: int) -> dict[str, Any]:
    kept = {}
    for name, count, most in (
        ("statements", watched.statements, most_statements),
        ("rows that left the database", watched.rows, most_rows),
    ):
        if most:
            kept[name] = f"{'at most' if count <= most else 'more than'} {most}"
    return kept


def calling(*trials: tuple[str, Run], on: Callable[[], Rows], tables: Sequence[str] = ()) -> Trying:
    """A router; each trial brings the service with a fresh database of these rows.

    `tables` are those that a message shows.
    """

    def trial(shown: str, run: Run) -> Trial:
        def run_in_a_fresh_service(routes: Sequence[APIRoute]) -> Observed:
            with service_with(routes, copied(on)) as service:
                return run(service)

        lines = [shown, *(data(on(), tables) if tables else [])]
        return Trial("\n".join(lines), run_in_a_fresh_service)

    return Trying([trial(shown, run) for shown, run in trials], kind=routes_of)


def request(method: str, path: str, says: str = "", **details: Any) -> tuple[str, Run]:
    """A trial of one request; `says` is told with it, and `details` are those of `observe`."""
    shown = f"{method} {path}" + (f", sent by {details['by']}" if details.get("by") else "")
    return f"{shown}{says and ': '}{says}", lambda service: service.observe(method, path, **details)


def get(path: str, says: str = "", **details: Any) -> tuple[str, Run]:
    return request("GET", path, says, **details)


def all_pages(path: str) -> tuple[str, Run]:
    """A trial that follows the links from page to page."""

    def run(service: Service) -> Observed:
        found, url = [], path
        for _ in range(MOST_PAGES):
            with watching(service.app) as watched:
                response = service.send("GET", url)
            if watched.errors:
                raise watched.errors[-1]
            if not response.is_success:
                return {"status": response.status_code}
            found.append(with_moments(response.json()))
            if not (url := response.links.get("next", {}).get("url")):
                break
        return {"pages": found}

    return f"GET {path}, and then the links to the next pages", run


def routes_of(answer: Any) -> list[APIRoute]:
    """The routes of a router, or of an app; `Wrong` for anything else."""
    if not isinstance(answer, APIRouter | FastAPI):
        raise Wrong(
            f"This is {kind_of(answer)}. Answer with the object that keeps your route: the name "
            "behind the @, before the dot."
        )
    routes = [route for route in answer.routes if isinstance(route, APIRoute)]
    if not routes:
        raise Wrong(
            "Your router has no route. Does the line above your function begin with @router, and "
            "did you run it after the line router = APIRouter()?"
        )
    return routes


@cache
def finished_app() -> FastAPI:
    """One app for all trials; each gives it a state of its own."""
    return create_app(Settings(database_url=empty_database(), bcrypt_rounds=4))


@contextmanager
def time_limits(service: Service) -> Iterator[None]:
    """Stop the endpoints themselves: they run in other threads than the judge."""
    endpoints = [route.endpoint for route in service.routes]
    for route, endpoint in zip(service.routes, endpoints, strict=True):
        route.dependant.call = limited(
            endpoint, ENDPOINT_SECONDS, partial(service.stopped.append, True)
        )
    try:
        yield
    finally:
        for route, endpoint in zip(service.routes, endpoints, strict=True):
            route.dependant.call = endpoint


@contextmanager
def service_with(routes: Sequence[APIRoute], database_url: str) -> Iterator[Service]:
    """The finished service on this database, with these routes before its own."""
    app, log, quiet = finished_app(), logging.getLogger("microblog"), logging.NullHandler()
    log.addHandler(quiet)  # what the service logs would end on the screen
    add_state(app, Settings(database_url=database_url, bcrypt_rounds=4))
    if routes:
        app.openapi_schema = None  # it names the parameters of each route
    app.router.routes[:0] = routes
    service = Service(app, TestClient(app, raise_server_exceptions=False), routes)
    try:
        with time_limits(service):
            yield service
    finally:
        log.removeHandler(quiet)
        if routes:
            del app.router.routes[: len(routes)]
            app.openapi_schema = None
        for engine in (app.state.engine, app.state.read_engine):
            if engine.pool.checkedout():
                gc.collect()  # a session that was left open gives its connection back
            engine.dispose()
