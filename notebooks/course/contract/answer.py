"""An answer of the service: what was sent, what came, and whether that fits the contract."""

import json
import re
from datetime import datetime, timedelta
from typing import Any, NoReturn
from urllib.parse import quote, quote_plus

import httpx

from course.contract.check import Failed

Row = dict[str, Any]
LONGEST_SHOWN = 500  # characters of a body
SHOWN_HEADERS = ("location", "link", "www-authenticate", "retry-after")
IN_JSON = re.compile(r'("\w*password"\s*:\s*)"(?:[^"\\]|\\.)*"')
IN_A_FORM = re.compile(r"(\bpassword=)[^&]*")
TOKEN = re.compile(r"\beyJ[\w-]+\.[\w-]*\.[\w-]*")
HASH = re.compile(r"\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}")


class Secrets:
    """The passwords of the test users; no text that is shown may hold one."""

    def __init__(self) -> None:
        self._spellings: set[str] = set()

    def add(self, password: str) -> None:
        ways = (password, json.dumps(password)[1:-1], quote(password), quote_plus(password))
        self._spellings.update(ways)

    def hidden(self, text: str) -> str:
        text = IN_A_FORM.sub(r"\1•••", IN_JSON.sub(r'\1"•••"', text))
        for spelling in sorted(self._spellings, key=len, reverse=True):
            text = text.replace(spelling, "•••")
        return HASH.sub("$2b$…", TOKEN.sub("eyJ…", text))

    def are_in(self, text: str) -> bool:
        return any(spelling in text for spelling in self._spellings)


class Answer:
    """One answer; its methods raise `Failed` where it differs from the contract."""

    def __init__(self, response: httpx.Response, body: bytes, secrets: Secrets) -> None:
        self.status, self.headers, self.text = response.status_code, response.headers, response.text
        self._response = response
        self.leaks_a_password = secrets.are_in(response.text)
        self.sent = secrets.hidden(as_sent(response.request, body))
        self.came = secrets.hidden(as_came(response))

    def fail(self, message: str) -> NoReturn:
        raise Failed(message, self)

    def need(self, condition: object, message: str) -> None:
        if not condition:
            self.fail(message)

    def must_be(self, *expected: int) -> "Answer":
        allowed = " or ".join(str(status) for status in expected)
        self.need(self.status in expected, f"Expected {allowed}, but {self.status} came.")
        return self

    def must_lead_to(self, path: str) -> None:
        """The `Location` header ends in this path."""
        where = self.headers.get("Location")
        self.need(where is not None, "There is no `Location` header.")
        self.need(str(where).endswith(path), f"`Location` should end in {path}; it is {where}.")

    def json(self) -> Any:
        try:
            return self._response.json()
        except ValueError:
            self.fail("The body isn't JSON.")

    def object(self) -> Row:
        value = self.json()
        self.need(isinstance(value, dict), "The body isn't a JSON object.")
        return dict(value)

    def field(self, name: str) -> Any:
        """This field of a JSON object; None where there is none."""
        try:
            return self.object().get(name)
        except Failed:
            return None

    def rows(self) -> list[Row]:
        """The rows of a list that was answered with 200."""
        value = self.must_be(200).json()
        of_objects = isinstance(value, list) and all(isinstance(row, dict) for row in value)
        self.need(of_objects, "The body isn't a JSON array of objects.")
        return list(value)

    def must_have(self, row: Row, **kinds: type) -> None:
        """The row has these fields, each of its kind; True and False are not numbers."""
        for name, kind in kinds.items():
            self.need(name in row, f"The field `{name}` is missing.")
            right = isinstance(row[name], kind) and not isinstance(row[name], bool)
            self.need(right, f"`{name}` should be of the kind {kind.__name__}: {row[name]!r}")

    def moment(self, row: Row, name: str) -> datetime:
        """The moment in this field, which has to be in UTC and say so."""
        try:
            moment = datetime.fromisoformat(row[name])
        except (KeyError, TypeError, ValueError):
            self.fail(f"`{name}` isn't a moment in ISO 8601.")
        in_utc = moment.utcoffset() == timedelta(0)
        self.need(in_utc, f"`{name}` doesn't say that it is in UTC: {row[name]}")
        return moment

    @property
    def next_page(self) -> str | None:
        """The URL of the next page, from the `Link` header."""
        url = self._response.links.get("next", {}).get("url")
        return None if url is None else str(url)


def as_sent(request: httpx.Request, body: bytes) -> str:
    lines = [f"{request.method} {request.url.raw_path.decode()}"]
    if authorization := request.headers.get("Authorization"):
        lines.append(f"Authorization: {cut(authorization)}")
    return "\n".join([*lines, *filter(None, [cut(body.decode(errors="replace"))])])


def as_came(response: httpx.Response) -> str:
    lines = [f"{response.status_code} {response.reason_phrase}"]
    for name in SHOWN_HEADERS:
        lines += [f"{name.title()}: {cut(value)}" for value in response.headers.get_list(name)]
    return "\n".join([*lines, *filter(None, [cut(response.text)])])


def cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}… ({len(text):,} long)"
