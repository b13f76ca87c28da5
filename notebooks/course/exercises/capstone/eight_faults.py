"""A test of the suggestions, tried on eight faults."""

from collections.abc import Callable, Sequence
from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows
from course.judges.endpoints import routes_of, service_with
from course.judges.judge import Wrong
from course.judges.routers import member
from course.judges.trials import Observed, Trial, Trying
from course.judges.writes import copied

Pairs = Sequence[tuple[str, str]]
Ask = Callable[[Pairs, str], Any]

RIGHT = """
from fastapi import APIRouter
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from microblog.dependencies import CurrentUser, ReadEngine
from microblog.models import Follow, User
from microblog.reads import fetch_all

router = APIRouter()


@router.get("/users/me/suggestions/")
def list_suggestions(me: CurrentUser, engine: ReadEngine):
    onward = aliased(Follow)
    followed = select(Follow.followee_id).where(Follow.follower_id == me.id)
    friends_count = func.count().label("friends_count")
    best = (
        select(User.username, friends_count)
        .join(onward, onward.followee_id == User.id)
        .where(onward.follower_id.in_(followed))
        .where(User.id != me.id)
        .where(User.id.not_in(followed))
        .group_by(User.id)
        .order_by(friends_count.desc(), User.id)
        .limit(5)
    )
    return fetch_all(engine, best)
"""
CHANGES = (
    ("        .where(User.id != me.id)\n", ""),
    ("        .where(User.id.not_in(followed))\n", ""),
    ("friends_count.desc(), User.id)", "friends_count, User.id)"),
    ("friends_count.desc(), User.id)", "friends_count.desc(), User.id.desc())"),
    ("limit(5)", "limit(6)"),
    ("limit(5)", "limit(4)"),
    ("func.count()", "func.count(User.id.distinct())"),
    ("where(Follow.follower_id == me.id)", "where(Follow.followee_id == me.id)"),
)


def rows_of(follows: Pairs) -> Rows:
    """Users numbered in the order in which their names come."""
    ids = {name: 3 * n for n, name in enumerate(dict.fromkeys(sum(follows, ())), start=1)}
    pairs = [{"follower_id": ids[one], "followee_id": ids[other]} for one, other in follows]
    return no_rows() | {"users": [member(n, name) for name, n in ids.items()], "follows": pairs}


def asking(code: str) -> Ask:
    """What a test is given: stores these follows, and returns the JSON that a user gets."""
    namespace: dict[str, Any] = {}
    exec(compile(code, "<service>", "exec"), namespace)
    routes = routes_of(namespace["router"])

    def ask(follows: Pairs, username: str) -> Any:
        with service_with(routes, copied(lambda: rows_of(follows))) as service:
            return service.send("GET", "/users/me/suggestions/", by=username).json()

    return ask


def on_the_right_one(test: Callable[[Ask], object]) -> Observed:
    try:
        returned = test(asking(RIGHT))
    except AssertionError as error:
        return {"your test": f"fails. {error}".strip()}
    if returned is not None:
        raise Wrong("A test returns nothing: write assert, not return.")
    return {"your test": "passes"}


def changed(before: str, after: str) -> Trial:
    """The service with a line changed, or without it where nothing comes after."""
    line = next(each.strip() for each in RIGHT.splitlines() if before.strip() in each)
    wrong = line.replace(before, after) if after else ""

    def run(test: Callable[[Ask], object]) -> Observed:
        try:
            test(asking(RIGHT.replace(before, after)))
        except Exception:
            return {"your test": "fails"}
        return {"your test": "passes"}

    return Trial(f"On the service with this change:\n- {line}\n+ {wrong}".rstrip(), run)


MANY = """[
    ("ana", "keiko"), ("ana", "jonas"), ("keiko", "ana"), ("keiko", "jonas"), ("bodil", "ana"),
    ("keiko", "user_1"), ("keiko", "user_2"), ("keiko", "user_3"), ("keiko", "user_4"),
    ("keiko", "user_5"), ("keiko", "user_6"), ("jonas", "user_6"), ("bodil", "user_7"),
]"""
FEW = MANY.replace('("keiko", "user_4"),', "").replace('("keiko", "user_5"), ', "")
NAMES = 'each["username"] for each in found'


