"""17 to 27: tokens. Every token that is not in force gets the same 401."""

import base64
import hashlib
import hmac
import json
import socket
import time
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from jose import jwt

from hardening.servers import SECRET_KEY, Server, sign_up

REFUSAL = {"detail": "Log in first: this needs a valid token."}


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def signed(header: bytes, claims: bytes, key: str = SECRET_KEY, digest: str = "sha256") -> str:
    """A token made by hand: any header and any claims, with a genuine signature."""
    message = f"{encoded(header)}.{encoded(claims)}"
    return f"{message}.{encoded(hmac.digest(key.encode(), message.encode(), digest))}"


def token_with(header: dict[str, Any] | None = None, **claims: Any) -> str:
    """A token of the user `tess` with these claims changed; None leaves a claim out."""
    now = time.time()
    whole = {"sub": "tess", "iat": now + 1, "exp": now + 60} | claims
    kept = {name: value for name, value in whole.items() if value is not None}
    head = {"alg": "HS256", "typ": "JWT"} | (header or {})
    return signed(json.dumps(head).encode(), json.dumps(kept).encode())


@pytest.fixture
def tess(service: TestClient) -> dict[str, str]:
    """The headers of a user whose own token is good."""
    user = {"username": "tess", "password": "password of tess"}
    service.post("/users/", json=user | {"email": "tess@example.org"})
    token = service.post("/token", data=user).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def assert_refused(service: TestClient, *tokens: str) -> None:
    for token in tokens:
        answer = service.get("/users/me", headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, answer.json()) == (401, REFUSAL), token[:200]
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_17_an_algorithm_other_than_the_own_one_is_refused(
    service: TestClient, tess: dict[str, str]
) -> None:
    assert service.get("/users/me", headers=tess).status_code == 200
    made_by_hand = {"Authorization": f"Bearer {token_with()}"}
    assert service.get("/users/me", headers=made_by_hand).json()["username"] == "tess"
    for algorithm in ("none", "None", "RS256", "HS512", "", ["HS256"], 256, None, {}, True):
        assert_refused(service, token_with({"alg": algorithm}))
    unsigned = token_with({"alg": "none"}).rpartition(".")[0]
    assert_refused(service, unsigned, f"{unsigned}.")
    claims = {"sub": "tess", "iat": time.time(), "exp": time.time() + 60}
    assert_refused(service, jwt.encode(claims, SECRET_KEY, algorithm="HS384"))


def test_18_a_token_that_was_changed_or_signed_by_another_key_is_refused(
    service: TestClient, tess: dict[str, str]
) -> None:
    header, claims, signature = token_with().split(".")
    flipped = ("A" if signature[0] != "A" else "B") + signature[1:]
    other_claims = token_with(sub="ana").split(".")[1]
    assert_refused(
        service,
        signed(b'{"alg":"HS256"}', base64.urlsafe_b64decode(claims + "=="), key="x" * 32),
        f"{header}.{claims}.{flipped}",
        f"{header}.{other_claims}.{signature}",
        f"{header}.{claims}.",
        f"{header}.{claims}",
        f"{header}.{claims}.{signature}.{signature}",
    )
    key = "a key of the attacker's own, 32 bytes"
    jwk = {"kty": "oct", "k": encoded(key.encode())}
    for name, value in (("jwk", jwk), ("kid", "../../dev/null"), ("jku", "http://127.0.0.1:9/")):
        head = json.dumps({"alg": "HS256", name: value}).encode()
        for own_key in (key, ""):
            assert_refused(service, signed(head, base64.urlsafe_b64decode(claims + "=="), own_key))


def test_19_an_expired_token_is_refused(service: TestClient, tess: dict[str, str]) -> None:
    now = time.time()
    assert_refused(service, token_with(exp=now - 1), token_with(exp=0), token_with(exp=-1))


def test_20_a_token_from_the_future_is_refused(service: TestClient, tess: dict[str, str]) -> None:
    later = time.time() + 3600
    assert_refused(service, token_with(nbf=later), token_with(iat=later, exp=later + 60))


def test_21_a_token_without_one_of_its_claims_is_refused(
    service: TestClient, tess: dict[str, str]
) -> None:
    assert_refused(service, token_with(exp=None), token_with(sub=None), token_with(iat=None))


def test_22_a_claim_of_the_wrong_kind_is_refused(service: TestClient, tess: dict[str, str]) -> None:
    for name in ("exp", "iat", "nbf"):
        whole = {"sub": "tess", "iat": time.time(), "exp": time.time() + 60, "nbf": 0}
        for value in ("null", "[]", "{}", "1e999", "-1e999", "NaN", '"soon"'):
            claims = json.dumps(whole | {name: "PLACE"}).replace('"PLACE"', value)
            assert_refused(service, signed(b'{"alg":"HS256"}', claims.encode()))
    for name in ("iat", "nbf"):
        assert_refused(service, token_with(**{name: int("9" * 400)}))
    for claims in (b"", b"null", b"[]", b'"x"', b"{", b"\xff", b"1", b'{"sub": "tess"}'):
        assert_refused(service, signed(b'{"alg":"HS256"}', claims))
    for header in (b"", b"null", b"[]", b'"x"', b"{", b"\xff", b"1", b"{}"):
        assert_refused(service, signed(header, b'{"sub": "tess"}'))


