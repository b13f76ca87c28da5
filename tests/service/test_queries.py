"""Every statement against plain loops over the same rows, and what each statement costs."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, Select, event, func, insert, select

from microblog import queries
from microblog.lists import POST_COLUMNS, page_by_time
from microblog.models import Base, Like, Post, Retweet, User

Row = dict[str, Any]
Tables = dict[str, list[Row]]

# Few moments, so that many rows share one.
MOMENTS = [datetime(2026, 8, 12, 18, minute, tzinfo=UTC) for minute in range(4)]
EXAMPLES = [15, pytest.param(300, marks=pytest.mark.slow)]
some_examples = pytest.mark.parametrize("examples", EXAMPLES)


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """A few users, and what they wrote, liked, retweeted and followed."""
    moment = st.sampled_from(MOMENTS)
    user_ids = draw(st.permutations(range(1, draw(st.integers(2, 4)) + 1)))
    post_ids = draw(st.permutations(range(1, draw(st.integers(0, 6)) + 1)))
    user_id = st.sampled_from(user_ids)
    user_and_post = st.tuples(user_id, st.integers(1, 6))
    users = [
        {
            "id": number,
            "username": f"User_{number}",
            "email": f"{number}@example.org",
            "hashed_password": "",
            "created_at": draw(moment),
        }
        for number in user_ids
    ]
    posts = [
        {"id": n, "content": f"post {n}", "timestamp": draw(moment), "owner_id": draw(user_id)}
        for n in post_ids
    ]
    likes = draw(st.sets(user_and_post, max_size=15))
    retweets = draw(st.dictionaries(user_and_post, moment, min_size=4, max_size=15))
    follows = draw(st.sets(st.tuples(user_id, user_id), max_size=12))
    return {
        "users": users,
        "posts": posts,
        "likes": [{"user_id": user, "post_id": post} for user, post in likes if post in post_ids],
        "retweets": [
            {"user_id": user, "post_id": post, "timestamp": time}
            for (user, post), time in retweets.items()
            if post in post_ids
        ],
        "follows": [
            {"follower_id": follower, "followee_id": followee}
            for follower, followee in follows
            if follower != followee
        ],
    }


pages = st.fixed_dictionaries(
    {"limit": st.integers(1, 9)},
    optional={
        "offset": st.integers(0, 3),
        "key": st.tuples(st.sampled_from(MOMENTS), st.integers(0, 9)),
    },
)


def page_of(rows: list[Row], time: str, page: Row) -> list[Row]:
    """The oracle's page: sort, skip what was seen, cut."""
    rows = sorted(rows, key=lambda row: (row[time], row["id"]), reverse=True)
    if "key" in page:
        rows = [row for row in rows if (row[time], row["id"]) < page["key"]]
    offset = page.get("offset", 0)
    return rows[offset : offset + page["limit"]]


def page_by_id_of(rows: list[Row], page: Row) -> list[Row]:
    """The oracle's page of people, of whom only the id in the key counts."""
    last_seen = page["key"][1] if "key" in page else 100
    rows = sorted(rows, key=lambda row: row["id"], reverse=True)
    rows = [row for row in rows if row["id"] < last_seen]
    offset = page.get("offset", 0)
    return rows[offset : offset + page["limit"]]


def parameters(page: Row, **others: Any) -> Row:
    given = {name: value for name, value in page.items() if name != "key"}
    if "key" in page:
        given["before"], given["before_id"] = page["key"]
    return given | others


@pytest.fixture
def run(engine: Engine) -> Iterator[Callable[..., list[Row]]]:
    """Runs a statement on a database that holds just these rows."""
    with engine.connect() as connection:

        def run(rows: Tables, statement: Select[Any], values: Row) -> list[Row]:
            with connection.begin() as transaction:
                for table in Base.metadata.sorted_tables:
                    if rows[table.name]:
                        connection.execute(insert(table), rows[table.name])
                found = connection.execute(statement, values).mappings().all()
                transaction.rollback()
            return [dict(row) for row in found]

        yield run


Run = Callable[[Tables, Select[Any], Row], list[Row]]


def named_posts(rows: Tables) -> list[Row]:
    names = {user["id"]: user["username"] for user in rows["users"]}
    return [post | {"username": names[post["owner_id"]]} for post in rows["posts"]]


def people(rows: Tables) -> list[Row]:
    return [
        {name: user[name] for name in ("id", "username", "created_at")} for user in rows["users"]
    ]


