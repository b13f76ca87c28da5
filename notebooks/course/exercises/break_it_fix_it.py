"""The exercises of notebook 12."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from fastapi import APIRouter, HTTPException, Request
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.attacks import (
    Target,
    attack,
    race,
    repair,
    two_users_two_posts,
)
from course.exercises.judges.choices import prediction
from course.exercises.judges.functions import Case, function, need_a_function
from microblog import services
from microblog.dependencies import SessionDep
from microblog.errors import TooManyRequests, Unauthorized
from microblog.models import Like, Post, User
from microblog.schemas import Credentials, Token
from microblog.security import create_access_token

NOTEBOOK = "12_break_it_fix_it"

# 12.2: a filter in front of the query of section 7

filtered = APIRouter()


@filtered.get("/users/{username}/posts/")
def list_user_posts(username: str, db: SessionDep) -> list[dict[str, Any]]:
    for word in ("UNION", "--"):
        if word in username:
            raise HTTPException(400, f"No {word} here.")
    found = db.execute(
        text(
            "SELECT posts.id, content, timestamp, owner_id, username FROM posts "
            f"JOIN users ON users.id = owner_id WHERE username = '{username}'"
        )
    )
    return [dict(row) for row in found.mappings()]


def address_of_keiko(target: Target) -> Any:
    return target.value(select(User.email).where(User.username == "keiko"))


def explain_filter(given: Any, target: Target) -> str:
    """What the draft answered tells how far the attack came."""
    if not target.answers:
        return "Your attack sent no request. The address differs from run to run: ask this service."
    answer = target.answers[-1]
    if answer.status_code == 400:
        said = answer.json()["detail"]
        return f"The filter answered: {said} It compares letter by letter; SQL does not."
    if answer.status_code >= 500:
        return (
            "The database could not read the SQL that came of it, and the draft failed. "
            "Write the whole statement down with your text in it: is every quote closed, and has "
            "the second SELECT five columns?"
        )
    if answer.status_code != 200:
        return f"The answer to {answer.request.url} was {answer.status_code}: not the weak route."
    if address_of_keiko(target) in answer.text:
        return "The address is in the answer. Return the address alone, a string."
    if len(answer.json()) == 5:
        return (
            "These are everybody's posts: the condition is broken open, and the columns are those "
            "of posts still. A second SELECT brings columns of its own."
        )
    return f"You returned {given!r:.80}, and that is not the address of keiko."


PAST_THE_FILTER = """def attack(api):
    name = "' union select id, email, email, id, username from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]


answer = attack"""

# 12.3: a throttle that believes a header

believing = APIRouter()


@believing.post("/login")
def log_in(request: Request, of: Credentials, db: SessionDep) -> Token:
    settings, throttle = request.app.state.settings, request.app.state.login_throttle
    address = request.headers.get("X-Forwarded-For", "")
    if seconds := throttle.seconds_to_wait(address, of.username):
        raise TooManyRequests("Too many failed logins. Wait a moment.", seconds)
    try:
        user = services.authenticate(db, of.username, of.password, settings)
    except Unauthorized:
        throttle.count_failure(address, of.username)
        raise
    return Token(access_token=create_access_token(user.username, settings))


WORDS = [f"summer-{year}" for year in range(1990, 2030)]
PASSWORD = WORDS[31]


def explain_guess(given: Any, target: Target) -> str:
    statuses = [answer.status_code for answer in target.answers]
    sent = {answer.request.headers.get("X-Forwarded-For") for answer in target.answers}
    if not statuses:
        return "Your attack sent no request. The password differs from run to run: try the words."
    if 422 in statuses:
        return 'The login wants a body in JSON: {"username": …, "password": …}. It answered 422.'
    if 200 in statuses:
        return f"One word let you in, and you returned {given!r}. Return that word."
    if 429 in statuses and sent == {None}:
        return (
            f"After {statuses.index(429)} wrong guesses each answer is 429, and you took one for a "
            "success or gave up. By what does the draft tell callers apart?"
        )
    if 429 in statuses:
        return (
            f"After {statuses.index(429)} wrong guesses each answer is 429: you said that you are "
            f"{sent.pop()} for too long. Who checks that?"
        )
    return f"You tried {len(statuses)} of {len(WORDS)} words, and none of these was it. Go on."


GUESS = """def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return word
    return None


