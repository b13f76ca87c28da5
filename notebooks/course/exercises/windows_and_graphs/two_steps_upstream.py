"""A recursive query, filled in: the direction of the step, its limit, the shortest way."""

from collections.abc import Iterator, Sequence

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, user
from course.judges.selects import Selecting

PEOPLE = {"bodil": 8, "marta": 2, "anabel": 3, "ana": 5, "keiko": 1, "jonas": 4}


def networks() -> Iterator[Rows]:
    """Who follows whom: nobody, one, a circle, a line, a short way beside a long one."""
    yield following(["ana"])
    yield following(["ana", "keiko"], "ana keiko")
    yield following(["ana", "keiko"], "keiko ana")
    yield following(["ana", "keiko"], "ana keiko", "keiko ana")
    yield following(["marta", "ana", "keiko"], "ana marta", "marta keiko", "ana keiko")
    line = ("ana bodil", "bodil keiko", "keiko jonas", "jonas marta")
    yield following(list(PEOPLE), *line, "anabel ana", "marta anabel")
    short = ("ana keiko", "keiko bodil", "ana bodil", "bodil ana", "bodil marta", "marta jonas")
    yield following(list(PEOPLE), *short, "jonas ana", "anabel bodil")


def following(names: Sequence[str], *follows: str) -> Rows:
    """A follow such as "ana keiko" says that ana follows keiko."""
    rows = no_rows()
    rows["users"] = [user(PEOPLE[name], name) for name in names]
    for pair in follows:
        follower, followee = (PEOPLE[name] for name in pair.split())
        rows["follows"].append({"follower_id": follower, "followee_id": followee})
    return rows


START = """
start = select(User.id, literal(0).label("steps")).where(User.username == "ana")
sources = start.cte("sources", recursive=True)
"""
BACK = """
back = select(Follow.followee_id, sources.c.steps + 1)
back = back.join(sources, Follow.follower_id == sources.c.id)
"""
LEAST = "answer = select(sources.c.id, func.min(sources.c.steps)).group_by(sources.c.id)"

EXERCISE = Exercise(
    title="Two steps upstream",
    minutes=6,
    objective="follow a graph, one step or any number of steps",
    task="""Whose posts can reach the user called `ana` in two steps at most? That's the people
she follows, and the people whom these follow. Select each `id` and the least number of steps, ana
herself with 0. Replace each `____`.""",
    starter="""start = select(User.id, literal(0).label("steps")).where(User.username == "ana")
sources = start.cte("sources", recursive=True)
back = select(Follow.____, sources.c.steps + 1).join(sources, Follow.____ == sources.c.id)
sources = sources.union(back.where(____))
answer = select(sources.c.id, func.____(sources.c.steps)).group_by(sources.c.id)""",
    hints=(
        "In the notebook, one step leads from a user to a follower. Which way do you have to go "
        "here, from `ana` to the people she follows?",
        "The row found last is the follower now, and the new row is the followee. A step may start "
        "from a row with 0 steps or 1 step. And if two ways lead to the same user, which one "
        "counts?",
        "`select(Follow.followee_id, …)`, joined on `Follow.follower_id == sources.c.id`, where "
        "`sources.c.steps < 2`, and at the end `func.min(sources.c.steps)`.",
    ),
    imports="""
from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import aliased

from microblog.models import Follow, User
""",
    answers=(
        START + BACK + "sources = sources.union(back.where(sources.c.steps < 2))\n" + LEAST,
        START + BACK + "sources = sources.union_all(back.where(sources.c.steps <= 1))\n" + LEAST,
        """
second = aliased(Follow)
ana = select(User.id).where(User.username == "ana").scalar_subquery()
none = select(User.id, literal(0).label("steps")).where(User.id == ana)
one = select(Follow.followee_id, literal(1)).where(Follow.follower_id == ana)
two = select(second.followee_id, literal(2)).join(
    Follow, Follow.followee_id == second.follower_id
)
sources = union_all(none, one, two.where(Follow.follower_id == ana)).subquery()
"""
        + LEAST,
    ),
    mistakes=(
        Mistake(
            "the followers",
            START
            + """
back = select(Follow.follower_id, sources.c.steps + 1)
back = back.join(sources, Follow.followee_id == sources.c.id)
sources = sources.union(back.where(sources.c.steps < 2))
"""
            + LEAST,
            "Your steps lead from a user to their followers, as in the notebook. The question is "
            "about the other direction: the people whom ana follows.",
        ),
        Mistake(
            "a step too far",
            START + BACK + "sources = sources.union(back.where(sources.c.steps <= 2))\n" + LEAST,
            "You go three steps: a step still starts from a row that has two.",
        ),
        Mistake(
            "a step too short",
            START + BACK + "sources = sources.union(back.where(sources.c.steps < 1))\n" + LEAST,
            "You stop after one step. The question allows two.",
        ),
        Mistake(
            "the longest way",
            START
            + BACK
            + """
sources = sources.union(back.where(sources.c.steps < 2))
answer = select(sources.c.id, func.max(sources.c.steps)).group_by(sources.c.id)
""",
            "Where several ways lead to a user, you return the number of steps of the longest. The "
            "question asks for the least number.",
        ),
        Mistake(
            "how many ways",
            START
            + BACK
            + """
sources = sources.union(back.where(sources.c.steps < 2))
answer = select(sources.c.id, func.count()).group_by(sources.c.id)
""",
            "Your second column counts rows: with how many different numbers of steps each user "
            "was found. The question asks for the least of these numbers.",
        ),
    ),
    judge=Selecting(on=networks),
    praise="Against the arrows, two steps at most, and the shortest way to each user.",
)
