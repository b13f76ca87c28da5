"""Rows that may be there already: ON CONFLICT DO NOTHING."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.trials import Observed, ending
from course.judges.writes import RETWEETS, posts_left, rows, writing
from microblog.models import Like, Retweet

LATER = EVENING + timedelta(hours=2)


def retweeting(*post_ids: int, refused: bool = False) -> Callable[[Any, Engine], Observed]:
    """What is in the tables after Jonas (4) retweets these posts at 20:00."""

    def run(answer: Any, engine: Engine) -> Observed:
        ended: Observed = {}
        if refused:
            ended = ending(lambda: answer(engine, 4, list(post_ids), LATER))
        else:
            answer(engine, 4, list(post_ids), LATER)
        found = rows(
            engine,
            select(Retweet.user_id, Retweet.post_id, Retweet.timestamp).order_by(
                Retweet.user_id, Retweet.post_id
            ),
        )
        before = [tuple(each.values()) for each in RETWEETS if each["user_id"] != 4]
        others = [each for each in found if each[0] != 4]
        return {
            **ended,
            "Jonas's retweets (post, time)": [tuple(each[1:]) for each in found if each[0] == 4],
            "retweets of others": "unchanged" if others == before else others,
            "new likes": rows(engine, select(Like.user_id, Like.post_id)),
            **posts_left(engine),
        }

    return run


EXERCISE = Exercise(
    title="Jonas retweets a list",
    minutes=6,
    objective="add rows, and leave those that exist already as they are",
    task="""Write `retweet_all(engine, user_id, post_ids, moment)`. It writes a `Retweet`, with
`user_id`, `post_id` and `timestamp`, for each post in the list. A retweet that exists already stays
as it is, with its old time. A post may be in the list twice. A post that doesn't exist is an error,
and then nothing of the list is written.""",
    starter="""def retweet_all(engine, user_id, post_ids, moment):
    # your code here
    ...


answer = retweet_all""",
    hints=(
        "Which function of this section writes a row unless its key exists? And how many "
        "transactions does the whole list need?",
        "`transaction(session)` commits at the end of its block and rolls back when the block "
        "raises. Should the loop be inside the block, or the block inside the loop?",
        "`with Session(engine) as session, transaction(session):`, in it `for n in post_ids:`, and "
        "in the loop `insert_if_absent(session, Retweet, user_id=user_id, post_id=n, "
        "timestamp=moment)`.",
    ),
    imports="""
from sqlalchemy import insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.database import insert_if_absent, transaction
from microblog.models import Retweet
""",
    answers=(
        """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n, "timestamp": moment} for n in post_ids]
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)
""",
        """
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, transaction(session):
        for n in post_ids:
            insert_if_absent(session, Retweet, user_id=user_id, post_id=n, timestamp=moment)
""",
    ),
    mistakes=(
        Mistake(
            "plain insert",
            """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n, "timestamp": moment} for n in post_ids]
    with engine.begin() as connection:
        connection.execute(insert(Retweet), rows)
""",
            "A plain INSERT refuses the whole list as soon as one of the retweets exists already. "
            "If you looked first with session.get(): its key is (post_id, user_id), in this order.",
        ),
        Mistake(
            "changed",
            """
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        for n in post_ids:
            session.merge(Retweet(user_id=user_id, post_id=n, timestamp=moment))
""",
            "A retweet that was there already got the new time. It should stay as it was.",
        ),
        Mistake(
            "forgotten commit",
            """
def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n, "timestamp": moment} for n in post_ids]
    with engine.connect() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)
""",
            "Nothing new is in any table afterwards. Either nothing was committed, or you wrote to "
            "another database: use the `engine` that your function is given.",
        ),
        Mistake(
            "every error passed over",
            """
def retweet_all(engine, user_id, post_ids, moment):
    for n in post_ids:
        with Session(engine) as session:
            session.add(Retweet(user_id=user_id, post_id=n, timestamp=moment))
            try:
                session.commit()
            except IntegrityError:
                session.rollback()
""",
            "Post 99 doesn't exist, and the caller gets no error. Pass over the conflict alone.",
        ),
        Mistake(
            "a transaction for each",
            """
def retweet_all(engine, user_id, post_ids, moment):
    for n in post_ids:
        new = sqlite.insert(Retweet).values(user_id=user_id, post_id=n, timestamp=moment)
        with engine.begin() as connection:
            connection.execute(new.on_conflict_do_nothing())
""",
            "The retweets before the error are written. Write the whole list or nothing of it.",
        ),
        Mistake(
            "any user's",
            """
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        there = set(session.scalars(select(Retweet.post_id)))
        for n in set(post_ids) - there:
            session.add(Retweet(user_id=user_id, post_id=n, timestamp=moment))
""",
            "A post that somebody else has retweeted is left out. Only the user's own count.",
        ),
        Mistake(
            "twice in the list",
            """
def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        mine = select(Retweet.post_id).where(Retweet.user_id == user_id)
        there = set(session.scalars(mine))
        session.add_all(
            Retweet(user_id=user_id, post_id=n, timestamp=moment)
            for n in post_ids
            if n not in there
        )
""",
            "A post that is in the list twice is an error in your function. The second time, its "
            "retweet is there already.",
        ),
    ),
    judge=writing(
        ("At 20:00 Jonas (4) retweets post 2.", retweeting(2)),
        ("Jonas retweeted post 1 at 18:00. At 20:00 he retweets 1 and 2.", retweeting(1, 2)),
        (
            "Ana (2) retweeted post 7. At 20:00 Jonas retweets 2 and 7.",
            retweeting(2, 7),
        ),
        ("At 20:00 Jonas retweets posts 2 and 2.", retweeting(2, 2)),
        (
            "At 20:00 Jonas retweets posts 2, 99 and 7. There is no post 99.",
            retweeting(2, 99, 7, refused=True),
        ),
    ),
    praise="New retweets are in, the old one kept its time, and a wrong list left nothing.",
)