answer = attack"""

# 12.4: editing a post

EDIT = """from fastapi import APIRouter

from microblog.database import transaction
from microblog.dependencies import OwnPost, SessionDep
from microblog.models import Post
from microblog.schemas import PostCreate

router = APIRouter()


@router.put("/posts/{post_id}")
def edit_post(post: OwnPost, edited: PostCreate, db: SessionDep) -> dict[str, str]:
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
    return {"content": edited.content}


answer = router"""

EDIT_BY_HAND = """from fastapi import APIRouter, HTTPException
from sqlalchemy import update

from microblog.database import transaction
from microblog.dependencies import CurrentUser, PostId, SessionDep
from microblog.models import Post
from microblog.schemas import PostCreate

router = APIRouter()


@router.put("/posts/{post_id}")
def edit_post(
    post_id: PostId, edited: PostCreate, user: CurrentUser, db: SessionDep
) -> dict[str, str]:
    mine = update(Post).where(Post.id == post_id, Post.owner_id == user.id)
    with transaction(db):
        changed = db.execute(mine.values(content=edited.content)).rowcount
    if not changed:
        raise HTTPException(404, "You have no such post.")
    return {"content": edited.content}


answer = router"""

EDIT_CLAIMED = """from fastapi import APIRouter
from pydantic import BaseModel

from microblog.database import transaction
from microblog.dependencies import CurrentUser, PostFromPath, SessionDep
from microblog.errors import NotPermitted
from microblog.models import Post

router = APIRouter()


class DraftPost(BaseModel):
    content: str
    owner_id: int | None = None


@router.put("/posts/{post_id}")
def edit_post(
    post: PostFromPath, edited: DraftPost, user: CurrentUser, db: SessionDep
) -> dict[str, str]:
    if post.owner_id != (edited.owner_id or user.id):
        raise NotPermitted("This post is not yours.")
    with transaction(db):
        db.get_one(Post, post.id).content = edited.content
    return {"content": edited.content}


answer = router"""


EDIT_ANYBODYS = EDIT.replace("import OwnPost", "import CurrentUser, PostFromPath").replace(
    "post: OwnPost", "post: PostFromPath, user: CurrentUser"
)

EDIT_NOTHING = EDIT.replace("import APIRouter", "import APIRouter, HTTPException").replace(
    "    with transaction",
    """    if edited.content:
        raise HTTPException(403, "Posts stay as they are.")
    with transaction""",
)

EDIT_GIVEN_AWAY = (
    EDIT.replace("PostCreate", "Correction")
    .replace("from microblog.schemas import Correction\n", "")
    .replace("import APIRouter\n", "import APIRouter\nfrom pydantic import BaseModel\n")
    .replace(
        "router = APIRouter()",
        """router = APIRouter()


