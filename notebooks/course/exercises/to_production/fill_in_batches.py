"""A new column is filled a few rows at a time."""

from typing import Any

from sqlalchemy import Connection, Engine, column, event, insert, table, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import post
from course.judges.trials import Observed
from course.judges.writes import writing
from microblog.models import Post

POSTS = table("posts", column("id"), column("content"), column("length"))
SEVEN = [post(number, "x" * number, 1, number) for number in (40, 11, 30, 12, 35, 20, 13)]


class Watched:
    """How many rows each transaction changed."""

    def __init__(self, engine: Engine) -> None:
        self.most = self.now = 0
        event.listen(engine, "after_cursor_execute", self.count)
        event.listen(engine, "commit", self.end)
        event.listen(engine, "rollback", self.end)

    def count(self, _: Connection, cursor: Any, statement: str, *__: Any) -> None:
        if statement.lstrip().upper().startswith("UPDATE"):
            self.now += max(cursor.rowcount, 0)
            self.most = max(self.most, self.now)

    def end(self, _: Connection) -> None:
        self.now = 0


def filled_by(size: int, already: int | None = None) -> Any:
    """The lengths of ten posts after the answer ran; one of them may have one before."""

    def run(answer: Any, engine: Engine) -> Observed:
        with engine.begin() as connection:
            connection.execute(insert(Post), SEVEN)
            connection.execute(text("ALTER TABLE posts ADD COLUMN length INTEGER"))
            if already:
                one = text("UPDATE posts SET length = 999 WHERE id = :id")
                connection.execute(one, {"id": already})
        watched = Watched(engine)
        answer(engine, POSTS, size)
        with engine.connect() as connection:
            rows = connection.execute(text("SELECT id, length, content FROM posts ORDER BY id"))
            empty = []
            wrong = []
            for number, length, content in rows:
                if length is None:
                    empty.append(number)
                elif length != (999 if number == already else len(content)):
                    wrong.append(number)
        within = "at most" if watched.most <= size else "more than"
        return {
            "posts still empty": empty,
            "posts with a wrong length": wrong,
            "rows that one transaction changed": f"{within} {size}",
        }

    return run


def in_batches(todo: str = ".where(posts.c.length.is_(None))", stop: str = "== 0") -> str:
    return f"""
def fill(engine, posts, size):
    todo = select(posts.c.id){todo}.limit(size)
    change = update(posts).where(posts.c.id.in_(todo))
    while True:
        with engine.begin() as connection:
            changed = connection.execute(change.values(length=func.length(posts.c.content)))
        if changed.rowcount {stop}:
            return
"""


def by_ranges(last: str = "func.max(posts.c.id)", empty: str = ", posts.c.length.is_(None)") -> str:
    return f"""
def fill(engine, posts, size):
    with engine.connect() as connection:
        last = connection.scalar(select({last}))
    for first in range(1, last + 1, size):
        batch = posts.c.id.between(first, first + size - 1)
        change = update(posts).where(batch{empty})
        with engine.begin() as connection:
            connection.execute(change.values(length=func.length(posts.c.content)))
"""


EXERCISE = Exercise(
    title="Fill in batches",
    minutes=8,
    objective="change a table while the service runs",
    task="""`posts` has a new column `length`, empty in most rows. Write
`fill(engine, posts, size)`, where `posts` is the table with that column, as above. It stores each
text's number of characters (`func.length`) where `length` is still NULL, and leaves the others as
they are. A transaction changes at most `size` rows, so that nobody waits for long.""",
    starter="""def fill(engine, posts, size):
    # your code here
    ...


answer = ...  # then: fill""",
    hints=(
        "Fill one batch in one `with engine.begin() as connection:`. When is there nothing left?",
        "Which rows are left? `select(posts.c.id).where(posts.c.length.is_(None)).limit(size)`. "
        "An `update` can use it with `in_`.",
        "In a loop: `with engine.begin() as connection: changed = connection.execute("
        "update(posts).where(posts.c.id.in_(todo)).values(length=func.length(posts.c.content)))`, "
        "and return when `changed.rowcount == 0`.",
    ),
    imports="from sqlalchemy import func, select, update\n",
    answers=(in_batches(), by_ranges()),
    mistakes=(
        Mistake(
            "all at once",
            """
def fill(engine, posts, size):
    change = update(posts).where(posts.c.length.is_(None))
    with engine.begin() as connection:
        connection.execute(change.values(length=func.length(posts.c.content)))
""",
            "One transaction changes all rows, with one update or with several. Other writers wait "
            "until it's over, which takes minutes on a large table.",
        ),
        Mistake(
            "overwritten",
            by_ranges(empty=""),
            "You change rows that have a length already. Fill only those where it's NULL.",
        ),
        Mistake(
            "one batch",
            """
def fill(engine, posts, size):
    todo = select(posts.c.id).where(posts.c.length.is_(None)).limit(size)
    change = update(posts).where(posts.c.id.in_(todo))
    with engine.begin() as connection:
        connection.execute(change.values(length=func.length(posts.c.content)))
""",
            "Rows are left over: after one batch you stop. Go on until nothing is left.",
        ),
        Mistake(
            "count for the last id",
            by_ranges(last="func.count(posts.c.id)"),
            "The last posts stay empty. Ids have gaps, so the number of posts isn't the last id.",
        ),
    ),
    judge=writing(
        ("fill(engine, posts, 100)", filled_by(100)),
        ("fill(engine, posts, 3)", filled_by(3)),
        ("fill(engine, posts, 4), where one post has a length already", filled_by(4, already=12)),
        ("fill(engine, posts, 1)", filled_by(1)),
    ),
    praise="Each transaction is short, and the work can be stopped and taken up again.",
)
