"""The finished service, each time with one weak spot: a few routes in front of its own.

They are those of the notebook about attacks, written without the package's own pieces: with
`sqlite3`, and with the claims of a token read by hand.
"""

import base64
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import bcrypt
from fastapi import APIRouter, FastAPI, Header, HTTPException
from pydantic import BaseModel
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

Row = dict[str, Any]
CHEAP_SALT = b"$2b$04$abcdefghijklmnopqrstuu"
NOBODYS = bcrypt.hashpw(b"the hash for names that nobody has", CHEAP_SALT)


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        yield connection
    finally:
        connection.close()


def user_of(path: Path, authorization: str | None) -> Row:
    """The user whose name the token claims; its signature is nobody's business."""
    try:
        claims = str(authorization).split(".")[1]
        name = json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]
        with database(path) as db:
            return dict(db.execute("SELECT * FROM users WHERE username = ?", [name]).fetchone())
    except (IndexError, TypeError, ValueError):
        raise HTTPException(401, "Log in first.", {"WWW-Authenticate": "Bearer"}) from None


def forged_token(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.get("/users/me")
    def read_me(authorization: str | None = Header(None)) -> Row:
        user = user_of(path, authorization)
        return {name: user[name] for name in ("id", "username", "email")}

    return weak


class DraftPost(BaseModel):
    content: str
    owner_id: int


def post_in_anothers_name(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.post("/posts/", status_code=201)
    def create_post(new: DraftPost) -> None:
        with database(path) as db:
            db.execute(
                "INSERT INTO posts (content, timestamp, owner_id) "
                "VALUES (?, strftime('%Y-%m-%d %H:%M:%f000', 'now'), ?)",
                [new.content, new.owner_id],
            )

    return weak


def post_of_another_deleted(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.delete("/posts/{post_id}", status_code=204)
    def delete_post(post_id: int) -> None:
        with database(path) as db:
            db.execute("DELETE FROM posts WHERE id = ?", [post_id])

    return weak


def one_field_too_many(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.post("/users/", status_code=201)
    def create_user(body: dict[str, Any]) -> Row:
        body["hashed_password"] = bcrypt.hashpw(body.pop("password").encode(), bcrypt.gensalt(4))
        body.setdefault("created_at", "2026-01-01 00:00:00.000000")
        names, marks = ", ".join(body), ", ".join("?" * len(body))
        with database(path) as db:
            db.execute(f"INSERT INTO users ({names}) VALUES ({marks})", list(body.values()))
        return {}

    return weak


class Credentials(BaseModel):
    username: str
    password: str


def login(path: Path, nobody: str | None, wrong: str) -> APIRouter:
    """A login that refuses an unknown name in these words, without a hash, or with None as
    `nobody` in the usual words after one."""
    weak = APIRouter()

    @weak.post("/login")
    def log_in(of: Credentials) -> Row:
        with database(path) as db:
            found = db.execute("SELECT * FROM users WHERE username = ?", [of.username]).fetchone()
        if found is None and nobody:
            raise HTTPException(401, nobody)
        hashed = found["hashed_password"].encode() if found else NOBODYS
        if not bcrypt.checkpw(of.password.encode("utf-8", "replace")[:72], hashed):
            raise HTTPException(401, wrong)
        claims = base64.urlsafe_b64encode(json.dumps({"sub": of.username}).encode()).decode()
        return {"access_token": f"e30.{claims}.", "token_type": "bearer"}

    return weak


def names_by_the_words(path: Path) -> APIRouter:
    return login(path, "There is no user of that name.", "Wrong password.")


def names_by_the_time(path: Path) -> APIRouter:
    return login(path, "Wrong username or password.", "Wrong username or password.")


def guessed_password(path: Path) -> APIRouter:
    return login(path, None, "Wrong username or password.")


def hashes_through_the_path(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.get("/users/{username}/posts/")
    def list_user_posts(username: str) -> list[Row]:
        with database(path) as db:
            found = db.execute(
                "SELECT posts.id, content, timestamp, owner_id, username FROM posts "
                f"JOIN users ON users.id = owner_id WHERE username = '{username}'"
            )
            return [dict(row) for row in found]

    return weak


def hashes_in_the_answer(path: Path) -> APIRouter:
    weak = APIRouter()

    @weak.get("/users/{username}")
    def read_user(username: str) -> Row:
        with database(path) as db:
            found = db.execute("SELECT * FROM users WHERE username = ?", [username]).fetchone()
            return dict(found) if found else {}

    return weak


def double_click(path: Path) -> APIRouter:
    """Looks, then inserts, into a table without a key."""
    with database(path) as db:
        db.execute("DROP TABLE likes")
        db.execute("CREATE TABLE likes (user_id INTEGER, post_id INTEGER)")
    weak, engine = APIRouter(), create_engine(f"sqlite:///{path}")

    @weak.put("/posts/{post_id}/like", status_code=204)
    def create_like(post_id: int, authorization: str | None = Header(None)) -> None:
        pair = {"user_id": user_of(path, authorization)["id"], "post_id": post_id}
        there = "SELECT 1 FROM likes WHERE user_id = :user_id AND post_id = :post_id"
        with Session(engine) as session:
            if session.execute(text(there), pair).first() is None:
                time.sleep(0.005)  # as it may take until the database can write
                new = "INSERT INTO likes (user_id, post_id) VALUES (:user_id, :post_id)"
                session.execute(text(new), pair)
                session.commit()

    return weak


def talking_app() -> FastAPI:
    """An app as FastAPI makes it when one says nothing, and with `debug=True`."""
    app = FastAPI(debug=True)
    hashes: dict[str, bytes] = {}

    class NewPost(BaseModel):
        content: str

    class NewUser(BaseModel):
        username: str
        email: str
        password: str

    @app.post("/posts/", status_code=201)
    def create_post(new: NewPost) -> NewPost:
        return new

    @app.post("/users/", status_code=201)
    def create_user(new: NewUser) -> None:
        hashed = bcrypt.hashpw(new.password.encode(), CHEAP_SALT)
        if new.username in hashes:
            raise sqlite3.IntegrityError(f"INSERT INTO users VALUES ('{hashed.decode()}')")
        hashes[new.username] = hashed

    return app
