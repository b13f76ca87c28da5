"""A service of ten routes in Starlette, without FastAPI, Pydantic or SQLAlchemy.

It keeps everything in dicts, so with two workers it would be two services.
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
from datetime import UTC, datetime
from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Row = dict[str, Any]


class Store:
    def __init__(self) -> None:
        self.users: dict[str, Row] = {}
        self.posts: list[Row] = []
        self.likes: set[tuple[int, int]] = set()
        self.numbers = count(1)
        self.key = secrets.token_bytes(32)


def now() -> str:
    return datetime.now(UTC).isoformat()


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(store: Store, text: str) -> str:
    return encoded(hmac.new(store.key, text.encode(), hashlib.sha256).digest())


def token_for(store: Store, username: str) -> str:
    claims = {"sub": username, "iat": time.time(), "exp": time.time() + 1800}
    parts = ({"alg": "HS256", "typ": "JWT"}, claims)
    text = ".".join(encoded(json.dumps(part).encode()) for part in parts)
    return f"{text}.{signed(store, text)}"


def current_user(request: Request) -> Row:
    store: Store = request.app.state.store
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    text, _, signature = token.rpartition(".")
    if scheme == "Bearer" and hmac.compare_digest(signature, signed(store, text)):
        claims = text.partition(".")[2]
        name = json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]
        return store.users[name.casefold()]
    raise HTTPException(401, "Log in first.", {"WWW-Authenticate": "Bearer"})


def whole(request: Request, name: str, default: int, smallest: int, largest: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isascii() or not text.isdigit() or not smallest <= int(text) <= largest:
        raise HTTPException(422, f"{name} is from {smallest} to {largest}")
    return int(text)


async def fields(request: Request, *names: str) -> list[str]:
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        raise HTTPException(422, "not JSON") from None
    if not isinstance(body, dict) or set(body) != set(names):
        raise HTTPException(422, f"needs {', '.join(names)} and nothing else")
    values = [body[name] for name in names]
    if not all(isinstance(value, str) and value.strip().isprintable() for value in values):
        raise HTTPException(422, "needs text to read")
    return [value.strip() for value in values]


def hashed(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2, r=1, p=1)


async def health(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def list_posts(request: Request) -> Response:
    limit = whole(request, "limit", 20, 1, 100)
    offset = whole(request, "offset", 0, 0, 2**63)
    newest = request.app.state.store.posts[::-1]
    answer = JSONResponse(newest[offset : offset + limit])
    if len(newest) > offset + limit:
        url = request.url.include_query_params(offset=offset + limit)
        answer.headers["Link"] = f'<{url}>; rel="next"'
    return answer


async def read_post(request: Request) -> Response:
    return JSONResponse(found_post(request))


def found_post(request: Request) -> Row:
    text = request.path_params["id"]
    if not text.isascii() or not text.isdigit():
        raise HTTPException(422, "an id is digits")
    for post in request.app.state.store.posts:
        if post["id"] == int(text):
            return dict(post)
    raise HTTPException(404, "There is no such post.")


async def list_posts_with_counts(request: Request) -> Response:
    store: Store = request.app.state.store
    page = store.posts[::-1][: whole(request, "limit", 20, 1, 100)]
    liked = [post_id for _, post_id in store.likes]
    return JSONResponse(
        [post | {"likes_count": liked.count(post["id"]), "retweets_count": 0} for post in page]
    )


async def register(request: Request) -> Response:
    store: Store = request.app.state.store
    username, email, password = await fields(request, "username", "email", "password")
    valid = username.isascii() and username.isidentifier() and 3 <= len(username) <= 30
    if not valid or email[:-1].count("@") != 1 or not 8 <= len(password.encode()) <= 72:
        raise HTTPException(422, "not a valid user")
    taken = {user["email"] for user in store.users.values()}
    if username.casefold() in store.users or email.casefold() in taken:
        raise HTTPException(409, "taken")
    salt = secrets.token_bytes(16)
    public = {"id": next(store.numbers), "username": username, "created_at": now()}
    private = {"email": email.casefold(), "salt": salt, "hash": hashed(password, salt)}
    store.users[username.casefold()] = public | private
    return JSONResponse(public, 201, {"Location": f"/users/{username}"})


async def log_in(request: Request) -> Response:
    store: Store = request.app.state.store
    if request.url.path == "/login":
        username, password = await fields(request, "username", "password")
    else:
        form = await request.form()
        if not {"username", "password"} <= set(form):
            raise HTTPException(422, "needs username and password")
        username, password = str(form["username"]), str(form["password"])
    user = store.users.get(username.casefold())
    if user is None or hashed(password, user["salt"]) != user["hash"]:
        raise HTTPException(401, "Wrong username or password.")
    token = token_for(store, user["username"])
    return JSONResponse({"access_token": token, "token_type": "bearer"})


async def read_me(request: Request) -> Response:
    user = current_user(request)
    names = ("id", "username", "email", "created_at")
    return JSONResponse({name: user[name] for name in names})


async def write_post(request: Request) -> Response:
    user = current_user(request)
    (content,) = await fields(request, "content")
    if not 1 <= len(content) <= 280:
        raise HTTPException(422, "1 to 280 characters")
    post = {"id": next(request.app.state.store.numbers), "content": content, "timestamp": now()}
    post |= {"owner_id": user["id"], "username": user["username"]}
    request.app.state.store.posts.append(post)
    return JSONResponse(post, 201, {"Location": f"/posts/{post['id']}"})


async def like(request: Request) -> Response:
    user, post = current_user(request), found_post(request)
    pair, likes = (user["id"], post["id"]), request.app.state.store.likes
    likes.add(pair) if request.method == "PUT" else likes.discard(pair)
    return Response(status_code=204)


async def told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"detail": error.detail}, error.status_code, error.headers)


def make_app() -> Starlette:
    routes = [
        Route("/health", health),
        Route("/posts/", list_posts, methods=["GET"]),
        Route("/posts/", write_post, methods=["POST"]),
        Route("/posts/with_counts/", list_posts_with_counts),
        Route("/posts/{id}", read_post),
        Route("/posts/{id}/like", like, methods=["PUT", "DELETE"]),
        Route("/users/", register, methods=["POST"]),
        Route("/token", log_in, methods=["POST"]),
        Route("/login", log_in, methods=["POST"]),
        Route("/users/me", read_me),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: told})
    app.state.store = Store()
    return app
