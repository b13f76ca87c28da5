"""The exercises of notebook 09."""

import sys
from collections.abc import Sequence
from typing import Any

import pandas as pd
from jose import jwt
from sqlalchemy import event

from course.databases import DATA
from course.exercises.exercise import Exercise, Judge, WrongAnswer
from course.exercises.judges.accounts import accounts
from course.exercises.judges.choices import prediction
from course.exercises.judges.endpoints import Calling, endpoint, serving, try_call
from course.exercises.judges.functions import Case, function
from course.exercises.judges.tokens import checking, reading

NOTEBOOK = "09_authentication"

WEAK = r"""def weak(users):
    stored = users["hashed_password"]
    cost = stored.str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)
    shared = stored.duplicated(keep=False)
    return users.loc[shared | ~(cost >= 10), "username"].tolist()


answer = weak"""

ISSUED_TO = """import base64
import json


def issued_to(token):
    claims = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]


answer = issued_to"""

NO_PADDING = WrongAnswer("no padding", ISSUED_TO.replace(' + "=="', ""), "multiple of four")

WHOSE = """from jose import jwt


def whose(token, key):
    try:
        claims = jwt.decode(token, key, algorithms=["HS256"], options={"require_exp": True})
    except Exception:
        return None
    return claims["sub"]


answer = whose"""

WHOSE_BY_HAND = """import base64
import hashlib
import hmac
import json
import time


def opened(part):
    return json.loads(base64.urlsafe_b64decode(part + "=="))


def whose(token, key):
    try:
        header, body, signed = token.split(".")
        text = f"{header}.{body}".encode()
        own = hmac.new(key.encode(), text, hashlib.sha256).digest()
        genuine = hmac.compare_digest(own, base64.urlsafe_b64decode(signed + "=="))
        in_force = opened(body)["exp"] > time.time()
        ours = opened(header)["alg"] == "HS256"
    except (ValueError, KeyError, TypeError):
        return None
    return opened(body)["sub"] if genuine and in_force and ours else None


answer = whose"""

ACCOUNTS = """from microblog.config import Settings
from microblog.security import hash_password, verify_password

settings = Settings(bcrypt_rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = hash_password(password, settings)

    def log_in(self, username, password):
        return verify_password(password, self.table.get(username), settings)


answer = Accounts"""

ACCOUNTS_WITH_CONTEXT = """from passlib.context import CryptContext

context = CryptContext(schemes=["bcrypt"], bcrypt__rounds=4)


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = context.hash(password)

    def log_in(self, username, password):
        if len(password.encode()) > 72:
            return False
        if username not in self.table:
            return context.dummy_verify()
        return context.verify(password, self.table[username])


answer = Accounts"""

LIKES = """from typing import Any

from fastapi import APIRouter
from sqlalchemy import select

from microblog.dependencies import CurrentUser, SessionDep
from microblog.models import Like

router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: CurrentUser, db: SessionDep) -> Any:
    mine = select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)
    return db.scalars(mine).all()


answer = router"""

LIKES_BY_FUNCTION = """from typing import Annotated, Any

from fastapi import APIRouter, Depends
from sqlalchemy import select

from microblog.dependencies import SessionDep, get_current_user
from microblog.models import Like, User

router = APIRouter()


@router.get("/users/me/likes/")
def list_my_likes(user: Annotated[User, Depends(get_current_user)], db: SessionDep) -> Any:
    found = db.scalars(select(Like).where(Like.user_id == user.id))
    return sorted(like.post_id for like in found)


answer = router"""

LIKES_OF_TOKEN = """from typing import Any

from fastapi import APIRouter, HTTPException, Request
from jose import jwt
from sqlalchemy import select

from microblog.dependencies import BearerToken, SessionDep
from microblog.models import Like, User
from microblog.security import InvalidToken, decode_access_token

router = APIRouter()


def name_in(token: str | None, request: Request) -> str:
    if token is None:
        raise HTTPException(401)
    try:
        return decode_access_token(token, request.app.state.settings).username
    except InvalidToken:
        raise HTTPException(401) from None


@router.get("/users/me/likes/")
def list_my_likes(token: BearerToken, db: SessionDep, request: Request) -> Any:
    name = name_in(token, request)
    mine = select(Like.post_id).join(User, User.id == Like.user_id).where(User.username == name)
    return db.scalars(mine.order_by(Like.post_id)).all()


answer = router"""

