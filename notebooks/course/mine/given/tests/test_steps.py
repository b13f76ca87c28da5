"""The course's checks of steps 1 to 12, by what your code does and not by how you wrote it.

Tables are found by their name, functions and schemas by the name that the step gives, in any
module of `my_service`. Your own tests belong in another file: this one can be renewed with
`python -m course mine --refresh`.
"""

import importlib
import inspect
import pkgutil
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NoReturn

import pytest
from pydantic import BaseModel, ValidationError
from sqlalchemy import Engine, Select, Table, create_engine, delete, event, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

PACKAGE = "my_service"
POST_COLUMNS = "id content timestamp owner_id username"
NOON = datetime(2026, 8, 12, 12, tzinfo=UTC)
TABLES = {"users": 1, "posts": 2, "likes": 7, "retweets": 7, "follows": 7}
NAMES = {
    "add_user": 3,
    "load_posts": 4,
    "newest_posts": 5,
    "posts_of": 6,
    "posts_with_counts": 9,
    "timeline": 10,
    "UserCreate": 11,
    "UserPublic": 12,
}
TOLD: set[int] = set()  # steps whose table or function can't be tried: one check says so


# Finding your code


@cache
def imported() -> tuple[list[ModuleType], dict[str, str]]:
    """The modules of the package, and what went wrong with those that can't be imported."""
    modules, broken = [], {}
    package = importlib.import_module(PACKAGE)
    for found in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if found.name.endswith("__main__"):  # importing it would run it
            continue
        try:
            modules.append(importlib.import_module(found.name))
        except (Exception, SystemExit) as error:
            broken[found.name.replace(".", "/") + ".py"] = described(error)
    return modules, broken


def described(error: BaseException) -> str:
    """The error in a line, with the place in your package where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PACKAGE in Path(frame.filename).parts]
    where = f" ({Path(own[-1].filename).name}, line {own[-1].lineno})" if own else ""
    return f"{type(error).__name__}: {error}{where}"


def test_00_every_module_can_be_imported() -> None:
    for path, problem in imported()[1].items():
        fail(f"{path} can't be imported, so nothing in it can be checked. {problem}")


@cache
def tables() -> dict[str, Table]:
    found: dict[str, Table] = {}
    for module in imported()[0]:
        for value in vars(module).values():
            table = getattr(value, "__table__", value)
            if isinstance(table, Table):
                found.setdefault(table.name, table)
    return found


@cache
def named(name: str) -> Any:
    """What your package calls by this name, wherever it is; None when there is no such thing."""
    found = {id(each): each for module in imported()[0] if (each := vars(module).get(name))}
    if len(found) > 1:
        fail(f"There are {len(found)} different things called {name} in {PACKAGE}. Keep one.")
    return next(iter(found.values()), None)


def brings_usernames() -> bool:
    try:
        return "username" in named("newest_posts")().selected_columns
    except Exception:
        return False


@cache
def first_missing() -> int:
    """The first step of which nothing is there yet; 13 when there is something of each."""
    missing = [step for name, step in TABLES.items() if name not in tables()]
    missing += [step for name, step in NAMES.items() if named(name) is None]
    missing += [] if brings_usernames() else [8]
    return min(missing, default=13)


def fail(message: str) -> NoReturn:
    raise pytest.fail.Exception(message, pytrace=False) from None


def lacking(step: int, message: str, checked: int) -> NoReturn:
    """Something isn't there: one check of the step that is next fails, every other one waits."""
    if imported()[1]:
        pytest.skip(f"waits until {' and '.join(imported()[1])} can be imported")
    if step == checked == first_missing() and step not in TOLD:
        TOLD.add(step)
        fail(f"Step {step}. {message}")
    pytest.skip(f"waits for step {first_missing()}")


def table(name: str, checked: int) -> Table:
    if name not in tables():
        there = ", ".join(tables()) or "none"
        message = f'No model has __tablename__ = "{name}". Tables that are there: {there}.'
        lacking(TABLES[name], message, checked)
    return tables()[name]


