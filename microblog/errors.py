"""What can go wrong, and how HTTP says it."""

import json
import logging
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.routing import Match

logger = logging.getLogger(__name__)


class MicroblogError(Exception):
    """A request that cannot be granted; `detail` tells the client why."""

    status_code: ClassVar[int] = 400

    def __init__(self, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.headers = headers


class NotFound(MicroblogError):
    status_code = 404


class Conflict(MicroblogError):
    status_code = 409


class NotPermitted(MicroblogError):
    status_code = 403


class Unauthorized(MicroblogError):
    status_code = 401

    def __init__(self, detail: str) -> None:
        super().__init__(detail, {"WWW-Authenticate": "Bearer"})


class TooManyRequests(MicroblogError):
    status_code = 429

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail, {"Retry-After": str(seconds)})


class Problem(BaseModel):
    """Every error answer: what is wrong, and for a field also which one."""

    detail: str | list[dict[str, Any]]


def answers(*status_codes: int) -> dict[int | str, dict[str, Any]]:
    """For the documentation: an endpoint may answer with these errors."""
    return {code: {"model": Problem} for code in status_codes}


class AsciiJSONResponse(JSONResponse):
    """JSON that can name any character that came in, lone surrogates too."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, separators=(",", ":")).encode("ascii")


async def refuse(request: Request, error: MicroblogError) -> Response:
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


async def point_out(request: Request, error: RequestValidationError) -> Response:
    """Where and what is wrong, without the input: it may hold a password."""
    detail = []
    for problem in error.errors():
        message = problem["msg"].removeprefix("Value error, ")
        detail.append({"type": problem["type"], "loc": problem["loc"], "msg": message})
    return AsciiJSONResponse({"detail": detail}, 422)


async def name_methods(request: Request, error: HTTPException) -> Response:
    """The framework names the methods of one route, but a path may have several."""
    scope = {key: request.scope[key] for key in ("type", "path", "root_path")}
    found = [
        method
        for method in ("GET", "POST", "PUT", "DELETE")
        for route in request.app.routes
        if route.matches(scope | {"method": method})[0] == Match.FULL
    ]
    return JSONResponse({"detail": error.detail}, 405, {"Allow": ", ".join(found)})


async def ask_to_wait(request: Request, error: Exception) -> Response:
    logger.error("%s: %s", type(error).__name__, error)
    detail = "The database does not answer. Try again in a moment."
    return JSONResponse({"detail": detail}, 503, {"Retry-After": "5"})


ERROR_HANDLERS: dict[int | type[Exception], Callable[..., Coroutine[Any, Any, Response]]] = {
    MicroblogError: refuse,
    RequestValidationError: point_out,
    405: name_methods,
    OperationalError: ask_to_wait,
    InterfaceError: ask_to_wait,
    PoolTimeout: ask_to_wait,
}