class Correction(BaseModel):
    content: str
    owner_id: int | None = None""",
    )
    .replace(
        "db.get_one(Post, post.id).content = edited.content",
        """row = db.get_one(Post, post.id)
        row.content = edited.content
        row.owner_id = edited.owner_id or row.owner_id""",
    )
)


def content_of(target: Target, post_id: int) -> Any:
    return target.value(select(Post.content).where(Post.id == post_id))


EDIT_THE_ROW = EDIT.replace("db.get_one(Post, post.id).content", "post.content")


def owners_edit(target: Target) -> None:
    try:
        answer = target.call("PUT", "/posts/4", "jonas", {"content": "Corrected"})
    except AttributeError as error:
        if "set attribute" not in str(error):
            raise
        raise Wrong(
            "What OwnPost brings is a row of a query: you can read it, not change it. Get the "
            "model by the id of this row, as the route did before."
        ) from None
    if answer.status_code not in (200, 204) or content_of(target, 4) != "Corrected":
        raise Wrong(
            "Jonas corrects his own post 4, which he may, with the body "
            '{"content": "Corrected"}. '
            f"He got {answer.status_code}, and the post says: {content_of(target, 4)}"
        )


def nobody_else_edits(target: Target) -> None:
    before = content_of(target, 1)
    for claim in ({}, {"owner_id": 1}, {"owner_id": 4}):
        answer = target.call("PUT", "/posts/1", "jonas", {"content": "Mine now"} | claim)
        if content_of(target, 1) != before:
            raise Wrong(
                f"Jonas changed post 1, which is marta's; the body held {claim or 'no owner'}. "
                "Who asks stands in the token, whose post it is in the row."
            )
        if answer.status_code < 400:
            raise Wrong(
                f"Post 1 stayed as it was, and yet jonas was answered {answer.status_code}: "
                f"{answer.text} A program reads the status, and that says it worked. Raise 403."
            )
    anonymous = target.call("PUT", "/posts/1", json={"content": "Mine now"})
    if anonymous.status_code != 401 or content_of(target, 1) != before:
        raise Wrong("Somebody without a token must get 401. Who tells the route who is asking?")


def owners_stay(target: Target) -> None:
    target.call("PUT", "/posts/4", "jonas", {"content": "A gift", "owner_id": 1})
    if target.value(select(Post.owner_id).where(Post.id == 4)) != 4:
        raise Wrong(
            "Jonas gave his post 4 away: now marta said it. The body must not set the owner."
        )
    answer = target.call("PUT", "/posts/99", "jonas", {"content": "Hello"})
    if answer.status_code != 404:
        raise Wrong(f"There is no post 99, and the answer is {answer.status_code}, not 404.")


# 12.5: changing one's account

CHANGE = """from fastapi import APIRouter

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.schemas import Email, Input, UserPrivate

router = APIRouter()


class UserChange(Input):
    email: Email


@router.patch("/users/me", response_model=UserPrivate)
def change_me(change: UserChange, user: CurrentUser, db: SessionDep):
    with transaction(db):
        user.email = change.email
    return user


answer = router"""

CHANGE_BY_STATEMENT = """from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import update

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.models import User
from microblog.schemas import Email

router = APIRouter()


class Address(BaseModel):
    email: Email


@router.patch("/users/me")
def change_me(new: Address, user: CurrentUser, db: SessionDep) -> Address:
    with transaction(db):
        db.execute(update(User).where(User.id == user.id).values(email=new.email))
    return new


answer = router"""

CHANGE_UNCHECKED = """from typing import Any

from fastapi import APIRouter

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import NotPermitted
from microblog.schemas import UserPrivate

router = APIRouter()


@router.patch("/users/me", response_model=UserPrivate)
def change_me(body: dict[str, Any], user: CurrentUser, db: SessionDep):
    with transaction(db):
        for column, value in body.items():
            setattr(user, column, value)
    return user