PASSWORD = """from fastapi import APIRouter, Request
from pydantic import BaseModel

from microblog.database import transaction
from microblog.dependencies import CurrentUser, SessionDep
from microblog.errors import NotPermitted
from microblog.schemas import Password
from microblog.security import hash_password, verify_password

router = APIRouter()


class PasswordChange(BaseModel):
    old: str
    new: Password


@router.put("/users/me/password", status_code=204)
def change_password(
    change: PasswordChange, user: CurrentUser, db: SessionDep, request: Request
) -> None:
    settings = request.app.state.settings
    if not verify_password(change.old, user.hashed_password, settings):
        raise NotPermitted("That is not your password.")
    hashed = hash_password(change.new, settings)
    with transaction(db):
        user.hashed_password = hashed


answer = router"""

PASSWORD_BY_UPDATE = (
    PASSWORD.replace(
        "        user.hashed_password = hashed\n",
        "        mine = update(User).where(User.id == user.id)\n"
        "        db.execute(mine.values(hashed_password=hashed))\n",
    )
    .replace(
        "from pydantic import BaseModel\n",
        "from pydantic import BaseModel\nfrom sqlalchemy import update\n",
    )
    .replace(
        "from microblog.schemas import Password\n",
        "from microblog.models import User\nfrom microblog.schemas import Password\n",
    )
)

FORGED = jwt.encode({"sub": "marta", "iat": 1_790_000_000, "exp": 4_000_000_000}, "Nils' own key")
NEW_PASSWORD = {"old": "sample-password", "new": "a new and long one"}


def stored(cost: int, letter: str) -> str:
    """What looks like a bcrypt hash: as long as one, easy to tell apart."""
    return f"$2b${cost:02}$" + 53 * letter


def weak_cases() -> Sequence[Case]:
    """Small tables, from the plainest on, each with the names that need a new password."""
    sha256 = "ca43a9500d98a35023a0514bbeeff80bffca042ea8a35b1b7fe2ba80b1b0a4b1"
    tables: list[tuple[str, dict[str, str], list[str]]] = [
        (
            "Two bcrypt hashes of cost 12, not alike.",
            {"marta": stored(12, "a"), "ana": stored(12, "b")},
            [],
        ),
        (
            "Jonas has cost 04, Keiko 10.",
            {"jonas": stored(4, "a"), "keiko": stored(10, "b")},
            ["jonas"],
        ),
        ("Ana has a SHA-256 hash.", {"ana": sha256, "marta": stored(12, "a")}, ["ana"]),
        (
            "Bodil's password stands there as typed.",
            {"marta": stored(11, "a"), "bodil": "three herons"},
            ["bodil"],
        ),
        (
            "Jonas and Keiko share one hash.",
            {"jonas": stored(12, "a"), "ana": stored(12, "b"), "keiko": stored(12, "a")},
            ["jonas", "keiko"],
        ),
    ]
    return [
        Case(
            (pd.DataFrame({"username": list(rows), "hashed_password": list(rows.values())}),),
            expected,
            shown,
        )
        for shown, rows, expected in tables
    ]


def explain_weak(given: Any, case: Case) -> str:
    if not isinstance(given, list):
        return f"Return a list of usernames; this is a {type(given).__name__}."
    if "share" in case.shown and given:
        return "Both of them need a new one. Which rows does duplicated() leave out by default?"
    if "share" in case.shown:
        return "Two rows alike mean that they have no salt of their own."
    if "cost" in case.shown and given != case.expected:
        if "keiko" in given:
            return "Keiko's cost is 10, and 10 is not under 10."
        return "The cost is the number between the second $ and the third: 04 is less than 10."
    return "What is no bcrypt hash has no cost: NaN, and no comparison with NaN is True."


