"""A request as a sequence diagram, recorded from the real call."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import wraps
from typing import Any
from unittest.mock import patch

import httpx
from sqlalchemy import Engine, event

from course.counting import one_line
from course.display import Diagram
from course.server import APPS
from microblog import dependencies, reads, security
from microblog.errors import Unauthorized
from microblog.security import InvalidToken

PARTICIPANTS = ("client", "FastAPI", "auth", "database")
asker = ContextVar("asker", default="FastAPI")  # who sends the statements of this thread


class Flow:
    """What passed between client, FastAPI, authentication and database, in order."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, str]] = []

    def add(self, sender: str, receiver: str, text: str) -> None:
        self.messages.append((sender, receiver, text.replace(";", ",").replace("#", "")))

    def diagram(self) -> Diagram:
        lines = ["sequenceDiagram"]
        present = {name for sender, receiver, _ in self.messages for name in (sender, receiver)}
        lines += [f"    participant {name}" for name in PARTICIPANTS if name in present]
        for sender, receiver, text in self.messages:
            back = PARTICIPANTS.index(sender) > PARTICIPANTS.index(receiver)
            lines.append(f"    {sender}{'-->>' if back else '->>'}{receiver}: {text}")
        told = ". ".join(
            f"{sender} to {receiver}: {text}" for sender, receiver, text in self.messages
        )
        return Diagram("\n".join(lines), told)

    def _repr_mimebundle_(self, **options: object) -> dict[str, str]:
        return self.diagram()._repr_mimebundle_(**options)


@contextmanager
def flow(api: httpx.Client) -> Iterator[Flow]:
    """Record the requests that `api` sends inside the block: `with flow(api) as recorded:` …

    `recorded` as the last line of a cell draws them. `api` is the client of `running`.
    """
    recorded = Flow()
    with calls(recorded, api), authentication(recorded, api), statements(recorded):
        yield recorded


@contextmanager
def calls(recorded: Flow, api: httpx.Client) -> Iterator[None]:
    def sent(request: httpx.Request) -> None:
        bearing = " with a token" if "Authorization" in request.headers else ""
        path = request.url.raw_path.decode()
        recorded.add("client", "FastAPI", f"{request.method} {one_line(path, 60)}{bearing}")

    def received(response: httpx.Response) -> None:
        recorded.add("FastAPI", "client", f"{response.status_code} {response.reason_phrase}")

    hooks: dict[str, list[Callable[..., Any]]] = {"request": [sent], "response": [received]}
    kept, api.event_hooks = api.event_hooks, hooks
    try:
        yield
    finally:
        api.event_hooks = kept


@contextmanager
def authentication(recorded: Flow, api: httpx.Client) -> Iterator[None]:
    """Who asks, by token or by password, is the work of the part that is called auth."""
    decode, verify = security.decode_access_token, security.verify_password

    def asked(question: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def answer(*arguments: Any, **named: Any) -> Any:
            recorded.add("FastAPI", "auth", question)
            before = asker.set("auth")
            try:
                user = work(*arguments, **named)
            except Unauthorized:
                recorded.add("auth", "FastAPI", "nobody")
                raise
            finally:
                asker.reset(before)
            recorded.add("auth", "FastAPI", user.username)
            return user

        return answer

    def decoded(token: str, *rest: Any) -> Any:
        try:
            claims = decode(token, *rest)
        except InvalidToken:
            recorded.add("auth", "auth", "is the token genuine? no")
            raise
        recorded.add("auth", "auth", f"is the token genuine? yes, of {claims.username}")
        return claims

    def verified(*arguments: Any) -> bool:
        fits = verify(*arguments)
        recorded.add("auth", "auth", f"does the password fit the hash? {'yes' if fits else 'no'}")
        return fits

    get_current_user = dependencies.get_current_user
    overrides = {get_current_user: asked("who is asking?", get_current_user)}
    authenticate = asked("whose name and password?", reads.authenticate)
    with (
        patch.dict(APPS[api].dependency_overrides, overrides),
        patch.object(dependencies, "decode_access_token", decoded),
        patch.object(reads, "authenticate", authenticate),
        patch.object(reads, "verify_password", verified),
    ):
        yield


@contextmanager
def statements(recorded: Flow) -> Iterator[None]:
    def executing(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            recorded.add(asker.get(), "database", in_short(statement))

    def executed(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            answer = "rows" if statement.startswith("SELECT") else "done"
            recorded.add("database", asker.get(), answer)

    def committed(connection: Any) -> None:
        recorded.add(asker.get(), "database", "COMMIT")

    listeners: dict[str, Callable[..., Any]] = {
        "before_cursor_execute": executing,
        "after_cursor_execute": executed,
        "commit": committed,
    }
    for name, listener in listeners.items():
        event.listen(Engine, name, listener)
    try:
        yield
    finally:
        for name, listener in listeners.items():
            with suppress(Exception):
                event.remove(Engine, name, listener)


def in_short(statement: str) -> str:
    """The verb of a statement and the tables that it names, such as SELECT from posts, users."""
    words = statement.replace("(", " ").replace(")", " ").replace(",", " ").split()
    after = {"FROM", "JOIN", "INTO", "UPDATE"}
    tables = [word for before, word in zip(words, words[1:], strict=False) if before in after]
    named = [table for table in dict.fromkeys(tables) if table.islower() and table != "select"]
    joint = {"SELECT": "from", "INSERT": "into", "DELETE": "from"}.get(words[0], "")
    return f"{words[0]} {joint} {', '.join(named)}".replace("  ", " ")
