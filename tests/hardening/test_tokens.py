"""17 to 27 and 61: tokens. Every token that is not in force gets the same 401."""

import base64
import hashlib
import hmac
import json
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jose import jwt
from sqlalchemy import Engine, select

from hardening.servers import SECRET_KEY, Server, sign_up
from microblog.models import User
from microblog.security import fingerprint

REFUSAL = {"detail": "Log in first: this needs a valid token."}
OWN_HEADER = b'{"alg": "HS256", "typ": "JWT"}'


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def signed(header: bytes, claims: bytes, key: str = SECRET_KEY, digest: str = "sha256") -> str:
    """A token made by hand: any header and any claims, with a genuine signature."""
    message = f"{encoded(header)}.{encoded(claims)}"
    return f"{message}.{encoded(hmac.digest(key.encode(), message.encode(), digest))}"


@dataclass(frozen=True)
class Forger:
    """Makes tokens of the user `tess` by hand, each good but for what it is told to change."""

    fingerprint: str

    def claims(self, **changed: Any) -> dict[str, Any]:
        """The claims of a good token with these changed; None leaves a claim out."""
        now = time.time()
        whole = {"sub": "tess", "iat": now, "exp": now + 60, "fingerprint": self.fingerprint}
        return {name: value for name, value in (whole | changed).items() if value is not None}

    def token(self, header: dict[str, Any] | None = None, **changed: Any) -> str:
        head = {"alg": "HS256", "typ": "JWT"} | (header or {})
        return signed(json.dumps(head).encode(), json.dumps(self.claims(**changed)).encode())

    def token_with_raw(self, claim: str, value: str) -> str:
        """A token in which a claim has a value that only JSON text can write."""
        claims = json.dumps(self.claims(**{claim: "PLACE"})).replace('"PLACE"', value)
        return signed(OWN_HEADER, claims.encode())


Forge = Callable[[Forger], str]


@pytest.fixture(scope="session")
def forger(shared_app: FastAPI, shared_client: TestClient, database: Engine) -> Forger:
    sign_up(shared_client, "tess")
    with database.connect() as connection:
        of_tess = select(User.hashed_password).where(User.username == "tess")
        hashed = connection.scalars(of_tess).one()
    return Forger(fingerprint(hashed, shared_app.state.settings))


def assert_refused(service: TestClient, token: str) -> None:
    answer = service.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()) == (401, REFUSAL)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_17_a_token_made_by_hand_is_good_as_long_as_nothing_is_changed(
    service: TestClient, forger: Forger
) -> None:
    claims = json.dumps(forger.claims()).encode()
    nothing_changed = [
        forger.token(),
        forger.token_with_raw("sub", '"tess"'),
        signed(OWN_HEADER, claims),
        signed(b'{"alg":"HS256"}', claims),
        jwt.encode(forger.claims(), SECRET_KEY, algorithm="HS256"),
    ]
    for token in nothing_changed:
        answer = service.get("/users/me", headers={"Authorization": f"Bearer {token}"})
        assert answer.json()["username"] == "tess"


@pytest.mark.parametrize(
    "algorithm", ["none", "None", "RS256", "HS512", "", ["HS256"], 256, None, {}, True], ids=str
)
def test_17_an_algorithm_other_than_the_own_one_is_refused(
    service: TestClient, forger: Forger, algorithm: Any
) -> None:
    assert_refused(service, forger.token({"alg": algorithm}))


@pytest.mark.parametrize("end", ["", "."])
def test_17_a_token_without_a_signature_is_refused(
    service: TestClient, forger: Forger, end: str
) -> None:
    assert_refused(service, forger.token({"alg": "none"}).rpartition(".")[0] + end)


def test_17_a_longer_signature_by_the_same_key_is_refused(
    service: TestClient, forger: Forger
) -> None:
    assert_refused(service, jwt.encode(forger.claims(), SECRET_KEY, algorithm="HS384"))


def test_18_a_token_signed_by_another_key_is_refused(service: TestClient, forger: Forger) -> None:
    assert_refused(service, signed(OWN_HEADER, json.dumps(forger.claims()).encode(), "x" * 32))


def flipped(signature: str) -> str:
    return ("A" if signature[0] != "A" else "B") + signature[1:]