answer = router"""

CHANGE_EXCEPT = CHANGE_UNCHECKED.replace(
    "    with transaction",
    """    if body.keys() & {"id", "hashed_password"}:
        raise NotPermitted("Not this.")
    with transaction""",
)


def email_changes(target: Target) -> None:
    body = {"email": "new@example.org"}
    answer = target.call("PATCH", "/users/me", "jonas", body)
    stored = target.value(select(User.email).where(User.id == 4))
    if answer.status_code not in (200, 204) or stored != body["email"]:
        raise Wrong(
            f"Jonas changes his address, which he may, with the body {body}. "
            f"He got {answer.status_code}, and the database has {stored}."
        )
    if "$2b$" in answer.text:
        raise Wrong(
            "The address is changed, and the answer holds the hash of jonas's password: "
            f"{answer.text[:90]}… Which schema shows users what only they may see?"
        )


def nothing_else_changes(target: Target) -> None:
    all_but_email = select(User.id, User.username, User.hashed_password).order_by(User.id)
    before = target.rows(all_but_email)
    for column, value in (("hashed_password", "$2b$04$x"), ("id", 77), ("username", "marta_2")):
        body = {"email": "new@example.org", column: value}
        target.call("PATCH", "/users/me", "jonas", body)
        if target.rows(all_but_email) != before:
            raise Wrong(
                f"The body {body} changed {column} as well. A list of what is forbidden is never "
                "complete. Which fields may a user change? Name these."
            )


def address_is_an_address(target: Target) -> None:
    answer = target.call("PATCH", "/users/me", "jonas", {"email": "nowhere"})
    if target.value(select(User.email).where(User.id == 4)) == "nowhere":
        raise Wrong(
            f"jonas's address is now 'nowhere', answered with {answer.status_code}. The type Email "
            "of microblog.schemas refuses what is no address."
        )


# 12.6: a like, twice at once

LIKE = """from microblog.database import insert_unless_there
from microblog.models import Like


def like(session, user_id, post_id):
    insert_unless_there(session, Like, user_id=user_id, post_id=post_id)
    session.commit()


answer = like"""

LIKE_AND_LOOK_AFTERWARDS = """from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from microblog.models import Like


def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.commit()
    except IntegrityError:
        session.rollback()
        mine = (Like.user_id == user_id, Like.post_id == post_id)
        if session.scalar(select(Like).where(*mine)) is None:
            raise


answer = like"""

LOOK_FIRST = """from sqlalchemy import select

from microblog.models import Like


def like(session, user_id, post_id):
    there = select(Like).where(Like.user_id == user_id, Like.post_id == post_id)
    if session.scalar(there) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
    session.commit()


answer = like"""

TOGGLE = LOOK_FIRST.replace(
    """    if session.scalar(there) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
""",
    """    if (found := session.scalar(there)) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
    else:
        session.delete(found)
""",
)

SWALLOW = """from microblog.models import Like


def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.commit()
    except Exception:
        session.rollback()


answer = like"""


def like_judge(answer: Any) -> None:
    """Likes one after the other, then two at once, then of nothing."""
    need_a_function(answer)
    liked = select(Like.user_id, Like.post_id).order_by(Like.user_id)
    engine = two_users_two_posts()
    for pairs in ([(1, 2)], [(1, 2), (2, 2)], [(1, 2), (2, 2), (2, 2)]):
        with Session(engine) as session:
            answer(session, *pairs[-1])
        with Session(engine) as session:
            found = [tuple(row) for row in session.execute(liked)]
        if found != sorted(set(pairs)):
            engine.dispose()
            raise Wrong(
                f"One after the other these users liked post 2: {[user for user, _ in pairs]}. "
                f"Expected rows: {sorted(set(pairs))}. Yours: {found}."
                + (" Is there a commit?" if not found else "")
            )
    engine.dispose()
    errors, engine = race(lambda session: answer(session, 1, 2))
    with Session(engine) as session:
        rows = session.execute(liked).all()
    engine.dispose()
    if errors or len(rows) != 1:
        said = f"{type(errors[0]).__name__}: {getattr(errors[0], 'orig', '')}" if errors else ""
        raise Wrong(
            "Two requests at once: both like post 2 as user 1. The number of likes afterwards is "
            f"{len(rows)}, and one request ended in {said or 'nothing'}. That is a 500 for "
            "somebody who clicked twice. Between your look and your write there is room for "
            "another: insert without looking."
        )
    engine = two_users_two_posts()
    try:
        with Session(engine) as session:
            answer(session, 1, 99)
    except Exception:
        return
    finally:
        engine.dispose()
    raise Wrong(
        "A like of post 99, which is not there, passed without a word. Only one kind of refusal "
        "may be ignored: that this like is there already."
    )


# 12.7: a flood in the log

FLOODS = """def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()


