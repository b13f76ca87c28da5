"""32 to 39: content."""

import http.client
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, insert
from sqlalchemy.exc import DBAPIError

from hardening.servers import Server
from microblog.models import Post

AS_JSON = {"Content-Type": "application/json"}
AS_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NOTHING_TO_SEE = [
    "",
    "   ",
    "\t\r\n\x0b\x0c",
    "\u200b\u200c\u200d\ufeff\u2060",
    "\x01\x1f\x7f\x85",
    "\u3000\xa0\u2028\u2029",
    "\xad\u034f\ufe0f\U000e0001",
    "\u202e\u200f",
]
SURVIVORS = [
    "שלום עולם \u202e desrever \u202c",
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u00e9",
    "<script>alert('x')</script>",
    "'; DROP TABLE posts; --",
    "%s %(x)s {0} $1 :name \\ \\u0000 &amp;",
    "a\tb\r\nc\u2028d\x7fe",
    "\U0001fae9 \U0010ffff \ufffd \uffff",
]


def answer_to(client: Any, headers: dict[str, str], body: str | bytes) -> Any:
    return client.post("/posts/", content=body, headers=headers | AS_JSON)


def own_posts(service: TestClient, headers: dict[str, str]) -> list[dict[str, Any]]:
    """The posts of a user who follows nobody."""
    posts: list[dict[str, Any]] = service.get("/timeline/", headers=headers).json()
    return posts


@pytest.mark.parametrize("content", NOTHING_TO_SEE, ids=ascii)
def test_32_content_with_nothing_to_see_is_refused(
    service: TestClient, ana: dict[str, str], content: str
) -> None:
    answer = service.post("/posts/", json={"content": content}, headers=ana)
    assert answer.status_code == 422
    assert own_posts(service, ana) == []


@pytest.mark.parametrize("letter", ["x", "ä", "\U0001f680", "e\u0301"], ids=ascii)
def test_33_length_is_counted_in_the_same_unit_everywhere(
    service: TestClient, database: Engine, ana: dict[str, str], letter: str
) -> None:
    user_id = service.get("/users/me", headers=ana).json()["id"]
    schema = service.get("/openapi.json").json()["components"]["schemas"]["PostCreate"]
    assert schema["properties"]["content"]["maxLength"] == 280
    longest = letter * (280 // len(letter))
    for content, status in ((longest, 201), (longest + "x", 422), (f"  {longest}\n", 201)):
        answer = service.post("/posts/", json={"content": content}, headers=ana)
        assert answer.status_code == status
    row = {"owner_id": user_id, "content": longest}
    with database.begin() as connection:
        connection.execute(insert(Post).values(row))
    with database.begin() as connection, pytest.raises(DBAPIError):
        connection.execute(insert(Post).values(row | {"content": longest + "x"}))


@pytest.mark.parametrize("content", ["a\0b", "\0", "a\0", "\0a"], ids=ascii)
def test_34_nul_in_content_is_refused(
    service: TestClient, ana: dict[str, str], content: str
) -> None:
    answer = service.post("/posts/", json={"content": content}, headers=ana)
    assert answer.status_code == 422


@pytest.mark.parametrize("field", ["username", "email", "password"])
def test_34_nul_in_a_registration_is_refused(service: TestClient, field: str) -> None:
    user = {"username": "ben_34", "email": "ben_34@example.org", "password": "password"}
    answer = service.post("/users/", json=user | {field: f"{user[field]}\0"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/users/a%00b", 404),
        ("GET", "/users/ana%00/posts/", 404),
        ("PUT", "/users/a%00b/follow", 404),
        ("GET", "/posts/1%00", 422),
    ],
)
def test_34_nul_in_a_path_is_refused(
    service: TestClient, ana: dict[str, str], method: str, path: str, status: int
) -> None:
    assert service.request(method, path, headers=ana).status_code == status


@pytest.mark.parametrize(
    "body",
    [
        r'{"content": "a\ud800b"}',
        r'{"content": "\udfff"}',
        r'{"content": "ab", "\ud800": 1}',
        r'{"content": ["\ud800"]}',
        r'{"content": {"\ud800": "\udc00"}}',
    ],
)
def test_35_a_lone_surrogate_is_refused_as_a_value_and_as_a_key(
    service: TestClient, ana: dict[str, str], body: str
) -> None:
    answer = answer_to(service, ana, body)
    assert answer.status_code == 422
    assert "input" not in answer.json()["detail"][0]


@pytest.mark.parametrize("parameter", ["limit", "offset", "before", "before_id"])
def test_35_a_lone_surrogate_is_refused_as_a_parameter(service: TestClient, parameter: str) -> None:
    assert service.get(f"/posts/?{parameter}=%ED%A0%80").status_code == 422


def test_35_a_lone_surrogate_is_refused_as_the_name_of_a_parameter(service: TestClient) -> None:
    assert service.get("/posts/?%ED%A0%80=1").status_code == 422


def test_35_a_lone_surrogate_is_nobodys_name(service: TestClient) -> None:
    assert service.get("/users/%ED%A0%80").status_code == 404


NOT_NUMBERS = ["NaN", "Infinity", "-Infinity", "1e999", "[NaN]", '{"x": NaN}']


@pytest.mark.parametrize("value", NOT_NUMBERS)
@pytest.mark.parametrize(
    ("body", "where"),
    [('{"content": VALUE}', "content"), ('{"content": "x", "more": VALUE}', "more")],
    ids=["value", "extra"],
)
def test_36_nan_is_refused(
    service: TestClient, ana: dict[str, str], body: str, where: str, value: str
) -> None:
    answer = answer_to(service, ana, body.replace("VALUE", value))
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", where]


def in_pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 50_000):
        yield b"x" * 50_000