@some_examples
def test_posts_are_those_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages)
    def holds(rows: Tables, page: Row) -> None:
        expected = page_of(named_posts(rows), "timestamp", page)
        assert run(rows, queries.posts(), parameters(page)) == expected

    holds()


@some_examples
def test_posts_of_a_user_are_those_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages, st.integers(1, 4))
    def holds(rows: Tables, page: Row, owner: int) -> None:
        posts = [post for post in named_posts(rows) if post["owner_id"] == owner]
        found = run(rows, queries.posts_of(), parameters(page, username=f"uSER_{owner}"))
        assert found == page_of(posts, "timestamp", page)

    holds()


@some_examples
def test_one_post_is_that_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), st.integers(1, 9))
    def holds(rows: Tables, post_id: int) -> None:
        expected = [post for post in named_posts(rows) if post["id"] == post_id]
        assert run(rows, queries.post(), {"post_id": post_id}) == expected

    holds()


@some_examples
def test_counts_are_those_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages)
    def holds(rows: Tables, page: Row) -> None:
        expected = page_of(named_posts(rows), "timestamp", page)
        for post in expected:
            for table in ("likes", "retweets"):
                marks = [mark for mark in rows[table] if mark["post_id"] == post["id"]]
                post[f"{table}_count"] = len(marks)
        assert run(rows, queries.posts_with_counts(), parameters(page)) == expected

    holds()


def posts_with_counts_in_three_steps() -> Select[Any]:
    """Count all likes, count all retweets, join both: clear, and slow on large tables."""
    likes = (
        select(Like.post_id, func.count().label("likes_count")).group_by(Like.post_id).subquery()
    )
    retweets = (
        select(Retweet.post_id, func.count().label("retweets_count"))
        .group_by(Retweet.post_id)
        .subquery()
    )
    posts = (
        select(
            *POST_COLUMNS,
            func.coalesce(likes.c.likes_count, 0).label("likes_count"),
            func.coalesce(retweets.c.retweets_count, 0).label("retweets_count"),
        )
        .join(User, User.id == Post.owner_id)
        .outerjoin(likes, likes.c.post_id == Post.id)
        .outerjoin(retweets, retweets.c.post_id == Post.id)
    )
    return page_by_time(posts, Post.timestamp, Post.id)


@some_examples
def test_counting_the_page_alone_equals_counting_in_three_steps(run: Run, examples: int) -> None:
    three_steps = posts_with_counts_in_three_steps()

    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages)
    def holds(rows: Tables, page: Row) -> None:
        found = run(rows, queries.posts_with_counts(), parameters(page))
        assert found == run(rows, three_steps, parameters(page))

    holds()


def timeline_of(rows: Tables, me: int) -> list[Row]:
    """The oracle's timeline, whole and in no order."""
    followed = {pair["followee_id"] for pair in rows["follows"] if pair["follower_id"] == me}
    shown = []
    for post in named_posts(rows):
        moments = [post["timestamp"]] if post["owner_id"] in followed | {me} else []
        for retweet in rows["retweets"]:
            if retweet["post_id"] == post["id"] and retweet["user_id"] in followed:
                moments.append(retweet["timestamp"])
        if moments:
            shown.append(post | {"shown_at": max(moments)})
    return shown


@some_examples
def test_a_timeline_is_that_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages, st.integers(1, 4))
    def holds(rows: Tables, page: Row, me: int) -> None:
        found = run(rows, queries.timeline(), parameters(page, user_id=me))
        assert found == page_of(timeline_of(rows, me), "shown_at", page)

    holds()


@some_examples
def test_a_timeline_read_page_by_page_is_that_of_the_oracle(run: Run, examples: int) -> None:
    """A retweet lifts a post to an earlier page: the later ones must not end too soon for it."""

    @settings(max_examples=examples, deadline=None)
    @given(tables(), st.integers(1, 2), st.integers(0, 1))
    def holds(rows: Tables, limit: int, offset: int) -> None:
        rows["follows"] = [
            {"follower_id": 1, "followee_id": user["id"]}
            for user in rows["users"]
            if user["id"] != 1
        ]
        page: Row = {"limit": limit, "offset": offset}
        while found := run(rows, queries.timeline(), parameters(page, user_id=1)):
            assert found == page_of(timeline_of(rows, 1), "shown_at", page)
            page["key"] = (found[-1]["shown_at"], found[-1]["id"])
        assert page_of(timeline_of(rows, 1), "shown_at", page) == []

    holds()


