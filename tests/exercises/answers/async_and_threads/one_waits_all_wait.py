from learners import Learners


def router_with(signature: str, *body: str) -> str:
    lines = "\n    ".join(body)
    return f"""
router = APIRouter()


@router.get("/activity/")
{signature}:
    {lines}


answer = router
"""


DEF = "def read_activity(db: SessionDep)"
ASYNC = "async def read_activity(db: SessionDep)"
USERS = "users = db.scalar(select(func.count()).select_from(User))"
POSTS = "posts = db.scalar(select(func.count()).select_from(Post))"
RETURN = 'return {"users": users, "posts": posts}'

LEARNERS = Learners(
    right=(
        router_with(DEF, USERS, POSTS, RETURN),
        router_with(
            DEF,
            "users = db.execute(select(func.count(User.id))).scalar_one()",
            "posts = db.execute(select(func.count(Post.id))).scalar_one()",
            RETURN,
        ),
        router_with(
            "def read_activity(engine: ReadEngine)",
            "users = fetch_one(engine, select(func.count(User.id)))[0]",
            "posts = fetch_one(engine, select(func.count(Post.id)))[0]",
            RETURN,
        ),
        router_with(
            "async def read_activity(db: SessionDep)",
            "users = await run_in_threadpool(db.scalar, select(func.count(User.id)))",
            "posts = await run_in_threadpool(db.scalar, select(func.count(Post.id)))",
            RETURN,
        ),
    ),
    named={
        router_with(ASYNC, USERS, POSTS, RETURN): "still in the event loop",
        router_with(
            DEF,
            "users = len(db.execute(select(User.id)).all())",
            "posts = len(db.execute(select(Post.id)).all())",
            RETURN,
        ): "all rows",
        router_with(
            ASYNC,
            "users = len(db.execute(select(User.id)).all())",
            "posts = len(db.execute(select(Post.id)).all())",
            RETURN,
        ): "as it was",
        router_with(
            DEF,
            "users = db.scalar(select(func.count(User.id)).where(User.posts.any()))",
            POSTS,
            RETURN,
        ): "those who post",
    },
    unnamed=(
        router_with(DEF, USERS, POSTS, 'return {"users": posts, "posts": users}'),
        router_with(DEF, USERS, POSTS, "return [users, posts]"),
        router_with(DEF, USERS, RETURN.replace("posts}", "users}")),
        router_with(DEF, USERS, "posts = db.scalar(select(func.max(Post.id)))", RETURN),
        router_with("def read_activity(session)", USERS, POSTS, RETURN),
        router_with(ASYNC, USERS, "posts = 12", "return users"),
        router_with(DEF, USERS, POSTS, RETURN).replace("/activity/", "/active/"),
    ),
)
