"""A count for each hour, the empty ones included."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

HOURS = """
hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))
"""

EXERCISE = Exercise(
    title="The evening, hour by hour",
    minutes=7,
    objective="count per day or hour, the empty ones included",
    task="""Select each hour from 18 to 23, in this order, and how many posts were written in that
hour, on whatever day. An hour without a post has 0. (`literal(18)` is a constant that you can
select like a column; `extract("hour", …)` gives the hour of a moment.)""",
    starter="answer = ...  # your select() here",
    hints=(
        "Where does an hour come from in which nobody wrote? It isn't in the posts.",
        "Use a recursive CTE like the one for the days: it starts with `select(literal(18)"
        '.label("hour"))`, and the following hour is the last one plus 1. Then join the posts.',
        'After `hours = select(literal(18).label("hour")).cte("hours", recursive=True)` comes '
        "`hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))`. Then an outer "
        'join with the posts on `extract("hour", Post.timestamp) == hours.c.hour`, and '
        "`func.count(Post.id)`.",
    ),
    imports="""
from sqlalchemy import extract, func, literal, select, union_all

from microblog.models import Post
""",
    answers=(
        HOURS
        + """
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
        HOURS
        + """
hour = extract("hour", Post.timestamp).label("hour")
written = select(hour, func.count().label("posts")).group_by(hour).subquery("written")
rows = select(hours.c.hour, func.coalesce(written.c.posts, 0))
answer = rows.outerjoin(written, written.c.hour == hours.c.hour).order_by(hours.c.hour)
""",
        """
listed = union_all(*(select(literal(hour).label("hour")) for hour in range(18, 24)))
hours = listed.subquery("hours")
posts = select(func.count()).where(extract("hour", Post.timestamp) == hours.c.hour)
answer = select(hours.c.hour, posts.scalar_subquery()).order_by(hours.c.hour)
""",
    ),
    mistakes=(
        Mistake(
            "no calendar",
            """
hour = extract("hour", Post.timestamp)
rows = select(hour, func.count()).where(hour.between(18, 23))
answer = rows.group_by(hour).order_by(hour)
""",
            "Hours without a post are missing: where there is no row, there is no group. List the "
            "hours, then join the posts with an outer join; an inner join loses them again.",
        ),
        Mistake(
            "rows",
            HOURS
            + """
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count()).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "An hour without a post has 1 in your result. An outer join makes one row for it, and "
            "count() counts rows. Count a column of the posts.",
        ),
        Mistake(
            "one hour short",
            """
hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 22))
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "Your list of hours ends with 22. range() stops before its second number; and in a "
            "recursive CTE, the condition is about the row from which the next one is made: 23 is "
            "made from 22.",
        ),
        Mistake(
            "one hour more",
            """
hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour <= 23))
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "Your list of hours goes on to 24. In a recursive CTE, the condition is about the row "
            "from which the next one is made: nothing should be made from 23.",
        ),
        Mistake(
            "no coalesce",
            HOURS
            + """
hour = extract("hour", Post.timestamp).label("hour")
written = select(hour, func.count().label("posts")).group_by(hour).subquery("written")
rows = select(hours.c.hour, written.c.posts)
answer = rows.outerjoin(written, written.c.hour == hours.c.hour).order_by(hours.c.hour)
""",
            "An hour without a post has NULL in your result. The question asks for 0.",
        ),
        Mistake(
            "one day",
            HOURS
            + """
of_hour = extract("hour", Post.timestamp) == hours.c.hour
of_day = func.date(Post.timestamp) == "2026-08-12"
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour & of_day)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "You count the posts of 12 August 2026 alone. The question asks for all of them, on "
            "whatever day.",
        ),
        Mistake(
            "backwards",
            HOURS
            + """
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour.desc())
""",
            "Your hours run from 23 down to 18. The question asks for them from 18 on.",
        ),
    ),
    judge=Selecting(ordered=True),
    praise="Six hours, six rows: the hours come from the list, and the posts are only counted.",
)
