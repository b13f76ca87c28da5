"""A token for a link in an e-mail."""

from typing import Any

from jose import JWTError, jwt

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying


def confirmation(sub: str = "email", exp: str = "now + 5 * 60", key: str = "key") -> str:
    return f"""
def confirmation(email, key, now):
    claims = {{"sub": {sub}, "iat": now, "exp": {exp}}}
    return jwt.encode(claims, {key}, algorithm="HS256")
"""


def making(email: str, key: str, now: float) -> Trial:
    def run(answer: Any) -> Observed:
        token = answer(email, key, now)
        try:
            claims = jwt.get_unverified_claims(token)
        except (JWTError, AttributeError):
            return {"returns": token}
        algorithm = jwt.get_unverified_header(token)["alg"]
        return {"claims": claims, "the signature": verdict(token, key, algorithm)}

    return Trial(f"confirmation({email!r}, {key!r}, {now!r})", run)


def verdict(token: str, key: str, algorithm: str) -> str:
    try:
        jwt.decode(token, key, algorithms=[algorithm], options={"verify_exp": False})
    except JWTError:
        return "isn't made with the key"
    return f"made with the key, by {algorithm}"


EXERCISE = Exercise(
    title="Five minutes",
    minutes=3,
    objective="make a token that expires",
    task="""A link in an e-mail confirms that the address is right. It carries a token that says
which address was meant (`sub`), and that expires five minutes after `now`, a time in seconds. Fill
in the gaps.""",
    starter="""def confirmation(email, key, now):
    claims = {"sub": ____, "iat": now, "exp": ____}
    return jwt.encode(claims, ____, algorithm="HS256")


answer = confirmation""",
    hints=(
        "All three gaps are filled from the function's parameters. Which cell above made a token?",
        "`exp` is a moment, in seconds since 1970, as `iat` is. How many seconds are five minutes?",
        '`{"sub": email, "iat": now, "exp": now + 5 * 60}`, and `jwt.encode(claims, key, …)`.',
    ),
    imports="from datetime import UTC, datetime, timedelta\n\nfrom jose import jwt\n",
    answers=(
        confirmation(),
        """def confirmation(email, key, now):
    minutes = timedelta(minutes=5)
    claims = {"exp": now + minutes.total_seconds(), "iat": now, "sub": email}
    return jwt.encode(claims, key)""",
    ),
    mistakes=(
        Mistake(
            "a duration",
            confirmation(exp="5 * 60"),
            "Your `exp` is 300, which is a moment in 1970. Count from `now`.",
        ),
        Mistake(
            "five seconds",
            confirmation(exp="now + 5"),
            "Your token expires after five seconds. Times in a token are in seconds.",
        ),
        Mistake(
            "milliseconds",
            confirmation(exp="now + 5 * 60 * 1000"),
            "Your token lasts for more than three days. Times in a token are in seconds, not in "
            "milliseconds.",
        ),
        Mistake(
            "already expired",
            confirmation(exp="now"),
            "Your token expires at the moment at which it is issued.",
        ),
        Mistake(
            "always the same word",
            confirmation(sub='"email"'),
            "Every token has the word `email` as its `sub`. Without quotes it's the parameter.",
        ),
        Mistake(
            "another key",
            confirmation(key="email"),
            "You sign with something other than `key`. An address, or a word from the code, is "
            "known to others, and they could make such tokens too.",
        ),
    ),
    judge=Trying(
        [
            making("ana@example.net", "a key of 32 bytes, or a few more", 1_800_000_000),
            making("o'neil@example.org", "another key, and as long as the first", 1_700_000_123.5),
        ]
    ),
    praise="After five minutes the link is worth nothing to anybody who finds it.",
)
