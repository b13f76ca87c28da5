"""The first rows of each group, and all that tie with the last of them."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

COUNTED = """
columns = (Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
counted = select(*columns).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
"""
FIRST_TWO = """
placed = select(counted.c.owner_id, counted.c.id, counted.c.likes, place).subquery()
answer = select(placed.c.owner_id, placed.c.id, placed.c.likes).where(placed.c.place <= 2)
"""

EXERCISE = Exercise(
    title="Two places on the podium",
    minutes=7,
    objective="keep every row that ties with the last one you want",
    task="""Select `owner_id`, `id` and the number of likes of the two most liked posts of each
user, and of all posts that have as many likes as the second of them. If two share the first place,
these two are enough. Posts without likes take part, with 0.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Suppose that three posts of one user have 5, 3 and 3 likes. Which of them belong to the "
        "result? And with 5, 5 and 3?",
        "5, 3, 3: all three. 5, 5, 3: only the first two. Write down what `row_number`, `rank` and "
        "`dense_rank` give in both cases. Which one has 1 or 2 for exactly these posts?",
        "`func.rank().over(partition_by=counted.c.owner_id, "
        "order_by=counted.c.likes.desc())` in a sub-query, then `.where(… <= 2)`.",
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Like, Post
""",
    answers=(
        COUNTED
        + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
place = func.rank().over(**window).label("place")"""
        + FIRST_TWO,
        COUNTED
        + """
other = counted.alias()
better = select(func.count()).select_from(other)
better = better.where(other.c.owner_id == counted.c.owner_id, other.c.likes > counted.c.likes)
rows = select(counted.c.owner_id, counted.c.id, counted.c.likes)
answer = rows.where(better.scalar_subquery() < 2)
""",
    ),
    mistakes=(
        Mistake(
            "row_number",
            COUNTED
            + """
most = (counted.c.likes.desc(), counted.c.id)
place = func.row_number().over(partition_by=counted.c.owner_id, order_by=most).label("place")"""
            + FIRST_TWO,
            "You return two posts of a user even if a third has as many likes as the second. Which "
            "function gives posts that tie the same number?",
        ),
        Mistake(
            "dense_rank",
            COUNTED
            + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
place = func.dense_rank().over(**window).label("place")"""
            + FIRST_TWO,
            "If two posts share the first place, you also return the next ones. That is what "
            "`dense_rank` does: it leaves no number out after a tie.",
        ),
        Mistake(
            "no partition",
            COUNTED
            + """
place = func.rank().over(order_by=counted.c.likes.desc()).label("place")"""
            + FIRST_TWO,
            "These are the first two places among all posts. The question asks for the first two "
            "of each user.",
        ),
        Mistake(
            "inner join",
            """
columns = (Post.id, Post.owner_id, func.count(Like.user_id).label("likes"))
counted = select(*columns).join(Like, Like.post_id == Post.id).group_by(Post.id).subquery()
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
place = func.rank().over(**window).label("place")"""
            + FIRST_TWO,
            "Posts with 0 likes are missing, and one of them can be a user's second best. An inner "
            "join with `likes` drops them.",
        ),
        Mistake(
            "the first place only",
            COUNTED
            + """
window = {"partition_by": counted.c.owner_id, "order_by": counted.c.likes.desc()}
place = func.rank().over(**window).label("place")
placed = select(counted.c.owner_id, counted.c.id, counted.c.likes, place).subquery()
answer = select(placed.c.owner_id, placed.c.id, placed.c.likes).where(placed.c.place == 1)
""",
            "You return only the posts in first place. The question asks for two places.",
        ),
    ),
    judge=Selecting(),
    praise="Every post that ties with the second is in, and nothing below it.",
)
