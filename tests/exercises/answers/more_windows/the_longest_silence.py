from learners import Learners

WINDOW = """
window = {"partition_by": Post.owner_id, "order_by": [Post.timestamp, Post.id]}
"""
LAG = (
    WINDOW
    + """
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)
gap = extract("epoch", Post.timestamp) - extract("epoch", before)
"""
)

LEARNERS = Learners(
    right=(
        WINDOW
        + """
after = func.lead(Post.timestamp, type_=UTCDateTime).over(**window)
gap = extract("epoch", after) - extract("epoch", Post.timestamp)
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).where(g.c.gap >= 0).group_by(g.c.owner_id)
""",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).group_by(g.c.owner_id).having(func.count() >= 2)
""",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).cte()
longest = func.max(g.c.gap).over(partition_by=g.c.owner_id).label("longest")
answer = select(g.c.owner_id, longest).where(g.c.gap.is_not(None)).distinct()
""",
        WINDOW
        + """
n = select(Post.owner_id, Post.timestamp, func.row_number().over(**window).label("n")).cte()
m = n.alias()
gap = func.strftime("%s", m.c.timestamp) - func.strftime("%s", n.c.timestamp)
next_one = (m.c.owner_id == n.c.owner_id) & (m.c.n == n.c.n + 1)
answer = select(n.c.owner_id, func.max(gap)).join(m, next_one).group_by(n.c.owner_id)
""",
        """
window = {"partition_by": Post.owner_id, "order_by": Post.timestamp}
seconds = extract("epoch", Post.timestamp)
gap = (seconds - func.lag(seconds).over(**window)).label("gap")
g = select(Post.owner_id, gap).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap).label("m")).group_by(g.c.owner_id)
answer = answer.having(func.max(g.c.gap).is_not(None)).order_by("m")
""",
    ),
    named={
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).group_by(g.c.owner_id)
""": "NULL for one post",
        LAG
        + """
g = select(Post.owner_id, func.coalesce(gap, 0).label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).group_by(g.c.owner_id)
""": "zero for one post",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).group_by(g.c.owner_id)
answer = answer.having(func.max(g.c.gap) != 0)
""": "zero left out",
        """
o = aliased(Post)
gap = extract("epoch", o.timestamp) - extract("epoch", Post.timestamp)
rows = select(Post.owner_id, func.max(gap)).join(o, o.owner_id == Post.owner_id)
answer = rows.where(o.id != Post.id).group_by(Post.owner_id)
""": "from first to last",
        """
window = {"partition_by": Post.owner_id, "order_by": Post.id}
after = func.lead(Post.timestamp, type_=UTCDateTime).over(**window)
gap = extract("epoch", after) - extract("epoch", Post.timestamp)
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).group_by(g.c.owner_id)
answer = answer.having(func.count() > 1)
""": "by id",
    },
    unnamed=(
        LAG + "answer = select(Post.owner_id, func.max(gap)).group_by(Post.owner_id)",
        LAG
        + """
g = select(Post.owner_id, (gap / 60).label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).where(g.c.gap.is_not(None))
answer = answer.group_by(g.c.owner_id)
""",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.avg(g.c.gap)).where(g.c.gap.is_not(None))
answer = answer.group_by(g.c.owner_id)
""",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, g.c.gap).where(g.c.gap.is_not(None))
""",
        LAG
        + """
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).where(g.c.gap.is_not(None))
""",
        WINDOW
        + """
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)
g = select(Post.owner_id, (Post.timestamp - before).label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).where(g.c.gap.is_not(None))
answer = answer.group_by(g.c.owner_id)
""",
        """
window = {"partition_by": Post.owner_id, "order_by": Post.timestamp.desc()}
before = func.lag(Post.timestamp, type_=UTCDateTime).over(**window)
gap = extract("epoch", Post.timestamp) - extract("epoch", before)
g = select(Post.owner_id, gap.label("gap")).subquery()
answer = select(g.c.owner_id, func.max(g.c.gap)).where(g.c.gap.is_not(None))
answer = answer.group_by(g.c.owner_id)
""",
    ),
)
