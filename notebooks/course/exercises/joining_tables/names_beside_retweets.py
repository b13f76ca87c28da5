"""The first join, with gaps to fill in."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Names beside retweets",
    minutes=3,
    objective="join tables, and keep the rows that have no partner",
    task="""Select the `post_id` of each retweet beside the `username` of the user who retweeted.
Fill in the three gaps.""",
    starter="answer = select(Retweet.post_id, User.username).join(____, ____ == ____)",
    hints=(
        "The first gap is the table that the join brings in. The other two are the columns whose "
        "values are equal when a retweet meets its user.",
        "A retweet names its user in `Retweet.user_id`. Which column of `users` has the same "
        "number?",
        "`.join(User, User.id == Retweet.user_id)`",
    ),
    imports="""
from sqlalchemy import select

from microblog.models import Like, Post, Retweet, User
""",
    answers=(
        "answer = select(Retweet.post_id, User.username).join(User, User.id == Retweet.user_id)",
        "answer = select(Retweet.post_id, User.username).join(Retweet, Retweet.user_id == User.id)",
    ),
    mistakes=(
        Mistake(
            "a post's id",
            """
rows = select(Retweet.post_id, User.username)
answer = rows.join(User, User.id == Retweet.post_id)
""",
            "Your condition compares the id of a user with the id of a post. Both are numbers, so "
            "there is no error, but equal numbers don't make them the same thing.",
        ),
        Mistake(
            "the author",
            """
rows = select(Retweet.post_id, User.username).join(Post, Post.id == Retweet.post_id)
answer = rows.join(User, User.id == Post.owner_id)
""",
            "The names in your result are those of the users who wrote the posts. The question "
            "asks who retweeted them.",
        ),
        Mistake(
            "likes",
            "answer = select(Like.post_id, User.username).join(User, User.id == Like.user_id)",
            "These are the likes. The question asks for the retweets.",
        ),
        Mistake(
            "users without a retweet",
            """
rows = select(Retweet.post_id, User.username).select_from(User)
answer = rows.outerjoin(Retweet, Retweet.user_id == User.id)
""",
            "Users who retweeted nothing are in your result, with NULL for the post. The question "
            "asks for a row for each retweet.",
        ),
        Mistake(
            "everybody else",
            """
rows = select(Retweet.post_id, User.username)
answer = rows.join(User, User.id != Retweet.user_id)
""",
            "Your result has each retweet beside all the users who did *not* make it.",
        ),
    ),
    judge=Selecting(),
    praise="One row for each retweet, since each meets exactly one user.",
)
