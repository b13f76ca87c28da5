"""Answers that are a function which writes: other connections look at what it left."""

import shutil
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import Engine, Select, event, insert, select
from sqlalchemy.exc import DBAPIError

from course.databases import empty_database, kept_database
from course.judges.data import EVENING, Row, Rows, no_rows, post, user
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from microblog.database import make_engine
from microblog.models import Base, Post

USERS = [user(n, name) for n, name in enumerate(("marta", "ana", "bodil", "jonas", "keiko"), 1)]
POSTS = [
    post(1, "Clouds over Burgos.", 1, -1),
    post(2, "Where are my filters?", 2, 1e6),  # later than any clock: the newest isn't the last
    post(7, "The light is wrong.", 5, -1),
]
RETWEETS: list[Row] = [
    {"user_id": 4, "post_id": 1, "timestamp": EVENING},
    {"user_id": 2, "post_id": 7, "timestamp": EVENING + timedelta(hours=1)},
]


def writing(*trials: tuple[str, Callable[[Any, Engine], Observed]]) -> Trying:
    """A function that gets an engine; each trial brings a fresh database file with five users."""

    def trial(shown: str, run: Callable[[Any, Engine], Observed]) -> Trial:
        def run_on_a_fresh_database(answer: Any) -> Observed:
            with prepared() as engine:
                return run(answer, engine)

        return Trial(shown, run_on_a_fresh_database)

    return Trying([trial(shown, run) for shown, run in trials])


def five_users() -> Rows:
    """Five users, posts 1, 2 and 7, and two retweets."""
    return no_rows() | {"users": USERS, "posts": POSTS, "retweets": RETWEETS}


@kept_database
def template(make_rows: Callable[[], Rows]) -> str:
    """A database file with these rows, to be copied."""
    engine = make_engine(url := empty_database())
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        for table in Base.metadata.sorted_tables:
            if rows := make_rows()[table.name]:
                connection.execute(insert(table), rows)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return url


def copied(make_rows: Callable[[], Rows]) -> str:
    """The URL of a new database file with these rows."""
    url, source = empty_database(), template(make_rows)
    shutil.copyfile(source.removeprefix("sqlite:///"), url.removeprefix("sqlite:///"))
    return url


@contextmanager
def prepared() -> Iterator[Engine]:
    engine = make_engine(copied(five_users))
    event.listen(engine, "connect", do_not_wait_for_the_disk)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pandas' own, when it meets our indexes
            yield engine
    finally:
        engine.dispose()


def do_not_wait_for_the_disk(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")


def posts_left(engine: Engine, *more: Any) -> Observed:
    """The posts that came, with `more` columns, and whether those of before are what they were."""
    columns = (Post.id, Post.content, Post.owner_id, *more)
    found = rows(engine, select(*columns).order_by(Post.id))
    before = [(each["id"], each["content"], each["owner_id"]) for each in POSTS]
    known = {each["id"] for each in POSTS}
    old = [each[:3] for each in found if each[0] in known]
    return {
        "new posts": sorted(each[1:] for each in found if each[0] not in known),
        "posts from before": "unchanged" if old == before else old,
    }


def rows(engine: Engine, statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """What another connection finds: tuples, or the values themselves of a single column."""
    with engine.connect() as connection:
        try:
            found = connection.execute(statement).all()
        except DBAPIError as error:
            raise Wrong(
                f"Afterwards the table isn't the one of the model any more ({error.orig}). It was "
                "dropped and made anew."
            ) from None
    return [row[0] if len(row) == 1 else tuple(row) for row in found]
