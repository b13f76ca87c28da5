"""Good rows that stay when a bad one is refused, on a database where an error ends it all."""

from typing import Any

from sqlalchemy import Engine, event, select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.trials import Observed, Trial, Trying
from course.judges.writes import copied
from microblog.database import make_engine, make_session_factory
from microblog.models import Like

ANA = 9


def rows() -> Rows:
    return no_rows() | {
        "users": [user(7, "keiko"), user(ANA, "ana")],
        "posts": [post(2, "Kettle on.", 7), post(4, "Kettle on.", ANA), post(8, "Café", 7)],
        "likes": [{"user_id": 7, "post_id": 4}, {"user_id": ANA, "post_id": 8}],
    }


class Aborted(Exception):
    """What PostgreSQL answers to every statement that follows an error in its transaction."""


def as_on_postgresql(engine: Engine) -> None:
    """After an error, take nothing but a rollback, of the transaction or of a savepoint."""
    failed: list[bool] = []

    def before(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("ROLLBACK"):
            failed.clear()
        if failed:
            raise Aborted(
                "current transaction is aborted, commands ignored until end of transaction block"
            )

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "handle_error", lambda _context: failed.append(True))
    event.listen(engine, "rollback", lambda _connection: failed.clear())


def liking(*post_ids: int) -> Trial:
    def run(like_what_is_there: Any) -> Observed:
        engine = make_engine(copied(rows))
        as_on_postgresql(engine)
        try:
            with make_session_factory(engine)() as session:
                returned = like_what_is_there(session, ANA, list(post_ids))
            with engine.connect() as connection:
                found = connection.execute(select(Like.user_id, Like.post_id))
                return {"returned": returned, "likes": sorted(tuple(row) for row in found)}
        finally:
            engine.dispose()

    shown = "The posts 2, 4 and 8. keiko (7) likes post 4, ana (9) likes post 8."
    return Trial(f"{shown} like_what_is_there(session, 9, {list(post_ids)}), on PostgreSQL.", run)


TRIALS = (
    liking(2),
    liking(99, 2),
    liking(2, 99, 4),
    liking(8),
    liking(99, 98),
    liking(8, 99, 4, 2, 98),
    liking(),
)

EXERCISE = Exercise(
    title="Likes that can be",
    minutes=6,
    objective="keep the good rows when one is refused",
    task="""Write `like_what_is_there(session, user_id, post_ids)`. It likes each post of the
list and commits once. A post that the user likes already stays liked. A post that doesn't exist is
left out, and the others are liked all the same. Return the list of those ids that don't exist, in
the order of `post_ids`. It has to work on PostgreSQL too.""",
    starter="""def like_what_is_there(session, user_id, post_ids):
    # your code here
    ...


answer = like_what_is_there""",
    hints=(
        "After an error PostgreSQL wants a rollback. What would a rollback of everything lose?",
        "Open a savepoint for each post. When the foreign key refuses a row, only that savepoint "
        "is undone.",
        "In a loop: `try:` `with session.begin_nested():` `insert_if_absent(session, Like, "
        "user_id=user_id, post_id=post_id)`; `except IntegrityError:` append the id to the list. "
        "After the loop: `session.commit()`.",
    ),
    imports="""from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from microblog.database import insert_if_absent, transaction
from microblog.models import Like, Post
""",
    answers=(
        """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            with session.begin_nested():
                insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
        except IntegrityError:
            missing.append(post_id)
    session.commit()
    return missing""",
        """def like_what_is_there(session, user_id, post_ids):
    with transaction(session):
        there = set(session.scalars(select(Post.id).where(Post.id.in_(post_ids))))
        for post_id in there:
            insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    return [post_id for post_id in post_ids if post_id not in there]""",
    ),
    mistakes=(
        Mistake(
            "no savepoint",
            """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
        except IntegrityError:
            missing.append(post_id)
    session.commit()
    return missing""",
            "On PostgreSQL a refused row ends the transaction: the next statement fails. Put each "
            "row into a savepoint, with `session.begin_nested()`.",
        ),
        Mistake(
            "all is rolled back",
            """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
        except IntegrityError:
            session.rollback()
            missing.append(post_id)
    session.commit()
    return missing""",
            "The likes that come before a missing post are lost: `session.rollback()` undoes the "
            "whole transaction. Undo a savepoint instead.",
        ),
        Mistake(
            "a like that is there",
            """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            with session.begin_nested():
                session.execute(insert(Like).values(user_id=user_id, post_id=post_id))
        except IntegrityError:
            missing.append(post_id)
    session.commit()
    return missing""",
            "A post that is liked already counts as missing. Its row is refused too, by the key "
            "of `likes`.",
        ),
        Mistake(
            "no commit",
            """def like_what_is_there(session, user_id, post_ids):
    missing = []
    for post_id in post_ids:
        try:
            with session.begin_nested():
                insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
        except IntegrityError:
            missing.append(post_id)
    return missing""",
            "The list is right, and no new like is there afterwards. The end of a savepoint isn't "
            "a commit: without one, all of it is lost when the session closes.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="One bad row costs its savepoint, and nothing else.",
)
