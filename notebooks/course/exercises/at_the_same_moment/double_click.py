"""A like that is stored once, even if it is sent twice at once."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from course.exercises.exercise import Exercise, Mistake
from course.judges.races import race, two_users_two_posts
from course.judges.trials import Observed, Trial, Trying, ending
from course.judges.writes import rows
from microblog.models import Like

LIKES = select(Like.user_id, Like.post_id).order_by(Like.user_id, Like.post_id)


def one_after_the_other(*likes: tuple[int, int]) -> Callable[[Any, Engine], Observed]:
    def observe(answer: Any, engine: Engine) -> Observed:
        for like in likes:
            with Session(engine) as session:
                answer(session, *like)
        return {"likes (user, post)": rows(engine, LIKES)}

    return observe


def both_at_once(answer: Any, engine: Engine) -> Observed:
    errors = race(engine, lambda session: answer(session, 1, 2))
    failed = [f"one, with {type(error).__name__}" for error in errors]
    return {
        "likes (user, post)": rows(engine, LIKES),
        "requests that failed": ", ".join(failed) or "none",
    }


def no_such_post(answer: Any, engine: Engine) -> Observed:
    with Session(engine) as session:
        return ending(lambda: answer(session, 1, 99))


def on_two_posts(shown: str, observe: Callable[[Any, Engine], Observed]) -> Trial:
    def run(answer: Any) -> Observed:
        with two_users_two_posts() as engine:
            return observe(answer, engine)

    return Trial(shown, run)


EXERCISE = Exercise(
    title="A double click",
    minutes=6,
    objective="let a key decide when two requests arrive at once",
    task="""This function stores a like, and commits. The table `likes` (`Like` is its model) has a
key, so a second row can't get in. But of two requests at once, one ends in an `IntegrityError`, and
its user sees a 500. (The sessions here are plain ones: two of them may read at the same time, as on
PostgreSQL.) Repair it, with `database.insert_if_absent` of notebook 02 or in a way of your own. If
the like is there already, that's no error, at once or later. A like of a post that doesn't exist
must still raise.""",
    starter="""def like(session, user_id, post_id):
    there = select(Like).where(Like.user_id == user_id, Like.post_id == post_id)
    if session.scalar(there) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
    session.commit()


answer = ...  # repair the function, then: like""",
    hints=(
        "Both requests look before either of them writes, so looking can't help. Who refuses the "
        "second row?",
        "Either insert with *on conflict do nothing*, as `database.insert_if_absent` does, or "
        "catch the error and look *afterwards* whether the like is there.",
        "`database.insert_if_absent(session, Like, user_id=user_id, post_id=post_id)` and then "
        "`session.commit()`: the key decides, and a missing post is still refused.",
    ),
    imports="""
from sqlalchemy import insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from microblog import database
from microblog.database import insert_if_absent
from microblog.models import Like, Post
""",
    answers=(
        """
def like(session, user_id, post_id):
    database.insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    session.commit()
""",
        """
def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.commit()
    except IntegrityError:
        session.rollback()
        mine = (Like.user_id == user_id, Like.post_id == post_id)
        if session.scalar(select(Like).where(*mine)) is None:
            raise
""",
    ),
    mistakes=(
        Mistake(
            "looks first",
            """
def like(session, user_id, post_id):
    there = select(Like).where(Like.user_id == user_id, Like.post_id == post_id)
    if session.scalar(there) is None:
        session.add(Like(user_id=user_id, post_id=post_id))
    session.commit()
""",
            "One after the other it works. At once, both find no like and both insert one: between "
            "the look and the write there is room for another request. Insert without looking.",
        ),
        Mistake(
            "every error ignored",
            """
def like(session, user_id, post_id):
    try:
        session.add(Like(user_id=user_id, post_id=post_id))
        session.commit()
    except IntegrityError:
        session.rollback()
""",
            "A like of post 99, which doesn't exist, ends without an error, so its user is told "
            "that it worked. Pass over one kind of failure only: that this like is there already.",
        ),
        Mistake(
            "no commit",
            """
def like(session, user_id, post_id):
    insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
""",
            "Afterwards the table is empty: nothing was committed.",
        ),
        Mistake(
            "a second like is an error",
            """
def like(session, user_id, post_id):
    session.add(Like(user_id=user_id, post_id=post_id))
    session.commit()
""",
            "The key refuses the second like, at once and later, and your function lets the error "
            "through. Its user asked for a like that is there: that isn't an error.",
        ),
    ),
    judge=Trying(
        [
            on_two_posts("User 1 likes post 2.", one_after_the_other((1, 2))),
            on_two_posts(
                "User 1 likes post 2, then user 2 does.", one_after_the_other((1, 2), (2, 2))
            ),
            on_two_posts("User 1 likes post 2 twice.", one_after_the_other((1, 2), (1, 2))),
            on_two_posts("User 1 likes post 2, in two requests at once.", both_at_once),
            on_two_posts("User 1 likes post 99, which doesn't exist.", no_such_post),
        ]
    ),
    praise="Two at once, one row, no error; and nothing is liked that isn't there.",
)