def need(name: str, checked: int) -> Any:
    if named(name) is None:
        kind = "class" if name[0].isupper() else "function"
        lacking(NAMES[name], f"There is no {kind} called {name} in {PACKAGE}.", checked)
    return named(name)


# A database with your tables


class Database:
    """A new SQLite file with the tables that a check needs."""

    def __init__(self, checked: int, path: Path, *names: str) -> None:
        self.checked = checked
        self.tables = {name: table(name, checked) for name in names}
        self.engine = create_engine(f"sqlite:///{path / 'check.db'}")
        event.listen(self.engine, "connect", set_up)
        for name, each in self.tables.items():
            self.need_tables_that_it_refers_to(name)
            with self.ordinary(name, "make the table"):
                each.create(self.engine)
            for index in each.indexes:
                if not index.unique:  # its order would hide a sort that is missing
                    index.drop(self.engine)

    def need_tables_that_it_refers_to(self, name: str) -> None:
        for key in self.tables[name].foreign_keys:
            if (other := key.target_fullname.rpartition(".")[0]) not in tables():
                there = ", ".join(tables())
                self.blame(name, f"it refers to a table {other}. Those that are there: {there}.")

    @contextmanager
    def ordinary(self, name: str, what: str) -> Iterator[None]:
        """What has to work; when it doesn't, the table's own step says so."""
        try:
            yield
        except (SQLAlchemyError, TypeError, ValueError) as error:
            problem = getattr(error, "orig", None) or error
            self.blame(name, f"the database can't {what}. {type(problem).__name__}: {problem}")

    def blame(self, name: str, message: str) -> NoReturn:
        """One check of the table's own step fails; every other check waits for that step."""
        if TABLES[name] == self.checked and self.checked not in TOLD:
            TOLD.add(self.checked)
            fail(f"{name}: {message}")
        pytest.skip(f"waits for step {TABLES[name]}")

    def add(self, name: str, *rows: dict[str, Any]) -> None:
        what = f"take an ordinary row that gives {', '.join(rows[0])}"
        with self.ordinary(name, what), self.engine.begin() as connection:
            for row in rows:
                connection.execute(insert(self.tables[name]), row)

    def refuses(self, name: str, row: dict[str, Any]) -> bool:
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(self.tables[name]), row)
        except IntegrityError:
            return True
        return False

    def delete(self, name: str, key: int) -> None:
        """Delete a row as any SQL tool would; a reference that stops it is a refusal."""
        with self.engine.begin() as connection:
            connection.execute(delete(self.tables[name]).where(self.tables[name].c.id == key))

    def all(self, name: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(self.tables[name])))


