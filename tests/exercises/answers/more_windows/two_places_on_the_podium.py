from learners import Learners

COUNTED = """
counted = (
    select(Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(Post.id)
    .cte("counted")
)
columns = (counted.c.owner_id, counted.c.id, counted.c.likes)
"""
OTHER = """
o = counted.alias()
mine = o.c.owner_id == counted.c.owner_id
"""

LEARNERS = Learners(
    right=(
        """
likes = func.count(Like.user_id)
place = func.rank().over(partition_by=Post.owner_id, order_by=likes.desc()).label("place")
p = select(Post.owner_id, Post.id, likes.label("likes"), place)
p = p.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.place < 3)
""",
        COUNTED
        + OTHER
        + """
second = select(o.c.likes).where(mine).order_by(o.c.likes.desc()).limit(1).offset(1)
answer = select(*columns).where(counted.c.likes >= func.coalesce(second.scalar_subquery(), 0))
""",
        COUNTED
        + OTHER
        + """
better = select(o.c.id).where(mine, o.c.likes > counted.c.likes).limit(1).offset(1)
answer = select(*columns).where(~better.exists())
""",
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
n = select(*columns, func.row_number().over(**window).label("n")).subquery()
edge = select(n.c.owner_id, func.min(n.c.likes).label("least")).where(n.c.n <= 2)
edge = edge.group_by(n.c.owner_id).subquery()
good = (edge.c.owner_id == counted.c.owner_id) & (edge.c.least <= counted.c.likes)
answer = select(*columns).join(edge, good)
""",
    ),
    named={
        COUNTED
        + OTHER
        + """
better = select(func.count(o.c.likes.distinct())).where(mine, o.c.likes > counted.c.likes)
answer = select(*columns).where(better.scalar_subquery() < 2)
""": "dense_rank",
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
p = select(*columns, func.row_number().over(**window).label("n")).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.n.in_([1, 2]))
""": "row_number",
        COUNTED
        + OTHER
        + """
most = select(func.max(o.c.likes)).where(mine).scalar_subquery()
answer = select(*columns).where(counted.c.likes == most)
""": "the first place only",
        COUNTED
        + """
o = counted.alias()
better = select(func.count(o.c.id)).where(o.c.likes > counted.c.likes).scalar_subquery()
answer = select(*columns).where(better <= 1)
""": "no partition",
        """
likes = func.count(Like.user_id)
place = func.rank().over(partition_by=Post.owner_id, order_by=likes.desc()).label("place")
p = select(Post.owner_id, Post.id, likes.label("likes"), place)
p = p.join(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.place < 3)
""": "inner join",
    },
    unnamed=(
        COUNTED + "answer = select(*columns).order_by(counted.c.likes.desc()).limit(2)",
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes}
p = select(*columns, func.rank().over(**window).label("n")).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.n <= 2)
""",
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
p = select(*columns, func.rank().over(**window).label("n")).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.n == 2)
""",
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
p = select(*columns, func.rank().over(**window).label("n")).subquery()
answer = select(p).where(p.c.n <= 2)
""",
        # with 5, 5, 3: the second value, and not the second post
        COUNTED
        + OTHER
        + """
most = select(func.max(o.c.likes)).where(mine).scalar_subquery()
answer = select(*columns).where(counted.c.likes >= most - 1)
""",
        # an inner join and dense_rank together
        """
likes = func.count(Like.user_id)
place = func.dense_rank().over(partition_by=Post.owner_id, order_by=likes.desc()).label("place")
p = select(Post.owner_id, Post.id, likes.label("likes"), place)
p = p.join(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
answer = select(p.c.owner_id, p.c.id, p.c.likes).where(p.c.place < 3)
""",
    ),
)
