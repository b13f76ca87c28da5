"""Middleware that adds a header to every answer, with three gaps."""

from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse

from course.exercises.exercise import Exercise, Mistake
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying

app = FastAPI()


@app.get("/tea")
def read_tea() -> str:
    return "hot"


@app.get("/pieces")
def read_pieces() -> StreamingResponse:
    return StreamingResponse(iter([b"hot ", b"tea"]), media_type="text/plain")


def asking(shown: str, method: str, path: str) -> Trial:
    def run(answer: Any) -> Observed:
        came = TestClient(answer(app)).request(method, path)
        return {
            "status": came.status_code,
            "body": came.text,
            "Cache-Control": came.headers.get("Cache-Control", "missing"),
            "other headers": "there" if "Content-Type" in came.headers else "gone",
        }

    return Trial(shown, run)


def a_class(answer: Any) -> Any:
    if not isinstance(answer, type):
        raise Wrong("Answer with the class itself, by its name, without brackets behind it.")
    return answer


def filled(kind: str, message: str, send: str) -> str:
    """The class with its three gaps filled in."""
    return f"""
class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def send_with_header(message):
            if message["type"] == {kind}:
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
            await send({message})

        await self.app(scope, receive, {send})
"""


START = '"http.response.start"'

EXERCISE = Exercise(
    title="Keep nothing",
    minutes=5,
    objective="write middleware that changes every answer",
    task="""Browsers and proxies may keep an answer and show it again later. The header
`Cache-Control: no-store` forbids it. Fill in the gaps, so that every answer gets this header.
(`MutableHeaders` is Starlette's; it changes the headers of a message in place.)""",
    starter="""class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def send_with_header(message):
            if message["type"] == ____:
                MutableHeaders(scope=message)["Cache-Control"] = "no-store"
            await send(____)

        await self.app(scope, receive, ____)


answer = NoStore""",
    hints=(
        "An answer is two messages or more. `Watch` printed their types: which one has the "
        "headers?",
        "Each message has to go on to the client, the changed one and all others. And the app "
        "inside must use your function to send.",
        '`"http.response.start"`, then `message`, then `send_with_header`.',
    ),
    imports="from starlette.datastructures import MutableHeaders",
    answers=(
        filled(START, "message", "send_with_header"),
        """
class NoStore:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def send_with_header(message):
            if "headers" in message:
                added = (b"cache-control", b"no-store")
                message = {**message, "headers": [*message["headers"], added]}
            await send(message)

        await self.app(scope, receive, send_with_header)
""",
    ),
    mistakes=(
        Mistake(
            "no header",
            filled(START, "message", "send"),
            "The answers come as before, without the header. Either the message that you change "
            "isn't the one with the status and the headers, or the app inside still sends with "
            "the old `send`.",
        ),
        Mistake(
            "the only header",
            filled(
                START,
                '{**message, "headers": [(b"cache-control", b"no-store")]}',
                "send_with_header",
            ),
            "Cache-Control is there, and all other headers are gone. Send the message on with the "
            "headers that it has.",
        ),
        Mistake(
            "the body's message",
            filled('"http.response.body"', "message", "send_with_header"),
            "A message with a piece of the body has no headers, so this raises a KeyError. Change "
            "the message that starts the answer.",
        ),
    ),
    judge=Trying(
        [
            asking("GET of a path that there is.", "GET", "/tea"),
            asking("GET of a path that there isn't.", "GET", "/coffee"),
            asking("POST where there is only a GET.", "POST", "/tea"),
            asking("An answer in two pieces.", "GET", "/pieces"),
        ],
        a_class,
    ),
    praise="Every answer has it, refusals and streams too, and no endpoint had to think of it.",
)
