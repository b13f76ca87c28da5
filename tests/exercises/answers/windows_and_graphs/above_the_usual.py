from learners import Learners

COUNTED = """
counted = (
    select(Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(Post.id)
    .cte("counted")
)
"""
SAME = "other.c.owner_id == counted.c.owner_id"

LEARNERS = Learners(
    right=(
        COUNTED
        + f"""
other = counted.alias()
mean = select(func.avg(other.c.likes)).where({SAME}).scalar_subquery()
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > mean)
""",
        # above the mean of all of them is above the mean of the others
        COUNTED
        + f"""
other = counted.alias()
mean = select(func.avg(other.c.likes)).where({SAME}, other.c.id != counted.c.id)
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > mean.scalar_subquery())
""",
        """
likes = func.count(Like.user_id)
usual = func.avg(likes).over(partition_by=Post.owner_id).label("usual")
rows = select(Post.id, likes.label("likes"), usual).outerjoin(Like, Like.post_id == Post.id)
rows = rows.group_by(Post.id).subquery()
answer = select(rows.c.id, rows.c.likes).where(rows.c.likes > rows.c.usual)
""",
        # a whole number is above the mean when it is above its whole part
        COUNTED
        + """
each = {"partition_by": counted.c.owner_id}
whole = (func.sum(counted.c.likes).over(**each) // func.count().over(**each)).label("whole")
rows = select(counted.c.id, counted.c.likes, whole).subquery()
answer = select(rows.c.id, rows.c.likes).where(rows.c.likes > rows.c.whole).order_by(rows.c.id)
""",
    ),
    named={
        COUNTED
        + """
mean = select(func.avg(counted.c.likes)).scalar_subquery()
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > mean)
""": "no partition",
        """
counted = select(Post.id, Post.owner_id, func.count().label("likes"))
counted = counted.join(Like, Like.post_id == Post.id).group_by(Post.id).cte()
other = counted.alias()
mean = select(func.avg(other.c.likes)).where(other.c.owner_id == counted.c.owner_id)
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > mean.scalar_subquery())
""": "inner join",
        COUNTED
        + f"""
other = counted.alias()
mean = select(func.avg(other.c.likes)).where({SAME}).scalar_subquery()
answer = select(counted.c.id, counted.c.likes).where(~(counted.c.likes < mean))
""": "at least",
    },
    unnamed=(
        COUNTED
        + """
answer = select(counted.c.id, counted.c.likes).group_by(counted.c.owner_id)
answer = answer.having(counted.c.likes > func.avg(counted.c.likes))
""",
        COUNTED
        + f"""
other = counted.alias()
mean = select(func.round(func.avg(other.c.likes))).where({SAME}).scalar_subquery()
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > mean)
""",
        COUNTED
        + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.id).label("usual")
rows = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(rows.c.id, rows.c.likes).where(rows.c.likes > rows.c.usual)
""",
        COUNTED
        + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id)
answer = select(counted.c.id, counted.c.likes).where(counted.c.likes > usual)
""",
        COUNTED
        + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
rows = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(rows).where(rows.c.likes > rows.c.usual)
""",
        # count(*) counts the empty row of the outer join
        """
counted = select(Post.id, Post.owner_id, func.count().label("likes"))
counted = counted.outerjoin(Like, Like.post_id == Post.id).group_by(Post.id).cte()
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
rows = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(rows.c.id, rows.c.likes).where(rows.c.likes > rows.c.usual)
""",
        # the order turns the mean into a running one
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes}
rows = select(counted.c.id, counted.c.likes, func.avg(counted.c.likes).over(**window).label("u"))
rows = rows.subquery()
answer = select(rows.c.id, rows.c.likes).where(rows.c.likes > rows.c.u)
""",
    ),
)