@pytest.mark.parametrize(
    "change",
    [
        lambda header, claims, signature, other: f"{header}.{claims}.{flipped(signature)}",
        lambda header, claims, signature, other: f"{header}.{other}.{signature}",
        lambda header, claims, signature, other: f"{header}.{claims}.",
        lambda header, claims, signature, other: f"{header}.{claims}",
        lambda header, claims, signature, other: f"{header}.{claims}.{signature}.{signature}",
    ],
    ids=["signature", "claims", "empty signature", "no signature", "two signatures"],
)
def test_18_a_token_that_was_changed_is_refused(
    service: TestClient, forger: Forger, change: Callable[..., str]
) -> None:
    other_claims = forger.token(sub="ana").split(".")[1]
    assert_refused(service, change(*forger.token().split("."), other_claims))


ATTACKERS_KEY = "a key of the attacker's own, 32 bytes"


@pytest.mark.parametrize(
    "extra",
    [
        {"jwk": {"kty": "oct", "k": encoded(ATTACKERS_KEY.encode())}},
        {"kid": "../../dev/null"},
        {"jku": "http://127.0.0.1:9/"},
    ],
    ids=lambda extra: next(iter(extra)),
)
@pytest.mark.parametrize("key", [ATTACKERS_KEY, ""], ids=["own key", "empty key"])
def test_18_a_token_that_brings_its_own_key_is_refused(
    service: TestClient, forger: Forger, extra: dict[str, Any], key: str
) -> None:
    head = json.dumps({"alg": "HS256", "typ": "JWT"} | extra).encode()
    assert_refused(service, signed(head, json.dumps(forger.claims()).encode(), key))


@pytest.mark.parametrize(
    "exp", [lambda now: now - 1, lambda now: 0, lambda now: -1], ids=["just", "1970", "before"]
)
def test_19_an_expired_token_is_refused(
    service: TestClient, forger: Forger, exp: Callable[[float], float]
) -> None:
    assert_refused(service, forger.token(exp=exp(time.time())))


@pytest.mark.parametrize("claim", ["nbf", "iat"])
def test_20_a_token_from_the_future_is_refused(
    service: TestClient, forger: Forger, claim: str
) -> None:
    later = time.time() + 3600
    claims: dict[str, Any] = {"exp": later + 60, claim: later}
    assert_refused(service, forger.token(**claims))


@pytest.mark.parametrize("claim", ["exp", "sub", "iat", "fingerprint"])
def test_21_a_token_without_one_of_its_claims_is_refused(
    service: TestClient, forger: Forger, claim: str
) -> None:
    assert_refused(service, forger.token(**{claim: None}))


NOT_A_MOMENT = ["null", "[]", "{}", "1e999", "-1e999", "NaN", '"soon"']
FAR_FUTURE = "9" * 400  # good for `exp` alone


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        *[("exp", value) for value in NOT_A_MOMENT],
        *[("iat", value) for value in [*NOT_A_MOMENT, FAR_FUTURE]],
        *[("nbf", value) for value in [*NOT_A_MOMENT, FAR_FUTURE]],
    ],
    ids=lambda text: text[:9],
)
def test_22_a_moment_of_the_wrong_kind_is_refused(
    service: TestClient, forger: Forger, claim: str, value: str
) -> None:
    assert_refused(service, forger.token_with_raw(claim, value))


NOT_CLAIMS = [b"", b"null", b"[]", b'"x"', b"{", b"\xff", b"1", b'{"sub": "tess"}']
NOT_A_HEADER = [b"", b"null", b"[]", b'"x"', b"{", b"\xff", b"1", b"{}"]


@pytest.mark.parametrize("claims", NOT_CLAIMS, ids=str)
def test_22_claims_that_are_none_are_refused(service: TestClient, claims: bytes) -> None:
    assert_refused(service, signed(OWN_HEADER, claims))


@pytest.mark.parametrize("header", NOT_A_HEADER, ids=str)
def test_22_a_header_that_is_none_is_refused(
    service: TestClient, forger: Forger, header: bytes
) -> None:
    assert_refused(service, signed(header, json.dumps(forger.claims()).encode()))


@pytest.mark.parametrize(
    "subject", [1, "1", "", "nobody", "tess\0", " tess", [], {}, True, "\ud800"], ids=ascii
)
def test_23_a_token_of_nobody_is_refused(service: TestClient, forger: Forger, subject: Any) -> None:
    assert_refused(service, forger.token(sub=subject))


def test_23_an_id_is_no_subject(service: TestClient, forger: Forger) -> None:
    user_id = service.get("/users/tess").json()["id"]
    assert_refused(service, forger.token(sub=str(user_id)))


