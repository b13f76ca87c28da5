"""A list of people as the service writes it: a statement with a named parameter."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, databases, no_rows, post, user
from course.judges.selects import Selecting

NAMES = ("Zoe", "ana", "marta", "bodil")  # of the users 1 to 4: in no order


def retweeted_by_several() -> Iterator[Rows]:
    yield from databases()
    rows = no_rows()
    rows["users"] = [user(number, name) for number, name in enumerate(NAMES, 1)]
    rows["posts"] = [post(5, "Clouds.", 2), post(6, "Sun.", 3)]
    for user_id, post_id in ((3, 5), (1, 5), (4, 5), (2, 6)):
        rows["retweets"].append({"user_id": user_id, "post_id": post_id, "timestamp": EVENING})
    yield rows


EXERCISE = Exercise(
    title="Who retweeted it?",
    minutes=5,
    objective="write a list of the service as one statement with named parameters",
    task="""The service could show who retweeted a post. Write the statement: `id` and `username` of
the users who retweeted the post with the id `post_id` (a named parameter), the largest `id`
first.""",
    starter="""answer = ...  # your select() here, with bindparam("post_id")""",
    hints=(
        "Whose columns do you select, and which table says who retweeted what?",
        "Join `Retweet`, and compare its `post_id` with the parameter. `followers_of` above has "
        "the order that is asked for.",
        "`select(User.id, User.username).join(Retweet, Retweet.user_id == User.id)`, then "
        '`.where(Retweet.post_id == bindparam("post_id"))` and `.order_by(User.id.desc())`.',
    ),
    imports="""
from sqlalchemy import bindparam, select

from microblog.models import Like, Post, Retweet, User
""",
    answers=(
        """
rows = select(User.id, User.username).join(Retweet, Retweet.user_id == User.id)
answer = rows.where(Retweet.post_id == bindparam("post_id")).order_by(User.id.desc())
""",
        """
mine = (Retweet.post_id == bindparam("post_id"), Retweet.user_id == User.id)
found = select(Retweet).where(*mine).exists()
answer = select(User.id, User.username).where(found).order_by(User.id.desc())
""",
    ),
    mistakes=(
        Mistake(
            "likes",
            """
rows = select(User.id, User.username).join(Like, Like.user_id == User.id)
answer = rows.where(Like.post_id == bindparam("post_id")).order_by(User.id.desc())
""",
            "These are the users who like the post. The question asks who retweeted it.",
        ),
        Mistake(
            "the author",
            """
rows = select(User.id, User.username).join(Post, Post.owner_id == User.id)
answer = rows.where(Post.id == bindparam("post_id")).order_by(User.id.desc())
""",
            "This is the user who wrote the post. The question asks who retweeted it.",
        ),
        Mistake(
            "the other way round",
            """
rows = select(User.id, User.username).join(Retweet, Retweet.user_id == User.id)
answer = rows.where(Retweet.post_id == bindparam("post_id")).order_by(User.id)
""",
            "The users are right, but the smallest id comes first. The largest should.",
        ),
        Mistake(
            "a user's id",
            """
rows = select(User.id, User.username).join(Retweet, Retweet.user_id == User.id)
answer = rows.where(Retweet.user_id == bindparam("post_id")).order_by(User.id.desc())
""",
            "Your condition compares the parameter with the id of a user. It's the id of a post.",
        ),
    ),
    judge=Selecting(ordered=True, on=retweeted_by_several, parameters={"post_id": 5}),
    praise="One statement for any post, built once and given its number when it runs.",
)
