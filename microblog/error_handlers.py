"""How HTTP says what went wrong: a status, a JSON body `{"detail": …}`, and headers."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.routing import Match

from microblog.errors import (
    Conflict,
    MicroblogError,
    NotFound,
    NotPermitted,
    TooManyRequests,
    Unauthorized,
)

logger = logging.getLogger(__name__)
STATUS_CODES: dict[type[MicroblogError], int] = {
    MicroblogError: 400,
    Unauthorized: 401,
    NotPermitted: 403,
    NotFound: 404,
    Conflict: 409,
    TooManyRequests: 429,
}


async def handle_microblog_error(request: Request, error: MicroblogError) -> Response:
    headers = {}
    if isinstance(error, Unauthorized):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooManyRequests):
        headers["Retry-After"] = str(error.seconds)
    return JSONResponse({"detail": error.detail}, STATUS_CODES[type(error)], headers)


async def handle_invalid_request(request: Request, error: RequestValidationError) -> Response:
    """Where and what is wrong, without the input: it may hold a password."""
    detail = []
    for problem in error.errors():
        message = problem["msg"].removeprefix("Value error, ")
        detail.append({"type": problem["type"], "loc": problem["loc"], "msg": message})
    return JSONResponse({"detail": detail}, 422)


async def handle_wrong_method(request: Request, error: HTTPException) -> Response:
    """The framework lists the methods of one route, but a path may have several routes."""
    scope = {key: request.scope[key] for key in ("type", "path", "root_path")}
    found = [
        method
        for method in ("GET", "POST", "PUT", "DELETE")
        for route in request.app.routes
        if route.matches(scope | {"method": method})[0] == Match.FULL
    ]
    if "GET" in found:
        found.insert(1, "HEAD")
    return JSONResponse({"detail": error.detail}, 405, {"Allow": ", ".join(found)})


async def handle_database_failure(request: Request, error: Exception) -> Response:
    logger.error("%s: %s", type(error).__name__, error)
    detail = "The database does not answer. Try again in a moment."
    return JSONResponse({"detail": detail}, 503, {"Retry-After": "5"})


ERROR_HANDLERS: dict[int | type[Exception], Callable[..., Coroutine[Any, Any, Response]]] = {
    MicroblogError: handle_microblog_error,
    RequestValidationError: handle_invalid_request,
    405: handle_wrong_method,
    OperationalError: handle_database_failure,
    InterfaceError: handle_database_failure,
    PoolTimeout: handle_database_failure,
}