@pytest.mark.parametrize(
    "value", ["", "x", "0" * 32, "é", "\ud800", 0, True, [], {}, ["x"]], ids=ascii
)
def test_61_a_token_for_another_password_is_refused(
    service: TestClient, forger: Forger, value: Any
) -> None:
    assert_refused(service, forger.token(fingerprint=value))


def test_61_the_fingerprint_of_another_user_is_refused(
    service: TestClient, forger: Forger, ana: dict[str, str]
) -> None:
    of_ana = jwt.get_unverified_claims(ana["Authorization"].removeprefix("Bearer "))
    assert_refused(service, forger.token(fingerprint=of_ana["fingerprint"]))


def test_61_nothing_of_the_hash_shows_in_a_token(
    service: TestClient, database: Engine, ana: dict[str, str]
) -> None:
    username = service.get("/users/me", headers=ana).json()["username"]
    with database.connect() as connection:
        of_ana = select(User.hashed_password).where(User.username == username)
        hashed = connection.scalars(of_ana).one()
    token = ana["Authorization"].removeprefix("Bearer ")
    shown = json.dumps([jwt.get_unverified_header(token), jwt.get_unverified_claims(token)])
    made_without_the_key = [
        digest(form.encode()).hexdigest()
        for digest in (hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512)
        for form in (hashed, f"password hash {hashed}", hashed[7:], hashed[29:])
    ]
    parts = [hashed[start : start + 6] for start in range(len(hashed) - 5)]
    for leak in [*parts, *(digest[:16] for digest in made_without_the_key)]:
        assert leak not in shown


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


NESTED = signed(b'{"alg":' + b"[" * 1000 + b"]" * 1000 + b"}", b"{}")
TOO_LONG: dict[str, Forge] = {
    "nested": lambda forger: NESTED,
    "60 KB": lambda forger: "x" * 60_000,
    "2 MB": lambda forger: "x" * 2_000_000,
    "genuine": lambda forger: forger.token(more="x" * 2048),
}


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tokens that the library was given to decode."""
    tokens: list[str] = []
    decode = jwt.decode

    def counted(token: str, *args: Any, **options: Any) -> Any:
        tokens.append(token)
        return decode(token, *args, **options)

    monkeypatch.setattr(jwt, "decode", counted)
    return tokens


@pytest.mark.parametrize("forge", TOO_LONG.values(), ids=TOO_LONG.keys())
def test_26_an_overlong_token_is_refused_before_it_is_decoded(
    service: TestClient, forger: Forger, decoded: list[str], forge: Forge
) -> None:
    token = forge(forger)
    assert len(token) > 2048
    assert_refused(service, token)
    assert decoded == []


def test_26_a_nested_token_within_the_limit_is_refused_when_it_is_decoded(
    service: TestClient, decoded: list[str]
) -> None:
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


@pytest.fixture(scope="session")
def bearer(server: Server) -> str:
    """What the header `Authorization` says for a good token."""
    with server.client() as client:
        name = f"ana_27_{hashlib.sha256(server.url.encode()).hexdigest()[:6]}"
        good = sign_up(client, name)
        assert client.get("/users/me", headers=good).status_code == 200
    return good["Authorization"]


@pytest.mark.parametrize(
    "headers",
    [
        b"",
        b"Authorization:\r\n",
        b"Authorization: Bearer\r\n",
        b"Authorization: Bearer \t \r\n",
        b"Authorization: TOKEN\r\n",
        b"Authorization: Basic TOKEN\r\n",
        b"Authorization: Bearer Bearer TOKEN\r\n",
        b"Authorization: Bearer TOKEN, Bearer TOKEN\r\n",
        b"Authorization: Bearer \xff\xfe\xe4\r\n",
        b"Authorization: \xc3\xa4 TOKEN\r\n",
        b"Authorization: Bearer TOKEN\r\nAuthorization: Bearer TOKEN\r\n",
        b"Authorization: Bearer TOKEN\r\nAuthorization: Bearer x\r\n",
        b"Authorization: Bearer x\r\nAuthorization: Bearer TOKEN\r\n",
    ],
    ids=str,
)
def test_27_an_empty_doubled_or_garbled_authorization_header_is_refused(
    server: Server, bearer: str, headers: bytes
) -> None:
    headers = headers.replace(b"TOKEN", bearer.removeprefix("Bearer ").encode())
    head = b"GET /users/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + b"\r\n"
    status, body = raw_answer(server.url, head)
    assert (status, json.loads(body)) == (401, REFUSAL)
