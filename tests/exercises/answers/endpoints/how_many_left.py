from learners import Learners


def router_with(signature: str, *body: str, decorator: str = 'post("/drafts/")') -> str:
    lines = "\n    ".join(body)
    return f"""
router = APIRouter()


@router.{decorator}
{signature}:
    {lines}


answer = router
"""


GIVEN = "def check_draft(draft: PostCreate)"
RIGHT = 'return {"content": draft.content, "left": 280 - len(draft.content)}'

LEARNERS = Learners(
    right=(
        router_with("async def check_draft(draft: PostCreate)", RIGHT),
        router_with(
            "def check_draft(new: PostCreate) -> dict[str, Any]",
            "return new.model_dump() | dict(left=280 - len(new.content))",
        ),
        router_with(
            GIVEN, "left = 280 - len(draft.content)", "return {**dict(draft), 'left': left}"
        ),
        """
class Draft(Input):
    content: Content


router = APIRouter()


@router.post("/drafts/")
def check_draft(draft: Draft):
    return {"content": draft.content, "left": 280 - len(draft.content)}


answer = router
""",
    ),
    named={
        router_with(
            GIVEN,
            'return {"content": draft.content, "left": 280 - len(draft.content.encode("utf-8"))}',
        ): "bytes",
        router_with(GIVEN, 'return {"content": draft.content, "left": len(draft.content)}'): (
            "what is used"
        ),
        router_with(
            "def check_draft(content: str, draft: str = '')",
            'return {"content": content, "left": 280 - len(content)}',
        ): "no body",
        router_with(GIVEN, RIGHT, decorator='get("/drafts/")'): "another method",
        router_with(GIVEN, RIGHT, decorator='post(path="/drafts/", status_code=201)'): "created",
    },
    unnamed=(
        router_with(GIVEN, 'return {"content": draft.content, "left": 281 - len(draft.content)}'),
        router_with(GIVEN, 'return {"content": draft.content}'),
        router_with(GIVEN, "return 280 - len(draft.content)"),
        router_with(GIVEN, 'return {"content": draft, "left": 280 - len(draft.content)}'),
        router_with(
            "def check_draft(draft: dict)",
            'return {"content": draft["content"], "left": 280 - len(draft["content"])}',
        ),
        router_with(GIVEN, RIGHT, decorator='post("/draft/")'),
        router_with(GIVEN, RIGHT).replace("answer = router", "answer = check_draft"),
        router_with(
            GIVEN,
            'return {"content": draft.content, "left": 280 - len(draft.content.split())}',
        ),
    ),
)
