"""A comparison with the newest of no posts."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting

GIVEN = """
eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
newest = select(func.max(Post.timestamp)).where(Post.owner_id == User.id).scalar_subquery()
"""


def long_silent() -> Iterator[Rows]:
    """Also users whose newest post is hours or days old, or from the early morning after."""
    yield from databases()
    rows = no_rows() | {
        "users": [user(n, name) for n, name in ((7, "ana"), (3, "Zoe"), (5, "bea"))]
    }
    posts = ((2, 7, -0.5), (9, 7, -30), (4, 3, 9), (8, 3, 1), (1, 5, -25))
    rows["posts"] = [post(number, "Kettle on.", owner, hours) for number, owner, hours in posts]
    yield rows


EXERCISE = Exercise(
    title="Silent since eight",
    minutes=6,
    objective="predict which rows a condition loses to NULL, and keep them",
    task="""Who was silent from 20:00 UTC on? Select the `username` of all users whose newest post
is from before `eight`, and also of those who never wrote at all. `newest` is already there.""",
    starter="""eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
newest = select(func.max(Post.timestamp)).where(Post.owner_id == User.id).scalar_subquery()

answer = ...  # select(User.username).where(…)""",
    hints=(
        "What is `newest` for somebody who never wrote? Select it next to the username.",
        "`NULL < eight` is NULL, so the row is dropped. Which method asks whether something is "
        "NULL, and which function combines two conditions when one of them is enough?",
        "`select(User.username).where(or_(newest.is_(None), newest < eight))`",
    ),
    imports="""
from datetime import UTC, datetime, timedelta

from sqlalchemy import and_, func, or_, select

from microblog.models import Post, User
""",
    answers=(
        GIVEN + "answer = select(User.username).where(or_(newest.is_(None), newest < eight))",
        GIVEN
        + """
before = func.coalesce(newest, eight - timedelta(days=1)) < eight
answer = select(User.username).where(before)
""",
        """
eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
writers = select(Post.owner_id).where(Post.timestamp >= eight)
answer = select(User.username).where(User.id.not_in(writers))
""",
    ),
    mistakes=(
        Mistake(
            "NULL lost",
            GIVEN + "answer = select(User.username).where(newest < eight)",
            "Users who never wrote are missing. The newest of no posts is NULL, and NULL < eight "
            "is not true.",
        ),
        Mistake(
            "NULL alone",
            GIVEN + "answer = select(User.username).where(newest.is_(None))",
            "You find the users who never wrote, and no others. Those whose newest post is from "
            "before 20:00 are missing.",
        ),
        Mistake(
            "both at once",
            GIVEN + "answer = select(User.username).where(newest.is_(None), newest < eight)",
            "Your statement never finds anybody. That happens, for example, when both conditions "
            "must be true (a comma, and_(), &): no time is NULL and before 20:00 at once.",
        ),
        Mistake(
            "eight itself",
            GIVEN + "answer = select(User.username).where(or_(newest.is_(None), newest <= eight))",
            "Somebody who wrote at exactly 20:00 is in your result. That isn't before 20:00.",
        ),
        Mistake(
            "the other half",
            GIVEN + "answer = select(User.username).where(or_(newest.is_(None), newest > eight))",
            "You find those who wrote after 20:00, together with those who never wrote. Turn the "
            "comparison round.",
        ),
        Mistake(
            "one old post is enough",
            """
eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
writers = select(Post.owner_id).where(Post.timestamp < eight)
answer = select(User.username).where(User.id.in_(writers))
""",
            "You find everybody with a post from before 20:00, even if they wrote again later; and "
            "those who never wrote are missing.",
        ),
        Mistake(
            "a row for each old post",
            """
eight = datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username).join(User.posts).where(Post.timestamp < eight)
""",
            "Your result has a row for each post from before 20:00. The question asks for each "
            "user once: those whose newest post is that old, and those who have none.",
        ),
    ),
    judge=Selecting(on=long_silent),
    praise="Those who stopped before eight, and those who never wrote at all.",
)