def likes_of(username: str) -> list[int]:
    users = pd.read_csv(DATA / "users.csv").set_index("username")
    likes = pd.read_csv(DATA / "likes.csv")
    return sorted(likes.loc[likes["user_id"] == users.loc[username, "id"], "post_id"].tolist())


def endpoint_backwards(calls: Sequence[Calling]) -> Judge:
    """As `endpoint`, on a database that gives rows backwards wherever no order is asked for."""

    def turn(connection: Any, *_: Any) -> None:
        connection.execute("PRAGMA reverse_unordered_selects = ON")

    def judge(answer: Any) -> None:
        with serving(answer) as api:
            event.listen(api.app.state.engine.pool, "checkout", turn)
            for call in calls:
                try_call(api, call)

    return judge


def in_order(given: Any) -> Any:
    """A list of numbers sorted; anything else as it is."""
    numbers = isinstance(given, list) and all(isinstance(each, int) for each in given)
    return sorted(given) if numbers else given


EXERCISES = [
    Exercise(
        id="09.1",
        notebook=NOTEBOOK,
        title="The price of a salt",
        minutes=3,
        objective="say what a leaked table of users gives away",
        kind="prediction",
        task="""A table of 500 users leaks. A thief tries a list of 1,000 words on all of them.
Against SHA-256 without a salt 1,000 hashes and a merge will do. The table holds bcrypt, cost 12,
each row with a salt of its own. How many bcrypt hashes do it now, at most?""",
        hints=(
            "Why did one column of hashed guesses serve for all rows before?",
            "A guess for Ana is hashed with Ana's salt. What is it worth for Bodil?",
            "Each word once for each row: `answer = 500 * 1000`",
        ),
        solution_code="answer = 500_000",
        alternatives=("answer = 500 * 1000",),
        wrong_answers=(
            WrongAnswer("one table for all", "answer = 1000", "salt"),
            WrongAnswer("one guess each", "answer = 500", "1,000 words"),
            WrongAnswer("added", "answer = 1500", "on each user"),
            WrongAnswer("rounds counted", "answer = 500 * 1000 * 4096", "inside"),
            WrongAnswer("rounds without salt", "answer = 1000 * 4096", "cost"),
        ),
        judge=prediction(
            500_000,
            {
                1_000: "That was SHA-256. With a salt, Ana's hash of a word differs from Bodil's.",
                500: "One for each user tries a single word on each. The list has 1,000 words.",
                1_500: "Words and users are not added: each word has to be tried on each user.",
                2_048_000_000: "The 4,096 rounds are inside of each hash: they make it slow.",
                4_096_000: "The cost makes each hash slow, not more of them. And the salt?",
            },
            "Each word has to be hashed with the salt of each row: words times rows.",
        ),
        praise="500,000, and at a quarter of a second each that is a day and a half.",
    ),
    Exercise(
        id="09.2",
        notebook=NOTEBOOK,
        title="An audit",
        minutes=6,
        objective="say what a leaked table of users gives away",
        kind="function",
        task="""Somebody hands you a table of users, and asks who needs a new password. Write
`weak(users)` in pandas: a list of the usernames, in the frame's order, whose `hashed_password` is
no bcrypt hash (those begin with `$2b$`), or has a cost under 10, or stands in another row too.""",
        hints=(
            "Three conditions, joined with `|`. One of them is about other rows.",
            r"`.str.extract` with `^\$2b\$(\d\d)\$` gives the cost, and NaN for what is no bcrypt "
            "hash. Is NaN under 10? Is it 10 or more? And what does `duplicated(keep=False)` do?",
            r'`cost = users["hashed_password"].str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)`, '
            'then `shared = users["hashed_password"].duplicated(keep=False)`; '
            'and `users.loc[shared | ~(cost >= 10), "username"].tolist()`.',
        ),
        solution_code=WEAK,
        alternatives=(
            """from collections import Counter


def weak(users):
    seen = Counter(users["hashed_password"])
    found = []
    for row in users.itertuples():
        parts = row.hashed_password.split("$")
        strong = len(parts) == 4 and parts[1] == "2b" and int(parts[2]) >= 10
        if not strong or seen[row.hashed_password] > 1:
            found.append(row.username)
    return found


answer = weak""",
        ),
        wrong_answers=(
            WrongAnswer("NaN forgotten", WEAK.replace("~(cost >= 10)", "(cost < 10)"), "NaN"),
            WrongAnswer(
                "the first of two left out", WEAK.replace("keep=False", ""), "duplicated()"
            ),
            WrongAnswer(
                "shared hashes overlooked", WEAK.replace("shared | ", ""), "salt of their own"
            ),
            WrongAnswer("cost overlooked", WEAK.replace("~(cost >= 10)", "cost.isna()"), "04"),
            WrongAnswer("a column", WEAK.replace(', "username"].tolist()', "]"), "a DataFrame"),
        ),
        judge=function(weak_cases, explain_weak),
        praise="Plain text, fast hashes, cheap ones and shared ones: your audit finds all four.",
    ),
    Exercise(
        id="09.3",
        notebook=NOTEBOOK,
        title="Found in a log",
        minutes=3,
        objective="open a token and read what it claims",
        kind="function",
        task="""In a log file you find tokens. You have no key, and they have expired. Write
`issued_to(token)`: the value of `sub`, as text. One line is enough.""",
        hints=(
            "Three parts with dots between them. Which one holds the claims?",
            "`opened`, above, reads one part. python-jose has a function for it too, whose name "
            "says that nothing is checked: `jwt.get_unverified_…`.",
            '`return opened(token.split(".")[1])["sub"]`, or '
            '`return jwt.get_unverified_claims(token)["sub"]`.',
        ),
        solution_code=ISSUED_TO,
        alternatives=(
            """from jose import jwt


def issued_to(token):
    return jwt.get_unverified_claims(token)["sub"]


answer = issued_to""",
        ),
        wrong_answers=(
            WrongAnswer(
                "checked",
                """from jose import jwt


def issued_to(token):
    return jwt.decode(token, "a key that I made up", algorithms=["HS256"])["sub"]


answer = issued_to""",
                "need the key",
            ),
            WrongAnswer(
                "the header",
                ISSUED_TO.replace("[1]", "[0]").replace('["sub"]', ""),
                "the first part",
            ),
            WrongAnswer("all claims", ISSUED_TO.replace('["sub"]', ""), "the value of `sub`"),
            # From Python 3.15 on `urlsafe_b64decode` does without.
            *([NO_PADDING] if sys.version_info < (3, 15) else []),
            WrongAnswer("printed", ISSUED_TO.replace("return json", "json"), "print"),
        ),
        judge=reading,
        praise="Read without a key. So could anybody else: never put a secret into a token.",
    ),
    Exercise(
        id="09.4",
        notebook=NOTEBOOK,
        title="Seven tokens knock",
        minutes=4,
        objective="tell a genuine token from a forged or expired one",
        kind="prediction",
        task="""`decode_access_token(token, settings)` gets these seven tokens. By the settings a
token is good for 30 minutes. How many of them does it accept?

| | token |
|--|:--|
| 1 | made by `create_access_token("ana", settings)`, ten minutes ago |
| 2 | the same, with `exp` set to next year and the signature as it was |
| 3 | header `{"alg": "none"}`, the claims of 1, no signature |
| 4 | made by `create_access_token("ana", …)` with the settings of another service |
| 5 | made by `create_access_token("ana", settings)`, an hour ago |
| 6 | signed with our key, `sub` and `iat` like 1, without `exp` |
| 7 | made by `create_access_token("zoe", settings)` now; there is no user zoe |""",
        hints=(
            "Ask of each: is the signature ours, does it fit these claims, and is it in force?",
            "Row 6 would pass the library alone. Which options does `decode_access_token` give? "
            "And which argument could tell it who zoe is?",
            "1 and 7: its signature is good, and who exists is the question of "
            "`get_current_user`. `answer = 2`",
        ),
        solution_code="answer = 2",
        alternatives=("answer = len({1, 7})",),
        wrong_answers=(
            WrongAnswer("only the first", "answer = 1", "zoe"),
            WrongAnswer("without exp too", "answer = 3", "require_exp"),
            WrongAnswer("none refused but two", "answer = 5", "signature"),
            WrongAnswer("all", "answer = 7", "every"),
        ),
        judge=prediction(
            2,
            {
                1: "One more. decode_access_token has no database: how could it know about zoe?",
                3: "One too many. Did row 6 get in? require_exp refuses a token without `exp`.",
                5: "Too many. For which rows does the signature fit the claims, with our key?",
                7: "Not every token gets in: four of the rows are forged or too old.",
            },
            "Go row by row: whose key, which claims, until when, and is every claim there?",
        ),
        praise="1 and 7. That zoe does not exist is found out later, by get_current_user.",
    ),
    Exercise(
        id="09.5",
        notebook=NOTEBOOK,
        title="Whose is it?",
        minutes=6,
        objective="tell a genuine token from a forged or expired one",
        kind="function",
        task="""Write `whose(token, key)`: the `sub` of a token that was signed with `key` by HS256
and has not expired, and None for anything else, whatever it is.""",
        hints=(
            "`jwt.decode` gives the claims or raises. What do you return in each case?",
            "Which errors may it raise? This notebook saw one that is no `JWTError`. And what does "
            "it say to a token without `exp`, unless an option asks for it?",
            'In `try:` `claims = jwt.decode(token, key, algorithms=["HS256"], '
            'options={"require_exp": True})`, then `except Exception: return None`, and at the '
            'end `return claims["sub"]`.',
        ),
        solution_code=WHOSE,
        alternatives=(WHOSE_BY_HAND,),
        wrong_answers=(
            WrongAnswer(
                "read and not checked",
                """from jose import jwt


def whose(token, key):
    try:
        return jwt.get_unverified_claims(token)["sub"]
    except Exception:
        return None


answer = whose""",
                "To read them is no check",
            ),
            WrongAnswer(
                "the token says how",
                WHOSE.replace('["HS256"]', '[jwt.get_unverified_header(token)["alg"]]'),
                "Whoever checks says how",
            ),
            WrongAnswer(
                "alg none believed",
                WHOSE.replace(
                    "    try:\n",
                    '    if jwt.get_unverified_header(token)["alg"] == "none":\n'
                    '        return jwt.get_unverified_claims(token)["sub"]\n    try:\n',
                ),
                "algorithm is none",
            ),
            WrongAnswer(
                "expiry switched off",
                WHOSE.replace('"require_exp": True', '"verify_exp": False'),
                "expired a minute ago",
            ),
            WrongAnswer(
                "exp not required", WHOSE.replace(', options={"require_exp": True}', ""), "no `exp`"
            ),
            WrongAnswer(
                "JWTError only",
                WHOSE.replace("import jwt", "import JWTError, jwt").replace(
                    "except Exception", "except JWTError"
                ),
                "raised TypeError",
            ),
            WrongAnswer("the claims", WHOSE.replace('["sub"]', ""), "return 'ana'"),
        ),
        judge=checking,
        praise="Genuine ones by name, and eleven others without a word too many.",
    ),
    Exercise(
        id="09.6",
        notebook=NOTEBOOK,
        title="Accounts that leak",
        minutes=6,
        objective="store a password so that it can be checked and not read",
        kind="repair",
        task="""The class in the next cell stores passwords as they are typed. Repair it. What
`table` holds must not help a thief, not even to see that two people have the same password.
`log_in` still answers True or False to whatever it gets, and takes one bcrypt hash to say so, also
for a name that nobody has. (`Settings(bcrypt_rounds=4)` keeps it fast.)""",
        hints=(
            "Two functions of this notebook do all of it, one for each method.",
            "`hash_password` makes what is stored. `verify_password` also takes None instead of a "
            "hash: what does `self.table.get(username)` give for a name that nobody has?",
            "In `register`: `self.table[username] = hash_password(password, settings)`. In "
            "`log_in`: `return verify_password(password, self.table.get(username), settings)`.",
        ),
        solution_code=ACCOUNTS,
        alternatives=(ACCOUNTS_WITH_CONTEXT,),
        wrong_answers=(
            WrongAnswer(
                "as it was",
                """class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = password

    def log_in(self, username, password):
        return self.table.get(username) == password


answer = Accounts""",
                "reads jonas's password",
            ),
            WrongAnswer(
                "SHA-256",
                """import hashlib


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = sha256(password)

    def log_in(self, username, password):
        return self.table.get(username) == sha256(password)


answer = Accounts""",
                "What is missing is a salt",
            ),
            WrongAnswer(
                "SHA-256, salted by name",
                """import hashlib


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


class Accounts:
    def __init__(self):
        self.table = {}

    def register(self, username, password):
        self.table[username] = sha256(username + password)

    def log_in(self, username, password):
        return self.table.get(username) == sha256(username + password)


answer = Accounts""",
                "guessed fast",
            ),
            WrongAnswer(
                "compared with ==",
                ACCOUNTS.replace(
                    "verify_password(password, self.table.get(username), settings)",
                    "hash_password(password, settings) == self.table.get(username)",
                ),
                "== never holds",
            ),
            WrongAnswer(
                "nobody at once",
                ACCOUNTS.replace(
                    "return verify_password(password, self.table.get(username), settings)",
                    "stored = self.table.get(username)\n"
                    "        return stored is not None and "
                    "verify_password(password, stored, settings)",
                ),
                "which names exist",
            ),
            WrongAnswer(
                "too long raises",
                ACCOUNTS_WITH_CONTEXT.replace(
                    "        if len(password.encode()) > 72:\n            return False\n", ""
                ),
                "raised ValueError",
            ),
            WrongAnswer(
                "an unknown name raises",
                ACCOUNTS.replace("self.table.get(username)", "self.table[username]"),
                "raised KeyError",
            ),
        ),
        judge=accounts,
        praise="The thief reads three salts and no password, and no watch tells who exists.",
    ),
    Exercise(
        id="09.7",
        notebook=NOTEBOOK,
        title="My likes",
        minutes=7,
        objective="write an endpoint that knows who asks",
        kind="endpoint",
        task="""What somebody likes is their own affair. Write `GET /users/me/likes/`: the ids of
the posts that the current user likes, smallest first, as a list of numbers (`Like` stands in
`microblog.models`, with `user_id` and `post_id`). Without a valid token the answer is 401.""",
        hints=(
            "Who asks is a parameter of your function. Which of its parameters may a caller fill "
            "in?",
            "`user: CurrentUser` gives the user or ends in 401; `db: SessionDep` the session. The "
            "statement selects one column of `Like`, filtered and sorted.",
            "`select(Like.post_id).where(Like.user_id == user.id).order_by(Like.post_id)`, and "
            "return `db.scalars(…).all()`. Above the function: "
            '`@router.get("/users/me/likes/")`.',
        ),
        solution_code=LIKES,
        alternatives=(LIKES_BY_FUNCTION,),
        wrong_answers=(
            WrongAnswer(
                "who asks is a parameter",
                LIKES.replace("user: CurrentUser", "username: str")
                .replace("import CurrentUser, SessionDep", "import SessionDep")
                .replace("import Like", "import Like, User")
                .replace(
                    "select(Like.post_id).where(Like.user_id == user.id)",
                    "select(Like.post_id).join(User, User.id == Like.user_id)"
                    ".where(User.username == username)",
                ),
                "sends nothing but her token",
            ),
            WrongAnswer(
                "everybody's likes",
                LIKES.replace(".where(Like.user_id == user.id)", ""),
                "These are not the ids of Keiko's",
            ),
            WrongAnswer(
                "no order", LIKES.replace(".order_by(Like.post_id)", ""), "smallest id first"
            ),
            WrongAnswer(
                "rows", LIKES.replace("db.scalars(", "db.execute("), "`scalars` gives the numbers"
            ),
            WrongAnswer(
                "403 for nobody",
                LIKES_OF_TOKEN.replace(
                    "    if token is None:\n        raise HTTPException(401)",
                    "    if token is None:\n        raise HTTPException(403)",
                ),
                "I know who you are",
            ),
            WrongAnswer(
                "open to all",
                LIKES_OF_TOKEN.replace(
                    "        raise HTTPException(401)\n    try", '        return "ana"\n    try'
                ),
                "and should be with 401",
            ),
            WrongAnswer(
                "token not checked",
                LIKES_OF_TOKEN.replace(
                    "decode_access_token(token, request.app.state.settings).username",
                    'jwt.get_unverified_claims(token)["sub"]',
                ),
                "signed by Nils",
            ),
            WrongAnswer(
                "the caller may overrule the token",
                LIKES_OF_TOKEN.replace(
                    "request: Request) -> Any:\n    name = name_in(token, request)",
                    "request: Request, username: str = '') -> Any:\n"
                    "    name = username or name_in(token, request)",
                ),
                "?username=ana",
            ),
        ),
        judge=endpoint_backwards(
            [
                Calling(
                    "GET",
                    "/users/me/likes/",
                    200,
                    "Keiko sends nothing but her token, and that says who she is.",
                    by="keiko",
                    instead={
                        500: "If the error below speaks of a sequence and of vars(): `execute` "
                        "gives rows, and `scalars` gives the numbers in them."
                    },
                ),
                Calling(
                    "GET",
                    "/users/me/likes/",
                    200,
                    "These are not the ids of Keiko's 105 likes, as a list of numbers: whose rows, "
                    "and which column, does your statement select?",
                    by="keiko",
                    answer=lambda given: in_order(given) == likes_of("keiko"),
                ),
                Calling(
                    "GET",
                    "/users/me/likes/",
                    200,
                    "Keiko's likes are all there, and they should come smallest id first. "
                    "Without an order a database gives rows in any.",
                    by="keiko",
                    answer=lambda given: given == likes_of("keiko"),
                ),
                Calling(
                    "GET",
                    "/users/me/likes/",
                    401,
                    "Nobody is logged in. 401 asks: who are you? 403 would say: I know who you "
                    "are, and you may not.",
                ),
                Calling(
                    "GET",
                    "/users/me/likes/",
                    401,
                    "This token says marta, and was signed by Nils with a key of his own.",
                    headers={"Authorization": f"Bearer {FORGED}"},
                ),
                Calling(
                    "GET",
                    "/users/me/likes/?username=ana&user_id=2",
                    200,
                    "Keiko asked with ?username=ana&user_id=2 in the address, and must still get "
                    "her own likes: who asks comes from the token alone.",
                    by="keiko",
                    answer=lambda given: given == likes_of("keiko"),
                ),
            ]
        ),
        praise="Keiko gets her 105, and whoever is nobody, or Nils, gets a 401.",
    ),
    Exercise(
        id="09.8",
        notebook=NOTEBOOK,
        title="A new password",
        minutes=10,
        objective="write an endpoint that knows who asks",
        kind="endpoint",
        task="""Write `PUT /users/me/password`, which takes the JSON `{"old": …, "new": …}`. It
stores a hash of the new password for the current user and answers 204. If `old` is not their
password: 403 (`NotPermitted` in `microblog.errors`). The new one obeys the rules of registration
(`Password` in `microblog.schemas`), else 422. Without a valid token: 401.""",
        hints=(
            "Three parts: a schema for the body, the check of the old password, one write.",
            "`user.hashed_password` is what is stored; `request.app.state.settings` are the "
            "settings that hashing needs. Where does `register_user` commit?",
            "`if not verify_password(change.old, user.hashed_password, settings):` "
            "`raise NotPermitted(…)`; then `hashed = hash_password(change.new, settings)`, and "
            "`with transaction(db):` `user.hashed_password = hashed`.",
        ),
        solution_code=PASSWORD,
        alternatives=(PASSWORD_BY_UPDATE,),
        wrong_answers=(
            WrongAnswer(
                "the user from the body",
                PASSWORD.replace("    old: str", "    username: str\n    old: str")
                .replace(
                    "change: PasswordChange, user: CurrentUser, db", "change: PasswordChange, db"
                )
                .replace("import CurrentUser, SessionDep", "import SessionDep")
                .replace(
                    "    if not",
                    "    user = find_user(db, change.username)\n    if user is None or not",
                )
                .replace(
                    "import hash_password, verify_password",
                    "import hash_password, verify_password\n"
                    "from microblog.services import find_user",
                ),
                "no token",
            ),
            WrongAnswer(
                "old not checked",
                PASSWORD.replace("if not verify_password(", "if False and verify_password("),
                "is not Keiko's password",
            ),
            WrongAnswer("200", PASSWORD.replace(", status_code=204", ""), "is 204"),
            WrongAnswer(
                "401 for a wrong password",
                PASSWORD.replace("NotPermitted", "Unauthorized"),
                "403, not 401",
            ),
            WrongAnswer("new not checked", PASSWORD.replace("new: Password", "new: str"), "ducks"),
            WrongAnswer(
                "compared with ==",
                PASSWORD.replace(
                    "not verify_password(change.old, user.hashed_password, settings)",
                    "hash_password(change.old, settings) != user.hashed_password",
                ),
                "gives the right old password",
            ),
            WrongAnswer(
                "not committed",
                PASSWORD.replace("    with transaction(db):\n        user", "    user"),
                "committed",
            ),
            WrongAnswer(
                "plain text stored",
                PASSWORD.replace("hash_password(change.new, settings)", "change.new"),
                "verify_password wants a hash",
            ),
            WrongAnswer(
                "everybody's password",
                PASSWORD_BY_UPDATE.replace(".where(User.id == user.id)", ""),
                "Jonas",
            ),
        ),
        judge=endpoint(
            [
                Calling(
                    "PUT",
                    "/users/me/password",
                    401,
                    "A request with no token changed a password, or came near: who asks comes from "
                    "the token alone.",
                    json=NEW_PASSWORD,
                ),
                Calling(
                    "PUT",
                    "/users/me/password",
                    403,
                    "'guessed-password' is not Keiko's password. Whoever finds her screen unlocked "
                    "must not be able to lock her out.",
                    json=NEW_PASSWORD | {"old": "guessed-password"},
                    by="keiko",
                    instead={
                        401: "It is known who asks, and the old password is wrong: 403, not 401.",
                        422: "Your endpoint does not take the JSON. A schema stands for the body; "
                        "a parameter of a simple type is looked for in the address.",
                    },
                ),
                Calling(
                    "PUT",
                    "/users/me/password",
                    422,
                    "25 ducks are 100 bytes, and bcrypt reads 72: the schema should refuse them.",
                    json=NEW_PASSWORD | {"new": 25 * "🦆"},
                    by="keiko",
                ),
                Calling(
                    "PUT",
                    "/users/me/password",
                    204,
                    "Keiko gives the right old password and a good new one. What compares a "
                    "password with a stored hash?",
                    json=NEW_PASSWORD,
                    by="keiko",
                    instead={
                        200: "The change is made. The status for done, and no answer, is 204."
                    },
                ),
                Calling(
                    "POST",
                    "/login",
                    401,
                    "Keiko's old password still works after the change: was anything committed?",
                    json={"username": "keiko", "password": "sample-password"},
                ),
                Calling(
                    "POST",
                    "/login",
                    200,
                    "Keiko cannot log in with her new password: verify_password wants a hash in "
                    "hashed_password.",
                    json={"username": "keiko", "password": NEW_PASSWORD["new"]},
                ),
                Calling(
                    "POST",
                    "/login",
                    200,
                    "Keiko changed her password, and now Jonas cannot log in with his.",
                    json={"username": "jonas", "password": "sample-password"},
                ),
            ]
        ),
        praise="The old one is dead, the new one works, and nobody but Keiko noticed.",
    ),
]
