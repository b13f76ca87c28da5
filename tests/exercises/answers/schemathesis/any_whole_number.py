from learners import Learners


def route(likes: str, posts: str, body: str = "return likes / posts") -> str:
    return f"""
router = APIRouter()


@router.get("/engagement")
def engagement(likes: {likes}, posts: {posts}) -> float:
    {body}


answer = router
"""


def refusing(condition: str) -> str:
    return route(
        "int",
        "int",
        f'if {condition}:\n        raise HTTPException(422, "no")\n    return likes / posts',
    )


LEARNERS = Learners(
    right=(
        route("Annotated[int, Query(ge=0, le=10**12)]", "Annotated[int, Query(gt=0, le=10**12)]"),
        refusing("posts < 1 or likes < 0 or max(likes, posts) > 10**12"),
        refusing("not (0 < posts <= 10**12 and 0 <= likes <= 10**12)"),
        route("int = Query(ge=0, le=10**12)", "int = Query(ge=1, le=10**12)"),
    ),
    named={
        refusing("not posts"): "zero alone",
        refusing("posts < 1 or likes < 0"): "no upper limit",
        refusing("posts < 1 or likes < 1 or max(likes, posts) > 10**12"): "no likes refused",
    },
    unnamed=(
        route("int", "int"),
        refusing("posts < 1"),
        route("int", "int", "return likes / max(posts, 1)"),
        refusing("posts <= 1 or likes < 0 or max(likes, posts) > 10**12"),
        'answer = "/engagement"',
        route("float", "float"),
    ),
)