@some_examples
def test_followers_and_followed_are_those_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), pages, st.integers(1, 4))
    def holds(rows: Tables, page: Row, me: int) -> None:
        for statement, mine, theirs in (
            (queries.followers_of(), "followee_id", "follower_id"),
            (queries.following_of(), "follower_id", "followee_id"),
        ):
            ids = {pair[theirs] for pair in rows["follows"] if pair[mine] == me}
            expected = [person for person in people(rows) if person["id"] in ids]
            found = run(rows, statement, parameters(page, username=f"USER_{me}"))
            assert found == page_by_id_of(expected, page)

    holds()


@some_examples
def test_a_profile_is_that_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), st.integers(1, 5))
    def holds(rows: Tables, me: int) -> None:
        expected = [person for person in people(rows) if person["id"] == me]
        for person in expected:
            person["posts_count"] = sum(post["owner_id"] == me for post in rows["posts"])
            person["followers_count"] = sum(f["followee_id"] == me for f in rows["follows"])
            person["following_count"] = sum(f["follower_id"] == me for f in rows["follows"])
        assert run(rows, queries.profile(), {"username": f"user_{me}"}) == expected

    holds()


@some_examples
def test_a_user_is_that_of_the_oracle(run: Run, examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(tables(), st.integers(1, 5))
    def holds(rows: Tables, me: int) -> None:
        expected = [user for user in rows["users"] if user["id"] == me]
        columns = select(*User.__table__.columns).where(queries.user_with_name())
        assert run(rows, columns, {"username": f"uSeR_{me}"}) == expected
        ids = queries.user().with_only_columns(User.id)
        assert run(rows, ids, {"username": f"uSeR_{me}"}) == [{"id": u["id"]} for u in expected]

    holds()


STATEMENTS = [
    queries.posts,
    queries.posts_of,
    queries.posts_with_counts,
    queries.post,
    queries.post_key,
    queries.timeline,
    queries.user,
    queries.profile,
    queries.followers_of,
    queries.following_of,
]


def test_a_statement_is_built_once() -> None:
    for statement in STATEMENTS:
        assert statement() is statement()


def plan_of(connection: Connection, statement: Select[Any], values: Row) -> list[str]:
    """How SQLite goes about the statement, step by step."""
    sent: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, sql: str, given: Any, *_others: Any) -> None:
        sent.append((sql, given))

    event.listen(connection, "before_cursor_execute", keep)
    connection.execute(statement, values).all()
    event.remove(connection, "before_cursor_execute", keep)
    sql, given = sent[-1]  # BEGIN was before it
    steps = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).all()
    return [step.detail for step in steps]


PLANS: dict[Callable[[], Select[Any]], tuple[str, ...]] = {
    queries.posts: ("posts_by_time",),
    queries.posts_of: ("posts_by_owner", "users_by_name"),
    queries.posts_with_counts: (
        "posts_by_time",
        "likes USING PRIMARY KEY",
        "retweets USING PRIMARY KEY",
    ),
    queries.post: ("posts USING INTEGER PRIMARY KEY",),
    queries.post_key: ("posts USING INTEGER PRIMARY KEY",),
    queries.timeline: ("posts_by_owner", "retweets_by_user", "follows USING PRIMARY KEY"),
    queries.user: ("users_by_name",),
    queries.profile: ("posts_by_owner", "follows_by_followee", "follows USING PRIMARY KEY"),
    queries.followers_of: ("follows_by_followee", "users_by_name"),
    queries.following_of: ("follows USING PRIMARY KEY", "users_by_name"),
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_statement_is_served_by_the_indexes(engine: Engine) -> None:
    values = {"username": "ana", "user_id": 1, "post_id": 1}
    with engine.connect() as connection:
        for statement in STATEMENTS:
            steps = plan_of(connection, statement(), values)
            plan = "\n".join(steps)
            for index in PLANS[statement]:
                assert index in plan, plan
            for table in Base.metadata.tables:
                assert f"SCAN {table}" not in plan, plan


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_page_is_read_in_order_not_sorted(engine: Engine) -> None:
    with engine.connect() as connection:
        lists = (queries.posts, queries.posts_of, queries.followers_of, queries.following_of)
        for statement in lists:
            plan = "\n".join(plan_of(connection, statement(), {"username": "ana"}))
            assert "TEMP B-TREE" not in plan, plan
