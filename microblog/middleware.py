"""What surrounds every request: a limit on its body, an id, a log line, a plain 500, HEAD."""

import logging
import time
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 64 * 1024  # bytes
logger = logging.getLogger("microblog.requests")


def failure_response(request_id: str) -> JSONResponse:
    detail = f"The service failed. Its log says why, under {request_id}."
    return JSONResponse({"detail": detail}, 500)


class RequestLog:
    """Gives each request an id, for the log and for the answer's `X-Request-ID`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request_id, status, started = uuid4().hex, 0, time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception:
            logger.exception("%s failed", request_id)
            if status:  # too late for another answer
                raise
            await failure_response(request_id)(scope, receive, send_with_headers)
        ms = 1000 * (time.perf_counter() - started)
        logger.info("%s %s %r %d %.1f ms", request_id, scope["method"], scope["path"], status, ms)


class HeadAsGet:
    """Answers HEAD as GET without the body, on every path that has a GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            return await self.app(scope, receive, send)

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_without_body)


class BodyLimit:
    """Stops reading a body that is too large, before anything parses it.

    FastAPI's `max_body_size` answers in plain text, and sees a large `Content-Length` only after
    an endpoint that reads no body has done its work.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        size = 0

        async def receive_within_limit() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > LARGEST_BODY:
                raise HTTPException(413, f"A body has at most {LARGEST_BODY:,} bytes.")
            return message

        await self.app(scope, receive_within_limit, send)
