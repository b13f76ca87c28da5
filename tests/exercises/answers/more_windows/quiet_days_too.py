from learners import Learners

DAYS = """
d = select(func.date("2026-08-10", type_=Date).label("day")).cte("d", recursive=True)
d = d.union_all(select(func.date(d.c.day, "+1 day")).where(d.c.day != date(2026, 8, 14)))
"""
SAME = "same = func.date(Post.timestamp, type_=Date) == d.c.day\n"
FILLED = """
f = select(d.c.day, func.count(Post.owner_id).label("posts")).outerjoin(Post, same)
f = f.group_by(d.c.day).subquery()
"""
TOTAL = "answer = select(f.c.day, func.sum(f.c.posts).over(order_by=f.c.day))"

LEARNERS = Learners(
    right=(
        DAYS + SAME + FILLED + TOTAL,
        DAYS + SAME + FILLED + TOTAL + ".order_by(f.c.day.desc())",
        DAYS
        + SAME
        + """
total = func.sum(func.count(Post.id)).over(order_by=d.c.day, rows=(None, 0))
answer = select(d.c.day, total).outerjoin(Post, same).group_by(d.c.day)
""",
        DAYS
        + """
by_then = func.date(Post.timestamp, type_=Date).between(date(2026, 8, 10), d.c.day)
answer = select(d.c.day, func.count(Post.id)).outerjoin(Post, by_then).group_by(d.c.day)
""",
    ),
    named={
        DAYS
        + """
same = func.date(Post.timestamp, type_=Date) == d.c.day
f = select(d.c.day, func.count().label("posts")).where(same).group_by(d.c.day).subquery()
"""
        + TOTAL: "inner join",
        DAYS
        + SAME
        + """
f = select(d.c.day, func.count(d.c.day).label("posts")).outerjoin(Post, same)
f = f.group_by(d.c.day).subquery()
"""
        + TOTAL: "rows counted",
        DAYS
        + SAME
        + """
answer = select(d.c.day, func.count(Post.id)).outerjoin(Post, same).group_by(d.c.day)
""": "each day alone",
        DAYS
        + SAME
        + FILLED
        + "answer = select(f.c.day, select(func.sum(f.c.posts)).scalar_subquery())": "all of them",
    },
    unnamed=(
        DAYS
        + SAME
        + FILLED
        + "answer = select(f.c.day, func.sum(f.c.posts).over(order_by=f.c.day, rows=(-1, 0)))",
        DAYS
        + SAME
        + FILLED
        + "answer = select(f.c.day, func.max(f.c.posts).over(order_by=f.c.day))",
        DAYS
        + SAME
        + FILLED
        + "answer = select(f.c.day, func.sum(f.c.posts).over(order_by=f.c.day.desc()))",
        DAYS
        + """
by_then = func.date(Post.timestamp, type_=Date) <= d.c.day
answer = select(d.c.day, func.count(Post.id)).outerjoin(Post, by_then).group_by(d.c.day)
""",
        DAYS + SAME + FILLED + "answer = select(func.sum(f.c.posts).over(order_by=f.c.day))",
        """
written = func.date(Post.timestamp, type_=Date).label("day")
f = select(written, func.count().label("posts")).group_by(written).subquery()
"""
        + TOTAL,
    ),
)
