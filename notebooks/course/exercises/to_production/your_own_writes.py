"""Who wrote a moment ago reads from the primary."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import calls


def may_use_replica(last_write: str = "last_write is None", age: str = "> 5") -> str:
    return f"""
def may_use_replica(method, last_write, now):
    if method not in ("GET", "HEAD"):
        return False
    return {last_write} or now - last_write {age}
"""


EXERCISE = Exercise(
    title="Your own writes",
    minutes=8,
    objective="give readers what they have just written",
    task="""Another cure costs the writers nothing: a client that has written in the last five
seconds reads from the primary. Write `may_use_replica(method, last_write, now)`. It returns True
when the request may be read from the replica:

- the method is `GET` or `HEAD`, and
- this client's last write is more than 5 seconds ago, or there was none (`None`).

Times are seconds on a clock that starts at 0.""",
    starter="""def may_use_replica(method, last_write, now):
    # your code here
    ...


answer = ...  # then: may_use_replica""",
    hints=(
        "Which requests never may? Return False for those first.",
        "A client without a write has `None` as its last one. A write at second 0 is a write.",
        '`if method not in ("GET", "HEAD"): return False`, then '
        "`return last_write is None or now - last_write > 5`",
    ),
    imports="",
    answers=(
        may_use_replica(),
        """
def may_use_replica(method, last_write, now):
    reads = method in {"GET", "HEAD"}
    wrote = last_write is not None and now <= last_write + 5
    return reads and not wrote
""",
    ),
    mistakes=(
        Mistake(
            "writes on the replica",
            """
def may_use_replica(method, last_write, now):
    return last_write is None or now - last_write > 5
""",
            "You send writes to the replica, and it refuses them. Only `GET` and `HEAD` may go "
            "there.",
        ),
        Mistake(
            "falsy zero",
            may_use_replica(last_write="not last_write"),
            "A write at second 0 counts as none with you. 0 is a time; only `None` means that "
            "there was no write.",
        ),
        Mistake(
            "exactly five",
            may_use_replica(age=">= 5"),
            "Exactly five seconds after the write you use the replica already. It has to be more "
            "than five.",
        ),
        Mistake(
            "the other way round",
            may_use_replica(age="< 5"),
            "You send those to the replica who have just written, and everybody else to the "
            "primary.",
        ),
        Mistake(
            "never again",
            """
def may_use_replica(method, last_write, now):
    return method in ("GET", "HEAD") and last_write is None
""",
            "Somebody who wrote once reads from the primary for ever, and in the end everybody "
            "does.",
        ),
    ),
    judge=calls(
        ("GET", None, 100),
        ("GET", 98, 100),
        ("GET", 94, 100),
        ("PUT", None, 100),
        ("DELETE", 94, 100),
        ("HEAD", None, 3),
        ("HEAD", 94, 100),
        ("GET", 95, 100),
        ("GET", 0, 4),
        ("GET", 0, 100),
        named="may_use_replica",
    ),
    praise="In a service, the time of the last write would be in a cookie, so that any worker "
    "knows it.",
)
