"""Several values of each group."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="Retweeted when?",
    minutes=3,
    objective="make one row of each group, with several values",
    task="""Select, for each post that was retweeted, its `post_id`, the number of its retweets
under the name `retweets`, and the time of the first of them under the name `first`.""",
    starter="answer = ...  # your select() here",
    hints=(
        "A single table holds everything. Which of its rows belong together, to make one row of "
        "them?",
        "`group_by` takes the column that is the same within a group. The number of rows in a "
        "group and the smallest of their times are two aggregates.",
        '`select(Retweet.post_id, …)` with `func.count().label("retweets")` and '
        '`func.min(Retweet.timestamp).label("first")`, then `.group_by(Retweet.post_id)`.',
    ),
    imports="""
from sqlalchemy import func, select

from microblog.models import Post, Retweet
""",
    answers=(
        """
retweets = func.count().label("retweets")
first = func.min(Retweet.timestamp).label("first")
answer = select(Retweet.post_id, retweets, first).group_by(Retweet.post_id)
""",
        """
rows = select(Retweet.post_id, func.count(Retweet.user_id).label("retweets"))
answer = rows.add_columns(func.min(Retweet.timestamp).label("first")).group_by(Retweet.post_id)
""",
    ),
    mistakes=(
        Mistake(
            "no group_by",
            """
retweets = func.count().label("retweets")
answer = select(Retweet.post_id, retweets, func.min(Retweet.timestamp).label("first"))
""",
            "Your result has a single row, however many posts there are. Without group_by(), the "
            "whole table is one group.",
        ),
        Mistake(
            "any time",
            """
retweets = func.count().label("retweets")
first = Retweet.timestamp.label("first")
answer = select(Retweet.post_id, retweets, first).group_by(Retweet.post_id)
""",
            "The time isn't always that of the first retweet. A column that is neither grouped nor "
            "in an aggregate has several values in a group: SQLite takes any of them, and "
            "PostgreSQL refuses the statement.",
        ),
        Mistake(
            "the last",
            """
retweets = func.count().label("retweets")
first = func.max(Retweet.timestamp).label("first")
answer = select(Retweet.post_id, retweets, first).group_by(Retweet.post_id)
""",
            "You select the time of the last retweet. The first one has the smallest time.",
        ),
        Mistake(
            "the time of the post",
            """
rows = select(Retweet.post_id, func.count().label("retweets"))
rows = rows.add_columns(func.min(Post.timestamp).label("first"))
answer = rows.join(Post, Post.id == Retweet.post_id).group_by(Retweet.post_id)
""",
            "You select the time at which the post was written. The question asks when it was "
            "first retweeted.",
        ),
        Mistake(
            "by post and time",
            """
rows = select(Retweet.post_id, func.count().label("retweets"))
rows = rows.add_columns(func.min(Retweet.timestamp).label("first"))
answer = rows.group_by(Retweet.post_id, Retweet.timestamp)
""",
            "A post has several rows in your result, one for each time at which it was retweeted. "
            "Everything in group_by() makes a group of its own.",
        ),
        Mistake(
            "posts without a retweet",
            """
rows = select(Post.id.label("post_id"), func.count(Retweet.user_id).label("retweets"))
rows = rows.add_columns(func.min(Retweet.timestamp).label("first"))
answer = rows.outerjoin(Retweet, Retweet.post_id == Post.id).group_by(Post.id)
""",
            "Posts that nobody retweeted are in your result, with 0 and NULL. The question asks "
            "for the others alone.",
        ),
        Mistake(
            "rows without a retweet",
            """
rows = select(Post.id.label("post_id"), func.count().label("retweets"))
rows = rows.add_columns(func.min(Retweet.timestamp).label("first"))
answer = rows.outerjoin(Retweet, Retweet.post_id == Post.id).group_by(Post.id)
""",
            "Posts that nobody retweeted are in your result, with 1 and NULL. A left join makes a "
            "row for each of them. The question asks for the others alone.",
        ),
    ),
    judge=Selecting(names=("post_id", "retweets", "first")),
    praise="One row for each post, and each column has one value in its group.",
    practice=True,
)
