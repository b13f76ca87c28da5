"""What the OpenAPI document says beyond what FastAPI reads from the routes."""

from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from microblog.schemas import Problem

TAGS = [
    {"name": "users", "description": "Registration, profiles, and who follows whom."},
    {"name": "log in", "description": "A password for a token."},
    {"name": "posts", "description": "Posts, likes, retweets, and the timeline."},
    {"name": "health", "description": "Whether the service works."},
]
DESCRIPTION = """Register with `POST /users/`, get a token from `POST /token` or `POST /login`, and
send it as `Authorization: Bearer …`. Lists are newest first; the `Link` header of a page points to
the next one."""
CONTACT = {"name": "The microblog authors"}
LICENSE = {"name": "MIT", "identifier": "MIT"}


def header(description: str, kind: str = "string") -> dict[str, Any]:
    return {"description": description, "schema": {"type": kind}}


REQUEST_ID = {"X-Request-ID": header("The id under which the log speaks of this request.")}
RETRY_AFTER = {"Retry-After": header("Seconds to wait before the next try.", "integer")}
NEXT_LINK = {"Link": header('The next page: `<URL>; rel="next"`. Missing on the last page.')}
LOCATION = {"Location": header("The URL of what was created.")}
AUTHENTICATE = {"WWW-Authenticate": header("How to authenticate: `Bearer`.")}
ERROR_HEADERS = {401: AUTHENTICATE, 429: RETRY_AFTER, 503: RETRY_AFTER}

Responses = dict[int | str, dict[str, Any]]


def error_responses(*status_codes: int) -> Responses:
    """For the documentation: an endpoint may answer with these errors."""
    return {
        code: {"model": Problem, "headers": ERROR_HEADERS.get(code, {})} for code in status_codes
    }


def list_responses(*status_codes: int) -> Responses:
    """A page of a list, with the link to the next one, or one of these errors."""
    return error_responses(422, *status_codes) | {200: {"headers": NEXT_LINK}}


def created_responses(*status_codes: int) -> Responses:
    """What was created, and where it is, or one of these errors."""
    return error_responses(*status_codes) | {201: {"headers": LOCATION}}


def operation_id(route: APIRoute) -> str:
    """What a generated client calls the operation: the name of the function."""
    return route.name


def add_what_all_share(document: dict[str, Any]) -> None:
    """Say which operations are public, and that every answer has an `X-Request-ID`."""
    for operations in document["paths"].values():
        for operation in operations.values():
            operation.setdefault("security", [])
            for response in operation["responses"].values():
                response["headers"] = response.get("headers", {}) | REQUEST_ID


def document(app: FastAPI) -> None:
    """Give the application a document that says all of this, made when it is first asked for."""
    document_of_routes = app.openapi

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            add_what_all_share(document_of_routes())
        return document_of_routes()

    app.openapi = openapi  # type: ignore[method-assign]
