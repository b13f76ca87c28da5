"""A request as a sequence diagram, recorded from the real call."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from unittest.mock import patch

import httpx
from sqlalchemy import Engine, event

from course.counting import one_line
from course.display import Diagram
from microblog import dependencies, security
from microblog.security import InvalidToken


class Flow:
    """What passed between client, service, authentication and database, in order."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, str]] = []

    def add(self, sender: str, receiver: str, text: str) -> None:
        self.messages.append((sender, receiver, text.replace(";", ",").replace("#", "")))

    def diagram(self) -> Diagram:
        lines = ["sequenceDiagram"]
        present = {name for sender, receiver, _ in self.messages for name in (sender, receiver)}
        for name in ("client", "service", "auth", "database"):
            lines += [f"    participant {name}"] if name in present else []
        for sender, receiver, text in self.messages:
            arrow = "-->>" if receiver == "client" else "->>"
            lines.append(f"    {sender}{arrow}{receiver}: {text}")
        told = ". ".join(
            f"{sender} to {receiver}: {text}" for sender, receiver, text in self.messages
        )
        return Diagram("\n".join(lines), told)

    def _repr_mimebundle_(self, **options: object) -> dict[str, str]:
        return self.diagram()._repr_mimebundle_(**options)


@contextmanager
def flow(api: httpx.Client) -> Iterator[Flow]:
    """Record the requests that `api` sends inside the block: `with flow(api) as recorded:` …

    `recorded` as the last line of a cell draws them. The service must run in this kernel.
    """
    recorded = Flow()
    decode = security.decode_access_token

    def sent(request: httpx.Request) -> None:
        bearing = " with a token" if "Authorization" in request.headers else ""
        path = request.url.raw_path.decode()
        recorded.add("client", "service", f"{request.method} {one_line(path, 60)}{bearing}")

    def received(response: httpx.Response) -> None:
        recorded.add("service", "client", f"{response.status_code} {response.reason_phrase}")

    def decoded(token: str, *rest: Any) -> Any:
        try:
            claims = decode(token, *rest)
        except InvalidToken:
            recorded.add("service", "auth", "is the token genuine? no")
            raise
        recorded.add("service", "auth", f"is the token genuine? yes, of {claims.username}")
        return claims

    def executed(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            recorded.add("service", "database", in_short(statement))

    def committed(connection: Any) -> None:
        recorded.add("service", "database", "COMMIT")

    hooks: dict[str, list[Callable[..., Any]]] = {"request": [sent], "response": [received]}
    kept, api.event_hooks = api.event_hooks, hooks
    event.listen(Engine, "before_cursor_execute", executed)
    event.listen(Engine, "commit", committed)
    try:
        with patch.object(dependencies, "decode_access_token", decoded):
            yield recorded
    finally:
        api.event_hooks = kept
        with suppress(Exception):
            event.remove(Engine, "before_cursor_execute", executed)
            event.remove(Engine, "commit", committed)


def in_short(statement: str) -> str:
    """The verb of a statement and the tables that it names, such as SELECT from posts, users."""
    words = statement.replace("(", " ").replace(")", " ").replace(",", " ").split()
    after = {"FROM", "JOIN", "INTO", "UPDATE"}
    tables = [word for before, word in zip(words, words[1:], strict=False) if before in after]
    named = [table for table in dict.fromkeys(tables) if table.islower() and table != "select"]
    joint = {"SELECT": "from", "INSERT": "into", "DELETE": "from"}.get(words[0], "")
    return f"{words[0]} {joint} {', '.join(named)}".replace("  ", " ")
