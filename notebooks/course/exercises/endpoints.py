"""The exercises of notebook 08."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pandas as pd
from fastapi.testclient import TestClient

from course.databases import DATA, sample_database
from course.exercises.exercise import Exercise, Wrong, WrongAnswer, learners_part
from course.exercises.judges.choices import prediction
from course.exercises.judges.endpoints import Calling, endpoint, serving
from course.exercises.judges.functions import Case, function, need_a_function
from microblog.config import Settings
from microblog.main import create_app
from microblog.models import Post
from microblog.schemas import PostPublic, UserPublic

NOTEBOOK = "08_endpoints"
ECLIPSE, MOST_LIKED = 3709, 3116  # posts: of Marta with 3 likes, and one with 215
BURGOS = datetime(2026, 8, 12, 18, 31, tzinfo=UTC)

WHICH_FITS = """from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.get("/users/{user_id}")
def read_user(user_id: int):
    return {"id": user_id}


@app.get("/users/newest")
def read_newest_user():
    return {"id": 500}


answer = TestClient(app).get("/users/newest").status_code"""

SEARCH = """from typing import Annotated, Any

from fastapi import APIRouter, Query

from microblog import queries
from microblog.dependencies import PageParams
from microblog.models import Post
from microblog.schemas import PostPublic

router = APIRouter()


@router.get("/posts/search", response_model=list[PostPublic])
def search_posts(page: PageParams, word: Annotated[str, Query(min_length=3)]) -> Any:
    found = queries.posts().where(Post.content.icontains(word, autoescape=True))
    return page.of(found)


answer = router"""

SEARCH_BY_HAND = """from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import select

from microblog import queries
from microblog.dependencies import SessionDep
from microblog.models import Post
from microblog.schemas import PostPublic

router = APIRouter()


