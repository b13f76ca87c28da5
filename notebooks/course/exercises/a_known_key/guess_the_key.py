"""The key that signed a token, found in a list of words."""

from jose import jwt

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import calls

WORDS = ["secret", "changeme", "eclipse", "password", "microblog"]
NOON_2099 = 4_081_665_600


def signed(key: str, username: str = "jonas", **header: str) -> str:
    claims = {"sub": username, "iat": 1_786_550_400, "exp": NOON_2099}
    return jwt.encode(claims, key, algorithm="HS256", headers=header or None)


EXERCISE = Exercise(
    title="Which word signed it?",
    minutes=5,
    objective="find a weak key with a list of words",
    task="""Write `find_key(token, words)`: the word of the list that is the key of this token, or
`None` if none of them is. `jwt.decode(token, word, algorithms=["HS256"])` raises a `JWTError` when
the word isn't the key.""",
    starter="""def find_key(token, words):
    # your code here
    ...


answer = ...  # then: find_key""",
    hints=(
        "Try one word after the other. What tells you that a word is the right one?",
        "A wrong word raises, so put `jwt.decode` into a `try`. After a `JWTError` the loop goes "
        "on; without one you've found the key.",
        'In the loop: `try:`, `jwt.decode(token, word, algorithms=["HS256"])`, '
        "`return word`, and `except JWTError: continue`.",
    ),
    imports="from jose import JWTError, jwt",
    answers=(
        """
def find_key(token, words):
    for word in words:
        try:
            jwt.decode(token, word, algorithms=["HS256"])
        except JWTError:
            continue
        return word
    return None
""",
        """
def find_key(token, words):
    _, _, signature = token.split(".")
    claims, header = jwt.get_unverified_claims(token), jwt.get_unverified_header(token)
    for word in words:
        if jwt.encode(claims, word, headers=header).endswith(signature):
            return word
""",
    ),
    mistakes=(
        Mistake(
            "gives up",
            """
def find_key(token, words):
    for word in words:
        try:
            jwt.decode(token, word, algorithms=["HS256"])
        except JWTError:
            return None
        return word
""",
            "Only the first word is tried: you return after the first error. A wrong word is no "
            "reason to stop.",
        ),
        Mistake(
            "nothing checked",
            """
def find_key(token, words):
    for word in words:
        try:
            jwt.get_unverified_claims(token)
        except JWTError:
            continue
        return word
""",
            "You return the first word, whatever signed the token. The claims can be read without "
            "a key; only a check of the signature tells whether a word is the key.",
        ),
        Mistake(
            "the claims",
            """
def find_key(token, words):
    for word in words:
        try:
            return jwt.decode(token, word, algorithms=["HS256"])
        except JWTError:
            continue
    return None
""",
            "You found the key, and you return the claims, which anybody can read. Return the "
            "word.",
        ),
        Mistake(
            "not caught",
            """
def find_key(token, words):
    for word in words:
        if jwt.decode(token, word, algorithms=["HS256"]):
            return word
    return None
""",
            "The first wrong word ends your function with a JWTError. Catch the error, and go on "
            "with the next word.",
        ),
    ),
    judge=calls(
        (signed("eclipse"), WORDS),
        (signed("microblog", "marta"), WORDS),
        (signed("secret"), WORDS),
        (signed("a-key-that-is-in-no-list"), WORDS),
        (signed("password"), []),
        named="find_key",
    ),
    praise="A loop on your own computer, and no service noticed it.",
)
