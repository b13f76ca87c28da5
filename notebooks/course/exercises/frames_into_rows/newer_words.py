"""Insert or update: ON CONFLICT DO UPDATE, one column only."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.trials import Observed, ending
from course.judges.writes import rows, writing
from microblog.models import Post, Retweet

LATER = EVENING + timedelta(hours=3)


def saving(
    *posts: tuple[int, str, int], refused: bool = False
) -> Callable[[Any, Engine], Observed]:
    """What the answer leaves of these posts (id, content, owner), all written at 21:00."""

    def run(answer: Any, engine: Engine) -> Observed:
        given = [
            {"id": n, "content": content, "owner_id": owner, "timestamp": LATER}
            for n, content, owner in posts
        ]
        ended: Observed = {}
        if refused:
            ended = ending(lambda: answer(engine, given))
        else:
            answer(engine, given)
        found = rows(engine, select(Post).order_by(Post.id))
        later = rows(engine, select(Post.id).where(Post.timestamp == LATER).order_by(Post.id))
        return {
            **ended,
            "posts (id, content, owner)": [(n, content, owner) for n, content, _, owner in found],
            "posts with the time 21:00": later,
            "retweets (user, post)": rows(
                engine,
                select(Retweet.user_id, Retweet.post_id).order_by(Retweet.user_id),
            ),
        }

    return run


EXERCISE = Exercise(
    title="Newer words",
    minutes=6,
    objective="insert many rows at once, and change those that exist",
    task="""Write `save_posts(engine, rows)`. The list `rows` has one dict or more, each with `id`,
`content`, `owner_id` and `timestamp`. A post whose `id` is new is inserted. If the `id` is in the
table, that post gets the new content and keeps its owner, its time, and its retweets. If one row is
refused, none is written, and the caller gets the error. (SQLite is enough here.)""",
    starter="""def save_posts(engine, rows):
    # your code here
    ...


answer = save_posts""",
    hints=(
        "`on_conflict_do_nothing` would keep the old words. Which method of `sqlite.insert(Post)` "
        "changes the row that exists?",
        "`on_conflict_do_update` needs `index_elements`, the column in which rows collide, and "
        "`set_`, a dict of the columns to change. The row that was refused is called `excluded`.",
        'After `new = sqlite.insert(Post)` use `new.on_conflict_do_update(index_elements=["id"], '
        'set_={"content": new.excluded.content})`, and execute it with `rows` in '
        "`with engine.begin() as connection:`.",
    ),
    imports="""
from sqlalchemy import delete, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from microblog.models import Post
""",
    answers=(
        """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(
        index_elements=["id"], set_={"content": new.excluded.content}
    )
    with engine.begin() as connection:
        connection.execute(new, rows)
""",
        """
def save_posts(engine, rows):
    with Session(engine) as session, session.begin():
        for row in rows:
            post = session.get(Post, row["id"])
            if post is None:
                session.add(Post(**row))
            else:
                post.content = row["content"]
            session.flush()
""",
    ),
    mistakes=(
        Mistake(
            "old words kept",
            """
def save_posts(engine, rows):
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Post).on_conflict_do_nothing(), rows)
""",
            "A post that exists keeps its old content. It should get the new one.",
        ),
        Mistake(
            "all columns",
            """
def save_posts(engine, rows):
    with Session(engine) as session, session.begin():
        for row in rows:
            session.merge(Post(**row))
            session.flush()
""",
            "A post that exists gets the new owner and the new time as well. Change its content "
            "alone.",
        ),
        Mistake(
            "or replace",
            """
def save_posts(engine, rows):
    with engine.begin() as connection:
        connection.execute(insert(Post).prefix_with("OR REPLACE"), rows)
""",
            "The old post was deleted and a new one put in its place: its owner and time are "
            "those of the new row, and its retweets went with it.",
        ),
        Mistake(
            "plain insert",
            """
def save_posts(engine, rows):
    with engine.begin() as connection:
        connection.execute(insert(Post), rows)
""",
            "A plain INSERT is refused as soon as one of the posts exists.",
        ),
        Mistake(
            "forgotten commit",
            """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(
        index_elements=["id"], set_={"content": new.excluded.content}
    )
    with engine.connect() as connection:
        connection.execute(new, rows)
""",
            "Afterwards the table is as it was: nothing was committed.",
        ),
        Mistake(
            "a transaction for each",
            """
def save_posts(engine, rows):
    new = sqlite.insert(Post)
    new = new.on_conflict_do_update(
        index_elements=["id"], set_={"content": new.excluded.content}
    )
    for row in rows:
        with engine.begin() as connection:
            connection.execute(new, row)
""",
            "The rows before the refused one are written. All rows belong in one transaction.",
        ),
    ),
    judge=writing(
        ("A new post, 11, by user 2.", saving((11, "Hello.", 2))),
        (
            "Post 7 exists, by user 5. It comes again, as one by user 2.",
            saving((7, "Corrected.", 2)),
        ),
        (
            "Posts 1 and 7 exist, 4 is new.",
            saving((7, "It's lighter.", 5), (4, "Late.", 4), (1, "Clear sky.", 3)),
        ),
        (
            "Post 2 exists, and 12 is by user 44, who doesn't.",
            saving((2, "Found them.", 2), (12, "No.", 44), refused=True),
        ),
    ),
    praise="New posts are in; known ones have the new words and kept owner, time and retweets.",
)
