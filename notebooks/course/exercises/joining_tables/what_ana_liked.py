"""The two conditions of a correlated exists(), as gaps."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="What Ana liked",
    minutes=3,
    objective="find the rows that have a partner, or none, each once",
    task="""Select the `id` of each post that Ana (user 2) likes. Fill in the two conditions of
the inner query.""",
    starter="answer = select(Post.id).where(select(Like).where(____, ____).exists())",
    hints=(
        "The inner query looks for a like. Of which post, and by whom?",
        "One condition compares a column of `Like` with a column of the outer row; the other one "
        "compares a column of `Like` with a number.",
        "`Like.post_id == Post.id` and `Like.user_id == 2`.",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Like, Post
""",
    answers=(
        """
answer = select(Post.id).where(
    select(Like).where(Like.post_id == Post.id, Like.user_id == 2).exists()
)
""",
        """
hers = select(Like.post_id).where(Like.user_id == 2)
answer = select(Post.id).where(Post.id.in_(hers))
""",
        "answer = select(Post.id).join(Like, Like.post_id == Post.id).where(Like.user_id == 2)",
    ),
    mistakes=(
        Mistake(
            "no tie to the post",
            "answer = select(Post.id).where(select(Like).where(Like.user_id == 2).exists())",
            "As soon as user 2 likes anything, your result contains every post: the inner question "
            "is the same for each of them. Tie the like to the post of the outer row.",
        ),
        Mistake(
            "anybody's like",
            "answer = select(Post.id).where(select(Like).where(Like.post_id == Post.id).exists())",
            "These are the posts that anybody likes. The question asks for those of user 2.",
        ),
        Mistake(
            "Ana's own posts",
            """
answer = select(Post.id).where(
    select(Like).where(Like.post_id == Post.id, Post.owner_id == 2).exists()
)
""",
            "These are posts that user 2 *wrote* and that somebody likes. The number 2 belongs to "
            "the one who likes.",
        ),
        Mistake(
            "no post at all",
            """
answer = select(Post.id).where(
    select(Like).where(Like.user_id == Post.id, Like.post_id == 2).exists()
)
""",
            "No post is in your result, though user 2 likes one. Which column of `Like` belongs to "
            "the post of the outer row, and which to the number 2?",
        ),
    ),
    judge=Selecting(),
    praise="Each post that user 2 likes, once.",
)
