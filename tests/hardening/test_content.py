"""32 to 42: content and numbers."""

import http.client
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DBAPIError

from hardening.servers import Server, sign_up
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


def test_32_content_with_nothing_to_see_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_32")
    for content in NOTHING_TO_SEE:
        answer = service.post("/posts/", json={"content": content}, headers=ana)
        assert answer.status_code == 422, ascii(content)
    assert service.get("/users/ana_32").json()["posts_count"] == 0


def test_33_length_is_counted_in_the_same_unit_everywhere(
    service: TestClient, database: Engine
) -> None:
    ana = sign_up(service, "ana_33")
    user_id = service.get("/users/ana_33").json()["id"]
    schema = service.get("/openapi.json").json()["components"]["schemas"]["PostCreate"]
    assert schema["properties"]["content"]["maxLength"] == 280
    for letter in ("x", "ä", "\U0001f680", "e\u0301"):
        longest = letter * (280 // len(letter))
        for content, status in ((longest, 201), (longest + "x", 422), (f"  {longest}\n", 201)):
            answer = service.post("/posts/", json={"content": content}, headers=ana)
            assert answer.status_code == status, (letter, status)
        row = {"owner_id": user_id, "content": longest}
        with database.begin() as connection:
            connection.execute(insert(Post).values(row))
        with database.begin() as connection, pytest.raises(DBAPIError):
            connection.execute(insert(Post).values(row | {"content": longest + "x"}))


def test_34_nul_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_34")
    for content in ("a\0b", "\0", "a\0", "\0a"):
        answer = service.post("/posts/", json={"content": content}, headers=ana)
        assert answer.status_code == 422, ascii(content)
    user = {"username": "ben_34", "email": "ben_34@example.org", "password": "password"}
    for field in user:
        changed = user | {field: f"{user[field]}\0"}
        assert service.post("/users/", json=changed).status_code == 422, field
    for path in ("/users/a%00b", "/users/ana%00/posts/", "/posts/1%00"):
        assert service.get(path).status_code in {404, 422}
    assert service.put("/users/a%00b/follow", headers=ana).status_code == 404


def test_35_a_lone_surrogate_is_refused_as_a_value_and_as_a_key(service: TestClient) -> None:
    ana = sign_up(service, "ana_35")
    for body in (
        r'{"content": "a\ud800b"}',
        r'{"content": "\udfff"}',
        r'{"content": "ab", "\ud800": 1}',
        r'{"content": ["\ud800"]}',
        r'{"content": {"\ud800": "\udc00"}}',
    ):
        answer = answer_to(service, ana, body)
        assert answer.status_code == 422, body
        assert "input" not in answer.json()["detail"][0]
    for parameter in ("limit", "offset", "before", "before_id"):
        assert service.get(f"/posts/?{parameter}=%ED%A0%80").status_code == 422
    assert service.get("/users/%ED%A0%80").status_code == 404


def test_36_nan_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_36")
    for value in ("NaN", "Infinity", "-Infinity", "1e999", "[NaN]", '{"x": NaN}'):
        answer = answer_to(service, ana, f'{{"content": {value}}}')
        assert answer.status_code == 422, value
        assert answer.json()["detail"][0]["loc"] == ["body", "content"]
        assert answer_to(service, ana, f'{{"content": "x", "more": {value}}}').status_code == 422


def in_pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 50_000):
        yield b"x" * 50_000


def test_37_a_large_body_is_refused_before_it_is_parsed(server: Server) -> None:
    address = httpx.URL(server.url)
    for path, kind, chunked in (
        ("/posts/", AS_JSON, False),
        ("/login", AS_JSON, True),
        ("/token", AS_FORM, True),
    ):
        connection = http.client.HTTPConnection(address.host, address.port, timeout=30)
        body = in_pieces(10_000_000) if chunked else b"x" * 10_000_000
        connection.request("POST", path, body, kind, encode_chunked=chunked)
        answer = connection.getresponse()
        assert answer.status == 413, (path, chunked)
        assert json.loads(answer.read()) == {"detail": "A body has at most 65,536 bytes."}
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        connection.request("GET", "/health")  # the connection stays usable
        assert connection.getresponse().status == 200
        connection.close()


def test_37_the_largest_body_is_read_and_one_byte_more_is_not(service: TestClient) -> None:
    ana = sign_up(service, "ana_37")
    body = b'{"content": "x"}'
    for size, status in ((65_536, 201), (65_537, 413)):
        assert answer_to(service, ana, body.ljust(size)).status_code == status
    ping = {"content-length": "99999999"}
    post_id = service.get("/users/ana_37/posts/").json()[0]["id"]
    assert service.put(f"/posts/{post_id}/like", headers=ana | ping).status_code == 204


