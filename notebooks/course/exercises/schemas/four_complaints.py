"""A 422, read backwards: a body that causes exactly these complaints."""

from collections.abc import Sequence
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import no_rows
from course.judges.endpoints import service_with
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from course.judges.writes import copied


def complaints(body: dict[str, Any]) -> Observed:
    """The lines of the 422 that the finished service gives, or its other status."""
    with service_with([], copied(no_rows)) as service:
        response = service.send("POST", "/users/", json=body)
    if response.status_code != 422:
        return {"status": response.status_code}
    told: Sequence[dict[str, Any]] = response.json()["detail"]
    return {"status": 422} | {".".join(map(str, each["loc"])): each["type"] for each in told}


def a_body(answer: Any) -> dict[str, Any]:
    if not isinstance(answer, dict):
        raise Wrong(f"This is {kind_of(answer)}. Answer with a dict: the fields that are sent.")
    return answer


EXERCISE = Exercise(
    title="Four complaints",
    minutes=6,
    objective="read a 422, and know what caused it",
    task="""A sign-up was answered by a 422 with exactly these four lines. Find a body that
causes them; the check sends it to `POST /users/` of the finished service.

| loc | type |
|:--|:--|
| `body`, `username` | `string_pattern_mismatch` |
| `body`, `email` | `missing` |
| `body`, `password` | `value_error` |
| `body`, `is_admin` | `extra_forbidden` |""",
    starter="answer = ...  # a dict: the JSON to send",
    hints=(
        "Take the lines one by one. For two of them it is enough that a field is there, or isn't.",
        "For a password of 73 letters, `Field(max_length=72)` says `string_too_long`. Which of our "
        "own functions raises the ValueError for a password, and what does it count?",
        'No email; `"username": "al"`, `"is_admin": True`, and as the password 25 ducks: '
        '`"🦆" * 25`, few code points and too many bytes.',
    ),
    imports="",
    answers=(
        """
answer = {
    "username": "al",
    "password": "🦆" * 25,
    "is_admin": True,
}
""",
        'answer = {"username": "ana maria", "password": "correct\\0horse", "is_admin": None}',
    ),
    mistakes=(
        Mistake(
            "too short",
            'answer = {"username": "al", "password": "1234567", "is_admin": True}',
            "A password with fewer than 8 code points is `string_too_short`. A `value_error` comes "
            "from our own function.",
        ),
        Mistake(
            "too long",
            'answer = {"username": "al", "password": "x" * 73, "is_admin": True}',
            "More than 72 code points are `string_too_long`, which `Field` says. Our own function, "
            "which counts bytes, says `value_error`.",
        ),
        Mistake(
            "null",
            'answer = {"username": "al", "email": None, "password": "🦆" * 25, "is_admin": 1}',
            "An e-mail address that is there and isn't text is `string_type`. For `missing`, leave "
            "the field out.",
        ),
        Mistake(
            "no address",
            'answer = {"username": "al", "email": "ana", "password": "🦆" * 25, "is_admin": 1}',
            "A text that isn't an e-mail address is a `value_error`. For `missing`, leave the "
            "field out.",
        ),
        Mistake(
            "in a body",
            'answer = {"body": {"username": "al", "password": "🦆" * 25, "is_admin": True}}',
            "You sent one field called body. In loc, `body` means all that you send; send the "
            "fields themselves.",
        ),
        Mistake(
            "a number",
            'answer = {"username": 1234, "password": "🦆" * 25, "is_admin": True}',
            "A username that isn't text is `string_type`. Send a text that breaks the pattern.",
        ),
        Mistake(
            "no admin",
            'answer = {"username": "al", "password": "🦆" * 25}',
            "Nothing is forbidden in your body yet: the field is_admin isn't there.",
        ),
    ),
    judge=Trying([Trial("POST /users/ with your body", complaints)], kind=a_body),
    praise="Four faults, four lines: you can read a 422 backwards.",
)
