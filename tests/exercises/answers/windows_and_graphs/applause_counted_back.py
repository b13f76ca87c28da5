from learners import Learners

COUNTED = """
counted = (
    select(Post.id, Post.owner_id, Post.timestamp, func.count(Like.user_id).label("likes"))
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(Post.id)
    .cte("counted")
)
mine = {"partition_by": counted.c.owner_id}
likes = func.sum(counted.c.likes)
"""
NEWEST = "newest = [counted.c.timestamp.desc(), counted.c.id.desc()]\n"

LEARNERS = Learners(
    right=(
        COUNTED
        + """
order = [counted.c.timestamp, counted.c.id]
answer = select(counted.c.id, likes.over(**mine, order_by=order, rows=(0, None)).label("total"))
""",
        COUNTED
        + """
order = [counted.c.timestamp, counted.c.id]
before = likes.over(**mine, order_by=order) - counted.c.likes
answer = select(counted.c.id, (likes.over(**mine) - before).label("total"))
""",
        COUNTED
        + """
from sqlalchemy import and_, or_

o = counted.alias()
same = and_(o.c.timestamp == counted.c.timestamp, o.c.id >= counted.c.id)
newer = and_(o.c.owner_id == counted.c.owner_id, or_(o.c.timestamp > counted.c.timestamp, same))
answer = select(counted.c.id, func.sum(o.c.likes)).join(o, newer).group_by(counted.c.id)
""",
        COUNTED
        + NEWEST
        + """
total = likes.over(**mine, order_by=newest, rows=(None, 0)).label("total")
answer = select(counted.c.id, total).order_by(total)
""",
        COUNTED
        + NEWEST
        + """
answer = select(counted.c.id, likes.over(**mine, order_by=newest, groups=(None, 0)))
""",
    ),
    named={
        COUNTED
        + """
o = counted.alias()
total = select(func.sum(o.c.likes)).where(o.c.timestamp >= counted.c.timestamp).scalar_subquery()
answer = select(counted.c.id, total)
""": "as it was",
        COUNTED
        + NEWEST
        + "answer = select(counted.c.id, likes.over(order_by=newest))": "all authors",
        COUNTED
        + """
window = {"order_by": counted.c.timestamp.desc(), "range_": (None, 0)}
answer = select(counted.c.id, likes.over(**mine, **window))
""": "peers",
        COUNTED
        + """
window = {"order_by": counted.c.timestamp.desc(), "rows": (None, 0)}
answer = select(counted.c.id, likes.over(**mine, **window))
""": "rows without a key",
        COUNTED
        + NEWEST
        + """
answer = select(counted.c.id, likes.over(**mine, order_by=newest, rows=(0, None)))
""": "from the oldest",
        COUNTED
        + """
order = [counted.c.timestamp, counted.c.id.desc()]
answer = select(counted.c.id, likes.over(**mine, order_by=order, rows=(0, None)))
""": "rows without a key",
    },
    unnamed=(
        COUNTED
        + NEWEST
        + """
answer = select(counted.c.id, likes.over(**mine, order_by=newest, rows=(None, -1)))
""",
        COUNTED + "answer = select(counted.c.id, likes.over(**mine))",
        COUNTED
        + NEWEST
        + "answer = select(counted.c.id, likes.over(**mine, order_by=newest, rows=(-1, 0)))",
        COUNTED + "answer = select(counted.c.id, likes.over(**mine, order_by=counted.c.id.desc()))",
        COUNTED
        + NEWEST
        + """
total = likes.over(**mine, order_by=newest, rows=(None, 0))
answer = select(counted.c.id, counted.c.likes, total)
""",
        COUNTED
        + """
window = {"order_by": counted.c.timestamp.desc(), "rows": (None, 0)}
answer = select(counted.c.id, likes.over(**window))
""",
    ),
)
