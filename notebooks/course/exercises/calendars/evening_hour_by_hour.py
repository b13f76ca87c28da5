"""A count for each hour, the empty ones included."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

HOURS = """
hours = values(column("hour", Integer), name="hours").data([(h,) for h in range(18, 24)])
hours = hours.cte("hours")
"""

EXERCISE = Exercise(
    title="The evening, hour by hour",
    minutes=7,
    objective="count per day, week or hour, the empty ones included",
    task="""Select each hour from 18 to 23, in this order, and how many posts were written in that
hour, on whatever day. An hour without a post has 0. (`extract("hour", …)` gives the hour of a
moment.)""",
    starter="answer = ...  # your select() here",
    hints=(
        "Where does an hour come from in which nobody wrote? It isn't in the posts.",
        "Make a table of the six hours with `values`, like the calendar of days. (Its column has "
        "the type `Integer`: `from sqlalchemy import Integer`.) Then join the posts such that no "
        "hour is lost.",
        'With `hours = values(column("hour", Integer), name="hours").data([(h,) for h in '
        'range(18, 24)]).cte("hours")`: a left join with the posts on '
        '`extract("hour", Post.timestamp) == hours.c.hour`, a group for each hour, and '
        "`func.count(Post.id)`.",
    ),
    imports="""
from sqlalchemy import Integer, column, extract, func, literal, select, union_all, values

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
            "hours, then join the posts with a left join; an inner join loses them again.",
        ),
        Mistake(
            "rows",
            HOURS
            + """
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count()).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "An hour without a post has 1 in your result. A left join makes one row for it, and "
            "count() counts rows. Count a column of the posts.",
        ),
        Mistake(
            "one hour short",
            """
hours = values(column("hour", Integer), name="hours").data([(h,) for h in range(18, 23)])
hours = hours.cte("hours")
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "Your list of hours ends with 22. range() stops before its second number.",
        ),
        Mistake(
            "one hour more",
            """
hours = values(column("hour", Integer), name="hours").data([(h,) for h in range(18, 25)])
hours = hours.cte("hours")
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "Your list of hours goes on to 24. The last hour of a day is 23.",
        ),
        Mistake(
            "the whole day",
            """
hours = values(column("hour", Integer), name="hours").data([(h,) for h in range(24)])
hours = hours.cte("hours")
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
            "All 24 hours are in your result. The question asks for those from 18 to 23.",
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
