"""A token read without its key."""

from typing import Any

from jose import jwt

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Trial, Trying


def reading(username: str, **others: Any) -> Trial:
    claims = {"sub": username, "iat": 1_600_000_000, "exp": 1_600_001_800} | others
    token = jwt.encode(claims, "a key that you do not have")
    return Trial(f"A token of {username}:", lambda answer: {"returns": answer(token)})


# Base64 of every length, and with the characters that only its form for URLs has.
TRIALS = (
    reading("ana"),
    reading("marta"),
    reading("Zoe_"),
    reading("keiko_in_lisbon"),
    reading("bodil", scope="~~~???>>>"),
)

EXERCISE = Exercise(
    title="Found in a log",
    minutes=3,
    objective="read a token without its key",
    task="""In a log file you find tokens. You have no key, and they have expired. Write
`issued_to(token)`: the value of `sub`, as text. One line is enough.""",
    starter="""def issued_to(token):
    # your code here
    ...


answer = ...  # then: issued_to""",
    hints=(
        "A token has three parts with dots between them. Which one holds the claims?",
        "`opened`, above, reads one part. python-jose has a function for it too, whose name "
        "says that nothing is checked: `jwt.get_unverified_…`.",
        '`return opened(token.split(".")[1])["sub"]`, or '
        '`return jwt.get_unverified_claims(token)["sub"]`.',
    ),
    imports="import base64\nimport json\n\nfrom jose import jwt\n",
    answers=(
        """def issued_to(token):
    claims = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(claims + "=="))["sub"]""",
        """def issued_to(token):
    return jwt.get_unverified_claims(token)["sub"]""",
    ),
    mistakes=(
        Mistake(
            "checked",
            """def issued_to(token):
    return jwt.decode(token, "a key that I made up", algorithms=["HS256"])["sub"]""",
            "`jwt.decode` checks the signature, for which you would need the key. Anyone can read "
            "a token without it.",
        ),
        Mistake(
            "times checked",
            """def issued_to(token):
    return jwt.decode(token, "", options={"verify_signature": False})["sub"]""",
            "`jwt.decode` still checks the times, and these tokens have expired. You only want to "
            "read them.",
        ),
        Mistake(
            "the header",
            """def issued_to(token):
    return json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))""",
            "You return the header, which is the first part. The claims are the second.",
        ),
        Mistake(
            "all claims",
            """def issued_to(token):
    return jwt.get_unverified_claims(token)""",
            "You return all claims. The task asks for the value of `sub` alone.",
        ),
        Mistake(
            "the name from the header",
            """def issued_to(token):
    return jwt.get_unverified_header(token)["sub"]""",
            "The header says how the token was signed, and has no `sub`. It is one of the claims.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="You read it without a key. So could anybody else: never put a secret into a token.",
)
