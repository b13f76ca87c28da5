"""An endpoint with a body that a schema has checked."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import no_rows
from course.judges.endpoints import Run, calling, request


def endpoint(
    kind: str = "PostCreate",
    content: str = "draft.content",
    length: str = "len(draft.content)",
    status: str = "",
) -> str:
    return f"""
router = APIRouter()


@router.post("/drafts/"{status})
def check_draft(draft: {kind}):
    return {{"content": {content}, "left": 280 - {length}}}


answer = router
"""


def sending(body: dict[str, Any], says: str = "") -> tuple[str, Run]:
    shown = f"the body {body}".replace("x" * 280, "x…x (280 times)")
    return request("POST", "/drafts/", f"{shown}{says and ', '}{says}", json=body)


EXERCISE = Exercise(
    title="How many are left?",
    minutes=4,
    objective="accept a body that a schema has checked",
    task="""A phone shows how much room is left while you write. Fill in the gaps:
`POST /drafts/` takes what `POST /posts/` takes, and answers with the `content` as it would be
stored, and with `left`, the code points that are left of 280. It stores nothing.""",
    starter="""router = APIRouter()


@router.____("/drafts/")
def check_draft(draft: ____):
    return {"content": draft.content, "left": 280 - ____}


answer = ____  # the router""",
    hints=(
        "What type has the parameter of `create_post` that holds the body?",
        "The schema strips and checks the text before your function runs, so `draft.content` is "
        "ready. Python's `len` counts code points.",
        '`@router.post("/drafts/")`, `draft: PostCreate`, `280 - len(draft.content)`, and '
        "`answer = router`.",
    ),
    imports="""
from typing import Any

from fastapi import APIRouter, Body
from pydantic import BaseModel

from microblog.rules import LONGEST_CONTENT
from microblog.schemas import Content, Input, PostCreate
""",
    answers=(
        endpoint(),
        """
class Draft(BaseModel):
    content: str
    left: int


router = APIRouter(prefix="/drafts")


@router.post("/", response_model=Draft)
def check_draft(new: PostCreate) -> Any:
    return Draft(content=new.content, left=LONGEST_CONTENT - len(new.content))


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "no body",
            endpoint("str", "draft", "len(draft)"),
            "Every draft is refused. FastAPI reads the body for a parameter whose type is a "
            "schema; one of another type, such as `str`, is looked for in the query.",
        ),
        Mistake(
            "a schema without rules",
            "class Draft(BaseModel):\n    content: str\n\n" + endpoint("Draft"),
            "You accept drafts that `POST /posts/` refuses, and count the blanks at both ends. "
            "A schema of notebook 07 has all the rules for a new post.",
        ),
        Mistake(
            "bytes",
            endpoint(length="len(draft.content.encode())"),
            "You count bytes. A letter such as é takes two of them, and is one code point.",
        ),
        Mistake(
            "what is used",
            endpoint(length="(280 - len(draft.content))"),
            "`left` grows with the text: it's the length, and not what is left of 280.",
        ),
        Mistake(
            "created",
            endpoint(status=", status_code=201"),
            "You answer 201. Nothing is created here, so the status is 200, the default.",
        ),
        Mistake(
            "another method",
            endpoint().replace("router.post", "router.put"),
            "Your route has the path `/drafts/`, but not for the method POST.",
        ),
    ),
    judge=calling(
        sending({"content": "Totality!"}),
        sending({"content": "  Totality!  "}),
        sending({"content": "Olé, 👩\u200d🚀"}),
        sending({"content": "x" * 280}),
        sending({"content": "x" * 280 + "x"}),
        sending({"content": "   "}),
        sending({"content": "Totality!", "owner_id": 1}),
        sending({"text": "Totality!"}),
        on=no_rows,
    ),
    praise="Checked by the schema before your line ran, and counted in code points.",
)
