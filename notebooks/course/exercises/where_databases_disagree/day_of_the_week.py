"""The day of the week, numbered as pandas numbers it."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.selects import Selecting


def a_week() -> Iterator[Rows]:
    """Posts from each day of the week, in the early morning and late in the evening too."""
    users = [user(3, "ana")]
    yield no_rows()
    for days in ((4,), (0,), tuple(range(-3, 9))):
        posts = [
            post(90 - 2 * day - part, "Dark.", 3, 24 * day + hours)
            for day in days
            for part, hours in enumerate((-17.9, 5.9))
        ]
        yield no_rows() | {"users": users, "posts": posts}


EXERCISE = Exercise(
    title="Which day of the week?",
    minutes=4,
    objective="take moments apart and subtract them",
    task="""Select the `id` of each post and, under the name `weekday`, the day of the week (UTC) as
pandas' `.dt.day_of_week` numbers it: Monday is 0 and Sunday is 6.""",
    starter='answer = select(Post.id, ____.label("weekday"))',
    hints=(
        'Which number does `extract("dow", …)` give for a Sunday, and which one for a Monday?',
        "Sunday has to come after Saturday. Shift the numbers so that they begin one day later, "
        "and let the remainder of 7 bring Sunday to the end.",
        'In the gap: `((extract("dow", Post.timestamp) + 6) % 7)`.',
    ),
    imports="""
from sqlalchemy import case, extract, func, select

from microblog.models import Post
""",
    answers=(
        'answer = select(Post.id, ((extract("dow", Post.timestamp) + 6) % 7).label("weekday"))',
        """
day = extract("dow", Post.timestamp)
answer = select(Post.id, case((day == 0, 6), else_=day - 1).label("weekday"))
""",
    ),
    mistakes=(
        Mistake(
            "Sunday first",
            'answer = select(Post.id, extract("dow", Post.timestamp).label("weekday"))',
            "Your Sunday is 0 and your Monday is 1, as the database counts. pandas begins with "
            "Monday.",
        ),
        Mistake(
            "one less",
            'answer = select(Post.id, (extract("dow", Post.timestamp) - 1).label("weekday"))',
            "Your Sunday is -1. It should be 6, after Saturday.",
        ),
        Mistake(
            "the wrong way",
            'answer = select(Post.id, ((extract("dow", Post.timestamp) + 1) % 7).label("weekday"))',
            "Your numbers are shifted the wrong way: your Monday is 2, and your Saturday is 0.",
        ),
        Mistake(
            "of the month",
            'answer = select(Post.id, extract("day", Post.timestamp).label("weekday"))',
            "You select the day of the month. The question asks for the day of the week.",
        ),
        Mistake(
            "Monday is 1",
            """
day = extract("dow", Post.timestamp)
answer = select(Post.id, ((day + 6) % 7 + 1).label("weekday"))
""",
            "Your week runs from 1 to 7. pandas counts from 0.",
        ),
    ),
    judge=Selecting(names=("id", "weekday"), on=a_week),
    praise="Monday is 0 and Sunday is 6, whichever database counts.",
)