def set_up(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = OFF")  # nobody needs this file tomorrow


NewDatabase = Callable[..., Database]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[NewDatabase]:
    engines: list[Engine] = []

    def new(checked: int, *names: str) -> Database:
        made = Database(checked, tmp_path, *names)
        engines.append(made.engine)
        return made

    yield new
    for engine in engines:
        engine.dispose()


def user(number: int, name: str, **values: Any) -> dict[str, Any]:
    address = f"{name}.{number}@example.org"
    return {"id": number, "username": name, "email": address, "hashed_password": "x"} | values


def post(number: int, owner: int, hours: float = 0) -> dict[str, Any]:
    moment = NOON + timedelta(hours=hours)
    return {"id": number, "content": f"post {number}", "timestamp": moment, "owner_id": owner}


def has_columns(name: str, columns: str, checked: int) -> None:
    there = table(name, checked).columns.keys()
    if missing := [each for each in columns.split() if each not in there]:
        fail(f"{name} has no column {missing[0]}. It has {', '.join(there)}.")


def call(function: Any, *arguments: Any, **named_ones: Any) -> Any:
    """Call your function, or say which arguments it should take."""
    try:
        inspect.signature(function).bind(*arguments, **named_ones)
    except TypeError as problem:
        shown = [*("…" for _ in arguments), *(f"{name}=…" for name in named_ones)]
        fail(f"{function.__name__}({', '.join(shown)}) can't be called like this: {problem}.")
    return function(*arguments, **named_ones)


def rows_of(db: Database, query: Any, *arguments: Any, **named_ones: Any) -> list[Any]:
    """The rows that your query finds, as objects with its columns as attributes."""
    statement = call(query, *arguments, **named_ones)
    if not isinstance(statement, Select):
        kind = type(statement).__name__
        fail(f"{query.__name__} returns a {kind}. Return the select() itself, without running it.")
    with Session(db.engine) as session:
        try:
            rows = session.execute(statement).all()
        except SQLAlchemyError as error:
            fail(f"The database can't run {query.__name__}: {getattr(error, 'orig', error)}")
        session.expunge_all()
    return [row[0] if len(row) == 1 and hasattr(row[0], "__table__") else row for row in rows]


def ids(rows: list[Any]) -> list[int]:
    return [row.id for row in rows]


# Steps 1 and 2: tables


def test_01_the_users_table_takes_an_ordinary_user(database: NewDatabase) -> None:
    has_columns("users", "id username email hashed_password created_at", 1)
    db = database(1, "users")
    db.add("users", user(1, "ana"), user(2, "bo_b"))
    if db.all("users")[0].created_at is None:
        fail("created_at stays empty. Give it a default: the moment at which the row is added.")


@pytest.mark.parametrize("name", ["ana", "ANA", "aNa"])
def test_01_a_second_ana_is_refused(database: NewDatabase, name: str) -> None:
    db = database(1, "users")
    db.add("users", user(1, "ana"))
    if not db.refuses("users", user(2, name)):
        hint = "a unique column" if name == "ana" else "a unique index on func.lower(username)"
        fail(f"The table took {name!r} although there is an 'ana'. It needs {hint}.")


def test_01_an_email_address_can_be_taken_once(database: NewDatabase) -> None:
    db = database(1, "users")
    db.add("users", user(1, "ana", email="a@example.org"))
    if not db.refuses("users", user(2, "bob", email="a@example.org")):
        fail("The table took the same e-mail address twice. Make the column email unique.")


def test_02_the_posts_table_takes_an_ordinary_post(database: NewDatabase) -> None:
    has_columns("posts", "id content timestamp owner_id", 2)
    db = database(2, "users", "posts")
    db.add("users", user(1, "ana"))
    db.add("posts", {"id": 1, "content": "Hello", "owner_id": 1})
    if db.all("posts")[0].timestamp is None:
        fail("timestamp stays empty. Give it a default: the moment at which the row is added.")


def test_02_a_post_needs_an_owner_who_is_there(database: NewDatabase) -> None:
    db = database(2, "users", "posts")
    if not db.refuses("posts", post(1, owner=99)):
        fail('The table took a post of user 99, who isn\'t there: ForeignKey("users.id").')


def test_02_posts_go_with_their_owner(database: NewDatabase) -> None:
    db = database(2, "users", "posts")
    db.add("users", user(1, "ana"), user(2, "bob"))
    db.add("posts", post(1, owner=1), post(2, owner=2), post(3, owner=1))
    try:
        db.delete("users", 1)
    except IntegrityError:
        fail('ana has posts and can\'t be deleted. Add ondelete="CASCADE" to the foreign key.')
    if ids(db.all("posts")) != [2]:
        fail(f"ana and bob wrote posts 1 to 3; ana is gone, and left are {ids(db.all('posts'))}.")


# Steps 3 and 4: writes


def test_03_a_user_who_was_added_stays(database: NewDatabase) -> None:
    db, add_user = database(3, "users"), need("add_user", 3)
    values = {"username": "ana", "email": "ana@example.org", "hashed_password": "a hash"}
    with Session(db.engine) as session:
        call(add_user, session, **values)
    if not (rows := db.all("users")):
        fail("add_user returned, and another session finds no user. Did it commit?")
    if (found := {name: getattr(rows[0], name) for name in values}) != values:
        fail(f"add_user was given {values} and stored {found}.")


def test_03_add_user_returns_the_user(database: NewDatabase) -> None:
    db, add_user = database(3, "users"), need("add_user", 3)
    with Session(db.engine) as session:
        added = call(add_user, session, username="ana", email="a@b.org", hashed_password="x")
        if getattr(added, "id", None) is None or added.username != "ana":
            fail(f"add_user returned {added!r}. Return the User that it added, with its id.")


def load(db: Database, *rows: dict[str, Any]) -> bool:
    """Whether load_posts raised an error."""
    load_posts = need("load_posts", 4)
    with Session(db.engine) as session:
        try:
            call(load_posts, session, [dict(row) for row in rows])
        except (SQLAlchemyError, TypeError, ValueError):
            return True
    return False


def test_04_good_posts_are_loaded(database: NewDatabase) -> None:
    db = database(4, "users", "posts")
    need("load_posts", 4)
    db.add("users", user(1, "ana"))
    if load(db, post(1, 1), post(2, 1), post(3, 1)) or ids(db.all("posts")) != [1, 2, 3]:
        fail("load_posts(session, rows) was given three good rows as dicts, and didn't keep them.")


@pytest.mark.parametrize("bad", [post(3, owner=99), post(3, owner=1) | {"content": None}])
def test_04_one_bad_row_and_nothing_is_loaded(database: NewDatabase, bad: dict[str, Any]) -> None:
    db = database(4, "users", "posts")
    need("load_posts", 4)
    db.add("users", user(1, "ana"))
    raised = load(db, post(1, 1), post(2, 1), bad, post(4, 1))
    if left := ids(db.all("posts")):
        fail(f"The third of four rows was bad, and posts {left} stayed. Commit once, at the end.")
    if not raised:
        fail("The third of four rows was bad, and load_posts returned as if all were well.")


# Steps 5 and 6: queries


def test_05_the_newest_posts_come_first(database: NewDatabase) -> None:
    newest_posts, db = need("newest_posts", 5), database(5, "users", "posts")
    db.add("users", user(1, "ana"))
    db.add("posts", post(1, 1, hours=3), post(2, 1, hours=1), post(3, 1, hours=2))
    if (found := ids(rows_of(db, newest_posts))) != [1, 3, 2]:
        fail(f"By time the newest posts are 1, 3 and 2; newest_posts() finds {found}.")


def test_05_a_page_has_twenty_posts_unless_told_otherwise(database: NewDatabase) -> None:
    newest_posts, db = need("newest_posts", 5), database(5, "users", "posts")
    db.add("users", user(1, "ana"))
    db.add("posts", *(post(number, 1, hours=number) for number in range(1, 26)))
    for asked, expected in (
        ({}, [*range(25, 5, -1)]),
        ({"limit": 3}, [25, 24, 23]),
        ({"limit": 3, "offset": 2}, [23, 22, 21]),
    ):
        if (found := ids(rows_of(db, newest_posts, **asked))) != expected:
            shown = ", ".join(f"{name}={value}" for name, value in asked.items())
            fail(f"Of posts 1 to 25, newest_posts({shown}) finds {found}, not {expected}.")


def test_06_the_posts_are_those_of_one_user(database: NewDatabase) -> None:
    posts_of, db = need("posts_of", 6), database(6, "users", "posts")
    db.add("users", user(1, "ana"), user(2, "bob"), user(3, "cleo"))
    db.add("posts", post(1, 1, 2), post(2, 2, 3), post(3, 1, 1))
    for name, expected in (("ana", [1, 3]), ("bob", [2]), ("cleo", [])):
        if (found := ids(rows_of(db, posts_of, name))) != expected:
            fail(f"{name} wrote posts {expected}, newest first; posts_of({name!r}) finds {found}.")


def test_06_pages_repeat_nothing_and_miss_nothing(database: NewDatabase) -> None:
    posts_of, db = need("posts_of", 6), database(6, "users", "posts")
    db.add("users", user(1, "ana"))
    db.add("posts", *(post(number, 1, hours=number // 5) for number in (3, 1, 6, 2, 5, 4, 7)))
    pages = [ids(rows_of(db, posts_of, "ana", limit=2, offset=start)) for start in (0, 2, 4, 6)]
    if (found := sum(pages, [])) != [7, 6, 5, 4, 3, 2, 1]:
        fail(
            f"Posts 5 to 7 share one time, and 1 to 4 an earlier one. Pages of two find {found}; "
            "sort by time and then by id, both descending."
        )


# Step 7: likes, retweets, follows

PAIRS = {
    "likes": ("user_id", "post_id"),
    "retweets": ("user_id", "post_id"),
    "follows": ("follower_id", "followee_id"),
}
each_pair = pytest.mark.parametrize("name", PAIRS)


def pair_table(database: NewDatabase, name: str) -> Database:
    has_columns(name, " ".join(PAIRS[name]) + " timestamp" * (name == "retweets"), 7)
    db = database(7, "users", "posts", name)
    db.add("users", user(1, "ana"), user(2, "bob"), user(3, "cleo"))
    db.add("posts", post(1, 3), post(2, 3), post(3, 3))
    return db


def pair(name: str, left: int, right: int) -> dict[str, Any]:
    return dict(zip(PAIRS[name], (left, right), strict=True))


@each_pair
def test_07_a_pair_is_there_at_most_once(database: NewDatabase, name: str) -> None:
    db = pair_table(database, name)
    db.add(name, pair(name, 1, 2))
    for other in (pair(name, 1, 3), pair(name, 2, 3), pair(name, 2, 1)):
        if db.refuses(name, other):
            fail(f"{name} has {pair(name, 1, 2)} and refuses {other}: both columns are the key.")
    if not db.refuses(name, pair(name, 1, 2)):
        fail(f"{name} took {pair(name, 1, 2)} twice. Make both columns the primary key.")


@each_pair
def test_07_both_sides_have_to_be_there(database: NewDatabase, name: str) -> None:
    db = pair_table(database, name)
    for row in (pair(name, 1, 99), pair(name, 99, 1)):
        if not db.refuses(name, row):
            fail(f"{name} took {row}, and there is no number 99. Make both columns foreign keys.")


@each_pair
def test_07_a_pair_goes_with_either_side(database: NewDatabase, name: str) -> None:
    db = pair_table(database, name)
    right = "users" if name == "follows" else "posts"
    db.add(name, pair(name, 1, 2), pair(name, 2, 1))
    for side, number, left in (("users", 1, pair(name, 2, 1)), (right, 1, None)):
        try:
            db.delete(side, number)
        except IntegrityError:
            fail(f'{name} keeps a row of {side} from being deleted. Add ondelete="CASCADE".')
        expected = [] if name == "follows" or left is None else [tuple(left.values())]
        found = [tuple(row._mapping[column] for column in PAIRS[name]) for row in db.all(name)]
        if found != expected:
            fail(f"{side} {number} is gone, and {name} has {found} left instead of {expected}.")


# Steps 8 to 10: queries over several tables


@pytest.fixture
def counted(database: NewDatabase) -> Callable[[int], Database]:
    """Three posts: the newest has three likes and two retweets, the next a like, one nothing."""

    def new(checked: int) -> Database:
        db = database(checked, *TABLES)
        db.add("users", user(1, "ana"), user(2, "bob"), user(3, "cleo"), user(4, "dan"))
        db.add("posts", post(1, 2, hours=1), post(2, 1, hours=3), post(3, 2, hours=2))
        db.add("likes", *(pair("likes", *each) for each in ((1, 2), (2, 2), (3, 2), (1, 3))))
        db.add("retweets", *(pair("retweets", *each) for each in ((3, 2), (4, 2))))
        return db

    return new


def in_one_query(db: Database, query: Any, columns: str, *arguments: Any) -> list[dict[str, Any]]:
    """The rows as dicts of these columns, read with a single statement."""
    run: list[str] = []
    statement = call(query, *arguments)
    event.listen(db.engine, "before_cursor_execute", lambda *given: run.append(given[2]))
    with Session(db.engine) as session:
        rows = session.execute(statement).all()
        if not rows:
            fail(f"{query.__name__} finds no rows where there are some.")
        for name in columns.split():
            if not hasattr(rows[0], name):
                there = ", ".join(rows[0]._fields)
                fail(
                    f"The rows of {query.__name__} have no {name}. They have {there}. Select "
                    "columns, such as Post.id and User.username, instead of whole models."
                )
        found = [{name: getattr(row, name) for name in columns.split()} for row in rows]
    if len(run) > 1:
        fail(f"{query.__name__} needs {len(run)} statements for {len(rows)} rows. Join instead.")
    return found


@pytest.mark.parametrize(("name", "arguments"), [("newest_posts", ()), ("posts_of", ("ana",))])
def test_08_posts_come_with_their_owners_name(
    database: NewDatabase, name: str, arguments: tuple[str, ...]
) -> None:
    query = need(name, 8)
    if not brings_usernames():
        message = "The rows of newest_posts have no username. Join users, and select its username."
        lacking(8, message, 8)
    db = database(8, "users", "posts")
    db.add("users", user(1, "bob"), user(2, "ana"))
    db.add("posts", post(1, 2, 1), post(2, 1, 2), post(3, 2, 3))
    found = in_one_query(db, query, POST_COLUMNS, *arguments)
    names = {row["id"]: row["username"] for row in found}
    expected = {1: "ana", 3: "ana"} | ({} if arguments else {2: "bob"})
    if names != expected or len(found) != len(expected):
        fail(f"The posts and their owners are {expected}; {name} finds {names}.")


def test_09_likes_and_retweets_are_counted(counted: Callable[[int], Database]) -> None:
    query, db = need("posts_with_counts", 9), counted(9)
    columns = f"{POST_COLUMNS} likes_count retweets_count"
    found = in_one_query(db, query, columns)
    if (ids_found := sorted(row["id"] for row in found)) != [1, 2, 3]:
        lost = "An inner join loses posts without a like or a retweet."
        fail(f"There are posts 1, 2 and 3; posts_with_counts finds {ids_found}. {lost}")
    counts = {row["id"]: (row["likes_count"], row["retweets_count"]) for row in found}
    for number, expected in ((2, (3, 2)), (1, (0, 0)), (3, (1, 0))):
        if counts[number] != expected:
            likes, retweets = expected
            fail(
                f"Post {number} has likes and retweets {likes} and {retweets}; you count "
                f"{counts[number][0]} and {counts[number][1]}. Count each table on its own."
            )
    owners = {row["id"]: row["username"] for row in found}
    if owners != {1: "bob", 2: "ana", 3: "bob"}:
        fail(f"Post 2 is ana's, 1 and 3 are bob's; posts_with_counts says {owners}.")


def test_09_the_newest_come_first_page_by_page(counted: Callable[[int], Database]) -> None:
    query, db = need("posts_with_counts", 9), counted(9)
    for offset, expected in ((0, [2, 3]), (2, [1])):
        if (found := ids(rows_of(db, query, limit=2, offset=offset))) != expected:
            asked = f"posts_with_counts(limit=2, offset={offset})"
            fail(f"Newest first the posts are 2, 3 and 1; {asked} finds {found}.")


def test_10_the_timeline_shows_what_it_should(database: NewDatabase) -> None:
    """Ana (1) follows bob (2) and cleo (3). Dan (4) and eve (5) are strangers to her."""
    timeline, db = need("timeline", 10), database(10, *TABLES)
    names = ("ana", "bob", "cleo", "dan", "eve")
    db.add("users", *(user(number, name) for number, name in enumerate(names, start=1)))
    db.add("posts", *(post(number, number, hours=number) for number in range(1, 6)))
    db.add("posts", post(6, owner=4, hours=6))
    db.add("follows", *(pair("follows", *each) for each in ((1, 2), (1, 3), (4, 1))))
    for who, what, hours in ((2, 4, 8), (3, 4, 10), (1, 6, 11), (4, 5, 12), (3, 2, 9)):
        moment = {"timestamp": NOON + timedelta(hours=hours)}
        db.add("retweets", pair("retweets", who, what) | moment)
    found = ids(rows_of(db, timeline, 1))
    for wrong, message in (
        (1 not in found, "ana's own post 1 is missing."),
        (3 not in found, "ana follows cleo, and cleo's post 3 is missing."),
        (4 not in found, "bob and cleo retweeted post 4, ana follows them, and it's missing."),
        (5 in found, "post 5 is by a stranger, and only a stranger retweeted it."),
        (6 in found, "post 6 is a stranger's; ana herself retweeted it, nobody she follows did."),
        (len(found) != len(set(found)), f"a post is there more than once: {found}."),
        (
            found != [4, 2, 3, 1],
            f"the order should be 4, 2, 3, 1: a retweet shows a post at the newest time at which "
            f"somebody ana follows retweeted it. It is {found}.",
        ),
    ):
        if wrong:
            fail(f"timeline(1): {message}")
    pages = [ids(rows_of(db, timeline, 1, limit=2, offset=start)) for start in (0, 2)]
    if pages != [[4, 2], [3, 1]]:
        fail(f"timeline(1) in pages of two finds {pages} instead of [[4, 2], [3, 1]].")
    times = {row["id"]: row["timestamp"] for row in in_one_query(db, timeline, POST_COLUMNS, 1)}
    if times[4].replace(tzinfo=UTC) != NOON + timedelta(hours=4):
        fail("timeline(1): the timestamp of post 4 should stay that of the post itself.")


# Steps 11 and 12: schemas

GOOD = {"username": "ana_1", "email": "ana@example.org", "password": "correct horse"}


def schema(name: str, checked: int) -> type[BaseModel]:
    found = need(name, checked)
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        fail(f"{name} is not a Pydantic model: class {name}(BaseModel).")
    return found


@pytest.mark.parametrize("changed", [{}, {"username": "A1_"}, {"username": "x" * 30}])
def test_11_a_good_user_is_taken(changed: dict[str, str]) -> None:
    user_create = schema("UserCreate", 11)
    try:
        user_create.model_validate(GOOD | changed)
    except ValidationError as error:
        fail(f"UserCreate refuses {GOOD | changed}: {error.errors()[0]['msg']}.")


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("username", "an", "has 3 characters or more"),
        ("username", "x" * 31, "has 30 characters at most"),
        ("username", "ana maria", "holds no blank"),
        ("username", "añá", "is made of ASCII letters, digits and underscores"),
        ("username", "ana\n", "ends where it ends, not before a line break"),
        ("email", "ana", "looks like an e-mail address; Pydantic has EmailStr"),
        ("password", "1234567", "has 8 characters or more"),
    ],
)
def test_11_a_bad_user_is_refused(field: str, value: str, rule: str) -> None:
    user_create = schema("UserCreate", 11)
    try:
        user_create.model_validate(GOOD | {field: value})
    except ValidationError:
        return
    fail(f"UserCreate takes the {field} {value!r}. A good one {rule}.")


@pytest.mark.parametrize("field", GOOD)
def test_11_no_field_may_be_missing(field: str) -> None:
    user_create = schema("UserCreate", 11)
    try:
        user_create.model_validate({name: GOOD[name] for name in GOOD if name != field})
    except ValidationError:
        return
    fail(f"UserCreate takes a user without {field}.")


def test_12_the_hash_stays_inside() -> None:
    user_public = schema("UserPublic", 12)
    row = SimpleNamespace(**user(7, "ana", hashed_password="$2b$12$hash"), created_at=NOON)
    try:
        shown = user_public.model_validate(row, from_attributes=True)
    except ValidationError as error:
        fail(f"UserPublic can't be made from a user: {error.errors()[0]['msg']}.")
    for name in ("id", "username", "created_at"):
        if name not in shown.model_dump():
            fail(f"UserPublic has no {name}. A public user has id, username and created_at.")
    if "$2b$12$hash" in shown.model_dump_json():
        fail("UserPublic lets the hash out. List the fields that may go out, and no others.")
    if "@example.org" in shown.model_dump_json():
        fail("UserPublic shows the e-mail address to everybody. Only its owner may see it.")
