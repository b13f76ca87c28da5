"""The last row before a moment: a correlated sub-query with limit(1)."""

from collections.abc import Iterator
from datetime import timedelta

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, databases
from course.judges.selects import Selecting

HOURS = (1, -22, 2.5, 6, 30)  # of retweets, after EVENING: between posts, and at the same moment


def retweets_between_posts() -> Iterator[Rows]:
    for rows in databases():
        for place, retweet in enumerate(rows["retweets"]):
            retweet["timestamp"] = EVENING + timedelta(hours=HOURS[place % len(HOURS)])
        yield rows


EXERCISE = Exercise(
    title="Last words",
    minutes=8,
    objective="look up the last row before a moment",
    task="""Select three columns for each retweet: its `user_id`, its `post_id`, and the `id` of
the newest post that the same user had written by then, at the moment of the retweet at the latest.
It is NULL if they had written nothing. Of posts of one moment, take the one with the largest
`id`.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Write the sub-query for one retweet first: which posts count, and in which order?",
        "Two conditions tie it to the outer row: whose posts, and until when. The order needs two "
        "columns, both descending, and one row is enough.",
        "`select(Post.id).where(Post.owner_id == Retweet.user_id, Post.timestamp <= "
        "Retweet.timestamp)`, then `order_by(…)`, `limit(1)` and `scalar_subquery()`; select it "
        "beside the two columns of `Retweet`.",
    ),
    imports="""
from sqlalchemy import select
from sqlalchemy.orm import aliased

from microblog.models import Post, Retweet
""",
    answers=(
        """
said = select(Post.id).where(Post.owner_id == Retweet.user_id)
said = said.where(Post.timestamp <= Retweet.timestamp)
said = said.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())
""",
        """
mine = aliased(Post)
said = select(mine.id).where(mine.owner_id == Retweet.user_id)
said = said.where(mine.timestamp <= Retweet.timestamp)
said = said.order_by(mine.timestamp.desc(), mine.id.desc()).limit(1).scalar_subquery()
answer = select(Retweet.user_id, Retweet.post_id, Post.id).select_from(Retweet)
answer = answer.outerjoin(Post, Post.id == said)
""",
    ),
    mistakes=(
        Mistake(
            "anybody's post",
            """
said = select(Post.id).where(Post.timestamp <= Retweet.timestamp)
said = said.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())
""",
            "Your third column is the newest post by anybody. It should be by the same user.",
        ),
        Mistake(
            "posts from later",
            """
said = select(Post.id).where(Post.owner_id == Retweet.user_id)
said = said.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())
""",
            "Your third column is the newest post of the user, even if it was written after the "
            "retweet.",
        ),
        Mistake(
            "the moment itself left out",
            """
said = select(Post.id).where(Post.owner_id == Retweet.user_id)
said = said.where(Post.timestamp < Retweet.timestamp)
said = said.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())
""",
            "A post of the very moment of the retweet counts, too: `<=`.",
        ),
        Mistake(
            "the oldest",
            """
said = select(Post.id).where(Post.owner_id == Retweet.user_id)
said = said.where(Post.timestamp <= Retweet.timestamp)
said = said.order_by(Post.timestamp, Post.id).limit(1)
answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())
""",
            "Your third column is the user's *oldest* post. The newest comes first with `.desc()`.",
        ),
        Mistake(
            "retweets dropped",
            """
mine = aliased(Post)
said = select(mine.id).where(mine.owner_id == Retweet.user_id)
said = said.where(mine.timestamp <= Retweet.timestamp)
said = said.order_by(mine.timestamp.desc(), mine.id.desc()).limit(1).scalar_subquery()
answer = select(Retweet.user_id, Retweet.post_id, Post.id).select_from(Retweet)
answer = answer.join(Post, Post.id == said)
""",
            "Retweets by users who had written nothing are missing. They belong in the result, "
            "with NULL.",
        ),
    ),
    judge=Selecting(on=retweets_between_posts),
    praise="For each retweet, the last words before it.",
)
