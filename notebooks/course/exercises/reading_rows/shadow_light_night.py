"""A column with a value by cases."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.selects import Selecting

HOURS = (-1, 0.5, 1, 2.98, 3, 3.5, 6, 7, -23, -21.5, -25, 24, 25, 27, 18.9, 5.5)  # after 18:00


def several_days() -> Iterator[Rows]:
    """Posts at, before and after 19:00 and 21:00, on three days, and in the early morning."""
    users = [user(3, "ana")]
    yield no_rows()
    for hours in (*HOURS[:6], HOURS):
        chosen = hours if isinstance(hours, tuple) else (hours,)
        posts = [post(50 - n, "Kettle on.", 3, each) for n, each in enumerate(chosen)]
        yield no_rows() | {"users": users, "posts": posts}


EXERCISE = Exercise(
    title="Shadow, light, night",
    minutes=5,
    objective="compute a column by cases in the database",
    task="""Select two columns for each post: its `id` and, under the name `part`, the part of the
day by UTC, whatever the date: `"shadow"` before 19:00, `"light"` from 19:00 to before 21:00, and
`"night"` from then until midnight.""",
    practice=True,
    starter="answer = ...  # your select() here",
    hints=(
        "With an hour of 18 in mind: which part is it, and which conditions are true for it?",
        "`case` takes the first condition that is true, as `elif` does. Which one comes first, and "
        "what should the value be where none is true?",
        '`case((hour < 19, "shadow"), (hour < 21, "light"), else_="night").label("part")`, '
        'with `hour = extract("hour", Post.timestamp)`.',
    ),
    imports="""
from datetime import UTC, datetime

from sqlalchemy import case, extract, func, select

from microblog.models import Post
""",
    answers=(
        """
hour = extract("hour", Post.timestamp)
part = case((hour < 19, "shadow"), (hour < 21, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
        """
hour = extract("hour", Post.timestamp)
part = case((hour >= 21, "night"), (hour >= 19, "light"), else_="shadow")
answer = select(Post.id, part.label("part"))
""",
        """
clock = func.strftime("%H:%M", Post.timestamp)
part = case((clock < "19:00", "shadow"), (clock < "21:00", "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
    ),
    mistakes=(
        Mistake(
            "conditions in the wrong order",
            """
hour = extract("hour", Post.timestamp)
part = case((hour < 21, "light"), (hour < 19, "shadow"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "Your statement never says shadow. case() takes the first condition that is true, and "
            "an hour below 19 is below 21, too.",
        ),
        Mistake(
            "no else",
            """
hour = extract("hour", Post.timestamp)
part = case((hour < 19, "shadow"), (hour < 21, "light"))
answer = select(Post.id, part.label("part"))
""",
            "Where your result should say night, it has NULL. That is what case() gives when no "
            "condition is true and there is no else_.",
        ),
        Mistake(
            "19 is shadow",
            """
hour = extract("hour", Post.timestamp)
part = case((hour <= 19, "shadow"), (hour < 21, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "The posts from 19:00 to before 20:00 are shadow in your result. They should be light.",
        ),
        Mistake(
            "21 is light",
            """
hour = extract("hour", Post.timestamp)
part = case((hour < 19, "shadow"), (hour <= 21, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "The posts from 21:00 to before 22:00 are light in your result. They should be night.",
        ),
        Mistake(
            "one day",
            """
seven, nine = (datetime(2026, 8, 12, hour, tzinfo=UTC) for hour in (19, 21))
part = case((Post.timestamp < seven, "shadow"), (Post.timestamp < nine, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "Your statement is right for 12 August 2026 alone. All posts of earlier days are "
            "shadow in it, and all of later days night. Compare the hour, not the whole moment.",
        ),
        Mistake(
            "hours of another zone",
            """
hour = extract("hour", Post.timestamp)
part = case((hour < 17, "shadow"), (hour < 19, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "Your parts begin two hours early: light at 17:00 UTC and night at 19:00 UTC. The "
            "hours of the question are in UTC, and so are the times in the table.",
        ),
        Mistake(
            "text and number",
            """
hour = func.strftime("%H", Post.timestamp)
part = case((hour < 19, "shadow"), (hour < 21, "light"), else_="night")
answer = select(Post.id, part.label("part"))
""",
            "Every post is night in your result. That happens, for example, when text from "
            "strftime() is compared with a number: to SQLite, any text is larger.",
        ),
    ),
    judge=Selecting(names=("id", "part"), on=several_days),
    praise="Each post in its part of the day, and the database did the work.",
)
