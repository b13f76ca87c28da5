"""Which of several writers was first, told by the key."""

from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.orm import Session

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.trials import Observed, Trial, Trying
from course.judges.writes import copied
from microblog.database import make_engine, make_session_factory
from microblog.models import Like

ANA, POST = 9, 4


def rows() -> Rows:
    return no_rows() | {
        "users": [user(7, "keiko"), user(3, "zoe"), user(ANA, "ana")],
        "posts": [post(POST, "Kettle on.", 7), post(2, "Kettle on.", ANA)],
        "likes": [{"user_id": 3, "post_id": POST}, {"user_id": ANA, "post_id": 2}],
    }


def stored(engine: Engine) -> list[tuple[int, int]]:
    with engine.connect() as connection:
        found = connection.execute(select(Like.user_id, Like.post_id))
        return sorted((row.user_id, row.post_id) for row in found)


def liking(shown: str, *sessions: tuple[tuple[int, int], ...]) -> Trial:
    """Tries `newly_liked` with the likes of each session, one session after the other."""

    def run(newly_liked: Any) -> Observed:
        engine = make_engine(copied(rows))
        try:
            told = []
            for likes in sessions:
                with make_session_factory(engine)() as session:
                    told += [newly_liked(session, *like) for like in likes]
            return {"returned": told, "likes in the end": stored(engine)}
        finally:
            engine.dispose()

    return Trial(f"Likes before: zoe's of post 4, ana's of post 2. {shown}", run)


def in_a_race(newly_liked: Any) -> Observed:
    """Where a look locks nothing, as on PostgreSQL, somebody else writes right after it."""
    engine = create_engine(copied(rows), isolation_level="AUTOCOMMIT")
    others: list[str] = []

    def after(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("SELECT") and "likes" in statement and not others:
            others.append("told that it is new")
            connection.execute(insert(Like).values(user_id=ANA, post_id=POST))

    event.listen(engine, "after_cursor_execute", after)
    try:
        with Session(engine) as session:
            told = newly_liked(session, ANA, POST)
        return {"writers who are told that the like is new": len(others) + (told is True)}
    finally:
        engine.dispose()


TRIALS = (
    liking("ana likes post 4.", ((ANA, POST),)),
    liking("zoe likes post 4 once more.", ((3, POST),)),
    liking("ana likes post 4 twice.", ((ANA, POST),), ((ANA, POST),)),
    liking("ana and keiko like post 4.", ((ANA, POST),), ((7, POST),)),
    liking("In one session, zoe's like comes again, then keiko's.", ((3, POST), (7, POST))),
    Trial(
        "The database is PostgreSQL, where a look locks nothing. If you look, somebody else "
        "inserts the very same like right after it, before you write.",
        in_a_race,
    ),
)

EXERCISE = Exercise(
    title="Is this like new?",
    minutes=7,
    objective="let a key decide between writers who come at once",
    task="""Marta wants a note for every *new* like. Write the function
`newly_liked(session, user_id, post_id)`: it likes the post, commits, and returns `True` if the like
is new and `False` if it was there already. (The post exists.) When two requests come at once,
exactly one of them gets `True`, on SQLite and on PostgreSQL.""",
    starter="""def newly_liked(session, user_id, post_id):
    # your code here
    ...


answer = newly_liked""",
    hints=(
        "Between a look and a write, another request may insert the row. What can tell you "
        "afterwards whether your own insert wrote it?",
        "Either the insert succeeds or the table refuses the row. What does a refusal raise?",
        "`try:` a `transaction` with `session.add(Like(…))` in it, then `return True`; "
        "`except IntegrityError: return False`.",
    ),
    imports="""from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from microblog.database import insert_if_absent, transaction
from microblog.models import Like
""",
    answers=(
        """def newly_liked(session, user_id, post_id):
    try:
        with transaction(session):
            session.add(Like(user_id=user_id, post_id=post_id))
    except IntegrityError:
        return False
    return True""",
        """def newly_liked(session, user_id, post_id):
    row = insert(Like).values(user_id=user_id, post_id=post_id)
    with transaction(session):
        return session.execute(row.on_conflict_do_nothing()).rowcount == 1""",
    ),
    mistakes=(
        Mistake(
            "look first",
            """def newly_liked(session, user_id, post_id):
    with transaction(session):
        if session.get(Like, (post_id, user_id)):
            return False
        session.add(Like(user_id=user_id, post_id=post_id))
    return True""",
            "When somebody else is faster, your insert ends in an IntegrityError: the row came "
            "between your look and your write. Let the key decide, and return False.",
        ),
        Mistake(
            "look, then let it pass",
            """def newly_liked(session, user_id, post_id):
    with transaction(session):
        found = session.get(Like, (post_id, user_id))
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    return found is None""",
            "Two writers get True: you, because you looked too early, and the one who came "
            "between. What does the insert itself tell you?",
        ),
        Mistake(
            "always new",
            """def newly_liked(session, user_id, post_id):
    with transaction(session):
        insert_if_absent(session, Like, user_id=user_id, post_id=post_id)
    return True""",
            "You return True for a like that was there already.",
        ),
        Mistake(
            "what insert_if_absent returns",
            """def newly_liked(session, user_id, post_id):
    with transaction(session):
        return insert_if_absent(session, Like, user_id=user_id, post_id=post_id)""",
            "You return None each time. `insert_if_absent` doesn't say whether it wrote the row. "
            "Which insert does, because the key refuses it?",
        ),
        Mistake(
            "no commit",
            """def newly_liked(session, user_id, post_id):
    row = insert(Like).values(user_id=user_id, post_id=post_id).on_conflict_do_nothing()
    return session.execute(row).rowcount == 1""",
            "You return True, and the like isn't stored. It was never committed, so it's lost when "
            "the session closes.",
        ),
        Mistake(
            "no rollback",
            """def newly_liked(session, user_id, post_id):
    session.add(Like(user_id=user_id, post_id=post_id))
    try:
        session.commit()
    except IntegrityError:
        return False
    return True""",
            "After the insert that failed you didn't roll back, so the session refuses whatever "
            "comes next. Call `session.rollback()`, or let `transaction(session)` do it.",
        ),
        Mistake(
            "the error goes on",
            """def newly_liked(session, user_id, post_id):
    with transaction(session):
        session.add(Like(user_id=user_id, post_id=post_id))
    return True""",
            "A like that was there already ends in an IntegrityError. It should be a False.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="True once and False from then on, also when somebody else comes between.",
)
