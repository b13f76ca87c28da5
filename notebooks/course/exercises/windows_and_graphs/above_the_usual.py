"""A value of its group beside each row, and a filter on both."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

COUNTED = """
columns = (Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
counted = select(*columns).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
"""

EXERCISE = Exercise(
    title="Above the usual",
    minutes=4,
    objective="put a value of its group beside each row, and filter by it",
    task="""Select the `id` and the number of likes of each post that has more likes than its
author's posts have on average. Posts that nobody likes have 0 likes, and count in the average.
Replace each `____`. (`liked` has the likes of each post.)""",
    starter="""mean = func.avg(liked.c.likes).over(____).label("mean")
beside = select(liked.c.id, liked.c.likes, ____).subquery("beside")
answer = select(beside.c.id, beside.c.likes).where(____)""",
    hints=(
        "The three gaps are three steps: which rows share an average, what the sub-query needs "
        "so that the outer SELECT can compare, and the comparison.",
        "The posts of one author share `owner_id`. The sub-query has to select the average too, "
        "under the name that its label gives it; then it's a column of `beside.c`.",
        "`.over(partition_by=liked.c.owner_id)`, then `mean` as the third column of the "
        "sub-query, and `.where(beside.c.likes > beside.c.mean)`.",
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Like, Post
""",
    answers=(
        COUNTED
        + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes > finished.c.usual)
""",
        COUNTED
        + """
usual = func.avg(counted.c.likes).label("usual")
means = select(counted.c.owner_id, usual).group_by(counted.c.owner_id).subquery()
rows = select(counted.c.id, counted.c.likes)
rows = rows.join(means, means.c.owner_id == counted.c.owner_id)
answer = rows.where(counted.c.likes > means.c.usual)
""",
    ),
    mistakes=(
        Mistake(
            "no partition",
            COUNTED
            + """
usual = func.avg(counted.c.likes).over().label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes > finished.c.usual)
""",
            "You compare each post with the average of *all* posts. Which part of a window limits "
            "it to the posts of one author?",
        ),
        Mistake(
            "inner join",
            """
columns = (Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
counted = select(*columns).join(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes > finished.c.usual)
""",
            "Posts that nobody likes don't count in your averages, so some averages are too high. "
            "An inner join with `likes` drops these posts before they can be counted.",
        ),
        Mistake(
            "at least",
            COUNTED
            + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes >= finished.c.usual)
""",
            "Your result includes posts whose likes are exactly the average. The question asks for "
            "more than that. (An author's only post always has exactly the average.)",
        ),
        Mistake(
            "below",
            COUNTED
            + """
usual = func.avg(counted.c.likes).over(partition_by=counted.c.owner_id).label("usual")
finished = select(counted.c.id, counted.c.likes, usual).subquery()
answer = select(finished.c.id, finished.c.likes).where(finished.c.likes < finished.c.usual)
""",
            "These are the posts with *fewer* likes than their author's average.",
        ),
    ),
    judge=Selecting(),
    praise="Each post has its author's average beside it, and the filter is outside the window.",
)
