"""A join on a condition other than equality."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Every pair once",
    minutes=4,
    objective="pair rows by a condition other than equality",
    task="""Any two users might become friends. Select the names of all pairs of two different
users: two columns, each pair once, the user with the smaller `id` first.""",
    starter="""other = aliased(User)

answer = ...  # your select() here""",
    hints=(
        "The users are needed twice: `User` and `other`. Which condition on the two ids leaves out "
        "both a user beside themselves and the second copy of each pair?",
        "Among 1 and 2, the pair (1, 2) should stay, and (2, 1), (1, 1) and (2, 2) should go.",
        "`select(User.username, other.username).join(other, other.id > User.id)`",
    ),
    imports="""
from sqlalchemy import select, true
from sqlalchemy.orm import aliased

from microblog.models import User
""",
    answers=(
        """
other = aliased(User)
answer = select(User.username, other.username).join(other, other.id > User.id)
""",
        """
other = aliased(User)
answer = select(User.username, other.username).where(User.id < other.id)
""",
    ),
    mistakes=(
        Mistake(
            "everybody with everybody",
            """
other = aliased(User)
answer = select(User.username, other.username).join(other, true())
""",
            "Your result pairs users with themselves, and has every other pair twice.",
        ),
        Mistake(
            "each pair twice",
            """
other = aliased(User)
answer = select(User.username, other.username).join(other, other.id != User.id)
""",
            "Each pair appears twice, once from each side.",
        ),
        Mistake(
            "oneself",
            """
other = aliased(User)
answer = select(User.username, other.username).join(other, other.id >= User.id)
""",
            "Each pair is there once, but so is each user beside themselves.",
        ),
        Mistake(
            "turned round",
            """
other = aliased(User)
answer = select(User.username, other.username).join(other, other.id < User.id)
""",
            "The pairs are right, each once. But the user with the smaller id comes first.",
        ),
        Mistake(
            "by name",
            """
other = aliased(User)
answer = select(User.username, other.username).join(other, other.username > User.username)
""",
            "Each pair is there once, but in the order of the *names*. The user with the smaller "
            "id comes first.",
        ),
    ),
    judge=Selecting(),
    praise="Each pair once: a `>` on the key does it.",
)
