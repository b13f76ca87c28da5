"""A service with one fault: requests and answers of the finished one, changed on their way."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: str
    body: bytes
    authorization: str
    port: int

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}?{self.query}"


@dataclass(frozen=True)
class Told:
    """An answer; `None` instead of a status lets the service answer."""

    status: int
    body: bytes
    headers: tuple[tuple[bytes, bytes], ...] = ()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    def with_json(self, value: Any) -> "Told":
        return replace(self, body=json.dumps(value).encode())

    def without(self, name: bytes) -> "Told":
        return replace(self, headers=tuple(pair for pair in self.headers if pair[0] != name))


class Fault:
    """Changes nothing; a subclass or `where` says what it changes."""

    def asked(self, asked: Asked) -> Asked:
        return asked

    def instead(self, asked: Asked) -> Told | None:
        """The answer to a request that the service never sees."""
        return None

    def told(self, asked: Asked, told: Told) -> Told:
        return told


@dataclass
class Where(Fault):
    """A fault of the requests whose line, and whose body, these patterns find."""

    line: str
    holding: bytes = b""
    alone: bool = False  # without a token
    status: int = 0
    rewrite: Callable[[Told], Told] | None = None
    ask: Callable[[Asked], Asked] | None = None
    reply: Told | None = None

    def _meant(self, asked: Asked) -> bool:
        found = re.search(self.line, asked.line) and self.holding in asked.body
        return bool(found) and not (self.alone and asked.authorization)

    def asked(self, asked: Asked) -> Asked:
        return self.ask(asked) if self.ask and self._meant(asked) else asked

    def instead(self, asked: Asked) -> Told | None:
        return self.reply if self._meant(asked) else None

    def told(self, asked: Asked, told: Told) -> Told:
        if not self._meant(asked):
            return told
        told = self.rewrite(told) if self.rewrite else told
        return replace(told, status=self.status) if self.status else told


class Faulty:
    """The app, with this fault around it."""

    def __init__(self, app: ASGIApp, fault: Fault) -> None:
        self.app, self.fault = app, fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        asked = await read(scope, receive)
        seen = self.fault.asked(asked)
        told = self.fault.instead(asked) or await self._answer(scope, seen)
        told = self.fault.told(asked, told)
        kept = [pair for pair in told.headers if pair[0] != b"content-length"]
        length = (b"content-length", str(len(told.body)).encode())
        headers = kept if asked.method == "HEAD" or told.status == 204 else [*kept, length]
        await send({"type": "http.response.start", "status": told.status, "headers": headers})
        await send({"type": "http.response.body", "body": told.body})

    async def _answer(self, scope: Scope, asked: Asked) -> Told:
        """What the app itself answers to this request."""
        headers = [(name, value) for name, value in scope["headers"] if name != b"authorization"]
        if asked.authorization:
            headers.append((b"authorization", asked.authorization.encode()))
        changed = {"headers": headers, "query_string": asked.query.encode()}
        status, answered, pieces = 0, (), []

        async def receive() -> Message:
            return {"type": "http.request", "body": asked.body, "more_body": False}

        async def send(message: Message) -> None:
            nonlocal status, answered
            if message["type"] == "http.response.start":
                status, answered = message["status"], tuple(message["headers"])
            else:
                pieces.append(message.get("body", b""))

        await self.app({**scope, **changed}, receive, send)
        return Told(status, b"".join(pieces), answered)


async def read(scope: Scope, receive: Receive) -> Asked:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    authorization = dict(scope["headers"]).get(b"authorization", b"").decode()
    query = scope["query_string"].decode()
    return Asked(scope["method"], scope["path"], query, body, authorization, scope["client"][1])
