from learners import Learners

FIRST = "answer = select(p.c.owner_id, p.c.id).where(p.c.place == 1)"

LEARNERS = Learners(
    right=(
        """
n = aliased(Post)
last = select(n.id).where(n.owner_id == Post.owner_id)
last = last.order_by(n.timestamp.desc(), n.id.desc()).limit(1).scalar_subquery()
answer = select(Post.owner_id, Post.id).where(Post.id == last)
""",
        """
when = select(Post.owner_id, func.max(Post.timestamp).label("t")).group_by(Post.owner_id)
when = when.subquery()
mine = (when.c.owner_id == Post.owner_id) & (when.c.t == Post.timestamp)
answer = select(Post.owner_id, func.max(Post.id)).join(when, mine).group_by(Post.owner_id)
""",
        """
order = (Post.timestamp.desc(), Post.id.desc())
last = func.first_value(Post.id).over(partition_by=Post.owner_id, order_by=order)
answer = select(Post.owner_id, last).distinct()
""",
        """
p = select(
    Post.owner_id,
    Post.id,
    func.lead(Post.id)
    .over(partition_by=Post.owner_id, order_by=[Post.timestamp, Post.id])
    .label("next"),
).cte()
answer = select(p.c.owner_id, p.c.id).where(p.c.next.is_(None)).order_by(p.c.owner_id)
""",
        """
from microblog.models import User

n = aliased(Post)
last = select(n.id).where(n.owner_id == User.id)
last = last.order_by(n.timestamp.desc(), n.id.desc()).limit(1)
answer = select(User.id, last.scalar_subquery()).where(User.posts.any())
""",
    ),
    named={
        """
n = aliased(Post)
when = select(func.max(n.timestamp)).where(n.owner_id == Post.owner_id).scalar_subquery()
answer = select(Post.owner_id, Post.id).where(Post.timestamp == when)
""": "ties of time",
        """
window = {"partition_by": Post.owner_id, "order_by": Post.timestamp.desc()}
p = select(Post.owner_id, Post.id, func.row_number().over(**window).label("place")).subquery()
"""
        + FIRST: "the lower id",
        """
window = {"partition_by": Post.owner_id, "order_by": Post.id.desc()}
p = select(Post.owner_id, Post.id, func.row_number().over(**window).label("place")).subquery()
"""
        + FIRST: "the highest id",
        """
window = {"order_by": (Post.timestamp.desc(), Post.id.desc())}
p = select(Post.owner_id, Post.id, func.row_number().over(**window).label("place")).subquery()
"""
        + FIRST: "one in all",
    },
    unnamed=(
        """
answer = select(Post.owner_id, Post.id, func.max(Post.timestamp)).group_by(Post.owner_id)
""",
        """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
answer = select(Post.owner_id, func.last_value(Post.id).over(**window)).distinct()
""",
        """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp.desc(), Post.id.desc())}
answer = select(Post.owner_id, Post.id).where(func.row_number().over(**window) == 1)
""",
        """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp.desc(), Post.id.desc())}
p = select(Post.owner_id, Post.id, func.row_number().over(**window).label("place")).subquery()
answer = select(p.c.id, p.c.owner_id).where(p.c.place == 1)
""",
        """
window = {"partition_by": Post.timestamp, "order_by": Post.id.desc()}
p = select(Post.owner_id, Post.id, func.row_number().over(**window).label("place")).subquery()
"""
        + FIRST,
        """
n = aliased(Post)
newer = select(n).where(n.owner_id == Post.owner_id, n.timestamp > Post.timestamp, n.id > Post.id)
answer = select(Post.owner_id, Post.id).where(~newer.exists())
""",
    ),
)