answer = floods"""


def flood_cases() -> Sequence[Case]:
    """Small logs; each entry is how many requests, from which second on, with what answer."""
    start = pd.Timestamp("2026-08-12T18:30:00Z")
    rows: list[tuple[str, list[tuple[int, int, str, int]], list[int]]] = [
        ("18:30 has ten logins that were answered 401.", [(10, 0, "/login", 401)], [0]),
        ("18:30 has nine logins that were answered 401.", [(9, 0, "/login", 401)], []),
        (
            "18:30 has six logins with 401, and then six with 429: ten refusals and more.",
            [(6, 0, "/login", 401), (6, 10, "/login", 429)],
            [0],
        ),
        ("18:30 has twelve logins that succeeded.", [(12, 0, "/login", 200)], []),
        ("18:30 has twelve times 401, and none of them at /login.", [(12, 0, "/me", 401)], []),
        (
            "18:30 has five refused logins, 18:31 has seven.",
            [(5, 50, "/login", 401), (7, 60, "/login", 401)],
            [],
        ),
        (
            "18:30 and 18:33 have eleven refused logins each, 18:31 one.",
            [(11, 0, "/login", 401), (1, 70, "/login", 401), (11, 180, "/login", 429)],
            [0, 3],
        ),
    ]
    cases = []
    for shown, entries, minutes in rows:
        lines = [
            {"time": start + pd.Timedelta(seconds=second + number), "path": path, "status": status}
            for count, second, path, status in entries
            for number in range(count)
        ]
        expected = [start + pd.Timedelta(minutes=minute) for minute in minutes]
        cases.append(Case((pd.DataFrame(lines),), expected, shown))
    return cases


def explain_floods(given: Any, case: Case) -> str:
    if not isinstance(given, list):
        return f"Return a list of minutes; this is a {type(given).__name__}."
    if any(not isinstance(minute, pd.Timestamp) for minute in given):
        return "The list should hold the minutes, each a Timestamp, and not how many there were."
    if any(minute != minute.floor("min") for minute in given):
        return "Cut each time down to its minute, and name each minute once."
    return ""


EXERCISES = [
    Exercise(
        id="12.1",
        notebook=NOTEBOOK,
        title="Six tokens",
        minutes=3,
        objective="say what makes a token genuine",
        kind="prediction",
        task="""Six requests for `/users/me` reach the finished service, each with another token. A
token is good for 30 minutes. How many are answered with 200?

| | header | claims | signature |
|--|:--|:--|:--|
| 1 | HS256 | `sub` jonas, issued 10 minutes ago | as the service made it |
| 2 | HS256 | `sub` marta, else as in 1 | that of token 1 |
| 3 | none | `sub` marta | empty |
| 4 | HS256 | as in 1, and `exp` in the year 2099 | that of token 1 |
| 5 | HS256 | `sub` marta | made with a good key of the attacker's own |
| 6 | HS256 | `sub` jonas, issued yesterday | as the service made it |""",
        hints=(
            "Three things must hold: the algorithm that the service expects, a signature by its "
            "own key over *these* claims, and a time that has not passed.",
            "`exp` is a claim like any other. What does the signature say when one letter of the "
            "claims is another?",
            "Only token 1: 2 and 4 have changed claims, 3 has no signature, 5 another key, and 6 "
            "has expired. `answer = 1`",
        ),
        solution_code="answer = 1",
        alternatives=("answer = len([1])",),
        wrong_answers=(
            WrongAnswer("exp is free", "answer = 2", "exp"),
            WrongAnswer("any key", "answer = 3", "whose key"),
            WrongAnswer("all of them", "answer = 6", "draft"),
            WrongAnswer("none", "answer = 0", "token 1"),
        ),
        judge=prediction(
            1,
            {
                0: "One is as the service made it, and still in force: token 1.",
                2: "One too many. Did 4 get in? The signature covers exp like every other claim. "
                "Or 6? It was genuine, and has expired.",
                3: "Two too many. Ask of each: whose key made this signature, and over which "
                "claims?",
                6: "The draft of section 1 would take all six. The finished service checks.",
            },
            "Ask of each: which algorithm, whose key, over which claims, until when?",
        ),
        praise="Token 1. The other five are changed, unsigned, signed by another, or expired.",
    ),
    Exercise(
        id="12.2",
        notebook=NOTEBOOK,
        title="Past the filter",
        minutes=7,
        objective="show what text pasted into SQL gives away",
        kind="attack",
        task="""After the theft of section 7 somebody put a filter in front of the same query:

