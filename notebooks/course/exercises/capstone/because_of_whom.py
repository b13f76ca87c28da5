"""The reason for each suggestion, as a statement."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, user
from course.judges.selects import Selecting


def around_ana(*pairs: tuple[int, int]) -> Rows:
    """Ana is user 9; the friends' names are not in the order of their ids."""
    names = {
        9: "ana",
        2: "marta",
        7: "keiko",
        4: "bodil",
        3: "jonas",
        8: "Zoe",
        1: "nils",
        6: "ida",
    }
    return no_rows() | {
        "users": [user(number, name) for number, name in names.items()],
        "follows": [{"follower_id": one, "followee_id": other} for one, other in pairs],
    }


def networks() -> Iterator[Rows]:
    yield no_rows()
    yield around_ana((9, 2), (2, 4))
    yield around_ana((9, 2), (9, 7), (2, 4), (7, 4), (4, 8))
    yield around_ana((9, 2), (9, 7), (2, 7), (7, 2), (2, 9), (7, 3), (2, 3), (3, 9))
    yield around_ana((2, 9), (7, 9), (7, 4), (4, 3), (9, 4))
    yield around_ana((9, 2), (9, 7), (9, 8), (2, 4), (7, 4), (8, 4), (8, 3), (3, 4), (4, 9))
    yield around_ana((9, 2), *((2, each) for each in (7, 4, 3, 8, 1, 6)))
    yield from databases()


def of(
    friend: str = "onward.follower_id",
    name: str = "func.min(User.username)",
    known: str = "onward.followee_id.not_in(followed)",
    oneself: str = "onward.followee_id != me",
    mine: str = "onward.follower_id.in_(followed)",
) -> str:
    return f"""
onward = aliased(Follow)
me = select(User.id).where(User.username == "ana").scalar_subquery()
followed = select(Follow.followee_id).where(Follow.follower_id == me)
answer = (
    select(onward.followee_id, func.count(), {name})
    .join(User, User.id == {friend})
    .where({mine})
    .where({oneself}, {known})
    .group_by(onward.followee_id)
)
"""


EXERCISE = Exercise(
    title="Because of whom?",
    minutes=7,
    objective="turn an analysis in pandas into a `select()`, and check that they agree",
    task="""A suggestion is easier to trust with a reason, such as *followed by keiko and 3 others*.
For the user called `ana`, select the id of each candidate, how many of her friends follow them, and
the name of one of these friends: the first by `func.min`. No order and no limit is asked for. In
pandas, with a row for each way from Ana over a friend to a new candidate:

```python
ways.groupby("candidate_id")["friend"].agg(["size", "min"])
```""",
    starter="answer = ...  # your select() here",
    hints=(
        "Start from the statement of `suggestions` above. Which of its two ends is the friend?",
        "Join `User` to the friend's id, `onward.follower_id`. The statement is grouped by the "
        "candidate, so a name has to be an aggregate.",
        "`select(onward.followee_id, func.count(), func.min(User.username))`, with "
        "`.join(User, User.id == onward.follower_id)`, the three conditions of the notebook, and "
        "`.group_by(onward.followee_id)`.",
    ),
    imports="""
from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from microblog.models import Follow, User
""",
    answers=(
        of(),
        """
mine, onward, friend, me = aliased(Follow), aliased(Follow), aliased(User), aliased(User)
known = select(Follow).where(
    Follow.follower_id == mine.follower_id, Follow.followee_id == onward.followee_id
)
answer = (
    select(onward.followee_id, func.count(friend.id), func.min(friend.username))
    .select_from(me)
    .join(mine, mine.follower_id == me.id)
    .join(friend, friend.id == mine.followee_id)
    .join(onward, onward.follower_id == friend.id)
    .where(me.username == "ana", onward.followee_id != me.id, ~known.exists())
    .group_by(onward.followee_id)
)
""",
    ),
    mistakes=(
        Mistake(
            "her own name",
            of(friend="onward.followee_id"),
            "The name is the candidate's own: you joined `User` to the candidate. It should be "
            "that of a friend who follows the candidate.",
        ),
        Mistake(
            "the greatest name",
            of(name="func.max(User.username)"),
            "You name the last of the friends by their names. The task asks for the first.",
        ),
        Mistake(
            "already followed",
            of(known="True"),
            "People whom ana follows already are among the candidates.",
        ),
        Mistake(
            "herself",
            of(oneself="True"),
            "Ana herself is among the candidates: a friend of hers follows her.",
        ),
        Mistake(
            "herself and already followed",
            of(oneself="True", known="True"),
            "Ana herself and people whom she follows already are among the candidates.",
        ),
        Mistake(
            "all followers",
            of(
                mine="onward.followee_id.in_(select(Follow.followee_id).where("
                "Follow.follower_id.in_(followed)))"
            ),
            "You count and name everybody who follows the candidate. Only ana's friends matter.",
        ),
    ),
    judge=Selecting(on=networks),
    praise="Each candidate with the number of friends who lead there, and the name of one.",
)
