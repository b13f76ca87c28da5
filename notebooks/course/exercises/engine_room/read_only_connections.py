"""A setting that every connection of an engine gets."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, func, insert, select
from sqlalchemy.exc import DBAPIError

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import post
from course.judges.trials import Observed
from course.judges.writes import writing
from microblog.models import Post

Look = Callable[[list[Connection]], Observed]


def with_connections(number: int, look: Look) -> Callable[[Any, Engine], Observed]:
    """A look at so many connections of a new engine, all open at once, after the answer's call."""

    def run(answer: Any, prepared: Engine) -> Observed:
        engine = create_engine(prepared.url)
        try:
            answer(engine)
            with ExitStack() as stack:
                return look([stack.enter_context(engine.connect()) for _ in range(number)])
        finally:
            engine.dispose()

    return run


def reads(connections: list[Connection]) -> Observed:
    return {"posts": [connection.scalar(select(func.count(Post.id))) for connection in connections]}


def writes(connections: list[Connection]) -> Observed:
    """Which of the connections can write; each write is rolled back."""
    return {
        f"connection {n}": "writes" if can_write(connection) else "refuses to write"
        for n, connection in enumerate(connections, 1)
    }


def can_write(connection: Connection) -> bool:
    try:
        connection.execute(insert(Post), post(9, "Boo!", 1))
    except DBAPIError:
        return False
    finally:
        connection.rollback()
    return True


EXERCISE = Exercise(
    title="Read-only connections",
    minutes=6,
    objective="set something on every connection of an engine",
    task="""After `PRAGMA query_only = ON`, a connection to SQLite can read and refuses to write.
Write `make_read_only(engine)`. After the call, every connection that the engine opens is read-only.
The engine hasn't opened any yet.""",
    starter="""def make_read_only(engine):
    # your code here
    ...


answer = make_read_only""",
    hints=(
        "A pragma holds for one connection only. Which event tells you about each connection that "
        "the engine opens?",
        '`event.listen(engine, "connect", function)` calls `function(connection, record)`. '
        "`connection` is the driver's own: it has a method `execute` that takes SQL as a text.",
        'Define `refuse_writes(connection, record)` with `connection.execute("PRAGMA query_only = '
        'ON")`, then `event.listen(engine, "connect", refuse_writes)`.',
    ),
    imports="from sqlalchemy import event, text",
    answers=(
        """
def make_read_only(engine):
    def refuse_writes(connection, record):
        connection.execute("PRAGMA query_only = ON")

    event.listen(engine, "connect", refuse_writes)
""",
        """
def make_read_only(engine):
    @event.listens_for(engine, "begin")
    def refuse_writes(connection):
        connection.exec_driver_sql("PRAGMA query_only = ON")
""",
    ),
    mistakes=(
        Mistake(
            "one connection",
            """
def make_read_only(engine):
    with engine.connect() as connection:
        connection.execute(text("PRAGMA query_only = ON"))
""",
            "One connection refuses to write, and the next one doesn't. The pragma holds only for "
            "the connection that sends it, so every connection has to send it when it's opened.",
        ),
        Mistake(
            "no effect",
            """
def make_read_only(engine):
    engine.execution_options(query_only=True)
""",
            "Both connections still write. No connection of this engine has been sent "
            "`PRAGMA query_only = ON`.",
        ),
        Mistake(
            "too late",
            """
def make_read_only(engine):
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))

    def refuse_writes(connection, record):
        connection.execute("PRAGMA query_only = ON")

    event.listen(engine, "connect", refuse_writes)
""",
            "One connection still writes, and those that are opened later don't. It was open "
            "before you began to listen, and the pool lends it out again.",
        ),
    ),
    judge=writing(
        ("Two connections, open at once, count the posts.", with_connections(2, reads)),
        ("One connection inserts a post.", with_connections(1, writes)),
        ("Two connections, open at once, each insert a post.", with_connections(2, writes)),
    ),
    praise="Every connection reads, and none of them writes.",
)
