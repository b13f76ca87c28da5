"""Two statements as one list, without duplicates."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Liked or retweeted",
    minutes=3,
    objective="put statements together as sets: or, and, but not",
    task="""Select `user_id` and `post_id` for each user who liked or retweeted a post. A
user who did both appears once. Fill in the gaps.""",
    starter="""answer = select(Like.user_id, Like.post_id).____(
    select(____, ____),
)""",
    hints=(
        "Which of the set operations keeps a row that is in either list, and keeps it once?",
        "The second statement reads the retweets. Its columns must be in the order of the first.",
        "`.union(select(Retweet.user_id, Retweet.post_id))`",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Like, Retweet
""",
    answers=(
        """
retweets = select(Retweet.user_id, Retweet.post_id)
answer = select(Like.user_id, Like.post_id).union(retweets)
""",
        """
same = (Like.user_id == Retweet.user_id) & (Like.post_id == Retweet.post_id)
others = select(Retweet.user_id, Retweet.post_id).where(~select(Like).where(same).exists())
answer = select(Like.user_id, Like.post_id).union_all(others)
""",
    ),
    mistakes=(
        Mistake(
            "with duplicates",
            """
retweets = select(Retweet.user_id, Retweet.post_id)
answer = select(Like.user_id, Like.post_id).union_all(retweets)
""",
            "Who liked and retweeted the same post is in your result twice. union_all() keeps "
            "duplicates.",
        ),
        Mistake(
            "only both",
            """
retweets = select(Retweet.user_id, Retweet.post_id)
answer = select(Like.user_id, Like.post_id).intersect(retweets)
""",
            "Your result has only those who did both. One of the two is enough.",
        ),
        Mistake(
            "but not",
            """
retweets = select(Retweet.user_id, Retweet.post_id)
answer = select(Like.user_id, Like.post_id).except_(retweets)
""",
            "Your result has only the likes without a retweet. The retweets belong in it, too.",
        ),
        Mistake(
            "columns exchanged",
            """
retweets = select(Retweet.post_id, Retweet.user_id)
answer = select(Like.user_id, Like.post_id).union(retweets)
""",
            "Columns match by position: in your second statement the post stands where the first "
            "one has the user.",
        ),
    ),
    judge=Selecting(),
    praise="Each user beside each post that they reacted to, once.",
)
