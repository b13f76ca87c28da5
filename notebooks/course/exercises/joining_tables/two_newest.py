"""A statement as a table: the limit first, then the join."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="The two newest, and who liked them",
    minutes=5,
    objective="use a statement as a table",
    task="""Take the two newest posts (by `timestamp`, then by `id`). Select the post's `id` beside
the `user_id` of each like it has. A post that nobody likes appears once, with NULL. Fill in the
gaps.""",
    starter="""newest = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc())
newest = newest.limit(2).____("newest")

answer = select(____, Like.user_id).outerjoin(Like, Like.post_id == ____)""",
    hints=(
        "`limit(2)` has to take effect before the join. Which method makes a table of a statement?",
        "The table has one column, the `id`. Under which attribute of `newest` do you find it?",
        "`subquery` in the first gap, `newest.c.id` in the other two.",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Like, Post
""",
    answers=(
        """
newest = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc())
newest = newest.limit(2).subquery("newest")
answer = select(newest.c.id, Like.user_id).outerjoin(Like, Like.post_id == newest.c.id)
""",
        """
newest = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(2)
rows = select(Post.id, Like.user_id).outerjoin(Like, Like.post_id == Post.id)
answer = rows.where(Post.id.in_(newest))
""",
    ),
    mistakes=(
        Mistake(
            "limit after the join",
            """
rows = select(Post.id, Like.user_id).outerjoin(Like, Like.post_id == Post.id)
answer = rows.order_by(Post.timestamp.desc(), Post.id.desc()).limit(2)
""",
            "Your result has two rows at most: the limit counts the rows of the join. Choose the "
            "two posts first, in a sub-query.",
        ),
        Mistake(
            "inner join",
            """
newest = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(2).subquery()
answer = select(newest.c.id, Like.user_id).join(Like, Like.post_id == newest.c.id)
""",
            "A post that nobody likes is missing. Which join keeps the left side?",
        ),
        Mistake(
            "the oldest",
            """
oldest = select(Post.id).order_by(Post.timestamp, Post.id).limit(2).subquery()
answer = select(oldest.c.id, Like.user_id).outerjoin(Like, Like.post_id == oldest.c.id)
""",
            "These are the two oldest posts. The newest come first with `.desc()`.",
        ),
        Mistake(
            "by id",
            """
newest = select(Post.id).order_by(Post.id.desc()).limit(2).subquery()
answer = select(newest.c.id, Like.user_id).outerjoin(Like, Like.post_id == newest.c.id)
""",
            "These are the posts with the largest ids. The newest are those with the latest time; "
            "the id only decides between equal times.",
        ),
        Mistake(
            "all posts",
            "answer = select(Post.id, Like.user_id).outerjoin(Like, Like.post_id == Post.id)",
            "Your result has all posts. Only the two newest are asked for.",
        ),
    ),
    judge=Selecting(),
    praise="Two posts first, then all of their likes.",
)
