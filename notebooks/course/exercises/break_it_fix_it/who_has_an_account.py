"""A login whose refusals tell which names have an account."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import select

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, tried_on, tried_on_the_finished
from course.judges.trials import Trying
from microblog import reads
from microblog.dependencies import ReadEngine
from microblog.errors import Unauthorized
from microblog.models import User
from microblog.schemas import Credentials, Token
from microblog.security import create_access_token, verify_password

router = APIRouter()


@router.post("/login")
def log_in(request: Request, given: Credentials, engine: ReadEngine) -> Token:
    settings = request.app.state.settings
    user = reads.find_user(engine, given.username)
    if user is None:
        raise Unauthorized("There is no user of that name.")
    if not verify_password(given.password, user.hashed_password, settings):
        raise Unauthorized("Wrong password.")
    token = create_access_token(user.username, user.hashed_password, settings)
    return Token(access_token=token)


FEW = ["zeno_of_elea", "keiko"]
MORE = ["ana", "wilhelmina_x", "bodil", "nobody_at_all", "zeno_of_elea", "jonas"]


def with_accounts(names: list[str]) -> Callable[[Target], Any]:
    def loot(target: Target) -> Any:
        known = target.rows(select(User.username))
        return [name for name in names if name in known]

    return loot


EXERCISE = Exercise(
    title="Who has an account?",
    minutes=5,
    objective="find out what a refused login gives away",
    task="""Write `attack(api, names)`: the list of those names that have an account, in the same
order. Ask nothing but `POST /login`, which takes `{"username": …, "password": …}` as JSON. You know
no password.""",
    starter="""def attack(api, names):
    # your code here
    ...


answer = ...  # then: attack""",
    hints=(
        "Look at the draft: it refuses for two reasons. Which of the two do you want to see?",
        "Send each name with any password, and look at the `text` of the answer.",
        'For each name: `answer = api.post("/login", json={"username": name, "password": "?"})`, '
        'and keep the name if `"Wrong password" in answer.text`.',
    ),
    imports="",
    answers=(
        """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "?"})
        if "Wrong password" in answer.text:
            found.append(name)
    return found
""",
        """
def attack(api, names):
    def refusal(name):
        return api.post("/login", json={"username": name, "password": "guess"}).json()

    nobody = refusal("surely_no_user")
    return [name for name in names if refusal(name) != nobody]
""",
    ),
    mistakes=(
        Mistake(
            "by the status",
            """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "?"})
        if answer.status_code == 401:
            found.append(name)
    return found
""",
            "You return every name. Both refusals have the same status, 401; it's their words "
            "that differ.",
        ),
        Mistake(
            "the others",
            """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "?"})
        if "no user" in answer.text:
            found.append(name)
    return found
""",
            "These are the names without an account. Keep the others.",
        ),
        Mistake(
            "profiles",
            """
def attack(api, names):
    return [name for name in names if api.get(f"/users/{name}").status_code == 200]
""",
            "This works on the finished service as well, since its profiles are public. The task "
            "is what the login tells, so ask `POST /login` alone.",
        ),
        Mistake(
            "only those who get in",
            """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", json={"username": name, "password": "password"})
        if answer.status_code == 200:
            found.append(name)
    return found
""",
            "You wait for a login that succeeds, and without a password none does. Compare the "
            "refusals with each other instead.",
        ),
        Mistake(
            "a form",
            """
def attack(api, names):
    found = []
    for name in names:
        answer = api.post("/login", data={"username": name, "password": "?"})
        if "Wrong password" in answer.text:
            found.append(name)
    return found
""",
            "Every request was answered with 422, before anybody looked for the name. This login "
            "takes JSON with both fields: pass your dict as json=.",
        ),
    ),
    judge=Trying(
        [
            tried_on("Two names.", router, with_accounts(FEW), (FEW,)),
            tried_on("Six names.", router, with_accounts(MORE), (MORE,)),
            tried_on_the_finished(with_accounts(MORE), (MORE,)),
        ]
    ),
    praise="The words gave them away. The finished service has one refusal for all of them.",
)
