from learners import Learners

HOURS = """
hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))
of_hour = extract("hour", Post.timestamp) == hours.c.hour
"""
END = ".group_by(hours.c.hour).order_by(hours.c.hour)"

LEARNERS = Learners(
    right=(
        HOURS
        + "answer = select(hours.c.hour, func.count(Post.timestamp))"
        + ".select_from(hours).join(Post, of_hour, isouter=True)"
        + END,
        """
h = select(literal(18).label("h")).cte(recursive=True)
h = h.union_all(select(h.c.h + 1).where(h.c.h + 1 <= 23))
n = select(func.count()).where(extract("hour", Post.timestamp) == h.c.h).scalar_subquery()
answer = select(h.c.h, n).order_by(h.c.h)
""",
        """
hours = select(literal(18).label("hour"))
hours = hours.union_all(*(select(literal(hour)) for hour in range(19, 24))).subquery()
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
        """
from sqlalchemy import Integer, cast

hours = select(literal(18).label("hour")).cte("hours", recursive=True)
hours = hours.union_all(select(hours.c.hour + 1).where(hours.c.hour < 23))
of_hour = cast(func.strftime("%H", Post.timestamp), Integer) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by("hour")
""",
    ),
    named={
        """
h = union_all(*[select(literal(n).label("hour")) for n in range(18, 23)]).subquery()
answer = (
    select(h.c.hour, func.count(Post.id))
    .outerjoin(Post, extract("hour", Post.timestamp) == h.c.hour)
    .group_by(h.c.hour)
    .order_by(h.c.hour)
)
""": "one hour short",
        HOURS + "answer = select(hours.c.hour, func.count(Post.id)).join(Post, of_hour)" + END: (
            "no calendar"
        ),
        HOURS
        + "answer = select(hours.c.hour, func.count(hours.c.hour)).outerjoin(Post, of_hour)"
        + END: "rows",
        HOURS.replace("< 23", "!= 22")
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END: "one hour short",
        HOURS.replace("< 23", "< 24")
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END: "one hour more",
        HOURS.replace("literal(18)", "literal(0)")
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END: "the whole day",
        HOURS
        + "from datetime import UTC, datetime, timedelta\n"
        + "day = datetime(2026, 8, 12, tzinfo=UTC)\n"
        + "of_day = Post.timestamp.between(day, day + timedelta(hours=23.99))\n"
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour & of_day)"
        + END: "one day",
    },
    unnamed=(
        """
from sqlalchemy import and_
from datetime import UTC, datetime

h = union_all(*[select(literal(n).label("hour")) for n in range(18, 24)]).subquery()
answer = (
    select(h.c.hour, func.count(Post.id))
    .outerjoin(
        Post,
        and_(
            extract("hour", Post.timestamp) == h.c.hour,
            Post.timestamp >= datetime(2026, 8, 12, tzinfo=UTC),
        ),
    )
    .group_by(h.c.hour)
    .order_by(h.c.hour)
)
""",
        """
from sqlalchemy import Integer, column, values

v = values(column("hour", Integer), name="v").data([(h,) for h in range(18, 24)])
answer = (
    select(v.c.hour, func.count(Post.id))
    .select_from(v)
    .outerjoin(Post, extract("hour", Post.timestamp) == v.c.hour)
    .group_by(v.c.hour)
    .order_by(v.c.hour)
)
""",
        """
from sqlalchemy import Integer, column, values

hours = values(column("hour", Integer), name="hours").data([(h,) for h in range(18, 24)])
of_hour = extract("hour", Post.timestamp) == hours.c.hour
rows = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)
answer = rows.group_by(hours.c.hour).order_by(hours.c.hour)
""",
        HOURS
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + ".group_by(hours.c.hour)",
        HOURS
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + ".group_by(hours.c.hour).order_by(func.count(Post.id))",
        HOURS
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + ".order_by(hours.c.hour)",
        HOURS.replace("literal(18)", "literal(17)")
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END,
        HOURS.replace("(hours.c.hour < 23)", "(True)")
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END,
        HOURS
        + "answer = select(hours.c.hour, func.count(Post.content.distinct()))"
        + ".outerjoin(Post, of_hour)"
        + END,
        HOURS + "answer = select(func.count(Post.id), hours.c.hour).outerjoin(Post, of_hour)" + END,
        """
hour = func.strftime("%H", Post.timestamp)
rows = select(hour, func.count()).where(hour >= "18")
answer = rows.group_by(hour).order_by(hour)
""",
        HOURS.replace('extract("hour", Post.timestamp)', 'func.strftime("%H", Post.timestamp)')
        + "answer = select(hours.c.hour, func.count(Post.id)).outerjoin(Post, of_hour)"
        + END,
        "answer = select(extract('hour', Post.timestamp), func.count(Post.id))"
        ".group_by(extract('hour', Post.timestamp))",
    ),
)