def test_38_json_that_breaks_parsers_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_38")
    for body in (
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
    ):
        answer = answer_to(service, ana, body)
        assert answer.status_code in {400, 413, 422}, body[:40]
    assert service.get("/users/ana_38").json()["posts_count"] == 0


def test_39_any_text_comes_back_unchanged_as_json(service: TestClient) -> None:
    ana = sign_up(service, "ana_39")
    for content in SURVIVORS:
        answer = service.post("/posts/", json={"content": content}, headers=ana)
        assert answer.status_code == 201, ascii(content)
        for path in (f"/posts/{answer.json()['id']}", "/users/ana_39/posts/?limit=1"):
            read = service.get(path)
            assert read.headers["Content-Type"] == "application/json"
            assert read.headers["X-Content-Type-Options"] == "nosniff"
            assert json.dumps(content, ensure_ascii=False).encode() in read.content
    assert service.get("/users/ana_39").json()["posts_count"] == len(SURVIVORS)


def test_40_a_page_outside_its_bounds_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_40")
    lists = ["/posts/", "/posts/with_counts/", "/timeline/"]
    lists += [f"/users/ana_40/{name}/" for name in ("posts", "followers", "following")]
    out_of_bounds = {
        "limit": ["-1", "0", "101", "1000000000", "1e1", "x", "", "9" * 5000, "1.5"],
        "offset": ["-1", str(2**63), str(2**64), "x", "", "NaN"],
        "before_id": ["-1", str(2**63), "x"],
        "before": ["yesterday", "2026-01-01", "2026-01-01T00:00:00", "9" * 30, "0001-01-01", ""],
    }
    for path in lists:
        for parameter, values in out_of_bounds.items():
            for value in values:
                answer = service.get(path, params={parameter: value}, headers=ana)
                assert answer.status_code == 422, (path, parameter, value)
        furthest = {"limit": 100, "offset": 2**63 - 1, "before_id": 2**63 - 1}
        for before in ("9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z"):
            answer = service.get(path, params=furthest | {"before": before}, headers=ana)
            assert (answer.status_code, answer.json()) == (200, []), (path, before)
        for before in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"):
            answer = service.get(path, params={"before": before}, headers=ana)
            assert answer.status_code == 422, (path, before)


def test_41_a_path_id_outside_its_bounds_is_refused(service: TestClient) -> None:
    ana = sign_up(service, "ana_41")
    missing = [2**31 - 1, 2**31, 2**32, 2**63 - 1]
    impossible = [
        0,
        -1,
        2**63,
        2**64,
        "9" * 5000,
        "x",
        "1.0",
        "1e3",
        "+1",
        "%201",
        "٣",
        "1_0",
        "NaN",
    ]
    for post_ids, status in ((missing, 404), (impossible, 422)):
        for post_id in post_ids:
            for method, path in (
                ("GET", f"/posts/{post_id}"),
                ("DELETE", f"/posts/{post_id}"),
                ("PUT", f"/posts/{post_id}/like"),
                ("DELETE", f"/posts/{post_id}/retweet"),
            ):
                answer = service.request(method, path, headers=ana)
                assert answer.status_code == status, (method, str(post_id)[:30])


def test_42_paging_misses_nothing_and_repeats_nothing_while_rows_are_added(
    service: TestClient, database: Engine
) -> None:
    ana = sign_up(service, "ana_42")
    user_id = service.get("/users/ana_42").json()["id"]
    for number in range(30):
        service.post("/posts/", json={"content": f"early {number}"}, headers=ana)
    with database.begin() as connection:  # some at one and the same moment
        moment = connection.scalars(select(Post.timestamp).where(Post.owner_id == user_id)).first()
        same = [
            {"owner_id": user_id, "content": f"same {i}", "timestamp": moment} for i in range(9)
        ]
        connection.execute(insert(Post), same)
        ids = connection.scalars(select(Post.id).where(Post.owner_id == user_id))
        early = set(ids)
    for path in ("/users/ana_42/posts/", "/timeline/"):
        seen: list[int] = []
        url = f"{path}?limit=4"
        while url:
            answer = service.get(url, headers=ana)
            seen += [post["id"] for post in answer.json()]
            url = answer.links.get("next", {}).get("url", "")
            for _ in range(3):
                service.post("/posts/", json={"content": "late"}, headers=ana)
        assert len(seen) == len(set(seen))
        assert set(seen) == early
        early |= {post["id"] for post in service.get(f"{path}?limit=100", headers=ana).json()}