```python
for word in ("UNION", "--"):
    if word in username:
        raise HTTPException(400, f"No {word} here.")
```

Write `attack(api)`: it asks `/users/…/posts/` for a name of your making, and returns the e-mail
address of keiko, a string.""",
        hints=(
            "The filter compares letter by letter. Does SQL care how you write its words?",
            "Without `--` the closing quote of the statement stays. Let your own text end in such "
            "a way that this quote closes something: a comparison with a text, for example.",
            "The name `' union select id, email, email, id, username from users where username = "
            "'keiko` needs no capital and no comment; the address is the `content` of the first "
            "row of the answer's JSON.",
        ),
        solution_code=PAST_THE_FILTER,
        alternatives=(
            """def attack(api):
    second = "Union All Select 1, email, email, 1, username From users"
    rows = api.get(f"/users/' {second} Where '1' = '1/posts/").json()
    return {row["username"]: row["content"] for row in rows}["keiko"]


answer = attack""",
        ),
        wrong_answers=(
            WrongAnswer("capitals", PAST_THE_FILTER.replace("union", "UNION"), "No UNION here"),
            WrongAnswer(
                "a comment", PAST_THE_FILTER.replace("= 'keiko", "= 'keiko' --"), "No -- here"
            ),
            WrongAnswer(
                "posts only",
                """def attack(api):
    return api.get("/users/' or '1' = '1/posts/").json()[0]["content"]


answer = attack""",
                "everybody's posts",
            ),
            WrongAnswer(
                "a quote left open", PAST_THE_FILTER.replace("= 'keiko", "= keiko"), "every quote"
            ),
            WrongAnswer("the whole answer", PAST_THE_FILTER.replace('[0]["content"]', ""), "alone"),
            WrongAnswer(
                "from the sample data",
                'def attack(api):\n    return "keiko@example.org"\n\n\nanswer = attack',
                "differs",
            ),
        ),
        judge=attack(filtered, address_of_keiko, explain_filter),
        praise="keiko's address, past the filter. The bound parameter of the finished query holds.",
    ),
    Exercise(
        id="12.3",
        notebook=NOTEBOOK,
        title="A thousand addresses",
        minutes=6,
        objective="guess a password, and say what stops the guessing",
        kind="attack",
        task="""This draft has a throttle, ten failures a minute for each name and address. It
stands behind no proxy, and takes the address from a header:

```python
address = request.headers.get("X-Forwarded-For", "")
```

Write `attack(api, username, words)`: it tries the 40 words at `POST /login`, which wants
`{"username": …, "password": …}` as JSON, and returns the one that lets it in.""",
        hints=(
            "Who writes the headers of a request?",
            "`api.post` takes `headers=`, a dict. What must differ from guess to guess?",
            'In the loop: `headers = {"X-Forwarded-For": f"10.0.0.{number}"}` with the number of '
            'the guess, then `api.post("/login", json=guess, headers=headers)`, and return the '
            "word when the status is 200.",
        ),
        solution_code=GUESS,
        alternatives=(
            """def attack(api, username, words):
    def opens(word):
        guess = {"username": username, "password": word}
        return api.post("/login", json=guess, headers={"X-Forwarded-For": word}).is_success

    return next(filter(opens, words), None)


