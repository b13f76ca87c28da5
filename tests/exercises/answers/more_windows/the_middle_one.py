from learners import Learners

ROWS = """
n = func.length(Post.content)
numbers = {"partition_by": Post.owner_id, "order_by": (n, Post.timestamp, Post.id)}
up = func.row_number().over(**numbers).label("up")
turned = (n.desc(), Post.timestamp.desc(), Post.id.desc())
down = func.row_number().over(partition_by=Post.owner_id, order_by=turned).label("down")
t = select(Post.owner_id, n.label("n"), up, down).subquery()
"""
MEAN = "answer = select(t.c.owner_id, func.avg(t.c.n)).group_by(t.c.owner_id)"

LEARNERS = Learners(
    right=(
        ROWS + MEAN + ".where(func.abs(t.c.up - t.c.down) <= 1)",
        ROWS + MEAN + ".where(t.c.up.between(t.c.down - 1, t.c.down + 1))",
        ROWS
        + """
middle = select(t.c.owner_id, t.c.n).where(t.c.up - t.c.down < 2, t.c.down - t.c.up < 2).subquery()
answer = select(middle.c.owner_id, func.sum(middle.c.n) * 1.0 / func.count())
answer = answer.group_by(middle.c.owner_id)
""",
        ROWS
        + """
middle = select(t.c.owner_id, t.c.n).where(func.abs(t.c.up - t.c.down) <= 1).subquery()
half = (func.min(middle.c.n) + func.max(middle.c.n)) / 2.0
answer = select(middle.c.owner_id, half).group_by(middle.c.owner_id)
""",
    ),
    named={
        """
n = func.sum(func.length(Post.content)) * 1.0 / func.count()
answer = select(Post.owner_id, n).group_by(Post.owner_id)
""": "the mean",
        ROWS
        + """
lower = select(t.c.owner_id, func.max(t.c.n)).where(t.c.up <= t.c.down)
answer = lower.group_by(t.c.owner_id)
""": "the lower one",
        ROWS
        + """
upper = select(t.c.owner_id, func.min(t.c.n)).where(t.c.up >= t.c.down)
answer = upper.group_by(t.c.owner_id)
""": "the upper one",
    },
    unnamed=(
        ROWS + MEAN + ".where(t.c.up == t.c.down)",
        ROWS + "answer = select(t.c.owner_id, t.c.n).where(func.abs(t.c.up - t.c.down) <= 1)",
        ROWS + MEAN + ".where(func.abs(t.c.up - t.c.down) <= 2)",
        """
n = func.length(Post.content)
place = func.row_number().over(order_by=(n, Post.id)).label("place")
size = func.count().over().label("size")
t = select(Post.owner_id, n.label("n"), place, size).subquery()
answer = select(t.c.owner_id, func.avg(t.c.n)).group_by(t.c.owner_id)
answer = answer.where(func.abs(2 * t.c.place - t.c.size - 1) <= 1)
""",
        """
n = func.length(Post.content)
quarter = func.ntile(2).over(partition_by=Post.owner_id, order_by=(n, Post.id)).label("half")
t = select(Post.owner_id, n.label("n"), quarter).subquery()
answer = select(t.c.owner_id, func.avg(t.c.n)).where(t.c.half == 1).group_by(t.c.owner_id)
""",
        """
distance = func.percent_rank()
n = func.length(Post.content)
share = distance.over(partition_by=Post.owner_id, order_by=n).label("share")
t = select(Post.owner_id, n.label("n"), share).subquery()
answer = select(t.c.owner_id, func.avg(t.c.n)).where(t.c.share == 0.5).group_by(t.c.owner_id)
""",
    ),
)