def tried(follows: str, *asserted: str) -> str:
    lines = [f"found = ask({follows}, 'ana')", *asserted]
    return "def test_suggestions(ask):\n" + "".join(f"    {each}\n" for each in lines)


EXERCISE = Exercise(
    title="Eight faults",
    minutes=8,
    objective="test an endpoint of your own",
    task="""Write a test that passes on the right service and fails on each of eight others, in
which one line is wrong. `ask(follows, username)` stores follows, such as
`[("ana", "keiko"), ("keiko", "jonas")]`, and returns the JSON that this user gets from
`/users/me/suggestions/`: a list of dicts with `username` and `friends_count`. Users are numbered in
the order in which their names, of 3 to 30 characters, first come. The rules: at most five, the
largest `friends_count` first, of equal ones the lower id; never the user themselves, nor anybody
they follow.""",
    starter="""def test_suggestions(ask): ...


answer = test_suggestions""",
    hints=(
        "Begin with three or four follows and one `assert` on the whole list. The check shows you "
        "a change that your test lets pass; add what makes it visible.",
        "You need a friend who follows you back, one who follows another friend, a candidate with "
        "two friends whose id is not the lowest, two candidates that tie, and six candidates.",
        "Let ana follow keiko and jonas; keiko follow ana, jonas and six strangers; jonas follow "
        "the last of the six. Then assert all five names, in their order, and the first "
        "`friends_count`.",
    ),
    imports="",
    answers=(
        tried(
            MANY,
            f"names = [{NAMES}]",
            'assert names == ["user_6", "user_1", "user_2", "user_3", "user_4"]',
            'assert [each["friends_count"] for each in found] == [2, 1, 1, 1, 1]',
        ),
        """
def test_suggestions(ask):
    strangers = ["Zoe", "Bob", "Cyd", "Dan", "Edo", "Flo"]
    follows = [("ana", "marta"), ("ana", "bodil"), ("marta", "bodil"), ("bodil", "ana")]
    follows += [("marta", name) for name in strangers] + [("bodil", "Flo")]
    found = ask(follows, "ana")
    assert found[0] == {"username": "Flo", "friends_count": 2}
    assert [each["username"] for each in found[1:]] == strangers[:4]
    assert ask(follows, "marta") == [{"username": "ana", "friends_count": 1}]
""",
    ),
    mistakes=(
        Mistake(
            "no assert",
            tried(MANY, "len(found) == 5"),
            "Your test passes whatever the service answers: nothing in it can fail.",
        ),
        Mistake(
            "only how many",
            tried(MANY, "assert len(found) == 5"),
            "Your test notices how many are suggested, and not who, in which order, and with which "
            "`friends_count`.",
        ),
        Mistake(
            "few candidates",
            tried(
                FEW,
                f"assert [{NAMES}] == ['user_6', 'user_1', 'user_2', 'user_3']",
                "assert found[0]['friends_count'] == 2",
            ),
            "Your test notices everything but how many are suggested. Give the user more "
            "candidates than five.",
        ),
        Mistake(
            "a set of names",
            tried(FEW, f"assert {{{NAMES}}} == {{'user_1', 'user_2', 'user_3', 'user_6'}}"),
            "Your test notices who must not be suggested. It notices no wrong order, no wrong "
            "`friends_count`, and not that there are more or fewer than five.",
        ),
        Mistake(
            "one friend, one candidate",
            tried("[('ana', 'keiko'), ('keiko', 'jonas')]", f"assert [{NAMES}] == ['jonas']"),
            "Your test notices one change of eight. With a single friend and a single candidate, "
            "nobody has to be left out and nothing can be in the wrong order.",
        ),
    ),
    judge=Trying(
        [Trial("On the right service:", on_the_right_one), *(changed(*each) for each in CHANGES)]
    ),
    praise="It passes on the right service, and none of the eight faults gets past it.",
)
