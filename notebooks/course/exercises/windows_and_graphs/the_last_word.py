"""One row for each group, with a rule for ties."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="The last word",
    minutes=6,
    objective="find the first rows of each group, and decide about ties",
    task="""Select `owner_id` and `id` of the newest post of each user who posts. Of two posts
by the same user at the same time, the one with the higher `id` is the newer.""",
    starter="answer = ...  # your select() here",
    hints=(
        "In pandas: `sort_values`, `groupby`, `tail(1)`. Which window function numbers the rows "
        "of each group?",
        "Your window needs a group and an order. The order has two parts: which two columns, and "
        "in which direction?",
        "`func.row_number().over(partition_by=Post.owner_id, order_by=(Post.timestamp.desc(), "
        "Post.id.desc()))` in a sub-query, then `.where(… == 1)`.",
    ),
    imports="""
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import aliased

from microblog.models import Post
""",
    answers=(
        """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp.desc(), Post.id.desc())}
place = func.row_number().over(**window).label("place")
posts = select(Post.owner_id, Post.id, place).subquery()
answer = select(posts.c.owner_id, posts.c.id).where(posts.c.place == 1)
""",
        """
newer = aliased(Post)
later = tuple_(newer.timestamp, newer.id) > tuple_(Post.timestamp, Post.id)
one = select(newer).where(newer.owner_id == Post.owner_id, later)
answer = select(Post.owner_id, Post.id).where(~one.exists())
""",
    ),
    mistakes=(
        Mistake(
            "the highest id",
            "answer = select(Post.owner_id, func.max(Post.id)).group_by(Post.owner_id)",
            "You return each user's highest id. That isn't always the newest post: the ids needn't "
            "be in the order of the times.",
        ),
        Mistake(
            "ties of time",
            """
window = {"partition_by": Post.owner_id, "order_by": Post.timestamp.desc()}
place = func.rank().over(**window).label("place")
posts = select(Post.owner_id, Post.id, place).subquery()
answer = select(posts.c.owner_id, posts.c.id).where(posts.c.place == 1)
""",
            "If a user's last two posts have the same time, you return both. The task says which "
            "of them is the newer.",
        ),
        Mistake(
            "one in all",
            """
newest = (Post.timestamp.desc(), Post.id.desc())
answer = select(Post.owner_id, Post.id).order_by(*newest).limit(1)
""",
            "This is the newest post of all. The question asks for one from each user who posts.",
        ),
        Mistake(
            "the oldest",
            """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp, Post.id)}
place = func.row_number().over(**window).label("place")
posts = select(Post.owner_id, Post.id, place).subquery()
answer = select(posts.c.owner_id, posts.c.id).where(posts.c.place == 1)
""",
            "These are the oldest posts. In which direction do you sort?",
        ),
        Mistake(
            "the lower id",
            """
window = {"partition_by": Post.owner_id, "order_by": (Post.timestamp.desc(), Post.id)}
place = func.row_number().over(**window).label("place")
posts = select(Post.owner_id, Post.id, place).subquery()
answer = select(posts.c.owner_id, posts.c.id).where(posts.c.place == 1)
""",
            "Of two posts at the same time, you return the one with the lower id. The order has to "
            "say that the higher id comes first; an order by time alone leaves it open.",
        ),
    ),
    judge=Selecting(),
    praise="One post for each user, and it is certain which one, even within the same second.",
)
