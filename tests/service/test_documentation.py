"""What the OpenAPI document promises to generated clients."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from microblog import documentation
from microblog.routes import auth, posts, users

Operations = dict[Any, dict[str, Any]]


def parts_of(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the document, at any depth."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from parts_of(part)


def names_and_schemas(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named value that goes in or out: parameters, and fields of bodies."""
    for part in parts_of(document):
        if "in" in part and "name" in part:
            yield part["name"], part["schema"]
        yield from part.get("properties", {}).items()


def test_the_service_introduces_itself(document: dict[str, Any]) -> None:
    info = document["info"]
    assert info["title"] == "microblog"
    assert info["contact"] == documentation.CONTACT
    assert info["license"] == documentation.LICENSE
    assert "Authorization: Bearer" in info["description"]


def test_every_operation_is_explained(operations: Operations) -> None:
    for operation in operations.values():
        assert operation["summary"].strip()
        assert operation["description"].strip().endswith(".")


def test_operations_are_called_as_their_functions(operations: Operations) -> None:
    ids = [operation["operationId"] for operation in operations.values()]
    assert len(ids) == len(set(ids)) == 23
    functions = vars(auth) | vars(posts) | vars(users)
    assert [name for name in ids if name not in functions] == ["read_health"]


def test_tags_are_declared_and_explained(document: dict[str, Any], operations: Operations) -> None:
    declared = {tag["name"]: tag["description"] for tag in document["tags"]}
    used = {tag for operation in operations.values() for tag in operation["tags"]}
    assert declared.keys() == used == {"users", "log in", "posts", "health"}
    assert all(description.endswith(".") for description in declared.values())
    assert all(len(operation["tags"]) == 1 for operation in operations.values())


def test_every_operation_says_whether_it_is_public(operations: Operations) -> None:
    said = [operation["security"] for operation in operations.values()]
    assert said.count([]) == 11
    assert said.count([{"OAuth2PasswordBearer": []}]) == 12


def test_ids_and_counts_have_64_bits(document: dict[str, Any]) -> None:
    """A client that reserves 32 overflows, in Java, C#, Kotlin, Rust and Go."""
    found = {
        name: schema.get("format")
        for name, schema in names_and_schemas(document)
        if schema.get("type") == "integer" and name != "limit"
    }
    assert found.keys() == {
        "post_id",
        "before_id",
        "offset",
        "id",
        "owner_id",
        "posts_count",
        "followers_count",
        "following_count",
        "likes_count",
        "retweets_count",
    }
    assert set(found.values()) == {"int64"}


def test_a_default_is_something_that_a_client_could_have_sent(document: dict[str, Any]) -> None:
    defaults = {
        name: schema["default"]
        for name, schema in names_and_schemas(document)
        if "default" in schema
    }
    constants = {"status": "ok", "token_type": "bearer"}
    assert defaults == constants | {"limit": 20, "offset": 0, "before_id": 0, "scope": ""}


def test_the_page_without_a_default_begins_at_the_newest_row(
    operations: Operations,
) -> None:
    before = {
        (path, parameter["name"]): parameter
        for (_, path), operation in operations.items()
        for parameter in operation.get("parameters", [])
        if parameter["name"].startswith("before")
    }
    assert len(before) == 2 * 4 + 2
    for parameter in before.values():
        assert parameter["required"] is False
        assert parameter["description"].startswith(("only", "and of this moment, only"))


def test_headers_are_documented_where_they_are_sent(operations: Operations) -> None:
    for (method, path), operation in operations.items():
        for status, response in operation["responses"].items():
            expected = {"X-Request-ID"}
            if (method, status) == ("GET", "200") and path.endswith("/"):
                expected |= {"Link"}
            if status == "201":
                expected |= {"Location"}
            if status in {"429", "503"}:
                expected |= {"Retry-After"}
            if status == "401":
                expected |= {"WWW-Authenticate"}
            assert response["headers"].keys() == expected, (method, path, status)
            for header in response["headers"].values():
                assert header["description"].endswith(".")
                assert header["schema"]["type"] in {"string", "integer"}


def test_the_document_is_made_once(client: TestClient) -> None:
    app: Any = client.app
    served = client.get("/openapi.json").json()
    assert app.openapi() is app.openapi()
    assert client.get("/openapi.json").json() == served


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_the_documentation_pages_need_no_other_host(client: TestClient, page: str) -> None:
    html = client.get(page).text
    assert re.findall(r"""["'(=]\s*(?:https?:)?//""", html) == []
    files = re.findall(r'(?:src|href)="(/[^"]+)"', html)
    assert len(files) >= 2
    for file in files:
        assert client.get(file).status_code == 200
