"""Pending objects: what the next flush will insert."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from course.counting import statements
from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed
from course.judges.writes import writing
from microblog.models import Like, Post, User


def asked_after(prepare: Callable[[Session], object]) -> Callable[[Any, Engine], Observed]:
    """What the answer says after `prepare`, and what it did to the session."""

    def run(answer: Any, engine: Engine) -> Observed:
        with Session(engine) as session:
            kept = prepare(session)  # the session itself may forget what it only read
            with statements() as ran:
                returned = answer(session)
            del kept
            return {
                "returns": returned,
                "objects still waiting": len(session.new),
                "statements sent": ran.count,
            }

    return run


def four_new_posts(session: Session) -> object:
    read = session.scalars(select(Post).order_by(Post.id)).all()
    read[0].content = "Clearing up over Burgos."
    session.delete(read[1])
    session.add_all(Post(content=f"Minute {n}", owner_id=1) for n in range(4))
    return read


def one_flushed_post(session: Session) -> None:
    session.add(Post(content="First contact.", owner_id=1))
    session.flush()


def three_models(session: Session) -> None:
    session.add(User(username="luis", email="luis@example.org", hashed_password="none"))
    session.add_all(Like(user_id=1, post_id=n) for n in (2, 7))
    session.add_all(Post(id=n, content="Dark.", owner_id=1) for n in range(50, 54))


EXERCISE = Exercise(
    title="Who is waiting?",
    minutes=3,
    objective="predict what is in a table after a flush, a commit, a rollback",
    task="""Write `waiting(session)`. It returns how many objects were added to the session and
not yet written: those that the next flush will `INSERT`. It sends nothing to the database.""",
    starter="""def waiting(session):
    # your code here, one line
    ...


answer = ...  # then: waiting""",
    hints=(
        "What is the name of the session's list on which `add` puts an object?",
        "Changed objects are on another list, and rows that were read are on neither. How long is "
        "the list of new ones?",
        "One line: `return len(session.new)`.",
    ),
    imports="""
from sqlalchemy import func, inspect, select

from microblog.models import Post
""",
    answers=(
        """
def waiting(session):
    return len(session.new)
""",
        """
def waiting(session):
    return sum(inspect(each).pending for each in session)
""",
    ),
    mistakes=(
        Mistake(
            "changed ones",
            """
def waiting(session):
    return len(session.dirty)
""",
            "You count the objects that were changed. The next flush will UPDATE their rows.",
        ),
        Mistake(
            "all objects",
            """
def waiting(session):
    return len(list(session))
""",
            "You count all objects of the session, including those that it read or wrote already.",
        ),
        Mistake(
            "rows of the table",
            """
def waiting(session):
    return session.scalar(select(func.count()).select_from(Post))
""",
            "You count rows of the table. Before a session sends a query, it flushes, so now "
            "nothing is waiting any more. Ask the session itself.",
        ),
        Mistake(
            "the collection",
            """
def waiting(session):
    return session.new
""",
            "You return the new objects themselves. Return how many there are.",
        ),
        Mistake(
            "without an id",
            """
def waiting(session):
    return sum(getattr(each, "id", None) is None for each in session)
""",
            "You count the objects without an `id`. An object can have its id before its row is "
            "written, and a Like has no id at all.",
        ),
        Mistake(
            "posts alone",
            """
def waiting(session):
    return sum(isinstance(each, Post) for each in session.new)
""",
            "You count new posts alone. A new User or a new Like waits, too.",
        ),
    ),
    judge=writing(
        ("One post was added and flushed.", asked_after(one_flushed_post)),
        (
            "A new user, two likes, and four posts with the ids 50 to 53 were added.",
            asked_after(three_models),
        ),
        (
            "The session read three posts, changed one and deleted another; then four new posts "
            "were added.",
            asked_after(four_new_posts),
        ),
    ),
    praise="Right for new objects of every model, and 0 after a flush.",
)
