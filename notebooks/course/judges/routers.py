"""Answers that are a router: what several requests are answered, and what they leave in tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fastapi.routing import APIRoute
from sqlalchemy import event, select

from course.judges.data import Row, Rows, user
from course.judges.endpoints import Service, routes_of, service_with
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.watching import watching
from course.judges.writes import copied, do_not_wait_for_the_disk
from microblog.config import Settings
from microblog.models import Base
from microblog.security import hash_password

PASSWORD = "a long password"  # of every member


@dataclass(frozen=True)
class Call:
    """One request; `by` names the user whose token it bears, `told` says what else to know."""

    method: str
    path: str
    by: str = ""
    json: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    told: str = ""

    def __str__(self) -> str:
        token = self.told or (f"with {self.by}'s token" if self.by else "without a token")
        body = "" if self.json is None else f", with the JSON {self.json!r}"
        return f"{self.method} {self.path} {token}{body}"


@cache
def stored_password() -> str:
    return hash_password(PASSWORD, Settings(bcrypt_rounds=4))


def member(number: int, username: str) -> Row:
    """A row of `users`, who registered long ago and can log in."""
    return user(number, username, hours=-60_000) | {"hashed_password": stored_password()}


def requesting(
    shown: str,
    rows: Callable[[], Rows],
    *calls: Call,
    stored: Mapping[str, Sequence[str]] | None = None,
    backwards: bool = False,
) -> Trial:
    """Send these requests, one after the other.

    Observed are each status, each JSON of a status below 300, and in the end the columns in
    `stored` of each table. With `backwards`, rows that no statement sorts come in reverse.
    """
    numbered = [f"{n}. {call}" for n, call in enumerate(calls, 1)] if calls[1:] else map(str, calls)

    def run(routes: Sequence[APIRoute]) -> Observed:
        observed: dict[str, Any] = {}
        with service_with(routes, copied(rows)) as service:
            for engine in (service.app.state.engine, service.app.state.read_engine):
                event.listen(engine, "connect", do_not_wait_for_the_disk)
                if backwards:
                    event.listen(engine, "connect", reversing)
            for number, call in enumerate(calls, start=1):
                place = f" {number}" if calls[1:] else ""
                observed |= {
                    name + place: value for name, value in answer_to(service, call).items()
                }
            for table, columns in (stored or {}).items():
                observed[f"{table} in the end"] = rows_of(service, table, columns)
        return observed

    return Trial("\n".join(filter(None, [shown, *numbered])), run)


def asking(*trials: Trial) -> Trying:
    """A router, tried in each of these trials."""
    return Trying(trials, kind=routes_of)


def answer_to(service: Service, call: Call) -> dict[str, Any]:
    """The status, and the JSON of a status below 300; an endpoint's own error is raised."""
    with watching(service.app) as watched:
        response = service.send(
            call.method, call.path, by=call.by, json=call.json, headers=dict(call.headers)
        )
    if response.status_code >= 500 and watched.errors:
        raise watched.errors[-1]
    if watched.in_the_event_loop:
        raise Wrong(
            "Your `async def` sends a statement in the event loop, so all other requests wait for "
            "the database. Write `def`: FastAPI then runs the function in a thread."
        )
    if response.history:  # a redirect to the path with the other closing slash
        return {"status": response.history[0].status_code}
    told = response.is_success and response.content
    return {"status": response.status_code} | ({"JSON": response.json()} if told else {})


def rows_of(service: Service, table: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    """Those columns of a table, as another program finds them."""
    found = select(*(Base.metadata.tables[table].c[name] for name in columns))
    with service.app.state.read_engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(found))


def reversing(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA reverse_unordered_selects = ON")
