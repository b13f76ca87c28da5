"""An endpoint that blocks the event loop, and reads more than it needs."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get


def a_busy_day() -> Rows:
    """Twelve posts of three users, and one user without a post."""
    rows = no_rows()
    names = ("marta", "ana", "Zoe", "bodil")
    rows["users"] = [user(9 - 2 * n, name) for n, name in enumerate(names)]
    rows["posts"] = [post(n * 7 % 41, f"Minute {n}", 9 - n % 3 * 2, n) for n in range(1, 13)]
    return rows


def endpoint(signature: str, *body: str) -> str:
    lines = "\n    ".join(body)
    return f"""
router = APIRouter()


@router.get("/activity/")
{signature}:
    {lines}


answer = router
"""


COUNT = "users, posts = select(func.count(User.id)), select(func.count(Post.id))"

EXERCISE = Exercise(
    title="One waits, all wait",
    minutes=5,
    objective="let an endpoint wait where it keeps nobody else waiting",
    task="""`GET /activity/` answers with the numbers of users and of posts, for a counter on the
front page, and its answers are right. Since it went live, *all* requests stall now and then, even
those for `/health`. And a request for two numbers reads every row. Repair both faults.""",
    starter="""router = APIRouter()


@router.get("/activity/")
async def read_activity(db: SessionDep):
    users, posts = db.scalars(select(User)).all(), db.scalars(select(Post)).all()
    return {"users": len(users), "posts": len(posts)}


answer = ...  # repair the endpoint, then: router""",
    hints=(
        "In which thread does this endpoint ask the database? Who else is served by that thread?",
        "Without `async`, FastAPI runs the function in a thread of the pool. And a database can "
        "count: `select(func.count(User.id))` brings one row.",
        "`def read_activity(db: SessionDep):`, and in it `users = "
        "db.scalar(select(func.count(User.id)))`, the same for `Post.id`, then the dict.",
    ),
    imports="""
from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import func, select

from microblog.dependencies import ReadEngine, SessionDep
from microblog.models import Post, User
from microblog.reads import fetch_all, fetch_one
""",
    answers=(
        endpoint(
            "def read_activity(db: SessionDep)",
            COUNT,
            'return {"users": db.scalar(users), "posts": db.scalar(posts)}',
        ),
        endpoint(
            "def read_activity(engine: ReadEngine)",
            COUNT,
            "both = select(users.scalar_subquery(), posts.scalar_subquery())",
            'return dict(zip(("users", "posts"), fetch_one(engine, both), strict=True))',
        ),
    ),
    mistakes=(
        Mistake(
            "as it was",
            endpoint(
                "async def read_activity(db: SessionDep)",
                "users, posts = db.scalars(select(User)).all(), db.scalars(select(Post)).all()",
                'return {"users": len(users), "posts": len(posts)}',
            ),
            "Both faults are still there: a statement blocks the event loop, and all rows leave "
            "the database.",
        ),
        Mistake(
            "still in the event loop",
            endpoint(
                "async def read_activity(db: SessionDep)",
                COUNT,
                'return {"users": db.scalar(users), "posts": db.scalar(posts)}',
            ),
            "The database counts now. But a statement still runs in the event loop, and everybody "
            "waits for it.",
        ),
        Mistake(
            "all rows",
            endpoint(
                "def read_activity(db: SessionDep)",
                "users, posts = db.scalars(select(User)).all(), db.scalars(select(Post)).all()",
                'return {"users": len(users), "posts": len(posts)}',
            ),
            "Nobody else waits any more. But every row still leaves the database to be counted.",
        ),
        Mistake(
            "every pair",
            endpoint(
                "def read_activity(db: SessionDep)",
                "both = select(func.count(User.id), func.count(Post.id))",
                'return dict(zip(("users", "posts"), db.execute(both).one(), strict=True))',
            ),
            "Both numbers are the number of *pairs*, each user with each post: two tables in one "
            "`select` without a join are paired, row by row. Count them in two statements.",
        ),
        Mistake(
            "those who post",
            endpoint(
                "def read_activity(db: SessionDep)",
                "users = select(func.count(Post.owner_id.distinct()))",
                "posts = select(func.count(Post.id))",
                'return {"users": db.scalar(users), "posts": db.scalar(posts)}',
            ),
            "You count the users who have posted. One of them hasn't.",
        ),
    ),
    judge=calling(
        get("/activity/", most_rows=2),
        on=a_busy_day,
        tables=("users",),
    ),
    praise="Two numbers, two rows, and nobody else waits for them.",
)
