"""Whom a new follow concerns."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, user
from course.judges.selects import Selecting


def around_ana(*pairs: tuple[int, int]) -> Rows:
    names = {9: "ana", 2: "marta", 7: "keiko", 4: "bodil", 3: "jonas"}
    return no_rows() | {
        "users": [user(number, name) for number, name in names.items()],
        "follows": [{"follower_id": one, "followee_id": other} for one, other in pairs],
    }


def networks() -> Iterator[Rows]:
    yield no_rows()
    yield around_ana((9, 7))
    yield around_ana((9, 7), (2, 9))
    yield around_ana((9, 7), (2, 9), (7, 9), (4, 7), (3, 4))
    yield around_ana((9, 7), (9, 3), (2, 9), (4, 9), (7, 4))
    yield from databases()


EXERCISE = Exercise(
    title="Whose list is old?",
    minutes=6,
    objective="say whose rows a write makes out of date",
    task="""The user called `ana` has just followed somebody, and you don't know whom. Whose five
suggestions can that change? Select the ids of these users, each once, as the column `id`. (The row
in `follows` is there already.)""",
    starter="answer = ...  # your select() here",
    hints=(
        "Ana's own list changes: she has a new friend. In whose list does Ana vote, as a friend?",
        "Ana votes for her new friend now in the lists of all who follow Ana. The new friend's "
        "other followers have nothing to do with it.",
        "The ids of Ana and of her followers: `User.id.in_(select(Follow.follower_id).where("
        'Follow.followee_id == ana))` or `User.username == "ana"`.',
    ),
    imports="""
from sqlalchemy import or_, select, union

from microblog.models import Follow, User
""",
    answers=(
        """
ana = select(User.id).where(User.username == "ana").scalar_subquery()
followers = select(Follow.follower_id).where(Follow.followee_id == ana)
answer = select(User.id).where(or_(User.username == "ana", User.id.in_(followers)))
""",
        """
followers = select(Follow.follower_id.label("id")).join(User, User.id == Follow.followee_id)
answer = union(
    followers.where(User.username == "ana"), select(User.id).where(User.username == "ana")
)
""",
    ),
    mistakes=(
        Mistake(
            "without ana",
            """
ana = select(User.id).where(User.username == "ana").scalar_subquery()
answer = select(Follow.follower_id).where(Follow.followee_id == ana)
""",
            "Ana's own list is missing. She has a new friend, who votes in it from now on.",
        ),
        Mistake(
            "only ana",
            """
answer = select(User.id).where(User.username == "ana")
""",
            "Ana votes in other lists too: in those of her followers.",
        ),
        Mistake(
            "whom she follows",
            """
ana = select(User.id).where(User.username == "ana").scalar_subquery()
friends = select(Follow.followee_id).where(Follow.follower_id == ana)
answer = select(User.id).where(or_(User.username == "ana", User.id.in_(friends)))
""",
            "These are Ana and the people whom she follows. A friend votes in the lists of those "
            "who follow the friend: look in the other direction.",
        ),
        Mistake(
            "everybody",
            """
answer = select(User.id)
""",
            "You select all users. That's safe, and it's what the refresh was to avoid.",
        ),
    ),
    judge=Selecting(on=networks),
    praise="Ana and her followers: nobody else has Ana among their friends.",
)
