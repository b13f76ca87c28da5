"""A calendar, a left join and a running total, filled in."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting


def evenings() -> Iterator[Rows]:
    """The usual databases, behind small ones: quiet days at both ends and in the middle."""
    for hours in ((), (0,), (-40, -40, 25), (-100, -30, 1, 2, 50, 90), (-45, 26, 26.5)):
        rows = no_rows()
        rows["users"] = [user(7, "ana")]
        rows["posts"] = [post(20 - n, f"Post {n}", 7, hour) for n, hour in enumerate(hours)]
        yield rows
    yield from databases()


DAYS = """
start = select(func.date("2026-08-10", type_=Date).label("day")).cte("days", recursive=True)
following = select(func.date(start.c.day, "+1 day"))
days = start.union_all(following.where(start.c.day < date(2026, 8, 14)))
"""
SAME_DAY = """
same_day = func.date(Post.timestamp, type_=Date) == days.c.day
"""
FILLED = """
filled = select(days.c.day, func.count(Post.id).label("posts")).outerjoin(Post, same_day)
filled = filled.group_by(days.c.day).subquery("filled")
"""
TOTAL = """
total = func.sum(filled.c.posts).over(order_by=filled.c.day, rows=(None, 0))
answer = select(filled.c.day, total.label("total"))
"""

EXERCISE = Exercise(
    title="Quiet days too",
    minutes=6,
    objective="keep the days without rows in a running total and a rolling mean",
    task="""For each day from 10 to 14 August 2026, how many posts were written since the 10th, up
to and including that day? Return all five days, also where nobody wrote. Replace each `____`.""",
    starter="""\
first = select(func.date("2026-08-10", type_=Date).label("day")).cte("days", recursive=True)
following = select(func.date(first.c.day, "+1 day"))
five = first.union_all(following.where(____))
counts = select(five.c.day, ____).outerjoin(Post, func.date(Post.timestamp, type_=Date) == ____)
counts = counts.group_by(____).subquery("counts")
answer = select(counts.c.day, func.sum(counts.c.posts).over(____).label("total"))""",
    hints=(
        "The gaps, in their order: when another day follows, what to count, which day a post "
        "belongs to, the groups, and the window of the running total.",
        "A day follows while `first.c.day` is before the 14th. Count a column of `posts`, under "
        "the name `posts`, since a quiet day has a row without a post.",
        '`first.c.day < date(2026, 8, 14)`, `func.count(Post.id).label("posts")`, `five.c.day` '
        "twice, and `order_by=counts.c.day, rows=(None, 0)`.",
    ),
    imports="""
from datetime import date

from sqlalchemy import Date, func, select

from microblog.models import Post
""",
    answers=(
        DAYS + SAME_DAY + FILLED + TOTAL,
        DAYS
        + """
written = func.date(Post.timestamp, type_=Date)
since = select(func.count()).where(written >= date(2026, 8, 10), written <= days.c.day)
answer = select(days.c.day, since.scalar_subquery().label("total"))
""",
    ),
    mistakes=(
        Mistake(
            "inner join",
            DAYS + SAME_DAY + FILLED.replace("outerjoin", "join") + TOTAL,
            "Days on which nobody wrote are missing. An inner join drops them, and so does a "
            "condition on posts in where() behind a left join.",
        ),
        Mistake(
            "rows counted",
            DAYS + SAME_DAY + FILLED.replace("count(Post.id)", "count()") + TOTAL,
            "Each quiet day adds 1 to your total. `func.count()` counts the empty row that the "
            "left join made for it.",
        ),
        Mistake(
            "each day alone",
            DAYS + SAME_DAY + FILLED + "answer = select(filled.c.day, filled.c.posts)",
            "You return the posts of each day by itself. The question asks for all posts up to "
            "and including that day.",
        ),
        Mistake(
            "all of them",
            DAYS
            + SAME_DAY
            + FILLED
            + "answer = select(filled.c.day, func.sum(filled.c.posts).over())",
            "Each day has the total of all five days. A running total needs an order in its "
            "window.",
        ),
        Mistake(
            "a day too far",
            DAYS.replace("< date", "<= date") + SAME_DAY + FILLED + TOTAL,
            "Your calendar has one day too many: the 14th still gets a day after it.",
        ),
        Mistake(
            "a day too short",
            DAYS.replace("14", "13") + SAME_DAY + FILLED + TOTAL,
            "Your calendar ends before 14 August.",
        ),
    ),
    judge=Selecting(on=evenings),
    praise="Five days, quiet ones included, and a total that never goes down.",
)
