"""A table joined with itself, twice over."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Who follow each other",
    minutes=8,
    objective="match a table with itself",
    task="""Select the names of each two users who follow each other: two columns, each pair of
people once, the one with the smaller `id` first.""",
    starter="answer = ...  # your select() here",
    hints=(
        "How many rows of which tables does one line of the result need? Two names, and a follow "
        "in each direction.",
        "So you need `User` twice and `Follow` twice, each under a name of its own: `aliased`. "
        "Begin with two users and one follow between them, and look at the result.",
        "With `one, other = aliased(User), aliased(User)`, and `there, back` in the same way: join "
        "`there` on `there.follower_id == one.id`, `other` on `other.id == there.followee_id`, and "
        "`back` on both of its columns, the other way round. Finally `one.id < other.id`.",
    ),
    imports="""
from sqlalchemy import select
from sqlalchemy.orm import aliased

from microblog.models import Follow, User
""",
    answers=(
        """
one, other = aliased(User), aliased(User)
there, back = aliased(Follow), aliased(Follow)
answer = (
    select(one.username, other.username)
    .join(there, there.follower_id == one.id)
    .join(other, other.id == there.followee_id)
    .join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    .where(one.id < other.id)
)
""",
        """
other = aliased(User)
there = (Follow.follower_id == User.id) & (Follow.followee_id == other.id)
back = (Follow.follower_id == other.id) & (Follow.followee_id == User.id)
answer = (
    select(User.username, other.username)
    .join(other, other.id > User.id)
    .where(select(Follow).where(there).exists(), select(Follow).where(back).exists())
)
""",
    ),
    mistakes=(
        Mistake(
            "each pair twice",
            """
one, other = aliased(User), aliased(User)
there, back = aliased(Follow), aliased(Follow)
answer = (
    select(one.username, other.username)
    .join(there, there.follower_id == one.id)
    .join(other, other.id == there.followee_id)
    .join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
)
""",
            "Each pair appears twice, once from each side. Which condition keeps one of the two?",
        ),
        Mistake(
            "turned round",
            """
one, other = aliased(User), aliased(User)
there, back = aliased(Follow), aliased(Follow)
answer = (
    select(one.username, other.username)
    .join(there, there.follower_id == one.id)
    .join(other, other.id == there.followee_id)
    .join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    .where(one.id > other.id)
)
""",
            "The pairs are right, each once. But the user with the smaller id comes first.",
        ),
        Mistake(
            "the smaller name",
            """
one, other = aliased(User), aliased(User)
there, back = aliased(Follow), aliased(Follow)
answer = (
    select(one.username, other.username)
    .join(there, there.follower_id == one.id)
    .join(other, other.id == there.followee_id)
    .join(back, (back.follower_id == other.id) & (back.followee_id == one.id))
    .where(one.username < other.username)
)
""",
            "The pairs are right, each once. But the smaller *name* comes first in yours; the "
            "question asks for the smaller id.",
        ),
        Mistake(
            "every follow",
            """
one, other = aliased(User), aliased(User)
answer = (
    select(one.username, other.username)
    .join(Follow, Follow.follower_id == one.id)
    .join(other, other.id == Follow.followee_id)
)
""",
            "Your result contains every follow. Check that the second user follows back.",
        ),
        Mistake(
            "one direction of each",
            """
one, other = aliased(User), aliased(User)
answer = (
    select(one.username, other.username)
    .join(Follow, Follow.follower_id == one.id)
    .join(other, other.id == Follow.followee_id)
    .where(one.id < other.id)
)
""",
            "Your result contains each follow from a smaller id to a larger one. Does the second "
            "user follow back?",
        ),
        Mistake(
            "one row only",
            """
rows = select(User.username, User.username.label("other"))
rows = rows.join(Follow, Follow.follower_id == User.id)
answer = rows.where(Follow.followee_id == User.id)
""",
            "Your statement never finds anybody. That happens, for example, when one row of "
            "`users` would have to be both people: a table that you need twice needs two names.",
        ),
    ),
    judge=Selecting(),
    praise="Two users and two follows under four names, and each pair once.",
    practice=True,
)
