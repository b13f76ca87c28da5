"""An endpoint that asks too often and keeps its connection."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import calling, get, routes_of
from course.judges.trials import Trying


def three_accounts() -> Rows:
    """Two accounts of one moment, and one of them wrote nothing."""
    return no_rows() | {
        "users": [user(5, "ana", -1), user(2, "Zoe", -1), user(7, "jonas", -30)],
        "posts": [post(3, "Kettle on.", 2), post(9, "Dark.", 7), post(4, "Kettle on.", 2)],
    }


def crowd() -> Rows:
    """23 accounts, so that three stay outside; every third wrote nothing."""
    numbers = [7 * n % 23 + 1 for n in range(23)]
    posts = [post(99 * n + i, "Dark.", n) for n in numbers if n % 3 for i in range(n % 5)]
    users = [user(n, f"user_{5 * n % 23}", -(n % 8)) for n in numbers]
    return no_rows() | {"users": users, "posts": posts}


EXERCISE = Exercise(
    title="Quick on a laptop",
    minutes=8,
    objective="repair an endpoint that asks too often and gives no connection back",
    task="""The cell below has an endpoint `GET /newest/`: the 20 newest accounts, with the
number of posts of each. On Bodil's laptop it was quick. In the service it is slow, and once it was
visited, the next visitor waits for half a minute and gets an error. Repair both: one statement, and
a connection that is given back. The answers must stay what they are, people without posts included.
Answer with the router.""",
    starter='''from fastapi import APIRouter, Request

router = APIRouter()


@router.get("/newest/")
def list_newest(request: Request):
    """The 20 newest accounts, and how many posts each has written."""
    session = request.app.state.make_session()
    newest = select(User.id, User.username).order_by(User.created_at.desc(), User.id.desc())
    people = []
    for user in session.execute(newest.limit(20)):
        posts_count = select(func.count()).where(Post.owner_id == user.id)
        people.append({"username": user.username, "posts_count": session.scalar(posts_count)})
    return people


answer = ...  # repair the endpoint, then: router''',
    hints=(
        "There are two things to find. How many statements are sent for 20 people? And who closes "
        "the session?",
        "With `SessionDep` (notebook 08), or `ReadEngine` and `fetch_all`, the connection comes "
        "back by itself. The count of each account's posts belongs in the statement.",
        "`posts_count = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()` "
        'beside `User.username` in one select, as `posts_count.label("posts_count")`; then '
        "`return fetch_all(engine, …)`, with `engine: ReadEngine` as the parameter.",
    ),
    imports="""
from fastapi import APIRouter, Request
from sqlalchemy import func, select

from microblog.dependencies import ReadEngine, SessionDep
from microblog.models import Post, User
from microblog.reads import fetch_all
""",
    answers=(
        """
router = APIRouter()
posts_count = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
newest = select(User.username, posts_count.label("posts_count"))
newest = newest.order_by(User.created_at.desc(), User.id.desc()).limit(20)


@router.get("/newest/")
def list_newest(engine: ReadEngine):
    return fetch_all(engine, newest)


answer = router
""",
        """
router = APIRouter()


@router.get("/newest/")
def list_newest(request: Request):
    counted = (
        select(User.username, func.count(Post.id).label("posts_count"))
        .outerjoin(Post, Post.owner_id == User.id)
        .group_by(User.id)
        .order_by(User.created_at.desc(), User.id.desc())
        .limit(20)
    )
    with request.app.state.make_session() as session:
        return [row._asdict() for row in session.execute(counted)]


answer = router
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            """
router = APIRouter()


@router.get("/newest/")
def list_newest(request: Request):
    session = request.app.state.make_session()
    newest = select(User.id, User.username).order_by(User.created_at.desc(), User.id.desc())
    people = []
    for user in session.execute(newest.limit(20)):
        posts_count = select(func.count()).where(Post.owner_id == user.id)
        people.append({"username": user.username, "posts_count": session.scalar(posts_count)})
    return people


answer = router
""",
            "Both faults are still there: a statement for each account, and a connection that "
            "doesn't come back.",
        ),
        Mistake(
            "one by one",
            """
router = APIRouter()


@router.get("/newest/")
def list_newest(session: SessionDep):
    newest = select(User.id, User.username).order_by(User.created_at.desc(), User.id.desc())
    people = []
    for user in session.execute(newest.limit(20)):
        posts_count = select(func.count()).where(Post.owner_id == user.id)
        people.append({"username": user.username, "posts_count": session.scalar(posts_count)})
    return people


answer = router
""",
            "The connection comes back, and the answers are right. But you still send a statement "
            "for each account, and one for the list.",
        ),
        Mistake(
            "left open",
            """
router = APIRouter()
posts_count = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
newest = select(User.username, posts_count.label("posts_count"))
newest = newest.order_by(User.created_at.desc(), User.id.desc()).limit(20)


@router.get("/newest/")
def list_newest(request: Request):
    return [row._asdict() for row in request.app.state.make_session().execute(newest)]


answer = router
""",
            "One statement, and the answers are right. But after the request its connection is "
            "still in use. Who closes the session?",
        ),
        Mistake(
            "inner join",
            """
router = APIRouter()
newest = select(User.username, func.count(Post.id).label("posts_count")).join(User.posts)
newest = newest.group_by(User.id).order_by(User.created_at.desc(), User.id.desc()).limit(20)


@router.get("/newest/")
def list_newest(engine: ReadEngine):
    return fetch_all(engine, newest)


answer = router
""",
            "People without posts are missing: an inner join drops them.",
        ),
    ),
    judge=Trying(
        [
            trial
            for shown, accounts in (
                (
                    "the accounts are Zoe and ana, of one moment, and the older jonas",
                    three_accounts,
                ),
                ("of 23 accounts, the answer should have the newest 20", crowd),
            )
            for trial in calling(get("/newest/", shown, most_statements=1), on=accounts).trials
        ],
        kind=routes_of,
    ),
    praise="One statement instead of 21, and every connection comes back.",
)
