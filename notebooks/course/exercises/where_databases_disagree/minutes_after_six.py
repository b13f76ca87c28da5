"""Seconds to whole minutes, rounded down below zero as well."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.selects import Selecting

SECONDS = (0, 1, -1, 59, 60, 61, -3, -59, -60, -61, -120, 179, -86_399, 7_200)


def around_six() -> Iterator[Rows]:
    """Posts on both sides of 18:00, and exactly whole minutes away from it."""
    users = [user(3, "ana")]
    yield no_rows()
    for seconds in (*SECONDS[:4], SECONDS):
        chosen = seconds if isinstance(seconds, tuple) else (seconds,)
        posts = [post(50 - n, "Dark.", 3, each / 3600) for n, each in enumerate(chosen)]
        yield no_rows() | {"users": users, "posts": posts}


GIVEN = """
six = int(datetime(2026, 8, 12, 18, tzinfo=UTC).timestamp())
seconds = extract("epoch", Post.timestamp) - six
"""

EXERCISE = Exercise(
    title="Minutes after six",
    minutes=6,
    objective="divide, round down and round as pandas does",
    task="""`seconds` is how many seconds after 18:00 UTC a post was written, negative before it.
Select the `id` of each post and, under the name `minutes`, the whole minutes as pandas'
`seconds // 60` gives them: -3 seconds is minute -1, and -60 is minute -1 too.""",
    starter="""six = int(datetime(2026, 8, 12, 18, tzinfo=UTC).timestamp())
seconds = extract("epoch", Post.timestamp) - six

answer = select(Post.id, ____.label("minutes"))""",
    hints=(
        "For which of -61, -60, -3, 0 and 61 does `seconds // 60` give the wrong minute on SQLite?",
        "Take the remainder away before you divide; then nothing is cut off. The remainder must "
        "be between 0 and 59, also below zero: `((seconds % 60) + 60) % 60`.",
        "`past = ((seconds % 60) + 60) % 60`, and in the gap `((seconds - past) // 60)`.",
    ),
    imports="""
from datetime import UTC, datetime

from sqlalchemy import Float, Integer, case, cast, extract, func, select

from microblog.models import Post
""",
    answers=(
        GIVEN
        + """past = ((seconds % 60) + 60) % 60
answer = select(Post.id, ((seconds - past) // 60).label("minutes"))
""",
        GIVEN
        + """before = -((59 - seconds) // 60)
answer = select(Post.id, case((seconds < 0, before), else_=seconds // 60).label("minutes"))
""",
    ),
    mistakes=(
        Mistake(
            "cut off",
            GIVEN + 'answer = select(Post.id, (seconds // 60).label("minutes"))',
            "Before 18:00 your minutes are one too high wherever there is a remainder: the "
            "database cuts the fraction off, towards zero.",
        ),
        Mistake(
            "one less",
            GIVEN
            + """minutes = case((seconds < 0, seconds // 60 - 1), else_=seconds // 60)
answer = select(Post.id, minutes.label("minutes"))
""",
            "A post exactly one minute before 18:00 is in minute -2 in your result. Subtract one "
            "only where there is a remainder.",
        ),
        Mistake(
            "a fraction",
            GIVEN + 'answer = select(Post.id, (cast(seconds, Float) / 60).label("minutes"))',
            "Your minutes have a fraction. The question asks for whole minutes, rounded down.",
        ),
        Mistake(
            "rounded",
            GIVEN + 'answer = select(Post.id, func.round(seconds / 60.0).label("minutes"))',
            "You round to the nearest minute. The question asks to round down.",
        ),
    ),
    judge=Selecting(names=("id", "minutes"), on=around_six),
    praise="The same minute as in pandas, on both sides of six o'clock.",
)
