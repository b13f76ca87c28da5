"""What the query for a page of posts with counts costs, without HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from clocks import Contestant, compete, connection_clock, milliseconds
from databases import System, loaded_database
from report import Row, at_least, at_most, remark
from sqlalchemy import Connection, Select, event, func, select

from microblog import queries
from microblog.database import make_engine, make_session_factory
from microblog.lists import END_OF_TIME, POST_COLUMNS, page_by_time
from microblog.models import Like, Post, Retweet, User

FIRST_PAGE = {"before": END_OF_TIME, "before_id": 0, "limit": 20, "offset": 0}


@contextmanager
def connected(system: System, posts: int) -> Iterator[Connection]:
    """A connection as the service reads with: without BEGIN and COMMIT."""
    engine = make_engine(system.url(loaded_database(system, posts)))
    with make_session_factory(engine)() as session:
        yield session.connection()
    engine.dispose()


def reader(
    connection: Connection, statement: Select[Any] | None = None, **parameters: Any
) -> Contestant:
    """Reads a page, the first one of posts with counts unless told otherwise."""
    if statement is None:
        statement = queries.posts_with_counts()

    def read() -> list[Any]:
        return list(connection.execute(statement, FIRST_PAGE | parameters))

    return Contestant(read, connection_clock(connection))


def growth(system: System, smallest: int, largest: int) -> Row:
    with connected(system, smallest) as small, connected(system, largest) as large:
        cost = compete({"small": reader(small), "large": reader(large)})
    detail = milliseconds(cost["small"].median, cost["large"].median)
    ratio = cost["large"].cpu / cost["small"].cpu
    goal = 1.2 if system.name == "SQLite" else 1.3
    what = f"with_counts query, {largest:,} ÷ {smallest:,} posts"
    return at_most(what, system.name, goal, ratio, detail)


def three_steps() -> Select[Any]:
    """The same rows the classic way: count all likes, count all retweets, join the counts."""
    likes = (
        select(Like.post_id, func.count().label("likes_count")).group_by(Like.post_id).subquery()
    )
    retweets = (
        select(Retweet.post_id, func.count().label("retweets_count"))
        .group_by(Retweet.post_id)
        .subquery()
    )
    rows = (
        select(
            *POST_COLUMNS,
            func.coalesce(likes.c.likes_count, 0),
            func.coalesce(retweets.c.retweets_count, 0),
        )
        .join(User, User.id == Post.owner_id)
        .outerjoin(likes, likes.c.post_id == Post.id)
        .outerjoin(retweets, retweets.c.post_id == Post.id)
    )
    return page_by_time(rows, Post.timestamp, Post.id)


def page_first(system: System, posts: int) -> Row:
    with connected(system, posts) as connection:
        contestants = {"page": reader(connection), "steps": reader(connection, three_steps())}
        if contestants["page"].call() != contestants["steps"].call():
            raise SystemExit("The two queries for posts with counts answer different rows.")
        cost = compete(contestants, rounds=5, warm_up=2)
    detail = milliseconds(cost["steps"].median, cost["page"].median)
    what = f"three-step ÷ page-first query, {posts:,} posts"
    return at_least(what, system.name, 200, cost["steps"].cpu / cost["page"].cpu, detail)


def bare_reader(connection: Connection, limit: int) -> Contestant:
    """The same statement, sent by the driver alone; its rows stay as the driver gives them."""
    sent: list[Any] = []

    def keep(_connection: Any, _cursor: Any, sql: str, parameters: Any, *_others: Any) -> None:
        sent[:] = [sql, parameters]

    event.listen(connection, "before_cursor_execute", keep)
    reader(connection, limit=limit).call()
    event.remove(connection, "before_cursor_execute", keep)
    driver: Any = connection.connection.driver_connection

    return Contestant(lambda: driver.execute(*sent).fetchall(), connection_clock(connection))


def bare_driver(system: System, posts: int) -> Iterator[Row]:
    for limit, goal in ((20, 2.0), (100, 1.5)):
        with connected(system, posts) as connection:
            bare = bare_reader(connection, limit)
            cost = compete({"bare": bare, "sqlalchemy": reader(connection, limit=limit)})
        ratio = cost["sqlalchemy"].cpu / cost["bare"].cpu
        detail = milliseconds(cost["bare"].median, cost["sqlalchemy"].median)
        yield at_most(f"SQLAlchemy ÷ bare driver, {limit} rows", system.name, goal, ratio, detail)


def deep_page(system: System, posts: int) -> Iterator[Row]:
    oldest = select(Post.timestamp, Post.id).order_by(Post.timestamp, Post.id).offset(20).limit(1)
    with connected(system, posts) as connection:
        before, before_id = connection.execute(oldest).one()
        last = partial(reader, connection)
        cost = compete(
            {
                "first": reader(connection),
                "cursor": last(before=before, before_id=before_id),
                "offset": last(offset=posts - 20),
            }
        )
    first = cost["first"]
    ratio = cost["cursor"].cpu / first.cpu
    detail = milliseconds(first.median, cost["cursor"].median)
    what = f"last page by cursor ÷ first page, {posts:,} posts"
    yield at_most(what, system.name, 1.2, ratio, detail)
    contrast = f"{cost['offset'].cpu / first.cpu:.0f} {milliseconds(cost['offset'].median)}"
    yield remark("  the same page by OFFSET ÷ first page", system.name, contrast)