@router.get("/posts/search", response_model=list[PostPublic])
def search_posts(
    db: SessionDep,
    word: Annotated[str, Query(min_length=3)],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Any:
    found = (
        select(*queries.POST)
        .join(Post.owner)
        .where(Post.content.icontains(word, autoescape=True))
        .order_by(Post.timestamp.desc(), Post.id.desc())
        .limit(limit)
    )
    with db.begin():
        return db.execute(found).all()


answer = router"""

LATEST_OF = """from typing import Any

from fastapi import APIRouter

from microblog import queries
from microblog.dependencies import SessionDep
from microblog.errors import NotFound
from microblog.schemas import PostPublic

router = APIRouter()


@router.get("/users/{username}/latest", response_model=PostPublic)
def read_latest_post(username: str, db: SessionDep) -> Any:
    with db.begin():
        found = db.execute(queries.posts_of(), {"username": username, "limit": 1})
        post = found.one_or_none()
    if post is None:
        raise NotFound(f"There is no post of {username}.")
    return post


answer = router"""

LATEST_BY_HAND = """from typing import Any

from fastapi import APIRouter, HTTPException
from sqlalchemy import func, select

from microblog import queries
from microblog.dependencies import SessionDep
from microblog.models import Post, User
from microblog.schemas import PostPublic

router = APIRouter()


@router.get("/users/{username}/latest", response_model=PostPublic)
def read_latest_post(username: str, db: SessionDep) -> Any:
    posts = (
        select(*queries.POST)
        .join(Post.owner)
        .where(func.lower(User.username) == username.lower())
        .order_by(Post.timestamp.desc(), Post.id.desc())
        .limit(1)
    )
    with db.begin():
        post = db.execute(posts).first()
    if not post:
        raise HTTPException(404, "nothing written yet")
    return post


answer = router"""

REPAIRED = """from typing import Any

from fastapi import APIRouter
from sqlalchemy import select

from microblog.dependencies import SessionDep
from microblog.models import Post, User

router = APIRouter()


@router.get("/latest/")
def list_latest(db: SessionDep) -> Any:
    latest = (
        select(Post.id, Post.content, User.username)
        .join(Post.owner)
        .order_by(Post.timestamp.desc(), Post.id.desc())
        .limit(10)
    )
    return [row._asdict() for row in db.execute(latest)]


answer = router"""

REPAIRED_WITH_QUERY = """from typing import Any

from fastapi import APIRouter, Request

from microblog import queries

router = APIRouter()


@router.get("/latest/")
def list_latest(request: Request) -> Any:
    with request.app.state.make_session() as session:
        latest = session.execute(queries.posts(), {"limit": 10}).all()
    return [{"id": row.id, "content": row.content, "username": row.username} for row in latest]


answer = router"""

ONE_QUERY_EACH = """from typing import Any

from fastapi import APIRouter
from sqlalchemy import select

from microblog.dependencies import SessionDep
from microblog.models import Post, User

router = APIRouter()


@router.get("/latest/")
def list_latest(db: SessionDep) -> Any:
    newest_first = select(Post).order_by(Post.timestamp.desc(), Post.id.desc())
    return [
        {
            "id": post.id,
            "content": post.content,
            "username": db.get(User, post.owner_id).username,
        }
        for post in db.scalars(newest_first.limit(10))
    ]


answer = router"""

OPERATIONS_WITH = """def operations_with(document, name):
    found = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if name in [each["name"] for each in operation.get("parameters", [])]:
                found.append(f"{method.upper()} {path}")
    return sorted(found)


answer = operations_with"""

OPERATIONS_IN_PANDAS = """import pandas as pd


def operations_with(document, name):
    rows = [
        (f"{method.upper()} {path}", parameter["name"])
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", [])
    ]
    frame = pd.DataFrame(rows, columns=["operation", "parameter"])
    return sorted(frame.loc[frame["parameter"] == name, "operation"])


answer = operations_with"""

POSTS_SINCE = """import pandas as pd


def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        page = response.json()
        new = [row for row in page if pd.Timestamp(row["timestamp"]) >= moment]
        rows += new
        url = response.links.get("next", {}).get("url")
        if len(new) < len(page):
            break
    return pd.DataFrame(rows)


answer = posts_since"""

POSTS_SINCE_BY_KEY = """import pandas as pd


def posts_since(api, moment):
    pages, key = [], {}
    while True:
        page = pd.DataFrame(api.get("/posts/", params={"limit": 50, **key}).json())
        if page.empty:
            return pd.concat(pages)
        page["timestamp"] = pd.to_datetime(page["timestamp"], format="ISO8601")
        pages.append(page[page["timestamp"] >= moment])
        last = page.iloc[-1]
        if last["timestamp"] < moment:
            return pd.concat(pages)
        key = {"before": last["timestamp"].isoformat(), "before_id": last["id"].item()}


answer = posts_since"""

POSTS_SINCE_BY_OFFSET = """import pandas as pd


def posts_since(api, moment):
    rows = []
    while not rows or pd.Timestamp(rows[-1]["timestamp"]) >= moment:
        params = {"limit": 100, "offset": len(rows)}
        page = api.get("/posts/", params=params).json()
        if not page:
            break
        rows += page
    return pd.DataFrame([row for row in rows if pd.Timestamp(row["timestamp"]) >= moment])


answer = posts_since"""

LIKERS = """from typing import Any

from fastapi import APIRouter
from sqlalchemy import select

from microblog import queries
from microblog.dependencies import PageParams, PostFromPath
from microblog.models import Like, User
from microblog.schemas import UserPublic

router = APIRouter()


@router.get("/posts/{post_id}/likers/", response_model=list[UserPublic])
def list_likers(post: PostFromPath, page: PageParams) -> Any:
    likers = select(User.id, User.username, User.created_at).join(Like, Like.user_id == User.id)
    of_post = likers.where(Like.post_id == post.id)
    return page.of(queries.page_of(of_post, User.created_at, User.id), "created_at")


answer = router"""

LIKERS_WITH_PARAMETER = """from functools import cache

from fastapi import APIRouter
from sqlalchemy import bindparam, select

from microblog import queries
from microblog.dependencies import PageParams, PostFromPath
from microblog.models import Like, User
from microblog.schemas import UserPublic

router = APIRouter()


@cache
def likers_of() -> queries.Rows:
    liked = select(Like.user_id).where(Like.post_id == bindparam("post_id"))
    people = select(*queries.PERSON).where(User.id.in_(liked))
    return queries.page_of(people, User.created_at, User.id)


@router.get("/posts/{post_id}/likers/")
def list_likers(post: PostFromPath, page: PageParams) -> list[UserPublic]:
    return page.of(likers_of(), "created_at", post_id=post.id)


answer = router"""

LIKERS_WITHOUT_LINK = """from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import select

from microblog.dependencies import PostFromPath, SessionDep
from microblog.models import Like, User
from microblog.schemas import UserPublic

router = APIRouter()


@router.get("/posts/{post_id}/likers/", response_model=list[UserPublic])
def list_likers(
    post: PostFromPath, db: SessionDep, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> Any:
    likers = (
        select(User)
        .join(Like, Like.user_id == User.id)
        .where(Like.post_id == post.id)
        .order_by(User.created_at.desc())
        .limit(limit)
    )
    return db.scalars(likers).all()


answer = router"""


@cache
def sample(name: str) -> pd.DataFrame:
    return pd.read_csv(DATA / f"{name}.csv")


@cache
def newest_first() -> pd.DataFrame:
    posts = sample("posts").sort_values(["timestamp", "id"], ascending=False)
    return posts.assign(timestamp=pd.to_datetime(posts["timestamp"]))


def judge_address(answer: Any) -> None:
    """Ask the finished service for this address, and look at the posts that come."""
    if not isinstance(answer, str):
        raise Wrong("Answer with the address as text, in quotes, such as '/posts/17'.")
    if not answer.startswith("/"):
        raise Wrong("Begin with the path, so with a slash; the service's own part is left out.")
    if answer.count("?") > 1:
        raise Wrong("There is one ? in an address; from the second parameter on it is an &.")
    with TestClient(create_app(Settings(database_url=sample_database()))) as api:
        response = api.get(answer)
        found = response.json()
    told = f"The service answered {response.status_code}"
    if response.status_code == 422:
        first = found["detail"][0]
        where = " → ".join(map(str, first["loc"]))
        hint = ""
        if "+" in answer and "before" in first["loc"]:
            hint = "A bare + in an address is a blank: write it as %2B, or use UTC and Z."
        elif "timezone" in first["msg"]:
            hint = "A moment needs its zone: a Z at its end stands for UTC."
        raise Wrong(f"{told}: {where}: {first['msg']}. {hint}".rstrip())
    if response.status_code != 200 or not isinstance(found, list):
        raise Wrong(f"{told}: {response.text[:200]}\nThe list of posts is at /posts/.")
    posts = newest_first()
    expected = posts[posts["timestamp"] < BURGOS]["id"].head(5).tolist()
    given = [post.get("id") for post in found]
    if given == expected:
        return
    if len(given) == 20:
        raise Wrong("20 posts came: so many come where limit is left out, or misspelt.")
    if given[:5] == expected or len(given) != 5:
        raise Wrong(f"{len(given)} posts came, and five were asked for.")
    if given == posts["id"].head(5).tolist():
        raise Wrong(
            "These are the five newest posts of all: nothing in the address names the moment."
        )
    newest = found[0]["timestamp"] if found else "none"
    raise Wrong(
        f"The newest of your posts is of {newest}. Marta wrote at 18:31 UTC, which is 20:31 in "
        "Burgos; the address must mean that moment."
    )


def get(path: str, says: str, status: int = 200, **more: Any) -> Calling:
    return Calling("GET", path, status, says, **more)


def ids_of(found: Any) -> list[Any]:
    """The ids in a list of dicts; of anything else, none."""
    rows = found if isinstance(found, list) else []
    return [row.get("id") for row in rows if isinstance(row, dict)]


def has_only(fields: Iterable[str]) -> Callable[[Any], bool]:
    """Whether every row has exactly these fields."""
    return lambda found: all(set(row) == set(fields) for row in found)


def search_calls() -> Sequence[Calling]:
    def newest_with(word: str, count: int) -> Callable[[Any], bool]:
        posts = newest_first()
        holds = posts["content"].str.contains(word, case=False, regex=False)
        expected = posts[holds]["id"].head(count).tolist()
        return lambda found: ids_of(found) == expected

    path = "/posts/search?word="
    elsewhere = "Another endpoint took this path, or yours refuses the word. Is it /posts/search?"
    return [
        get(
            path + "eclipse",
            "These should be the 20 newest posts with the word in them, newest first. If some are "
            "missing: was the limit applied before the word was looked for?",
            answer=newest_with("eclipse", 20),
            instead={422: elsewhere, 404: elsewhere},
        ),
        get(
            path + "eclipse",
            "Each post should have the fields of PostPublic, and no other.",
            answer=has_only(PostPublic.model_fields),
        ),
        get(
            path + "ECLIPSE&limit=3",
            "These should be three posts, whatever the case of the word.",
            answer=newest_with("eclipse", 3),
        ),
        get(
            path + "green%20towel",
            "What is looked for may have a blank in it.",
            answer=newest_with("green towel", 20),
        ),
        get(
            path + "___",
            "Nobody wrote three underscores. In LIKE a _ stands for any character, unless it is "
            "escaped.",
            answer=lambda found: found == [],
        ),
        get(
            path + "zzzz",
            "A word that nobody wrote has an empty list.",
            answer=lambda found: found == [],
        ),
        get(
            "/posts/search",
            "Without a word there is nothing to look for. A parameter with a default may be left "
            "out, so give it none.",
            422,
        ),
        get(path + "ab", "A word of two letters should be refused: min_length.", 422),
        get(path + "eclipse&limit=-1", "To SQLite, limit=-1 means no limit at all: ge=1.", 422),
        get(path + "eclipse&limit=0", "A limit of 0 should be refused: ge=1.", 422),
        get(path + "eclipse&limit=101", "A limit over 100 should be refused: le=100.", 422),
        get(
            path + "eclipse",
            "One statement finds the posts and their owners.",
            most_statements=1,
        ),
        get(
            path + "eclipse",
            "Twenty posts are shown, and one more tells whether there is a next page.",
            most_rows=21,
        ),
    ]


def latest_calls() -> Sequence[Calling]:
    posts = newest_first()
    newest = posts[posts["owner_id"] == 1].iloc[0]["id"].item()
    path = "/users/{}/latest"
    nothing = {200: "200 says: here it is. For what is not there the status is 404."}
    return [
        get(
            path.format("marta"),
            "The answer should be one post, not a list of them.",
            answer=lambda found: isinstance(found, dict),
            instead={404: "Marta is there, and has posted. Is the path /users/{username}/latest?"},
        ),
        get(
            path.format("marta"),
            f"Marta's newest post is number {newest}: the newest by its time.",
            answer=lambda found: ids_of([found]) == [newest],
        ),
        get(
            path.format("marta"),
            "The post should have the fields of PostPublic, and no other.",
            answer=lambda found: set(found) == set(PostPublic.model_fields),
        ),
        get(
            path.format("MARTA"),
            "MARTA is marta: names are told apart whatever their case.",
            answer=lambda found: ids_of([found]) == [newest],
        ),
        get(
            path.format("ivoteapot60"),
            "He is called IvoTeapot60, and wrote: names are told apart whatever their case, so the "
            "column needs lower() as well.",
            answer=lambda found: found["username"] == "IvoTeapot60",
        ),
        get(path.format("nobody_here"), "There is no user nobody_here.", 404, instead=nothing),
        get(path.format("bodil"), "Bodil exists, and has never posted.", 404, instead=nothing),
        get(
            path.format("mart_"),
            "There is no user mart_. In LIKE a _ stands for any character, so compare with ==.",
            404,
        ),
        get(
            path.format("bodil"),
            "The caller should be told what is missing, in detail.",
            404,
            answer=lambda found: bool(found.get("detail")),
        ),
        get(
            path.format("marta"),
            "Marta wrote 19 posts. `limit(1)` lets one of them come; `first()` only takes one of "
            "those that came.",
            most_rows=3,
        ),
    ]


def repaired_calls() -> Sequence[Calling]:
    names = sample("users").set_index("id")["username"]
    expected = [
        {"id": post.id, "content": post.content, "username": names[post.owner_id]}
        for post in newest_first().head(10).itertuples()
    ]
    return [
        get(
            "/latest/",
            "The answer itself should stay as it was: the ten newest posts, each with id, content "
            "and username.",
            answer=lambda found: found == expected,
        ),
        get(
            "/latest/",
            "One query for the posts and one more for each owner: a join brings both.",
            most_statements=2,
        ),
    ]


SMALL = {
    "openapi": "3.1.0",
    "paths": {
        "/tags/": {"get": {"summary": "List tags"}, "post": {"summary": "Add a tag"}},
        "/tags/{tag}": {
            "get": {
                "parameters": [
                    {"name": "tag", "in": "path"},
                    {"name": "limit", "in": "query", "description": "how many for a user"},
                ]
            },
            "delete": {"parameters": [{"name": "tag", "in": "path"}]},
        },
    },
}


def operations_cases() -> Sequence[Case]:
    document = create_app(Settings(database_url=sample_database())).openapi()
    lists = ["/posts/", "/posts/with_counts/", "/timeline/"]
    lists += [f"/users/{{username}}/{what}/" for what in ("followers", "following", "posts")]
    post = "/posts/{post_id}"
    of_a_post = [f"DELETE {post}", f"GET {post}"]
    of_a_post += [
        f"{verb} {post}/{what}" for verb in ("DELETE", "PUT") for what in ("like", "retweet")
    ]
    small = "A small service: GET and POST /tags/ without parameters, GET /tags/{tag} with tag and "
    small += "limit (how many for a user), DELETE /tags/{tag} with tag."
    finished = "The finished service."
    return [
        Case((SMALL, "limit"), ["GET /tags/{tag}"], f"{small} Asked for: limit."),
        Case((SMALL, "tag"), ["DELETE /tags/{tag}", "GET /tags/{tag}"], f"{small} Asked for: tag."),
        Case((SMALL, "user"), [], f"{small} Asked for: user."),
        Case(
            (document, "limit"), [f"GET {path}" for path in lists], f"{finished} Asked for: limit."
        ),
        Case((document, "before"), [f"GET {path}" for path in lists], f"{finished} Asked: before."),
        Case((document, "post_id"), sorted(of_a_post), f"{finished} Asked for: post_id."),
    ]


def explain_operations(given: Any, case: Case) -> str:
    if not isinstance(given, list):
        return f"Return a list of texts; this is a {type(given).__name__}."
    if len(given) > len(set(given)):
        return "Some are in it twice: a part of a name is not the name."
    if any(not str(each).split("/")[0].isupper() for each in given):
        return "Each text is the method in capitals, a blank, and the path."
    if sorted(given) == case.expected:
        return "The operations are right; sort them."
    if given and set(given) < set(case.expected):
        return "Some are missing: a path may have several methods."
    if set(given) > set(case.expected):
        return (
            "Some are too many: only the name of a parameter counts, all of it and no other text."
        )
    return ""


def judge_posts_since(answer: Any) -> None:
    """Call the function on a service in which somebody posts after every answer."""
    need_a_function(answer)
    later = newest_first()["timestamp"].max() + timedelta(hours=1)
    cases = (datetime(2026, 8, 31, 12, tzinfo=UTC), BURGOS, later.to_pydatetime())
    app = create_app(Settings(database_url=sample_database()))
    with TestClient(app) as api:
        for moment in cases:
            try_posts_since(answer, api, moment)


def try_posts_since(answer: Any, api: Any, moment: datetime) -> None:
    posts = newest_first()
    expected = posts[posts["timestamp"] >= moment]["id"].tolist()
    received: list[int] = []

    def somebody_posts(response: Any) -> None:
        response.read()
        if response.status_code == 200:
            received.append(len(response.json()))
        with api.app.state.make_session() as session, session.begin():
            session.add(Post(content="Me too", owner_id=2, timestamp=posts["timestamp"].max()))

    api.event_hooks = {"request": [], "response": [somebody_posts]}
    try:
        found = answer(api, moment)
    except Exception as error:
        if expected:
            raise
        raise Wrong(
            f"{learners_part(error)}\nIt was asked for the posts since {moment:%d %B %H:%M} UTC. "
            "There are none, and an empty list makes a frame without columns."
        ) from None
    finally:
        api.event_hooks = {"request": [], "response": []}
    if not isinstance(found, pd.DataFrame):
        raise Wrong(f"Return a DataFrame; this is a {type(found).__name__}.")
    ids = [number for number in (found["id"].tolist() if len(found) else []) if number <= 5000]
    told = (
        f"Since {moment:%d %B %H:%M} UTC there are {len(expected)} posts. You returned {len(ids)}"
    )
    if len(ids) > len(set(ids)):
        raise Wrong(
            f"{told}, some of them twice. Somebody posted between two of your requests, and all "
            "others moved down by one place. Go on after a row, not after a number of rows."
        )
    if ids != expected:
        raise Wrong(f"{told}. {explain_since(ids, expected)}")
    if sum(received) > len(expected) + 200:
        raise Wrong(
            f"{told}, the right ones, and received {sum(received):,} rows to find them. The list "
            "is newest first: stop at the first row that is too old."
        )


def explain_since(ids: list[int], expected: list[int]) -> str:
    if sorted(ids) == sorted(expected):
        return "The right ones, but not newest first."
    if ids == expected[:-1]:
        return "The last is missing: a post of exactly this moment belongs to it."
    if set(ids) < set(expected) and ids != expected[: len(ids)]:
        return (
            "Some are missing between two pages: several posts may be of one second, so a page "
            "goes on after a time and an id."
        )
    if set(ids) < set(expected):
        return "One answer holds at most 100 posts: follow the links to the others."
    return "Some are older than that."


def likers_in_order(post_id: int) -> list[int]:
    likes, users = sample("likes"), sample("users")
    likers = users[users["id"].isin(likes.loc[likes["post_id"] == post_id, "user_id"])]
    return likers.sort_values(["created_at", "id"], ascending=False)["id"].tolist()


def judge_likers(answer: Any) -> None:
    endpoint(likers_calls())(answer)
    expected = likers_in_order(MOST_LIKED)
    found: list[int] = []
    url: Any = f"/posts/{MOST_LIKED}/likers/?limit=100"
    with serving(answer) as api:
        while url and len(found) <= len(expected):
            response = api.get(url)
            found += ids_of(response.json())
            url = response.links.get("next", {}).get("url")
    told = f"{len(expected)} users like post {MOST_LIKED}; following Link I found {len(found)}."
    if found == expected[: len(found)] and len(found) < len(expected):
        raise Wrong(f"{told} A page has no Link to the others: who sets that header?")
    if found != expected:
        raise Wrong(f"{told} Each once, newest account first. By which column does the page go on?")


def likers_calls() -> Sequence[Calling]:
    path = f"/posts/{ECLIPSE}/likers/"
    return [
        get(
            path,
            "Marta's post about the eclipse is liked by 2, 4 and 5.",
            answer=lambda found: sorted(ids_of(found)) == [2, 4, 5],
            instead={404: "Marta's post is there. Is the path /posts/{post_id}/likers/?"},
        ),
        get(
            path,
            "Each should have the fields of UserPublic, and no other: not an address, not a hash.",
            answer=has_only(UserPublic.model_fields),
        ),
        get(
            path,
            "The newest account should come first.",
            answer=lambda found: ids_of(found) == likers_in_order(ECLIPSE),
        ),
        get(
            "/posts/9999/likers/",
            "There is no post 9999, so there is no list of those who like it.",
            404,
        ),
        get("/posts/first/likers/", "`first` is no number of a post.", 422),
        get(path + "?limit=0", "A limit of 0 should be refused, as PageParams does it.", 422),
        get(
            f"/posts/{MOST_LIKED}/likers/?limit=2",
            "With limit=2 there should be two.",
            answer=lambda found: ids_of(found) == likers_in_order(MOST_LIKED)[:2],
            instead={
                500: "There are more than two, so a Link is made, from the time of the last "
                "row. page.of looks for it in a column called timestamp, unless it is told another."
            },
        ),
        get(path, "One statement for the post and one for the list.", most_statements=2),
    ]


EXERCISES: list[Exercise] = [
    Exercise(
        id="08.1",
        notebook=NOTEBOOK,
        title="Before the eclipse",
        minutes=3,
        objective="ask an endpoint for exactly the rows you want, by its address",
        kind="one line",
        task="""Marta wrote *Totality over Burgos!* on 12 August 2026 at 20:31, which is 18:31 UTC.
Write the address, path and query, of the **five newest posts that are older than that**.""",
        hints=(
            "The list of posts is at `/posts/`. Which of its parameters say *how many*, and *older "
            "than*?",
            "After the path comes one `?`, then `name=value`, and an `&` between two of them. A "
            "moment is written like `2026-12-31T23:59:59Z`.",
            '`answer = "/posts/?limit=5&before=2026-08-12T18:31:00Z"`',
        ),
        solution_code='answer = "/posts/?limit=5&before=2026-08-12T18:31:00Z"',
        alternatives=(
            'answer = "/posts/?before=2026-08-12T20:31:00%2B02:00&before_id=0&limit=5"',
            """from urllib.parse import urlencode

answer = "/posts/?" + urlencode({"limit": 5, "before": "2026-08-12T20:31:00+02:00"})""",
        ),
        wrong_answers=(
            WrongAnswer(
                "no limit", 'answer = "/posts/?before=2026-08-12T18:31:00Z"', "limit is left out"
            ),
            WrongAnswer("no moment", 'answer = "/posts/?limit=5"', "newest posts of all"),
            WrongAnswer(
                "a bare plus",
                'answer = "/posts/?limit=5&before=2026-08-12T20:31:00+02:00"',
                "%2B",
            ),
            WrongAnswer(
                "local time as UTC",
                'answer = "/posts/?limit=5&before=2026-08-12T20:31:00Z"',
                "must mean that moment",
            ),
            WrongAnswer(
                "no zone", 'answer = "/posts/?limit=5&before=2026-08-12T18:31:00"', "needs its zone"
            ),
            WrongAnswer(
                "two question marks",
                'answer = "/posts/?limit=5?before=2026-08-12T18:31:00Z"',
                "one ?",
            ),
            WrongAnswer("as a path", 'answer = "/posts/5/2026-08-12T18:31:00Z"', "is at /posts/"),
        ),
        judge=judge_address,
        praise="Five posts, the last ones before the Sun went black, and no line of Python.",
    ),
    Exercise(
        id="08.2",
        notebook=NOTEBOOK,
        title="Who answers?",
        minutes=3,
        objective="predict which endpoint answers, and with which status",
        kind="prediction",
        task="""An app has these two endpoints, in this order:

```python
@app.get("/users/{user_id}")
def read_user(user_id: int):
    return {"id": user_id}


@app.get("/users/newest")
def read_newest_user():
    return {"id": 500}
```

Which **status** has the answer to `GET /users/newest`?""",
        hints=(
            "The routes are tried in their order. Does the first path fit?",
            "It fits: `{user_id}` is any text without a slash. What becomes of `newest` as an int?",
            "It is no number, so the first route refuses, and the second is never asked. "
            "`answer = 422`",
        ),
        solution_code="answer = 422",
        alternatives=(WHICH_FITS,),
        wrong_answers=(
            WrongAnswer("the second answers", "answer = 200", "asked first"),
            WrongAnswer("no such path", "answer = 404", "fits"),
            WrongAnswer("method", "answer = 405", "GET"),
            WrongAnswer("redirect", "answer = 307", "slash"),
            WrongAnswer("a fault", "answer = 500", "caller"),
        ),
        judge=prediction(
            422,
            {
                200: "The second endpoint would answer so, if it were asked. Which one is "
                "asked first?",
                404: "404 comes when no path fits. /users/{user_id} fits: newest is a text too.",
                405: "405 is for a method that a path does not have, and both have GET.",
                307: "307 is for a missing or needless slash at the end.",
                500: "500 is a fault of the service; this is refused as a fault of the caller.",
            },
            "Take the routes in order: whose path fits, and what does it say to this value?",
        ),
        praise="The first path that fits is asked, and newest is no number.",
    ),
    Exercise(
        id="08.3",
        notebook=NOTEBOOK,
        title="Search",
        minutes=8,
        objective="write an endpoint with checked parameters and a response model",
        kind="endpoint",
        task="""Write `GET /posts/search?word=eclipse`: the posts whose content contains the word,
whatever the case of its letters, newest first, each as a `PostPublic`. `word` is required and has
at least 3 characters; `limit` is 1 to 100, and 20 if it is left out. A character such as `_` means
itself. One statement is enough.""",
        hints=(
            "Two parameters of the query: which gets a default, and which does not? Their bounds "
            "go into `Annotated[…, Query(…)]`.",
            "`queries.posts()` is a select, so it takes another `.where(…)`. The condition is "
            "`Post.content.icontains(word)`, and one more argument makes `_` and `%` mean "
            "themselves. `PageParams` brings `limit` with its bounds.",
            "The parameters are `page: PageParams, word: Annotated[str, Query(min_length=3)]`, and "
            "the body is `return page.of(queries.posts().where(Post.content.icontains(word, "
            "autoescape=True)))`.",
        ),
        solution_code=SEARCH,
        alternatives=(SEARCH_BY_HAND,),
        wrong_answers=(
            WrongAnswer("not escaped", SEARCH.replace(", autoescape=True", ""), "escaped"),
            WrongAnswer(
                "no bounds",
                SEARCH_BY_HAND.replace("Annotated[int, Query(ge=1, le=100)]", "int"),
                "no limit at all",
            ),
            WrongAnswer(
                "no upper bound", SEARCH_BY_HAND.replace("ge=1, le=100", "ge=1"), "over 100"
            ),
            WrongAnswer(
                "the word may be left out",
                SEARCH.replace("Query(min_length=3)]", 'Query(min_length=3)] = "eclipse"'),
                "give it none",
            ),
            WrongAnswer(
                "short words", SEARCH.replace("min_length=3", "min_length=1"), "two letters"
            ),
            WrongAnswer(
                "oldest first",
                SEARCH_BY_HAND.replace(
                    "Post.timestamp.desc(), Post.id.desc()", "Post.timestamp, Post.id"
                ),
                "newest first",
            ),
            WrongAnswer(
                "the limit before the word",
                SEARCH_BY_HAND.replace(
                    "        .where(Post.content.icontains(word, autoescape=True))\n", ""
                ).replace(
                    "return db.execute(found).all()",
                    "return [row for row in db.execute(found) if word in row.content.lower()]",
                ),
                "before the word was",
            ),
            WrongAnswer(
                "the word in Python",
                SEARCH_BY_HAND.replace(
                    "        .where(Post.content.icontains(word, autoescape=True))\n", ""
                )
                .replace("        .limit(limit)\n", "")
                .replace(
                    "return db.execute(found).all()",
                    "rows = db.execute(found).all()\n        word = word.lower()\n"
                    "        return [row for row in rows if word in row.content.lower()][:limit]",
                ),
                "rows left the database",
            ),
            WrongAnswer(
                "the limit in Python",
                SEARCH_BY_HAND.replace("        .limit(limit)\n", "").replace(
                    ".all()", ".all()[:limit]"
                ),
                "rows left the database",
            ),
            WrongAnswer(
                "no response model",
                SEARCH_BY_HAND.replace(", response_model=list[PostPublic]", "").replace(
                    " -> Any:", ":"
                ),
                "vars() argument",
            ),
            WrongAnswer(
                "fields of one's own",
                SEARCH_BY_HAND.replace(", response_model=list[PostPublic]", "")
                .replace("select(*queries.POST)", "select(Post.id, Post.content)")
                .replace(
                    "return db.execute(found).all()",
                    "return [row._asdict() for row in db.execute(found)]",
                ),
                "fields of PostPublic",
            ),
        ),
        judge=lambda answer: endpoint(search_calls())(answer),
        praise="Found whatever the case, bounded on both sides, and _ is an underscore.",
    ),
    Exercise(
        id="08.4",
        notebook=NOTEBOOK,
        title="The latest of one",
        minutes=6,
        objective="answer 404 where there is nothing",
        kind="endpoint",
        task="""Write `GET /users/{username}/latest`: the newest post of that user, as one
`PostPublic`. The case of the name does not matter. Where there is no such user, and where a user
has never posted (Bodil), the answer is 404 with a `detail`.""",
        hints=(
            "`queries.posts_of()` are the posts of one user, newest first. Its parameters are "
            "`username` and `limit`, and it compares names as the service does.",
            "Of one row or none, `one_or_none()` gives the row or `None`. What does the endpoint "
            "do with `None`? Which error becomes a 404?",
            'After `post = db.execute(queries.posts_of(), {"username": username, "limit": 1})'
            ".one_or_none()` comes `if post is None: raise NotFound(…)`, then `return post`.",
        ),
        solution_code=LATEST_OF,
        alternatives=(LATEST_BY_HAND,),
        wrong_answers=(
            WrongAnswer(
                "null",
                LATEST_OF.replace("response_model=PostPublic", "response_model=PostPublic | None")
                .replace("    if post is None:\n", "")
                .replace('        raise NotFound(f"There is no post of {username}.")\n', ""),
                "200 says",
            ),
            WrongAnswer(
                "a list",
                LATEST_OF.replace("response_model=PostPublic", "response_model=list[PostPublic]")
                .replace("found.one_or_none()", "found.all()")
                .replace("post is None", "not post"),
                "not a list of them",
            ),
            WrongAnswer(
                "the oldest",
                LATEST_BY_HAND.replace("Post.timestamp.desc(), Post.id.desc()", "Post.timestamp"),
                "newest post is number",
            ),
            WrongAnswer(
                "case matters",
                LATEST_BY_HAND.replace("func.lower(User.username)", "User.username").replace(
                    "username.lower()", "username"
                ),
                "MARTA is marta",
            ),
            WrongAnswer(
                "one side in lower case",
                LATEST_BY_HAND.replace("func.lower(User.username)", "User.username"),
                "the column needs lower",
            ),
            WrongAnswer(
                "compared with LIKE",
                LATEST_BY_HAND.replace(
                    "func.lower(User.username) == username.lower()", "User.username.ilike(username)"
                ),
                "no user mart_",
            ),
            WrongAnswer(
                "a row of the table",
                LATEST_BY_HAND.replace("select(*queries.POST)", "select(Post)").replace(
                    "db.execute(posts)", "db.scalars(posts)"
                ),
                "username: Field required",
            ),
            WrongAnswer(
                "first of all",
                LATEST_BY_HAND.replace("        .limit(1)\n", ""),
                "only takes one of",
            ),
            WrongAnswer("async def", LATEST_OF.replace("def read", "async def read"), "event loop"),
            WrongAnswer(
                "400",
                LATEST_BY_HAND.replace("HTTPException(404", "HTTPException(400"),
                "no user nobody_here",
            ),
        ),
        judge=lambda answer: endpoint(latest_calls())(answer),
        praise="Marta's newest post for MARTA too, and 404 for Bodil, who exists and is silent.",
    ),
    Exercise(
        id="08.5",
        notebook=NOTEBOOK,
        title="Two faults that nobody sees",
        minutes=6,
        objective="give each request a session of its own, and get it back",
        kind="repair",
        task="""`GET /latest/` answers with the ten newest posts, each with its `id`, `content` and
`username`, and every answer is right. It has two faults all the same: after some visitors the
service stands still, and it sends up to eleven statements where one is enough. Repair both, and
leave the answer as it is.""",
        hints=(
            "Count the connections that are out after a request, as in the section on sessions. "
            "Then look for the line that asks the database once for each post.",
            "`SessionDep` opens and closes. The username is in another table: notebook 04 brought "
            "both in one statement.",
            "Take `db: SessionDep` for the request, and `select(Post.id, Post.content, "
            "User.username).join(Post.owner)` with the same order and limit; `row._asdict()` makes "
            "a dict of each row.",
        ),
        solution_code=REPAIRED,
        alternatives=(REPAIRED_WITH_QUERY,),
        wrong_answers=(
            WrongAnswer(
                "still open",
                REPAIRED_WITH_QUERY.replace(
                    "    with request.app.state.make_session() as session:\n        latest",
                    "    session = request.app.state.make_session()\n    latest",
                ),
                "still open",
            ),
            WrongAnswer("one query for each owner", ONE_QUERY_EACH, "one more for each owner"),
            WrongAnswer(
                "without the name",
                REPAIRED.replace("Post.content, User.username", "Post.content"),
                "should stay as it was",
            ),
        ),
        judge=lambda answer: endpoint(repaired_calls())(answer),
        praise="No statement for each post, and the connection comes back after each request.",
    ),
    Exercise(
        id="08.6",
        notebook=NOTEBOOK,
        title="Who takes a limit?",
        minutes=6,
        objective="read a service's own description as data",
        kind="function",
        task="""Write `operations_with(document, name)`. `document` is an OpenAPI document, as
`api.get("/openapi.json").json()` gives it. Return a sorted list of all operations that have a
parameter of exactly this name, as texts such as `"GET /posts/"`. For `"limit"` that is six of the
finished service. Not every operation has parameters.""",
        hints=(
            'Look at `document["paths"]["/posts/"]`: keys are methods, values are operations.',
            'Two loops, over the paths and over the methods of each. `operation.get("parameters", '
            "[])` is empty where there are none, and each parameter is a dict with a `name`.",
            'Inside both loops: `if name in [each["name"] for each in operation.get("parameters", '
            '[])]: found.append(f"{method.upper()} {path}")`; then `return sorted(found)`.',
        ),
        solution_code=OPERATIONS_WITH,
        alternatives=(OPERATIONS_IN_PANDAS,),
        wrong_answers=(
            WrongAnswer(
                "without the method",
                OPERATIONS_WITH.replace("{method.upper()} {path}", "{path}"),
                "in capitals",
            ),
            WrongAnswer(
                "part of a name",
                OPERATIONS_IN_PANDAS.replace(
                    'frame["parameter"] == name', 'frame["parameter"].str.contains(name)'
                ),
                "is not the name",
            ),
            WrongAnswer(
                "anywhere in the parameters",
                OPERATIONS_WITH.replace(
                    '[each["name"] for each in operation.get("parameters", [])]',
                    'str(operation.get("parameters", ""))',
                ),
                "only the name",
            ),
            WrongAnswer(
                "GET alone",
                OPERATIONS_WITH.replace(
                    "            if name", '            if method == "get" and name'
                ),
                "several methods",
            ),
            WrongAnswer(
                "a set", OPERATIONS_WITH.replace("sorted(found)", "set(found)"), "this is a set"
            ),
        ),
        judge=function(operations_cases, explain_operations),
        praise="Six lists take a limit, and you did not open a single one of them to know.",
    ),
    Exercise(
        id="08.7",
        notebook=NOTEBOOK,
        title="Since then",
        minutes=8,
        objective="page through a list by key, while others go on writing",
        kind="function",
        task="""Write `posts_since(api, moment)`. It returns a DataFrame of all posts of `moment` or
later, newest first, as `GET /posts/` gives them; `moment` is a `datetime` in UTC. While it runs,
**somebody posts after each of your requests**: no post may be in it twice or missing. (What is
written meanwhile may be in it or not.) And it stops in time: to find the last 35 of 5,000 posts,
one page is enough.""",
        hints=(
            "Begin with the loop of the notebook that follows `Link`. Nothing is read twice.",
            'The list is newest first. `pd.Timestamp(row["timestamp"]) >= moment` tells whether a '
            "row belongs to it; at the first that does not, no further page is needed.",
            "In the loop: `new = [row for row in page if …]`, `rows += new`, then the next url "
            "from `response.links`, and `if len(new) < len(page): break`.",
        ),
        solution_code=POSTS_SINCE,
        alternatives=(POSTS_SINCE_BY_KEY,),
        wrong_answers=(
            WrongAnswer("by offset", POSTS_SINCE_BY_OFFSET, "moved down by one place"),
            WrongAnswer(
                "all pages",
                POSTS_SINCE.replace("        if len(new) < len(page):\n            break\n", ""),
                "stop at the first",
            ),
            WrongAnswer(
                "the first page",
                POSTS_SINCE.replace('response.links.get("next", {}).get("url")', "None"),
                "at most 100",
            ),
            WrongAnswer(
                "by time alone",
                POSTS_SINCE_BY_KEY.replace(', "before_id": last["id"].item()', ""),
                "a time and an id",
            ),
            WrongAnswer(
                "none at all",
                POSTS_SINCE.replace(
                    "return pd.DataFrame(rows)",
                    'frame = pd.DataFrame(rows)\n    frame["id"] = frame["id"].astype(int)\n    '
                    "return frame",
                ),
                "without columns",
            ),
            WrongAnswer("later only", POSTS_SINCE.replace(">= moment", "> moment"), "exactly"),
            WrongAnswer(
                "whole pages",
                POSTS_SINCE.replace("rows += new", "rows += page"),
                "older than that",
            ),
            WrongAnswer(
                "a list", POSTS_SINCE.replace("pd.DataFrame(rows)", "rows"), "Return a DataFrame"
            ),
        ),
        judge=judge_posts_since,
        praise="Each post once, although the list grew under your hands, and not a page too many.",
    ),
    Exercise(
        id="08.8",
        notebook=NOTEBOOK,
        title="Who liked it?",
        minutes=12,
        objective="put a page, a post of the path and a schema together in one endpoint",
        kind="endpoint",
        task=f"""Write `GET /posts/{{post_id}}/likers/`: the users who like that post, each as a
`UserPublic`, newest account first. 404 where there is no such post. It takes `limit` and pages with
`Link`, like every list of the service: post {MOST_LIKED} has 215 likes. Two statements at most.
`Like` is in `microblog.models`, and `queries.page_of(rows, time, key)` of notebook 03 makes one
page of a `select`, by a column of time and a key.""",
        hints=(
            "Three parts are ready, and each is one word in the signature or the decorator: the "
            "post or a 404, the page, what goes out.",
            "The select: `id`, `username` and `created_at` of the users, joined to `Like`, where "
            "`Like.post_id` is the post's. It pages by `User.created_at` and `User.id`.",
            '`page.of(…)` believes that the time is called "timestamp", so tell it: `return '
            'page.of(queries.page_of(likers, User.created_at, User.id), "created_at")`, with '
            "`post: PostFromPath, page: PageParams`.",
        ),
        solution_code=LIKERS,
        alternatives=(LIKERS_WITH_PARAMETER,),
        wrong_answers=(
            WrongAnswer("no Link", LIKERS_WITHOUT_LINK, "has no Link"),
            WrongAnswer(
                "no 404",
                LIKERS.replace("PageParams, PostFromPath", "PageParams, PostId")
                .replace("post: PostFromPath", "post_id: PostId")
                .replace("post.id", "post_id"),
                "no post 9999",
            ),
            WrongAnswer(
                "the address goes out",
                LIKERS.replace("UserPublic", "UserPrivate").replace(
                    "User.created_at).join", "User.created_at, User.email).join"
                ),
                "not an address, not a hash",
            ),
            WrongAnswer(
                "likers of all posts",
                LIKERS.replace("likers.where(Like.post_id == post.id)", "likers.distinct()"),
                "2, 4 and 5",
            ),
            WrongAnswer(
                "which column is the time",
                LIKERS.replace(', "created_at")', ")"),
                "unless it is told another",
            ),
            WrongAnswer(
                "oldest account first",
                LIKERS_WITHOUT_LINK.replace("User.created_at.desc()", "User.created_at"),
                "should come first",
            ),
        ),
        judge=judge_likers,
        praise="404, bounds, schema and Link: four promises kept by four words in a signature.",
    ),
]
