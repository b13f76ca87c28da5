"""A body that a service of the plainest kind can't even refuse."""

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import target_with
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from microblog.schemas import PostCreate

plain = FastAPI()


@plain.post("/posts/")
def create_post(new: PostCreate) -> PostCreate:
    return new


AS_JSON = {"Content-Type": "application/json"}


def on_the_draft(body: Any) -> Observed:
    with TestClient(plain, raise_server_exceptions=False) as client:
        return {"status": client.post("/posts/", content=body, headers=AS_JSON).status_code}


def on_the_finished(body: Any) -> Observed:
    with target_with([]) as target:
        service = target.service
        answer = service.send("POST", "/posts/", "marta", content=body, headers=AS_JSON)
        status = answer.status_code
    return {"status": "refused" if 400 <= status < 500 else status}


def short(body: Any) -> Observed:
    return {"length": "at most 40 bytes" if len(body) <= 40 else "more than that"}


def some_bytes(answer: Any) -> bytes:
    if not isinstance(answer, bytes):
        raise Wrong(f"This is {kind_of(answer)}. A body is bytes: write b'…', as the task does.")
    return answer


EXERCISE = Exercise(
    title="Forty bytes",
    minutes=4,
    objective="find input that a parser lets through and an answer can't repeat",
    task="""Jonas wants a 500 from the draft above, with a body of at most 40 bytes. For example,
`b'{"content": 7}'` is bytes, as it should be, but the draft refuses it with 422. Find one for which
it fails, because it can't write its own refusal.""",
    starter="answer = ...  # b'…'",
    hints=(
        "The refusal repeats what came in. So it takes a value that Python's parser reads, and "
        "that can't be written as JSON in UTF-8.",
        "Python's `json.loads` reads three numbers that JSON doesn't have. And a text may contain "
        "a half of a pair, written as `\\ud800`.",
        "`b'{\"content\": NaN}'`",
    ),
    imports="",
    answers=("answer = b'{\"content\": NaN}'", 'answer = rb\'{"content": "\\ud800"}\''),
    mistakes=(
        Mistake(
            "a plain refusal",
            "answer = b'{\"content\": '",
            "422: the draft could refuse this and say why. It takes a value that Python's parser "
            "reads and that can't be written into the answer.",
        ),
        Mistake(
            "an honest post",
            'answer = b\'{"content": "Hello"}\'',
            "200: the draft has nothing to refuse here. It takes a body that it refuses and can't "
            "repeat.",
        ),
        Mistake(
            "too long",
            'answer = b\'{"content": NaN, "and": "a field that makes it longer"}\'',
            "500 it is, but the body has more than 40 bytes. Leave out what the failure doesn't "
            "need.",
        ),
    ),
    judge=Trying(
        [
            Trial("The draft gets your body.", on_the_draft),
            Trial("The finished service gets it.", on_the_finished),
            Trial("Its length.", short),
        ],
        some_bytes,
    ),
    praise="A 500 from forty bytes. The finished service refuses them, and repeats nothing.",
)
