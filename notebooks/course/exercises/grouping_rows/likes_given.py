"""The smallest grouped statement, to fill in."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Likes given",
    minutes=2,
    objective="make one row of each group, with several values",
    task="""Fill the two gaps. The statement returns the `user_id` of each user who likes anything,
and under the name `likes` how many posts this user likes.""",
    starter='answer = select(Like.user_id, ____.label("likes")).group_by(____)',
    hints=(
        "You want one row for each user. Which column of `likes` is the same in all rows of such a "
        "group?",
        "Each row of a group is a like. Which function counts rows?",
        '`select(Like.user_id, func.count().label("likes")).group_by(Like.user_id)`',
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Like, Post, User
""",
    answers=(
        'answer = select(Like.user_id, func.count().label("likes")).group_by(Like.user_id)',
        """
likes = func.count(Like.post_id).label("likes")
answer = select(Like.user_id, likes).group_by(Like.user_id)
""",
    ),
    mistakes=(
        Mistake(
            "by post",
            'answer = select(Like.user_id, func.count().label("likes")).group_by(Like.post_id)',
            "You make a row for each post that is liked. The question asks for a row for each "
            "user: group by the column that you also select.",
        ),
        Mistake(
            "by like",
            """
likes = func.count().label("likes")
answer = select(Like.user_id, likes).group_by(Like.user_id, Like.post_id)
""",
            "You make a row for each single like. Everything in group_by() splits the groups "
            "further.",
        ),
        Mistake(
            "one group",
            'answer = select(Like.user_id, func.count().label("likes"))',
            "Your result has a single row, however many users there are. Without group_by(), the "
            "whole table is one group.",
        ),
        Mistake(
            "the sum of the ids",
            """
likes = func.sum(Like.post_id).label("likes")
answer = select(Like.user_id, likes).group_by(Like.user_id)
""",
            "You add up the ids of the posts. To count the rows of a group, use count().",
        ),
        Mistake(
            "likes received",
            """
likes = func.count().label("likes")
answer = select(Post.owner_id.label("user_id"), likes).join(Like, Like.post_id == Post.id)
answer = answer.group_by(Post.owner_id)
""",
            "You count the likes that each user got for their posts. The question asks how many "
            "likes each user gave.",
        ),
        Mistake(
            "everybody",
            """
likes = func.count(Like.post_id).label("likes")
answer = select(User.id.label("user_id"), likes).outerjoin(Like, Like.user_id == User.id)
answer = answer.group_by(User.id)
""",
            "Users who like nothing are in your result, with 0. The question asks for the others "
            "alone.",
        ),
    ),
    judge=Selecting(names=("user_id", "likes")),
    praise="One row for each user, made from all of their likes.",
)
