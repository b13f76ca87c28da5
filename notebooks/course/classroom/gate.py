"""Stands before the service: what nobody may do in a class, and how often one may do the rest."""

import math
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from course.classroom.room import Room
from microblog.config import Settings
from microblog.security import InvalidToken, decode_access_token
from microblog.throttle import FAILURES_PER_NAME, LoginThrottle

POSTS = RateLimitItemPerMinute(12)  # by one learner
WRITES = RateLimitItemPerMinute(120)
REQUESTS = RateLimitItemPerMinute(900)
JOINS = RateLimitItemPerMinute(120)  # by one address, behind which the whole room may be
ANONYMOUS = RateLimitItemPerMinute(6000)

Limits = list[tuple[RateLimitItem, str]]  # each with whom it counts
READING = ("GET", "HEAD", "OPTIONS")
LOGGING_IN = ("/token", "/login")
REFUSED = {
    ("POST", "/users/"): "In a class, join() registers you, under a name that it makes up.",
    ("PUT", "/users/me/password"): "In a class, passwords are made up and thrown away. Keep yours.",
}
FROZEN = "The instructor has frozen the class: you can read, and write again in a moment."
TOO_MANY = "That was too much in one minute. Wait {seconds} seconds."


class ClassThrottle(LoginThrottle):
    """Counts failed logins per address and name alone: all of a room may share one address."""

    def seconds_to_wait(self, address: str, username: str) -> int:
        return self._wait(FAILURES_PER_NAME, address, username.casefold())


class Gate:
    """Refuses before the service sees the request."""

    def __init__(self, app: ASGIApp, room: Room, settings: Settings) -> None:
        self.app = app
        self.room = room
        self.settings = settings
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (refusal := self.refusal(Request(scope))):
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def refusal(self, request: Request) -> JSONResponse | None:
        method, path = request.method, request.url.path
        learner = self.learner(request)
        address = request.client.host if request.client else ""
        limits: Limits = [(REQUESTS, learner) if learner else (ANONYMOUS, address)]
        if path == "/class/join":
            limits.append((JOINS, address))
        elif method not in READING and not path.startswith("/class/"):
            if detail := REFUSED.get((method, path)):
                return JSONResponse({"detail": detail}, 403)
            if self.room.frozen and path not in LOGGING_IN:
                return JSONResponse({"detail": FROZEN}, 423)
            limits.append((WRITES, learner or address))
            if (method, path) == ("POST", "/posts/"):
                limits.append((POSTS, learner or address))
        return self.too_many(limits)

    def learner(self, request: Request) -> str | None:
        """The name in the request's token, whether or not its account still exists."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        try:
            return decode_access_token(token, self.settings).username if scheme else None
        except InvalidToken:
            return None

    def too_many(self, limits: Limits) -> JSONResponse | None:
        for limit, who in limits:
            if not self.limiter.hit(limit, str(limit), who):
                reset_time, _ = self.limiter.get_window_stats(limit, str(limit), who)
                seconds = max(1, math.ceil(reset_time - time.time()))
                detail = TOO_MANY.format(seconds=seconds)
                return JSONResponse({"detail": detail}, 429, {"Retry-After": str(seconds)})
        return None
