"""Fill a new column, a few rows in each transaction."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from sqlalchemy import Connection, StaticPool, create_engine, event, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

MADE = "CREATE TABLE posts (id INTEGER PRIMARY KEY, content VARCHAR(280), length INTEGER)"
INTO = text("INSERT INTO posts (id, content, length) VALUES (:id, :content, :length)")
FILLED_ALREADY = -1  # so that one sees whether it was filled again


def filling(shown: str, rows: Mapping[int, int | None], size: int) -> Trial:
    """What a backfill leaves, and how many rows and transactions it took. `rows` maps ids to the
    lengths that are known already."""

    def run(answer: Any) -> Observed:
        engine = create_engine("sqlite://", poolclass=StaticPool)
        with engine.begin() as connection:
            connection.exec_driver_sql(MADE)
            for number, length in rows.items():
                row = {"id": number, "content": "x" * (number % 7 + 1), "length": length}
                connection.execute(INTO, row)
        changed = [0]

        @event.listens_for(engine, "after_cursor_execute")
        def count(_connection: Connection, cursor: Any, statement: str, *_: object) -> None:
            if statement.lstrip().upper().startswith("UPDATE"):
                changed[-1] += max(cursor.rowcount, 0)

        @event.listens_for(engine, "commit")
        def begin_again(_connection: Connection) -> None:
            changed.append(0)

        answer(engine, size)
        with engine.connect() as connection:
            left = connection.exec_driver_sql("SELECT id, length FROM posts ORDER BY id")
            lengths = {row.id: row.length for row in left}
        engine.dispose()
        needed = ceil(sum(length is None for length in rows.values()) / size) + 1
        return {
            "lengths by id": lengths,
            "rows in one transaction": "too many" if max(changed) > size else "few enough",
            "transactions": "far too many" if len(changed) > 2 * needed + 2 else "few enough",
        }

    return Trial(shown, run)


EXERCISE = Exercise(
    title="Fill it in batches",
    minutes=10,
    objective="fill a new column in batches",
    task="""The table `posts` of an `engine` has the columns `id`, `content` and `length`. The last
one is new: it's NULL, but for the posts that the new code wrote already. Write
`backfill(engine, size)`. It sets `length` to `length(content)` wherever it's NULL, with at most
`size` rows in one transaction. The ids have large gaps, so don't count through them. (In SQL, an
`UPDATE` has no LIMIT, but its `WHERE id IN (SELECT … LIMIT …)` may have one. The `rowcount` of a
result says how many rows were changed.)""",
    starter="""def backfill(engine, size):
    # your code here
    ...


answer = backfill""",
    hints=(
        "What does one batch look like, as one UPDATE? And how do you see that it was the last?",
        "A loop around `with engine.begin() as connection:` makes a transaction of each round. It "
        "ends when a batch has changed no row.",
        "`UPDATE posts SET length = length(content) WHERE id IN (SELECT id FROM posts WHERE length "
        "IS NULL LIMIT :size)`, in `while True:`, until `rowcount == 0`.",
    ),
    imports="from sqlalchemy import text",
    answers=(
        '''
def backfill(engine, size):
    batch = text("""UPDATE posts SET length = length(content)
        WHERE id IN (SELECT id FROM posts WHERE length IS NULL LIMIT :size)""")
    while True:
        with engine.begin() as connection:
            if connection.execute(batch, {"size": size}).rowcount == 0:
                return
''',
        """
def backfill(engine, size):
    missing = text("SELECT id FROM posts WHERE length IS NULL ORDER BY id")
    with engine.connect() as connection:
        ids = connection.execute(missing).scalars().all()
    one = text("UPDATE posts SET length = length(content) WHERE id = :id")
    for start in range(0, len(ids), size):
        with engine.begin() as connection:
            connection.execute(one, [{"id": each} for each in ids[start : start + size]])
""",
    ),
    mistakes=(
        Mistake(
            "all at once",
            """
def backfill(engine, size):
    with engine.begin() as connection:
        connection.execute(text("UPDATE posts SET length = length(content) WHERE length IS NULL"))
""",
            "The lengths are right, but one transaction changes more rows than `size`. Until it "
            "commits, every one of these rows is locked.",
        ),
        Mistake(
            "one batch",
            '''
def backfill(engine, size):
    batch = text("""UPDATE posts SET length = length(content)
        WHERE id IN (SELECT id FROM posts WHERE length IS NULL LIMIT :size)""")
    with engine.begin() as connection:
        connection.execute(batch, {"size": size})
''',
            "The first batch is filled, and then your function ends. Repeat it until a batch has "
            "changed no row.",
        ),
        Mistake(
            "every id",
            """
def backfill(engine, size):
    with engine.connect() as connection:
        newest = connection.scalar(text("SELECT coalesce(max(id), 0) FROM posts"))
    batch = text("UPDATE posts SET length = length(content) WHERE length IS NULL AND id > :last "
                 "AND id <= :last + :size")
    for last in range(0, newest, size):
        with engine.begin() as connection:
            connection.execute(batch, {"last": last, "size": size})
""",
            "The lengths are right, but you count through all ids, and most of your transactions "
            "find no row in their range.",
        ),
        Mistake(
            "filled again",
            """
def backfill(engine, size):
    with engine.connect() as connection:
        ids = connection.execute(text("SELECT id FROM posts ORDER BY id")).scalars().all()
    one = text("UPDATE posts SET length = length(content) WHERE id = :id")
    for start in range(0, len(ids), size):
        with engine.begin() as connection:
            connection.execute(one, [{"id": each} for each in ids[start : start + size]])
""",
            "You also change rows whose length is there already. They were written by the new "
            "code, so leave them as they are: only NULL is to be filled.",
        ),
    ),
    judge=Trying(
        [
            filling("Three posts, size 2.", {7: None, 3: None, 12: None}, 2),
            filling("Four posts, size 2.", {1: None, 2: None, 4: None, 90: None}, 2),
            filling("One post filled already (with -1).", {5: None, 6: FILLED_ALREADY, 8: None}, 2),
            filling("An id far away from the others.", {1: None, 400: None, 401: None}, 2),
            filling("No post.", {}, 3),
            filling("One post, size 10.", {2: None}, 10),
        ]
    ),
    praise="Each batch locks a few rows for a moment, and an interrupted run can go on.",
)
