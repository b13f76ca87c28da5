"""Suggestions for everybody: friends of friends, and then the popular ones."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows
from course.judges.endpoints import Run, calling, get, routes_of
from course.judges.routers import member
from course.judges.trials import Trying

PATH = "/users/me/suggestions/"
NAMES = {8: "ana", 5: "keiko", 2: "jonas", 9: "marta", 3: "bodil", 7: "Zoe", 4: "nils", 6: "ida"}
TOLD = (
    "ana (8) follows keiko (5) and jonas (2); keiko follows ana, jonas, marta (9) and bodil (3); "
    "jonas follows bodil; Zoe (7), nils (4) and ida (6) follow marta; marta and nils follow Zoe; "
    "ida follows nils"
)


def people() -> Rows:
    pairs = (
        *((8, each) for each in (5, 2)),
        *((5, each) for each in (8, 2, 9, 3)),
        (2, 3),
        *((each, 9) for each in (7, 4, 6)),
        *((9, 7), (4, 7), (6, 4)),
    )
    return no_rows() | {
        "users": [member(number, name) for number, name in NAMES.items()],
        "follows": [{"follower_id": one, "followee_id": other} for one, other in pairs],
    }


def asked_by(name: str) -> tuple[str, Run]:
    """Of the three statements one is the trial's own, which makes the token."""
    return get(PATH, TOLD, by=name, most_statements=3)


ROUTER = """router = APIRouter()


@router.get("/users/me/suggestions/")
def list_suggestions(me: CurrentUser, engine: ReadEngine):
    onward = aliased(Follow)
    followed = select(Follow.followee_id).where(Follow.follower_id == me.id)
    friends_count = (
        select(func.count())
        .where(onward.followee_id == User.id, onward.follower_id.in_(followed))
        .scalar_subquery()
    )
    followers_count = (
        select(func.count()).where(onward.followee_id == User.id).scalar_subquery()
    )
    best = (
        select(User.username, friends_count.label("friends_count"))
        .where(User.id != me.id, User.id.not_in(followed))
        .order_by(friends_count.desc(), followers_count.desc(), User.id)
        .limit(5)
    )
    return fetch_all(engine, best)


answer = router"""


def but(before: str, after: str) -> str:
    assert ROUTER.count(before) == 1
    return ROUTER.replace(before, after)


EXERCISE = Exercise(
    title="For newcomers too",
    minutes=9,
    objective="put an analysis behind an endpoint, and keep its budget of statements",
    task="""Friends of friends have nothing for people who follow nobody yet. Write a router with
`GET /users/me/suggestions/` (`CurrentUser` and `ReadEngine` are in `microblog.dependencies`,
`fetch_all` in `microblog.reads`) that always suggests five, if there are that many: first by
`friends_count`, then by the number of followers, then by id. People whom no friend follows have a
`friends_count` of 0, and the popular ones of them come first. Each row has `username` and
`friends_count`. Don't suggest the user themselves, nor anybody they follow. Budget: two statements,
one of which finds the user of the token.""",
    starter="""from fastapi import APIRouter

router = APIRouter()

answer = ...  # write the endpoint, then: router""",
    hints=(
        "Who is a candidate now? Begin with all users, and take away two kinds.",
        "Both numbers are counts beside each user: two correlated sub-queries, as in notebook 11. "
        "A count of nothing is 0, so nobody gets lost.",
        "`friends_count = select(func.count()).where(onward.followee_id == User.id, "
        "onward.follower_id.in_(followed)).scalar_subquery()`; the same without the second "
        "condition counts the followers. Then `.order_by(friends_count.desc(), "
        "followers_count.desc(), User.id).limit(5)`.",
    ),
    imports="""
from fastapi import APIRouter
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from microblog.dependencies import CurrentUser, ReadEngine, SessionDep
from microblog.models import Follow, User
from microblog.reads import fetch_all
""",
    answers=(
        ROUTER,
        """router = APIRouter()


@router.get("/users/me/suggestions/")
def list_suggestions(me: CurrentUser, db: SessionDep):
    mine, known = aliased(Follow), select(Follow.followee_id).where(Follow.follower_id == me.id)
    ours = func.count(mine.followee_id).label("friends_count")
    best = (
        select(User.username, ours)
        .outerjoin(Follow, Follow.followee_id == User.id)
        .outerjoin(
            mine, (mine.follower_id == me.id) & (mine.followee_id == Follow.follower_id)
        )
        .where(User.id != me.id, ~User.id.in_(known))
        .group_by(User.id)
        .order_by(ours.desc(), func.count(Follow.follower_id).desc(), User.id)
    )
    return [row._asdict() for row in db.execute(best.limit(5))]


answer = router""",
    ),
    mistakes=(
        Mistake(
            "friends only",
            but("User.id.not_in(followed))", "User.id.not_in(followed), friends_count > 0)"),
            "Only those come whom a friend follows, so people who follow nobody get an empty list.",
        ),
        Mistake(
            "popular only",
            but("order_by(friends_count.desc(), ", "order_by("),
            "The most popular come first, even those whom no friend follows. Friends count first.",
        ),
        Mistake(
            "oneself",
            but("User.id != me.id, ", ""),
            "One's own name can be among the suggestions.",
        ),
        Mistake(
            "already followed",
            but(", User.id.not_in(followed)", ""),
            "People whom one follows already can be among the suggestions.",
        ),
        Mistake(
            "any order among equals",
            but(
                "friends_count.desc(), followers_count.desc(), User.id",
                "friends_count.desc(), User.id",
            ),
            "Of candidates with the same `friends_count`, the one with more followers should come "
            "first, and you go by id at once.",
        ),
        Mistake(
            "a statement each",
            ROUTER.replace(
                "    return fetch_all(engine, best)",
                "    rows = fetch_all(engine, best)\n"
                "    for row in rows:\n"
                "        same = select(User.id).where(User.username == row['username'])\n"
                "        fetch_all(engine, same)\n"
                "    return rows",
            ),
            "The suggestions are right, but you send more statements the more people you suggest.",
        ),
    ),
    judge=Trying(
        [
            trial
            for name in ("ana", "bodil", "marta", "keiko", "ida")
            for trial in calling(asked_by(name), on=people).trials
        ],
        kind=routes_of,
    ),
    praise="Friends first, then the popular ones, for newcomers too, in two statements.",
)
