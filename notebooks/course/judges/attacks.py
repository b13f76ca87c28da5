"""Answers that attack a service or repair one of its routes, tried on services of their own."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute
from sqlalchemy import Select

from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import Service, routes_of, service_with
from course.judges.explaining import cut
from course.judges.trials import Observed, Trial
from course.judges.watching import watching
from course.judges.writes import copied, rows
from microblog.config import Settings
from microblog.security import hash_password

PEOPLE = ("marta", "ana", "bodil", "jonas", "keiko")
YEAR = 8_760  # hours: an account must be older than its tokens
MOST_REQUESTS = 500  # of one attack


class TooManyRequests(Exception):
    """An attack goes on, although it is refused."""


@cache
def people(password: str = "moonlight", town: str = "burgos") -> Callable[[], Rows]:
    """Five users with this password and an e-mail address in this town; user n wrote post n."""
    hashed = hash_password(password, Settings(bcrypt_rounds=4))

    def make_rows() -> Rows:
        users = [
            user(number, name, -2 * YEAR)
            | {"email": f"{name}@{town}.example.org", "hashed_password": hashed}
            for number, name in enumerate(PEOPLE, 1)
        ]
        posts = [post(n, f"Good evening from {name}", n) for n, name in enumerate(PEOPLE, 1)]
        return no_rows() | {"users": users, "posts": posts}

    return make_rows


@dataclass
class Target:
    """A service that is attacked or repaired: its answers so far, and its errors."""

    service: Service
    errors: list[Exception]
    answers: list[Any] = field(default_factory=list)

    def keep(self, answer: Any) -> None:
        """Keep an answer, and end an attack that would go on for ever."""
        answer.read()
        self.answers.append(answer)
        if len(self.answers) > MOST_REQUESTS:
            raise TooManyRequests

    def call(self, method: str, path: str, by: str = "", json: Any = None) -> Any:
        """A request, by one of the users or by nobody; what fails in the route is raised here."""
        answer = self.service.send(method, path, by, json=json)
        if answer.status_code >= 500 and self.errors:
            raise self.errors[-1]
        return answer

    def rows(self, statement: Select[*tuple[Any, ...]]) -> list[Any]:
        """What the database holds: tuples, or the values themselves of a single column."""
        return list(rows(self.service.app.state.read_engine, statement))

    @property
    def refused(self) -> bool:
        """Whether the last answer is an error."""
        return bool(self.answers) and bool(self.answers[-1].is_error)

    @property
    def answered(self) -> str:
        """The statuses in the order in which they first came, and what the last answer says."""
        if not self.answers:
            return "nothing, since no request came through `api`"
        statuses = ", then ".join(dict.fromkeys(str(each.status_code) for each in self.answers))
        last = self.answers[-1]
        if last.status_code >= 500 and self.errors:
            told = str(getattr(self.errors[-1], "orig", None) or self.errors[-1])
            return cut(f"{statuses} ({told})")
        refused = last.is_error and statuses.endswith(str(last.status_code))
        return cut(f"{statuses} ({last.text})" if refused else statuses)


def outcome(answer: Any) -> str:
    """Whether a request got what it asked for."""
    if answer.is_success:
        return "accepted"
    return "refused" if answer.is_client_error else str(answer.status_code)


@contextmanager
def target_with(routes: Sequence[APIRoute], **kind: str) -> Iterator[Target]:
    """The finished service with `people(**kind)`, and with these routes before its own."""
    with service_with(routes, copied(people(**kind))) as service:
        with watching(service.app) as watched:
            target = Target(service, watched.errors)
            service.client.event_hooks = {"response": [target.keep]}
            yield target


def tried_on(
    shown: str,
    router: APIRouter,
    loot: Callable[[Target], Any],
    arguments: tuple[Any, ...] = (),
    **kind: str,
) -> Trial:
    """An attack, a function of a client, on the service with these weak routes."""

    def run(answer: Any) -> Observed:
        with target_with(routes_of(router), **kind) as draft:
            try:
                brought = answer(draft.service.client, *arguments)
            except Exception:
                if not draft.refused:
                    raise
                brought = None  # it took a refusal for what it wanted
            if brought == loot(draft):
                return {"the attack brings": brought}
            if brought is None:
                brought = "nothing" if draft.refused else "nothing, it returns None"
            return {"the attack brings": brought, "the service answered": draft.answered}

    return Trial(shown, run)


def tried_on_the_finished(
    loot: Callable[[Target], Any], arguments: tuple[Any, ...] = (), **kind: str
) -> Trial:
    """The same attack on the finished service, which must not give the loot away."""

    def run(answer: Any) -> Observed:
        with target_with([], **kind) as finished:
            try:
                brought = answer(finished.service.client, *arguments)
            except Exception:
                brought = None  # it relied on what the draft gave away
            same = brought == loot(finished)
            return {"the attack brings": "the same, so it isn't an attack" if same else "nothing"}

    return Trial("The finished service, without the weak spot.", run)


def repaired(shown: str, observe: Callable[[Target], Observed]) -> Trial:
    """A router's routes, tried before those of the finished service."""

    def run(routes: Sequence[APIRoute]) -> Observed:
        with target_with(routes) as target:
            return observe(target)

    return Trial(shown, run)


def routed(code: str) -> str:
    """The code of a route, completed to an answer: a router that has it."""
    return f"router = APIRouter()\n\n\n{code.strip()}\n\n\nanswer = router"