def test_23_a_token_of_nobody_is_refused(service: TestClient, tess: dict[str, str]) -> None:
    user_id = service.get("/users/me", headers=tess).json()["id"]
    for subject in (user_id, str(user_id), "", "nobody", "tess\0", " tess", [], {}, True, "\ud800"):
        assert_refused(service, token_with(sub=subject))


def test_24_the_token_of_a_deleted_user_is_refused_also_when_the_name_is_taken_again(
    service: TestClient,
) -> None:
    old = sign_up(service, "ana_24")
    assert service.get("/users/me", headers=old).status_code == 200
    assert service.delete("/users/me", headers=old).status_code == 204
    assert_refused(service, old["Authorization"].removeprefix("Bearer "))
    new = sign_up(service, "ana_24")
    assert service.get("/users/me", headers=new).status_code == 200
    assert_refused(service, old["Authorization"].removeprefix("Bearer "))


def test_26_an_overlong_token_is_refused_before_it_is_decoded(
    service: TestClient, tess: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nested = signed(b'{"alg":' + b"[" * 1000 + b"]" * 1000 + b"}", b"{}")
    assert len(nested) > 2048
    decoded: list[str] = []
    decode = jwt.decode

    def counted(token: str, *args: Any, **options: Any) -> Any:
        decoded.append(token)
        return decode(token, *args, **options)

    monkeypatch.setattr(jwt, "decode", counted)
    genuine = {"sub": "tess", "iat": time.time(), "exp": time.time() + 60, "more": "x" * 2048}
    too_long = jwt.encode(genuine, SECRET_KEY)
    assert_refused(service, nested, "x" * 60_000, "x" * 2_000_000, too_long)
    assert decoded == []
    assert_refused(service, signed(b"[" * 700 + b"]" * 700, b"{}"))
    assert len(decoded) == 1


def raw_answer(url: str, head: bytes) -> tuple[int, bytes]:
    """The status and the body that a real server answers to these bytes; 0 where it hangs up."""
    address = httpx.URL(url)
    received = b""
    with socket.create_connection((address.host, address.port or 80), timeout=30) as connection:
        try:
            connection.sendall(head)
            while chunk := connection.recv(65_536):
                received += chunk
        except ConnectionError:
            pass
    if not received:
        return 0, b""
    start, _, body = received.partition(b"\r\n\r\n")
    return int(start.split()[1]), body


def test_26_an_overlong_token_does_not_stop_a_real_server(server: Server) -> None:
    request = b"GET /users/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
    status, body = raw_answer(server.url, request + b"x" * 3000 + b"\r\n\r\n")
    assert (status, json.loads(body)) == (401, REFUSAL)
    for size in (60_000, 2_000_000):  # uvicorn itself refuses headers of such a size
        status, _ = raw_answer(server.url, request + b"x" * size + b"\r\n\r\n")
        assert status in {0, 400, 401}
        assert httpx.get(f"{server.url}/health").json() == {"status": "ok"}


def test_27_an_empty_doubled_or_garbled_authorization_header_is_refused(server: Server) -> None:
    with server.client() as client:
        good = sign_up(client, f"ana_27_{hashlib.sha256(server.url.encode()).hexdigest()[:6]}")
        assert client.get("/users/me", headers=good).status_code == 200
    line = b"Authorization: " + good["Authorization"].encode() + b"\r\n"
    token = good["Authorization"].removeprefix("Bearer ").encode()
    for headers in (
        b"",
        b"Authorization:\r\n",
        b"Authorization: Bearer\r\n",
        b"Authorization: Bearer \t \r\n",
        b"Authorization: " + token + b"\r\n",
        b"Authorization: Basic " + token + b"\r\n",
        b"Authorization: Bearer Bearer " + token + b"\r\n",
        b"Authorization: Bearer " + token + b", Bearer " + token + b"\r\n",
        b"Authorization: Bearer \xff\xfe\xe4\r\n",
        b"Authorization: \xc3\xa4 " + token + b"\r\n",
        line + line,
        line + b"Authorization: Bearer x\r\n",
        b"Authorization: Bearer x\r\n" + line,
    ):
        head = b"GET /users/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + b"\r\n"
        status, body = raw_answer(server.url, head)
        assert (status, json.loads(body)) == (401, REFUSAL), headers
