"""The row before, of the same group, and the largest gap of each group."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting

LONGEST = """
seconds = extract("epoch", Post.timestamp) - extract("epoch", before)
gaps = select(Post.owner_id, seconds.label("seconds")).subquery()
longest = select(gaps.c.owner_id, func.max(gaps.c.seconds)).group_by(gaps.c.owner_id)
"""


def evenings() -> Iterator[Rows]:
    """The usual databases, behind one in which jonas wrote two posts, both at the same time."""
    rows = no_rows()
    rows["users"] = [user(7, "ana"), user(3, "jonas")]
    rows["posts"] = [post(8, "Kettle on.", 3, 1), post(5, "a_b", 7, 2), post(6, "🙂", 3, 1)]
    yield rows
    yield from databases()


EXERCISE = Exercise(
    title="The longest silence",
    minutes=8,
    objective="look back to the row before, and find the longest gap",
    task="""How long was each user silent at most? Select `owner_id` and the longest time
between two neighbouring posts of that user, in seconds. Users with fewer than two posts are left
out.""",
    starter="answer = ...  # your select() here",
    hints=(
        "You need two steps: first the time since the post before, beside each post, then the "
        "largest for each user. Can both steps be in the same `select`?",
        "The first step is in this notebook, with `lag` and `extract`. In which rows is the time "
        "NULL, and which rows does a user with a single post have?",
        "`gaps` is the sub-query with `owner_id` and `seconds`. Then "
        "`select(gaps.c.owner_id, func.max(gaps.c.seconds))` with "
        "`.where(gaps.c.seconds.is_not(None))` and `.group_by(gaps.c.owner_id)`.",
    ),
    imports="""
from sqlalchemy import extract, func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Post, UTCDateTime
""",
    answers=(
        """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)"""
        + LONGEST
        + "answer = longest.where(gaps.c.seconds.is_not(None))",
        """
other = aliased(Post)
earlier = tuple_(other.timestamp, other.id) < tuple_(Post.timestamp, Post.id)
before = select(func.max(other.timestamp)).where(other.owner_id == Post.owner_id, earlier)
before = before.scalar_subquery()"""
        + LONGEST
        + "answer = longest.having(func.count() > 1)",
    ),
    mistakes=(
        Mistake(
            "everybody's posts",
            "before = func.lag(Post.timestamp, type_=UTCDateTime).over(order_by=Post.timestamp)"
            + LONGEST
            + "answer = longest.where(gaps.c.seconds.is_not(None))",
            "You measure the time since the post before, no matter who wrote that one. Which part "
            "of a window limits it to the posts of one user?",
        ),
        Mistake(
            "from first to last",
            """
first, last = func.min(Post.timestamp), func.max(Post.timestamp)
span = extract("epoch", last) - extract("epoch", first)
answer = select(Post.owner_id, span).group_by(Post.owner_id).having(func.count() > 1)
""",
            "This is the time from a user's first post to the last one. The question asks for the "
            "longest time between two neighbouring posts.",
        ),
        Mistake(
            "NULL for one post",
            """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)"""
            + LONGEST
            + "answer = longest",
            "You also return the users who wrote a single post, with NULL. They should be left "
            "out.",
        ),
        Mistake(
            "zero for one post",
            """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
before = func.lag(Post.timestamp, 1, Post.timestamp, type_=UTCDateTime).over(**window)"""
            + LONGEST
            + "answer = longest",
            "You also return the users who wrote a single post, with 0. They should be left out.",
        ),
        Mistake(
            "zero left out",
            """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)"""
            + LONGEST
            + "answer = longest.where(gaps.c.seconds > 0)",
            "A user whose posts all have the same time is missing. Their longest silence is 0 "
            "seconds, and that is a result.",
        ),
        Mistake(
            "by id",
            """
window = {"partition_by": Post.owner_id, "order_by": Post.id}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)"""
            + LONGEST
            + "answer = longest.where(gaps.c.seconds.is_not(None))",
            "You take the post with the next lower id for the post before. The question is about "
            "neighbours in time.",
        ),
    ),
    judge=Selecting(on=evenings),
    praise="The post before, by the same user, in the order of time; then the largest gap.",
)
