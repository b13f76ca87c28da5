"""The service that is judged, from outside: requests, test users, and the posts they write."""

import secrets as randomness
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any

import httpx

from course.contract.answer import Answer, Row, Secrets
from course.contract.check import AskedToWait, NoAnswer, Waits

SECONDS = 10.0  # for each request
ENOUGH_POSTS = 25  # more than a page has
LIMITS = httpx.Limits(max_connections=8)


@dataclass
class Person:
    """A test user, once registered and logged in."""

    username: str
    email: str
    password: str
    id: int = 0
    token: str = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def new(self) -> dict[str, str]:
        """What registers this person."""
        return {"username": self.username, "email": self.email, "password": self.password}

    @property
    def credentials(self) -> dict[str, str]:
        return {"username": self.username, "password": self.password}


class Service:
    """Sends requests to one address, and remembers the last answer and who was registered."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.tag = randomness.token_hex(3)
        self.secrets = Secrets()
        self.last: Answer | None = None
        self.left_behind: dict[str, None] = {}  # names, in the order of registering
        self.gone: Person | None = None
        self.old_token = ""
        self._people: dict[str, Person] = {}
        self._written: list[Row] | None = None
        self._client = self._new_client(LIMITS)

    @property
    def latest(self) -> Answer:
        """The last answer that came."""
        assert self.last is not None
        return self.last

    def _new_client(self, limits: httpx.Limits) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=SECONDS, limits=limits, trust_env=False)

    def close(self) -> None:
        self._client.close()

    @contextmanager
    def one_connection(self) -> Iterator[None]:
        """A new connection for all requests of the block, so to one worker where there are more."""
        kept, self._client = self._client, self._new_client(httpx.Limits(max_connections=1))
        try:
            yield
        finally:
            self._client.close()
            self._client = kept

    def send(
        self,
        method: str,
        path: str,
        by: Person | None = None,
        throttled: bool = False,
        **request: Any,
    ) -> Answer:
        """Send a request; a 429 ends all sending, unless the check is about throttling."""
        headers = (by.headers if by else {}) | request.pop("headers", {})
        try:
            built = self._client.build_request(method, path, headers=headers, **request)
            response = self._client.send(built)
        except httpx.TimeoutException:
            raise NoAnswer(f"{method} {path}: no answer within {SECONDS:g} seconds") from None
        except httpx.TransportError as error:
            raise NoAnswer(f"{method} {path}: {error or type(error).__name__}") from None
        answer = self.last = Answer(response, built.content, self.secrets)
        if answer.status == 429 and not throttled:
            seconds = response.headers.get("Retry-After", "some")
            raise AskedToWait(f"The service asked to wait {seconds} seconds (429).")
        return answer

    def at_once(self, times: int, method: str, path: str, by: Person) -> list[int]:
        """The statuses of equal requests, all of them sent before any answer is read."""
        url = self._client.build_request(method, path).url
        kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
        connections = [kind(url.host, url.port, timeout=SECONDS) for _ in range(times)]
        try:
            for connection in connections:
                connection.connect()
            for connection in connections:
                connection.request(method, url.raw_path.decode(), headers=by.headers)
            return [connection.getresponse().status for connection in connections]
        except (OSError, HTTPException) as error:
            raise NoAnswer(f"{method} {path}, {times} times at once: {error!r}") from None
        finally:
            for connection in connections:
                connection.close()

    def get(self, path: str, by: Person | None = None, **request: Any) -> Answer:
        return self.send("GET", path, by, **request)

    def post(self, path: str, by: Person | None = None, **request: Any) -> Answer:
        return self.send("POST", path, by, **request)

    def put(self, path: str, by: Person | None = None, **request: Any) -> Answer:
        return self.send("PUT", path, by, **request)

    def delete(self, path: str, by: Person | None = None, **request: Any) -> Answer:
        return self.send("DELETE", path, by, **request)

    def somebody(self, role: str, password: str = "") -> Person:
        """A person who isn't registered yet, with a name that says where it comes from."""
        password = password or randomness.token_urlsafe(12)
        self.secrets.add(password)
        name = f"contract_{role}_{self.tag}"
        return Person(name, f"{name}@example.org", password)

    def register(self, person: Person, role: str = "") -> Answer:
        """Register a person; under a role, `person(role)` finds them again."""
        answer = self.post("/users/", json=person.new)
        if 200 <= answer.status < 300:
            self.left_behind[person.username] = None
            if role:
                self._people[role] = person
        return answer

    def known(self, role: str) -> Person:
        """The test user with this role, registered when first asked for."""
        if role not in self._people:
            self.register(self.somebody(role), role)
        if role not in self._people:
            raise Waits(18, "nobody can register yet.")
        return self._people[role]

    def forget(self, role: str) -> None:
        """The test user with this role has deleted their account."""
        self.gone = self._people.pop(role)
        self.left_behind.pop(self.gone.username, None)

    def person(self, role: str) -> Person:
        """The test user with this role, registered and logged in when first asked for."""
        person = self.known(role)
        if not person.token:
            person.token = self._token_of(person)
            person.id = self.get("/users/me", person).field("id") or 0
        return person

    def anybody(self) -> Person | None:
        """A test user who is logged in, where that is possible by now."""
        try:
            return self.person("bo")
        except Waits:
            return None

    def _token_of(self, person: Person) -> str:
        answer = self.post("/token", data=person.credentials)
        if answer.status != 200:
            answer = self.post("/login", json=person.credentials)
        token = answer.field("access_token")
        if answer.status != 200 or not token:
            raise Waits(19, "nobody can log in yet.")
        return str(token)

    def write(self, by: Person, content: str) -> Row:
        """A post that this person has just written."""
        answer = self.post("/posts/", by, json={"content": content})
        if answer.status != 201 or answer.field("id") is None:
            raise Waits(21, "nobody can write a post yet.")
        return answer.object()

    def written(self) -> list[Row]:
        """More posts than a page has, oldest first; none where nobody can write yet."""
        if self._written is None:
            self._written = []
            try:
                ana = self.person("ana")
                for number in range(1, ENOUGH_POSTS + 1):
                    self._written.append(self.write(ana, f"Test post {number} of {self.tag}"))
            except Waits:
                pass
        return self._written

    def page(self, path: str, by: Person | None = None, at_least: int = 1, **asked: Any) -> Answer:
        """A list with rows to look at, or `Waits` where there are too few yet."""
        self.written()
        answer = self.get(path, by, params=asked)
        if answer.status == 200 and len(answer.rows()) < at_least:
            raise Waits(21, "there are too few posts to read. Load some, or come back then.")
        return answer

    def follow_links(self, answer: Answer, by: Person | None = None, most: int = 50) -> list[Row]:
        """The rows of this page and of those after it."""
        rows = answer.rows()
        for _ in range(most):
            if answer.next_page is None:
                break
            answer = self.get(answer.next_page, by)
            rows += answer.rows()
        return rows