@pytest.mark.parametrize(
    ("path", "kind", "chunked"),
    [
        ("/posts/", AS_JSON, False),
        ("/login", AS_JSON, True),
        ("/token", AS_FORM, True),
    ],
    ids=["length declared", "chunked", "chunked form"],
)
def test_37_a_large_body_is_refused_before_it_is_parsed(
    server: Server, path: str, kind: dict[str, str], chunked: bool
) -> None:
    address = httpx.URL(server.url)
    connection = http.client.HTTPConnection(address.host, address.port, timeout=30)
    body = in_pieces(10_000_000) if chunked else b"x" * 10_000_000
    connection.request("POST", path, body, kind, encode_chunked=chunked)
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read()) == {"detail": "A body has at most 65,536 bytes."}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    connection.request("GET", "/health")  # the connection stays usable
    assert connection.getresponse().status == 200
    connection.close()


@pytest.mark.parametrize(("size", "status"), [(65_536, 201), (65_537, 413)])
def test_37_the_largest_body_is_read_and_one_byte_more_is_not(
    service: TestClient, ana: dict[str, str], size: int, status: int
) -> None:
    body = b'{"content": "x"}'
    assert answer_to(service, ana, body.ljust(size)).status_code == status


def test_37_a_length_that_nothing_follows_is_not_believed(
    service: TestClient, ana: dict[str, str]
) -> None:
    post = service.post("/posts/", json={"content": "x"}, headers=ana).json()
    ping = {"content-length": "99999999"}
    assert service.put(f"/posts/{post['id']}/like", headers=ana | ping).status_code == 204


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 65_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"content": ' + b'{"x":' * 12_000,
        b'{"content": ' + b"9" * 5000 + b"}",
        b'{"content": 1' + b"0" * 60_000 + b"}",
        b'{"content": "\xff\xfe"}',
        b'{"content": "\xed\xa0\x80"}',
        b"\xff\xfe{\x00",
        b"\xef\xbb\xbf{}",
        b"",
        b"null",
        b"{",
        b'{"content": "x", "content": 1}',
    ],
    ids=lambda body: ascii(body[:24]),
)
def test_38_json_that_breaks_parsers_is_refused(
    service: TestClient, ana: dict[str, str], body: bytes
) -> None:
    assert answer_to(service, ana, body).status_code in {400, 413, 422}
    assert own_posts(service, ana) == []


@pytest.mark.parametrize("content", SURVIVORS, ids=ascii)
def test_39_any_text_comes_back_unchanged_as_json(
    service: TestClient, ana: dict[str, str], content: str
) -> None:
    answer = service.post("/posts/", json={"content": content}, headers=ana)
    assert answer.status_code == 201
    for path in (f"/posts/{answer.json()['id']}", "/timeline/"):
        read = service.get(path, headers=ana)
        assert read.headers["Content-Type"] == "application/json"
        assert read.headers["X-Content-Type-Options"] == "nosniff"
        assert json.dumps(content, ensure_ascii=False).encode() in read.content
    assert len(own_posts(service, ana)) == 1
