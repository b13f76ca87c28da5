"""A condition that an index can serve, to fill in."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.work import Load, Working

BEGINS, ENDS = -18, 6  # of 12 August 2026, in hours from EVENING
SECOND = 1 / 3600


def days() -> Iterator[Rows]:
    """Posts around the two ends of the day, in no order of their ids."""
    for hours in (
        (),
        (0,),
        (BEGINS,),
        (ENDS, 1),
        (ENDS - SECOND, 2),
        (BEGINS - SECOND, 3),
        (BEGINS, -3, ENDS, 30),
        (-30, ENDS - SECOND, 2, ENDS, 2, BEGINS),
    ):
        posts = [post(7 * n % 11 + 1, "Dark.", 4, each) for n, each in enumerate(hours)]
        yield no_rows() | {"users": [user(4, "ana")], "posts": posts}


def of_day(condition: str) -> str:
    return f"""
answer = (
    select(Post.id)
    .where({condition})
    .order_by(Post.timestamp.desc(), Post.id.desc())
    .limit(3)
)
"""


FROM_MIDNIGHT = "Post.timestamp >= datetime(2026, 8, 12, tzinfo=UTC)"
TO_MIDNIGHT = "Post.timestamp < datetime(2026, 8, 13, tzinfo=UTC)"

EXERCISE = Exercise(
    title="One day's posts",
    minutes=3,
    objective="choose an index for a query, and write the query so that it can use it",
    task="""The condition `func.date(Post.timestamp) == "2026-08-12"` finds the posts of
12 August (UTC), and hides the column from its index. Fill in the gaps with two moments, so that the
statement finds the three newest posts of that day, and reads no others. The check compares rows,
and then the work with 1,000 and with 4,000 posts.""",
    starter="""from datetime import UTC, datetime

answer = (
    select(Post.id)
    .where(Post.timestamp >= ____, Post.timestamp < ____)
    .order_by(Post.timestamp.desc(), Post.id.desc())
    .limit(3)
)""",
    hints=(
        "Which moment is the first that belongs to the day? And which is the first that doesn't?",
        "The day begins at midnight: `datetime(2026, 8, 12, tzinfo=UTC)`. When does the next one?",
        "`Post.timestamp >= datetime(2026, 8, 12, tzinfo=UTC), "
        "Post.timestamp < datetime(2026, 8, 13, tzinfo=UTC)`",
    ),
    imports="""
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from microblog.models import Post
""",
    answers=(
        of_day(f"\n        {FROM_MIDNIGHT},\n        {TO_MIDNIGHT},\n    "),
        "day = datetime(2026, 8, 12, tzinfo=UTC)"
        + of_day("Post.timestamp >= day, Post.timestamp < day + timedelta(days=1)"),
    ),
    mistakes=(
        Mistake(
            "a function around the column",
            of_day('func.date(Post.timestamp) == "2026-08-12"'),
            "The rows are right, but the work grows with the number of posts. That happens when a "
            "function is around the column: the index is sorted by moments, so the database has "
            "to work out the day of each post.",
        ),
        Mistake(
            "the next midnight",
            of_day(
                "Post.timestamp.between(datetime(2026, 8, 12, tzinfo=UTC), "
                "datetime(2026, 8, 13, tzinfo=UTC))"
            ),
            "A post of 13 August, 00:00:00, is among yours. Its moment is the first that no longer "
            "belongs to the day, so the comparison with it must be `<`.",
        ),
        Mistake(
            "the last minute",
            of_day(f"{FROM_MIDNIGHT}, Post.timestamp < datetime(2026, 8, 12, 23, 59, tzinfo=UTC)"),
            "A post of 23:59:59 is missing: your day ends a little before midnight. Compare with "
            "the midnight after the day.",
        ),
        Mistake(
            "no end",
            of_day(FROM_MIDNIGHT),
            "Posts of later days are among yours. The day needs an upper bound, too.",
        ),
        Mistake(
            "the first moment",
            of_day(f"Post.timestamp > datetime(2026, 8, 12, tzinfo=UTC), {TO_MIDNIGHT}"),
            "A post of 12 August, 00:00:00, is missing. Midnight belongs to the day that it "
            "begins, so the comparison with it must be `>=`.",
        ),
    ),
    judge=Working(
        ordered=True,
        on=days,
        loads=(Load("With 1,000 posts", 1_000), Load("With 4,000 posts", 4_000)),
    ),
    praise="From one midnight to before the next: one stretch of the index.",
)