answer = attack""",
        ),
        wrong_answers=(
            WrongAnswer("no header", GUESS.replace(", headers=headers", ""), "tell callers apart"),
            WrongAnswer(
                "always the same address",
                GUESS.replace("{number}", "7").replace(
                    "number, word in enumerate(words)", "word in words"
                ),
                "10.0.0.7",
            ),
            WrongAnswer("ten words", GUESS.replace("(words)", "(words[:10])"), "10 of 40"),
            WrongAnswer("the number", GUESS.replace("return word", "return number"), "that word"),
            WrongAnswer("a form", GUESS.replace("json=guess", "data=guess"), "JSON"),
        ),
        judge=attack(believing, lambda _: PASSWORD, explain_guess, ("keiko", WORDS), PASSWORD),
        praise="40 words from 40 addresses. The finished service asks the connection, not you.",
    ),
    Exercise(
        id="12.4",
        notebook=NOTEBOOK,
        title="Corrections",
        minutes=7,
        objective="let the token say who acts, and the row whose it is",
        kind="repair",
        task="""Somebody added a route to correct a post, `PUT /posts/{post_id}` with
`{"content": …}`. It works, for everybody and with every post. Repair it in the next cell: the owner
may correct a post, all others are refused, whatever their body says.""",
        hints=(
            "Two questions are not asked: who is it, and whose post is it? Where did sections 1 "
            "and 3 find the answers?",
            "`from microblog.dependencies import OwnPost`: an argument `post: OwnPost` reads the "
            "post of the path (a row with its id, not the model), and refuses with 401, 403 or "
            "404.",
            "Take `post: OwnPost` instead of `post_id`, and in the transaction its id: "
            "`db.get_one(Post, post.id).content = edited.content`.",
        ),
        solution_code=EDIT,
        alternatives=(EDIT_BY_HAND,),
        wrong_answers=(
            WrongAnswer("somebody is enough", EDIT_ANYBODYS, "stands in the token"),
            WrongAnswer("believes the body", EDIT_CLAIMED, "'owner_id': 1"),
            WrongAnswer("changes the row of the query", EDIT_THE_ROW, "not change"),
            WrongAnswer("refuses everybody", EDIT_NOTHING, "which he may"),
            WrongAnswer(
                "200 with an error",
                EDIT_BY_HAND.replace(
                    'raise HTTPException(404, "You have no such post.")',
                    'return {"error": "not yours"}',
                ),
                "reads the status",
            ),
            WrongAnswer("gives posts away", EDIT_GIVEN_AWAY, "must not set the owner"),
        ),
        judge=repair(owners_edit, nobody_else_edits, owners_stay),
        praise="Jonas corrects his own post; marta's stays, and so does every owner.",
    ),
    Exercise(
        id="12.5",
        notebook=NOTEBOOK,
        title="A new address",
        minutes=7,
        objective="let in and out only the fields that were asked for",
        kind="repair",
        task="""`PATCH /users/me` shall let users change their e-mail address, and nothing else. The
route in the next cell changes whatever the body names, and answers with more than it should. Repair
it: a new address gets in, no other column changes, no hash gets out.""",
        hints=(
            "What comes in, and what goes out? Each of the two wants a schema.",
            "For the body: a class with one field, `email`, of the type `Email` from "
            "`microblog.schemas`. For the answer: `UserPrivate` shows a user to themselves.",
            "`class UserChange(Input)` with `email: Email`, then "
            '`@router.patch("/users/me", response_model=UserPrivate)`, an argument '
            "`change: UserChange`, and `user.email = change.email` in the transaction.",
        ),
        solution_code=CHANGE,
        alternatives=(CHANGE_BY_STATEMENT,),
        wrong_answers=(
            WrongAnswer("any column", CHANGE_UNCHECKED, "hashed_password as well"),
            WrongAnswer("a list of what is forbidden", CHANGE_EXCEPT, "username as well"),
            WrongAnswer(
                "the hash gets out",
                CHANGE.replace(", response_model=UserPrivate", ""),
                "holds the hash",
            ),
            WrongAnswer("nothing stored", CHANGE.replace("user.email = ", "_ = "), "which he may"),
            WrongAnswer("any text", CHANGE.replace("email: Email", "email: str"), "no address"),
        ),
        judge=repair(email_changes, nothing_else_changes, address_is_an_address),
        praise="The address and nothing but the address, in and out.",
    ),
    Exercise(
        id="12.6",
        notebook=NOTEBOOK,
        title="A double click",
        minutes=6,
        objective="let a key decide when two requests arrive at once",
        kind="repair",
        task="""The function in the next cell stores a like, and commits. The table has its key, so
