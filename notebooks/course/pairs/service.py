"""Rules for input, a look-up by index, and an endpoint."""

from typing import Any

import pandas as pd
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import ValidationError
from sqlalchemy import (
    select,
    text,
)
from sqlalchemy.orm import Session

from course.pairs.definition import effect
from course.pairs.frames import Frames
from microblog.models import Post, User
from microblog.schemas import UserCreate


@effect(
    94,
    "row by row: str.fullmatch ↔ a Pydantic schema",
    "Which of these names may a new user have?",
    lesson="07_schemas",
    example={"users": [{"id": 1, "username": "ana"}]},
    words="validate, validation, pandera, schema check, check constraint, regex, "
    "basemodel, fullmatch, match, input",
    starred=True,
)
def row_by_row(frames: Frames, session: Session) -> pd.DataFrame:
    names = pd.concat([frames.users["username"], pd.Series(["ana_1", "an", "ana\n", "ana!"])])
    valid = names.str.fullmatch("[A-Za-z0-9_]{3,30}")
    return pd.DataFrame({"username": names, "accepted": valid})


@row_by_row.write
def _(session: Session) -> pd.DataFrame:
    rows = []
    for name in [*session.scalars(select(User.username)), "ana_1", "an", "ana\n", "ana!"]:
        try:
            UserCreate(username=name, email="ana@example.org", password="a-long-password")
            rows.append((name, True))
        except ValidationError:
            rows.append((name, False))
    return pd.DataFrame(rows, columns=["username", "accepted"])


@row_by_row.wrong_pandas(
    "half a match",
    "`match` looks only at the beginning, and `$` also matches before a line break at the end.",
)
def _(frames: Frames, session: Session) -> pd.DataFrame:
    names = pd.concat([frames.users["username"], pd.Series(["ana_1", "an", "ana\n", "ana!"])])
    valid = names.str.match("[A-Za-z0-9_]{3,30}$")
    return pd.DataFrame({"username": names, "accepted": valid})


@effect(
    95,
    "look up by index: set_index ↔ an index, EXPLAIN",
    "Which posts has user 1, and are they found without reading all posts?",
    lesson="11_measuring_speed",
    words="loc, set_index, reset_index, sort_index, performance, slow query, speed, "
    "query plan, explain analyze, create index",
    tables="product",
    note="`literal_binds` writes the values into the SQL, since `EXPLAIN` needs a whole statement.",
)
def look_up(frames: Frames, session: Session) -> pd.DataFrame:
    by_owner = frames.posts.set_index("owner_id").sort_index()
    found = by_owner.loc[1:1].reset_index()[["id", "owner_id"]]
    return found.assign(looked_up=by_owner.index.is_monotonic_increasing)


@look_up.write
def _(session: Session) -> pd.DataFrame:
    posts = select(Post.id, Post.owner_id).where(Post.owner_id == 1)
    explain = "EXPLAIN QUERY PLAN"
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL enable_seqscan = off"))  # else small tables are read whole
        explain = "EXPLAIN"
    literal = posts.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    plan = str(session.execute(text(f"{explain} {literal}")).all())
    found = pd.DataFrame(session.execute(posts).all(), columns=["id", "owner_id"])
    return found.assign(looked_up="SEARCH" in plan or "Index Cond" in plan)


@look_up.wrong_write(
    "hidden from the index",
    "An index on a column doesn't help to find what is computed from the column.",
    users=[{"id": 1}],
    posts=[{"id": 1}],
)
def _(session: Session) -> pd.DataFrame:
    posts = select(Post.id, Post.owner_id).where(Post.owner_id + 0 == 1)
    explain = "EXPLAIN QUERY PLAN"
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SET LOCAL enable_seqscan = off"))  # else small tables are read whole
        explain = "EXPLAIN"
    literal = posts.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    plan = str(session.execute(text(f"{explain} {literal}")).all())
    found = pd.DataFrame(session.execute(posts).all(), columns=["id", "owner_id"])
    return found.assign(looked_up="SEARCH" in plan or "Index Cond" in plan)


@effect(
    96,
    "a cell and an endpoint: head(5) ↔ GET /posts/?limit=5",
    "Which are the five newest posts, for anybody who asks?",
    lesson="08_endpoints",
    words="fastapi, api, to_json, json, route, get, rest, serve a dataframe, to_dict, web, service",
    starred=True,
    ordered=True,
    tables="product",
    note="`TestClient` calls the app without a network. The finished service's `GET /posts/` "
    "also checks its parameters and links to the next page.",
)
def cell_and_endpoint(frames: Frames, session: Session) -> pd.DataFrame:
    owners = frames.users[["id", "username"]].rename(columns={"id": "owner_id"})
    newest = frames.posts.sort_values(["timestamp", "id"], ascending=False).head(5)
    return newest.merge(owners)


@cell_and_endpoint.write
def _(session: Session) -> pd.DataFrame:
    app = FastAPI()

    @app.get("/posts/")
    def list_posts(limit: int = 20) -> list[dict[str, Any]]:
        posts = select(*Post.__table__.c, User.username).join(Post.owner)
        newest = posts.order_by(Post.timestamp.desc(), Post.id.desc()).limit(limit)
        return [dict(row) for row in session.execute(newest).mappings()]

    rows = TestClient(app).get("/posts/", params={"limit": 5}).json()
    columns = ["id", "content", "timestamp", "owner_id", "username"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(timestamp=pd.to_datetime(frame["timestamp"], format="ISO8601", utc=True))


@cell_and_endpoint.wrong_write(
    "JSON has no times",
    "The times come back as texts. Turn them into times before you compute with them.",
    users=[{"id": 1, "username": "ana"}],
    posts=[{"id": 1}],
)
def _(session: Session) -> pd.DataFrame:
    app = FastAPI()

    @app.get("/posts/")
    def list_posts(limit: int = 20) -> list[dict[str, Any]]:
        posts = select(*Post.__table__.c, User.username).join(Post.owner)
        newest = posts.order_by(Post.timestamp.desc(), Post.id.desc()).limit(limit)
        return [dict(row) for row in session.execute(newest).mappings()]

    rows = TestClient(app).get("/posts/", params={"limit": 5}).json()
    columns = ["id", "content", "timestamp", "owner_id", "username"]
    return pd.DataFrame(rows, columns=columns)
