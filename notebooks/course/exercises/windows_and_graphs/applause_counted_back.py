"""A running total with a certain order and a frame of rows, repaired."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

COUNTED = """
columns = (Post.id, Post.owner_id, Post.timestamp, func.count(Like.user_id).label("likes"))
counted = select(*columns).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
"""
TOTAL = """
total = func.sum(counted.c.likes).over(**window)
answer = select(counted.c.id, total.label("total"))
"""

EXERCISE = Exercise(
    title="Applause, counted back",
    minutes=6,
    objective="add up along an order, and say which rows the frame takes in",
    task="""The statement in the next cell should tell for each post how many likes it *and all
newer posts of the same author* have together: a running total that begins at the newest post. Of
two posts at the same time, the one with the higher `id` is the newer. The statement has two faults.
Repair it. (It selects `id` and `total`, from the sub-query `liked`.)""",
    starter="""total = func.sum(liked.c.likes).over(order_by=liked.c.timestamp.desc())
running = select(liked.c.id, total.label("total"))

answer = ...  # repair the statement, then: running""",
    hints=(
        "Look at the totals of two users. Whose likes are in the first total, and whose in the "
        "second?",
        "Now look at two posts with the same time. Which rows does the frame take in when the "
        "order can't tell two posts apart? What would make their order certain?",
        "`.over(partition_by=liked.c.owner_id, order_by=(liked.c.timestamp.desc(), "
        "liked.c.id.desc()), rows=(None, 0))`",
    ),
    imports="""
from sqlalchemy import func, select, tuple_

from microblog.models import Like, Post
""",
    answers=(
        COUNTED
        + """
newest = (counted.c.timestamp.desc(), counted.c.id.desc())
window = {"partition_by": counted.c.owner_id, "order_by": newest, "rows": (None, 0)}"""
        + TOTAL,
        COUNTED
        + """
newest = (counted.c.timestamp.desc(), counted.c.id.desc())
window = {"partition_by": counted.c.owner_id, "order_by": newest}"""
        + TOTAL,
        COUNTED
        + """
other = counted.alias()
newer = tuple_(other.c.timestamp, other.c.id) >= tuple_(counted.c.timestamp, counted.c.id)
total = select(func.sum(other.c.likes)).where(other.c.owner_id == counted.c.owner_id, newer)
answer = select(counted.c.id, total.scalar_subquery().label("total"))
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            COUNTED
            + """
window = {"order_by": counted.c.timestamp.desc()}"""
            + TOTAL,
            "Both faults are still there: the totals run over the posts of all authors, and posts "
            "at the same time have the same total.",
        ),
        Mistake(
            "all authors",
            COUNTED
            + """
newest = (counted.c.timestamp.desc(), counted.c.id.desc())
window = {"order_by": newest, "rows": (None, 0)}"""
            + TOTAL,
            "The order is certain now. But a total also contains the likes of other authors' "
            "newer posts.",
        ),
        Mistake(
            "peers",
            COUNTED
            + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.timestamp.desc()}"""
            + TOTAL,
            "Two posts of one author at the same time have the same total. Without `rows=…`, the "
            "frame takes in all rows that the order can't tell apart.",
        ),
        Mistake(
            "rows without a key",
            COUNTED
            + """
newest = (counted.c.timestamp.desc(), counted.c.id)
window = {"partition_by": counted.c.owner_id, "order_by": newest, "rows": (None, 0)}"""
            + TOTAL,
            "Of two posts at the same time, yours adds the one with the lower id first. The order "
            "has to say that the higher id comes first; an order by time alone leaves it open.",
        ),
        Mistake(
            "from the oldest",
            COUNTED
            + """
oldest = (counted.c.timestamp, counted.c.id)
window = {"partition_by": counted.c.owner_id, "order_by": oldest, "rows": (None, 0)}"""
            + TOTAL,
            "Your totals begin at the oldest post. The task asks for totals that begin at the "
            "newest.",
        ),
    ),
    judge=Selecting(),
    praise="One author at a time, one row at a time, and an order without ties.",
)