a second row cannot get in: with two requests at once, one ends in an `IntegrityError`, and its user
sees a 500. Repair it: a like that is there already is no error, at once or later. A like of a post
that does not exist must still raise.""",
        hints=(
            "The look in front of the write cannot help: leave it out. Who refuses a second row?",
            "Either insert with *on conflict do nothing*, as `insert_unless_there` of "
            "`microblog.database` does, or catch the error and look *afterwards* whether the like "
            "is there.",
            "`insert_unless_there(session, Like, user_id=user_id, post_id=post_id)` and then "
            "`session.commit()`: the key decides, and a missing post is still refused.",
        ),
        solution_code=LIKE,
        alternatives=(LIKE_AND_LOOK_AFTERWARDS,),
        wrong_answers=(
            WrongAnswer("looks first", LOOK_FIRST, "Between your look and your write"),
            WrongAnswer("swallows everything", SWALLOW, "post 99"),
            WrongAnswer("no commit", LIKE.replace("    session.commit()\n", ""), "a commit?"),
            WrongAnswer("a toggle", TOGGLE, "Yours: [(1, 2)]"),
        ),
        judge=like_judge,
        praise="Two at once, one row, no error; and nothing is liked that is not there.",
    ),
    Exercise(
        id="12.7",
        notebook=NOTEBOOK,
        title="The minute of the flood",
        minutes=6,
        objective="find an attack in the service's log",
        kind="function",
        task="""Write `floods(log)` in pandas. `log` is a frame with the columns `time` (in UTC),
`path` and `status`, one row for each request. Return a list with the minutes, as Timestamps and in
order, in which ten or more requests to `/login` were answered with 401 or 429.""",
        hints=(
            "First the rows: one path, two statuses. Then count them by minute.",
            '`.dt.floor("min")` cuts a time down to its minute, and `groupby` takes that as its '
            "key. Compare the counts with 10.",
            '`refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]`, then '
            '`per_minute = refused.groupby(refused["time"].dt.floor("min")).size()`, and the index '
            "of those that are at least 10, with `.tolist()`.",
        ),
        solution_code=FLOODS,
        alternatives=(
            """def floods(log):
    refused = log.query("path == '/login' and status in (401, 429)")
    counts = refused["time"].dt.floor("min").value_counts()
    return sorted(counts.index[counts >= 10])


answer = floods""",
        ),
        wrong_answers=(
            WrongAnswer("off by one", FLOODS.replace(">= 10", "> 10"), "ten logins"),
            WrongAnswer("401 only", FLOODS.replace("[401, 429]", "[401]"), "six with 429"),
            WrongAnswer(
                "successes too",
                FLOODS.replace(' & log["status"].isin([401, 429])', "", 1),
                "succeeded",
            ),
            WrongAnswer(
                "every path",
                FLOODS.replace('(log["path"] == "/login") & ', ""),
                "none of them at /login",
            ),
            WrongAnswer(
                "the whole log",
                FLOODS.replace('dt.floor("min")', 'dt.floor("h")'),
                "18:00",
            ),
            WrongAnswer("the counts", FLOODS.replace(".index.tolist()", ".tolist()"), "how many"),
        ),
        judge=function(flood_cases, explain_floods),
        praise="Your pandas names the minute in all seven logs.",
    ),
]
