"""A frame imported in one transaction."""

from typing import Any

import pandas as pd
from sqlalchemy import Engine

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.trials import Observed, ending
from course.judges.writes import posts_left, writing
from microblog.models import Post


def frame_of(*posts: tuple[str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(posts, columns=["content", "owner_id"])
    return frame.assign(timestamp=pd.date_range(EVENING, periods=len(posts), freq="min"))


def importing(answer: Any, engine: Engine, *posts: tuple[str, int]) -> Observed:
    return {"returns": answer(engine, frame_of(*posts)), **posts_left(engine, Post.timestamp)}


def refused(answer: Any, engine: Engine, *posts: tuple[str, int]) -> Observed:
    return {**ending(lambda: answer(engine, frame_of(*posts))), **posts_left(engine)}


EXERCISE = Exercise(
    title="A frame, whole",
    minutes=6,
    objective="import frames as a whole or not at all",
    task="""Write `import_posts(engine, frame)`. The frame has the columns `content`, `owner_id`
and `timestamp`, at least one row, and no missing values. Put all its rows into the table `posts`,
and return how many there were. If the table refuses one of them, write none, and let the caller get
the error. Posts that were in the table before stay there.""",
    starter="""def import_posts(engine, frame):
    # your code here
    ...


answer = import_posts""",
    hints=(
        "All the rows belong together. How many commits is that, and where do they go?",
        "A session can add all objects and commit once. `with engine.begin()` works too: it "
        "commits at the end of its block and rolls back when the block raises. Do you have to "
        "catch anything?",
        "`with engine.begin() as connection:`, in it "
        '`connection.execute(insert(Post), frame.to_dict("records"))`, then return the length.',
    ),
    imports="""
from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.models import Post
""",
    answers=(
        """
def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(insert(Post), frame.to_dict("records"))
    return len(frame)
""",
        """
def import_posts(engine, frame):
    with engine.begin() as connection:
        frame.to_sql("posts", connection, if_exists="append", index=False)
    return len(frame)
""",
        """
def import_posts(engine, frame):
    with Session(engine) as session, session.begin():
        session.add_all(Post(**row) for row in frame.to_dict("records"))
    return len(frame)
""",
    ),
    mistakes=(
        Mistake(
            "commit per row",
            """
def import_posts(engine, frame):
    with Session(engine) as session:
        for row in frame.to_dict("records"):
            session.add(Post(**row))
            session.commit()
    return len(frame)
""",
            "Half an import: the rows before the bad one stay. That happens when each row is "
            "committed by itself, or when to_sql() gets an engine, or a connection without a "
            "transaction.",
        ),
        Mistake(
            "forgotten commit",
            """
def import_posts(engine, frame):
    with engine.connect() as connection:
        connection.execute(insert(Post), frame.to_dict("records"))
    return len(frame)
""",
            "You return the number of rows, but none stays in the table: nothing was committed.",
        ),
        Mistake(
            "never sent",
            """
def import_posts(engine, frame):
    with Session(engine) as session:
        session.add_all(Post(**row) for row in frame.to_dict("records"))
    return len(frame)
""",
            "No row is in the table, and a bad one raises no error: without a flush or a commit, "
            "nothing was sent to the database.",
        ),
        Mistake(
            "table replaced",
            """
def import_posts(engine, frame):
    with engine.begin() as connection:
        frame.to_sql("posts", connection, if_exists="replace", index=False)
    return len(frame)
""",
            'The table was dropped and made anew, as if_exists="replace" does.',
        ),
        Mistake(
            "old posts deleted",
            """
def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(delete(Post))
        connection.execute(insert(Post), frame.to_dict("records"))
    return len(frame)
""",
            "The posts that were in the table before are gone. They should stay.",
        ),
        Mistake(
            "bad rows skipped",
            """
def import_posts(engine, frame):
    with Session(engine) as session:
        for row in frame.to_dict("records"):
            session.add(Post(**row))
            try:
                session.commit()
            except IntegrityError:
                session.rollback()
    return len(frame)
""",
            "You leave out the bad row and write the others. It should be all rows or none, and "
            "the caller must get the error.",
        ),
        Mistake(
            "error swallowed",
            """
def import_posts(engine, frame):
    try:
        with engine.begin() as connection:
            connection.execute(insert(Post), frame.to_dict("records"))
    except IntegrityError:
        return 0
    return len(frame)
""",
            "Nothing was written, which is right, but the caller gets no error. Don't catch it.",
        ),
        Mistake(
            "number missing",
            """
def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(insert(Post), frame.to_dict("records"))
""",
            "The rows are right. Return how many there were.",
        ),
    ),
    judge=writing(
        (
            "Three posts are in the table. A frame brings one more.",
            lambda answer, engine: importing(answer, engine, ("First contact.", 1)),
        ),
        (
            "A frame of two posts, and the second is by user 44, who doesn't exist.",
            lambda answer, engine: refused(answer, engine, ("First contact.", 1), ("Dark.", 44)),
        ),
        (
            "A frame of three posts, and the first is by user 44.",
            lambda answer, engine: refused(
                answer, engine, ("First contact.", 44), ("Half of it.", 2), ("Dark.", 4)
            ),
        ),
        (
            "A frame of 101 posts, and the last is by user 44.",
            lambda answer, engine: refused(answer, engine, *100 * [("Half.", 2)], ("No.", 44)),
        ),
        (
            "A frame of three posts, two of them with the same words.",
            lambda answer, engine: importing(
                answer, engine, ("Half of it.", 2), ("Dark.", 4), ("Half of it.", 2)
            ),
        ),
    ),
    praise="Good frames are in; of a frame with a bad row, nothing is.",
)
