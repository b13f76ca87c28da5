"""The exercises of notebook 11."""

from functools import cache
from typing import Any

from sqlalchemy import and_, func, or_, select

from course.databases import sample_database
from course.exercises.exercise import Exercise, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.endpoints import Calling, endpoint
from course.exercises.judges.selects import EVENING, Mistake, select_like
from course.exercises.judges.work import Case, index_for, little_work
from microblog.database import make_engine
from microblog.models import Post, Retweet, User

NOTEBOOK = "11_measuring_speed"

NEWEST_ACCOUNTS = """from sqlalchemy import func, select

from microblog.models import Post, Retweet, User

newest = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(3)
page = newest.subquery("page")


def how_many(column):
    return select(func.count()).where(column == page.c.id).scalar_subquery()


answer = select(
    page.c.id,
    page.c.username,
    how_many(Post.owner_id).label("posts_count"),
    how_many(Retweet.user_id).label("retweets_count"),
).order_by(page.c.created_at.desc(), page.c.id.desc())"""

WHOLE_TABLES = """from sqlalchemy import func, select

from microblog.models import Post, Retweet, User

posts = select(Post.owner_id, func.count().label("n")).group_by(Post.owner_id).subquery()
retweets = select(Retweet.user_id, func.count().label("n")).group_by(Retweet.user_id).subquery()

answer = (
    select(
        User.id,
        User.username,
        func.coalesce(posts.c.n, 0).label("posts_count"),
        func.coalesce(retweets.c.n, 0).label("retweets_count"),
    )
    .outerjoin(posts, posts.c.owner_id == User.id)
    .outerjoin(retweets, retweets.c.user_id == User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)"""

TWO_JOINS = """from sqlalchemy import func, select

from microblog.models import Post, Retweet, User

answer = (
    select(
        User.id,
        User.username,
        func.count(Post.id).label("posts_count"),
        func.count(Retweet.post_id).label("retweets_count"),
    )
    .outerjoin(Post, Post.owner_id == User.id)
    .outerjoin(Retweet, Retweet.user_id == User.id)
    .group_by(User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)"""


def newest_accounts() -> Any:
    namespace: dict[str, Any] = {}
    exec(NEWEST_ACCOUNTS, namespace)
    return namespace["answer"]


def two_joins() -> Any:
    namespace: dict[str, Any] = {}
    exec(TWO_JOINS, namespace)
    return namespace["answer"]


def oldest_accounts() -> Any:
    oldest = select(User.id, User.username, counted(Post.owner_id), counted(Retweet.user_id))
    return oldest.order_by(User.created_at, User.id).limit(3)


def counted(column: Any) -> Any:
    return select(func.count()).where(column == User.id).scalar_subquery()


def without_key() -> Any:
    rows = select(User.id, User.username, counted(Post.owner_id), counted(Retweet.user_id))
    return rows.order_by(User.created_at.desc()).limit(3)


OLDER_ACCOUNTS = """from sqlalchemy import bindparam, select, tuple_

from microblog.models import User, UTCDateTime

seen = tuple_(bindparam("before", type_=UTCDateTime), bindparam("before_id"))
older = tuple_(User.created_at, User.id) < seen
newest_first = (User.created_at.desc(), User.id.desc())

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)"""

BEFORE = EVENING.replace(day=11)


def older_accounts(condition: Any = None) -> Any:
    if condition is None:
        older, as_old = User.created_at < BEFORE, User.created_at == BEFORE
        condition = or_(older, and_(as_old, User.id < 3))
    newest_first = (User.created_at.desc(), User.id.desc())
    return select(User.id, User.username).where(condition).order_by(*newest_first).limit(3)


def older_where(conditions: str) -> str:
    return f"""from sqlalchemy import and_, bindparam, or_, select

from microblog.models import User, UTCDateTime

before = bindparam("before", type_=UTCDateTime)
before_id = bindparam("before_id")
newest_first = (User.created_at.desc(), User.id.desc())
older = {conditions}

answer = select(User.id, User.username).where(older).order_by(*newest_first).limit(3)"""


def own_retweets() -> Any:
    mine = select(Retweet.post_id).where(Retweet.user_id == 1)
    return mine.order_by(Retweet.timestamp.desc()).limit(20)


def index_of(columns: str) -> str:
    return f"""from microblog.models import Retweet

answer = {columns}"""


NEWEST = """from fastapi import APIRouter
from sqlalchemy import func, select

from microblog.dependencies import SessionDep
from microblog.models import Post, User

router = APIRouter()
posts_count = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
newest = select(User.username, posts_count.label("posts_count"))
newest = newest.order_by(User.created_at.desc(), User.id.desc()).limit(20)


@router.get("/newest/")
def list_newest(db: SessionDep):
    return [row._asdict() for row in db.execute(newest)]


answer = router"""

JOINED = """from fastapi import APIRouter, Request
from sqlalchemy import func, select

from microblog.models import Post, User

router = APIRouter()


@router.get("/newest/")
def list_newest(request: Request):
    counted = (
        select(User.username, func.count(Post.id).label("posts_count"))
        .outerjoin(Post, Post.owner_id == User.id)
        .group_by(User.id)
        .order_by(User.created_at.desc(), User.id.desc())
        .limit(20)
    )
    with request.app.state.make_session() as session:
        return [row._asdict() for row in session.execute(counted)]


answer = router"""

UNREPAIRED = """from fastapi import APIRouter, Request
from sqlalchemy import func, select

from microblog.models import Post, User

router = APIRouter()


@router.get("/newest/")
def list_newest(request: Request):
    session = request.app.state.make_session()
    newest = select(User.id, User.username).order_by(User.created_at.desc(), User.id.desc())
    people = []
    for user in session.execute(newest.limit(20)):
        posts_count = select(func.count()).where(Post.owner_id == user.id)
        people.append({"username": user.username, "posts_count": session.scalar(posts_count)})
    return people


answer = router"""

ONE_BY_ONE = (
    UNREPAIRED.replace("Request\n", "Request\n", 1)
    .replace(
        """def list_newest(request: Request):
    session = request.app.state.make_session()
""",
        """def list_newest(session: SessionDep):
""",
    )
    .replace(
        "from microblog.models",
        "from microblog.dependencies import SessionDep\nfrom microblog.models",
    )
)


@cache
def newest_people() -> list[dict[str, Any]]:
    """What the endpoint of the sample data must answer."""
    newest = select(User.username, counted(Post.owner_id).label("posts_count"))
    newest = newest.order_by(User.created_at.desc(), User.id.desc()).limit(20)
    engine = make_engine(sample_database())
    with engine.connect() as connection:
        found = [dict(row._mapping) for row in connection.execute(newest)]
    engine.dispose()
    return found


EXERCISES = [
    Exercise(
        id="11.1",
        notebook=NOTEBOOK,
        title="Which clock?",
        minutes=2,
        objective="take a time that means something",
        kind="multiple choice",
        task="""Jonas wants to know which of two statements, A and B, brings the timeline sooner.
Whose advice should he take?

- `a`: Run A once and B once, with a clock.
- `b`: Time `connection.execute(A)` and `connection.execute(B)`, the shortest of ten each.
- `c`: Time `.execute(A).all()` today, ten times, and take Keiko's note of B from last week.
- `d`: Time `.execute(A).all()` and `.execute(B).all()` in one run, the shortest of ten each.
- `e`: As `d`, but the mean of the ten.

Answer with its letter.""",
        hints=(
            "Three things spoil a time: what happens only once, what has not happened yet when "
            "the clock stops, and what else the computer does.",
            "When does SQLite look for the second row: at `execute`, or when it is fetched?",
            "One run, the results consumed, the shortest of several: the letter before `e`.",
        ),
        solution_code='answer = "d"',
        alternatives=('answer = "D"',),
        wrong_answers=(
            WrongAnswer("once", 'answer = "a"', "only once"),
            WrongAnswer("not consumed", 'answer = "b"', "first row"),
            WrongAnswer("another day", 'answer = "c"', "another day"),
            WrongAnswer("the mean", 'answer = "e"', "longest"),
        ),
        judge=choice(
            "d",
            {
                "a": "Whichever runs first pays for what happens only once: opening the "
                "connection, compiling, reading the disk. And one run of each cannot tell noise "
                "from difference.",
                "b": "SQLite has found the first row when `execute` returns, and no more. A "
                "statement that finds its first row late would look slow, and one that finds "
                "a million slowly would look fast.",
                "c": "A time from another day was taken on a computer that did other things, "
                "perhaps on other data. Only times of one run compare.",
                "e": "Close. But the mean holds the longest run too, the one in which a backup "
                "started. What disturbs only makes it longer, so the shortest says most.",
            },
        ),
        praise="Right: the results consumed, in one run, and what disturbed left out.",
    ),
    Exercise(
        id="11.2",
        notebook=NOTEBOOK,
        title="How many journeys?",
        minutes=3,
        objective="predict how many statements a page costs",
        kind="prediction",
        task="""Keiko's program shows ten posts, with the owner of each, the number of its likes,
and the names of those who like it. `newest` and `likers_of` are a `select()` each.

```python
for post in connection.execute(newest.limit(10)).all():
    owner = connection.scalar(select(User.username).where(User.id == post.owner_id))
    likes = connection.scalar(select(func.count()).where(Like.post_id == post.id))
    if likes:
        names = connection.scalars(likers_of(post.id)).all()
```

Four of the ten posts have no like. How many statements are sent?""",
        hints=(
            "How often is the line with `for` run by the database, and how often each line below?",
            "Two statements for every post, and a third for those with likes.",
            "1 for the page, 10 for the owners, 10 for the counts, 6 for the names: add them up.",
        ),
        solution_code="answer = 27",
        alternatives=("posts, liked = 10, 6\nanswer = 1 + 2 * posts + liked",),
        wrong_answers=(
            WrongAnswer("names for all", "answer = 31", "no like"),
            WrongAnswer("without the page", "answer = 26", "page itself"),
            WrongAnswer("without the names", "answer = 21", "names"),
            WrongAnswer("names of the four", "answer = 25", "the other six"),
        ),
        judge=prediction(
            27,
            {
                31: "For the posts with no like the last line is not run: there are four.",
                26: "The page itself is a statement too, the first one.",
                21: "You left out the names: a statement for each post that has likes.",
                25: "The names are asked for the other six: four have no like.",
                1: "That is what it should be. As it stands, each line in the loop sends its own.",
            },
            "Count line by line: once for the page, then for each post what its lines send.",
        ),
        praise="27 for ten rows. With a server one millisecond away it would be 27 journeys.",
    ),
    Exercise(
        id="11.3",
        notebook=NOTEBOOK,
        title="What will it do?",
        minutes=3,
        objective="read a query plan",
        kind="multiple choice",
        task="""Ana asks for the five longest posts about filters, with their owners' names:

```python
select(Post.id, User.username)
    .join(Post.owner)
    .where(Post.content.like("%filter%"))
    .order_by(func.length(Post.content).desc())
    .limit(5)
```

The plan on SQLite:

```text
SCAN posts
SEARCH users USING INTEGER PRIMARY KEY (rowid=?)
USE TEMP B-TREE FOR ORDER BY
```

What happens?

- `a`: Five posts are read, since `limit` says so.
- `b`: All posts are read, the owner is looked up for those about filters, and they are sorted.
- `c`: All posts and all users are read, joined and sorted.
- `d`: An index finds the posts about filters; they are sorted.

Answer with its letter.""",
        hints=(
            "Which word in a plan means *every row*, and which means *the right place*?",
            "Can one know the five longest before having seen the last post?",
            "SCAN posts, SEARCH users, then the sort: the second of the four.",
        ),
        solution_code='answer = "b"',
        alternatives=('answer = "B"',),
        wrong_answers=(
            WrongAnswer("the limit", 'answer = "a"', "longest of all"),
            WrongAnswer("all users", 'answer = "c"', "SEARCH users"),
            WrongAnswer("an index", 'answer = "d"', "SCAN posts"),
        ),
        judge=choice(
            "b",
            {
                "a": "Which posts are the longest of all is known only when all are read and "
                "sorted. `limit` stops early where an index gives the rows in the right order.",
                "c": "SEARCH users … PRIMARY KEY: for each post that was found, one look-up by id. "
                "Users who wrote nothing about filters are not touched.",
                "d": "SCAN posts: every row of the table. No index helps with a % in front, and "
                "the plan names none.",
            },
        ),
        praise="Right. It grows with the posts, and no limit changes that.",
    ),
    Exercise(
        id="11.4",
        notebook=NOTEBOOK,
        title="What Marta passed on",
        minutes=4,
        objective="choose the index that a query needs",
        kind="index",
        task="""A new page shows what a user retweeted, the newest first. For Marta, user 1:

```python
select(Retweet.post_id)
    .where(Retweet.user_id == 1)
    .order_by(Retweet.timestamp.desc())
    .limit(20)
```

Suppose the table `retweets` had its key only, `(post_id, user_id)`. Which columns, in which order,
make an index from which the database takes the rows as they come, without reading all and without
sorting? Answer with a list of columns as in a model, such as `[Retweet.post_id, Retweet.user_id]`.
The check makes that index and reads the plan.""",
        hints=(
            "What does the query compare with `==`? By what does it sort?",
            "Think of a telephone book: all retweets of one user should stand together, and "
            "within them the newest next to each other.",
            "First the user, then the time: `[Retweet.user_id, Retweet.timestamp]`, with or "
            "without `.desc()`.",
        ),
        solution_code=index_of("[Retweet.user_id, Retweet.timestamp.desc()]"),
        alternatives=(
            index_of("(Retweet.user_id, Retweet.timestamp)"),
            """from sqlalchemy import Index

from microblog.models import Retweet

answer = Index("retweets_by_user_and_time", Retweet.user_id, Retweet.timestamp)""",
        ),
        wrong_answers=(
            WrongAnswer(
                "time first", index_of("[Retweet.timestamp, Retweet.user_id]"), "everybody"
            ),
            WrongAnswer("user only", index_of("[Retweet.user_id]"), "sorts"),
            WrongAnswer("time only", index_of("[Retweet.timestamp.desc()]"), "who it was"),
            WrongAnswer("the key again", index_of("[Retweet.post_id, Retweet.user_id]"), "is post"),
            WrongAnswer(
                "a column between",
                index_of("[Retweet.user_id, Retweet.post_id, Retweet.timestamp]"),
                "stands between",
            ),
        ),
        judge=index_for(
            own_retweets,
            Retweet.__table__,  # type: ignore[arg-type]
            {
                ("timestamp", "user_id"): "With the time first, the retweets of everybody stand "
                "mixed: the database walks through all of them and looks who it was.",
                ("user_id",): "The user's retweets are found, in no order of time: the database "
                "sorts them on the side.",
                ("timestamp",): "The newest retweets come first, and the index does not know who "
                "it was: all must be looked at.",
                ("post_id", "user_id"): "The first column is post_id, and the query does not say "
                "which post.",
                ("user_id", "post_id", "timestamp"): "post_id stands between: the user's retweets "
                "are sorted by post, and by time only within one post.",
            },
        ),
        praise="The equal column first, then the one that sorts: a look-up, and no sort.",
    ),
    Exercise(
        id="11.5",
        notebook=NOTEBOOK,
        title="The newest accounts",
        minutes=7,
        objective="write a query that picks its page first",
        kind="select",
        task="""Return a `select()` of the three newest accounts (by `created_at`, then `id`, both
descending): `id`, `username`, and under the names `posts_count` and `retweets_count` how many posts
they wrote and how many retweets they made, 0 if none. It must not count for people who are not
shown. The check runs it on small databases. Then it counts the steps of SQLite's machine, which are
the same on every computer, with 1,000 and with 4,000 posts.""",
        hints=(
            "What is the page here? Write that `select` first, with order and limit, and nothing "
            "counted.",
            "`.subquery()` makes a table of it, with `.c` for its columns. Then one count per row, "
            "as in `likes_of`.",
            'With `page = newest.subquery("page")`, a count is '
            "`select(func.count()).where(Post.owner_id == page.c.id).scalar_subquery()`. Select "
            "these beside `page.c.id` and `page.c.username`, and order once more.",
        ),
        solution_code=NEWEST_ACCOUNTS,
        alternatives=(
            """from sqlalchemy import func, select

from microblog.models import Post, Retweet, User

posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == User.id).scalar_subquery()

answer = (
    select(
        User.id,
        User.username,
        posts.label("posts_count"),
        retweets.label("retweets_count"),
    )
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)""",
        ),
        wrong_answers=(
            WrongAnswer("whole tables", WHOLE_TABLES, "counts for everybody"),
            WrongAnswer("two joins", TWO_JOINS, "multiply"),
            WrongAnswer("oldest", NEWEST_ACCOUNTS.replace(".desc()", ""), "oldest"),
            WrongAnswer(
                "ties",
                NEWEST_ACCOUNTS.replace(", User.id.desc()", "").replace(", page.c.id.desc()", ""),
                "same moment",
            ),
            WrongAnswer(
                "names", NEWEST_ACCOUNTS.replace('label("posts_count")', 'label("posts")'), "Asked"
            ),
        ),
        judge=little_work(
            select_like(
                newest_accounts,
                [
                    Mistake(
                        two_joins,
                        "The two joins multiply each other: each post met each retweet. Count "
                        "each table on its own.",
                    ),
                    Mistake(oldest_accounts, "These are the oldest accounts: descending, please."),
                    Mistake(
                        without_key,
                        "Two accounts of the same moment come in any order: the id decides.",
                    ),
                ],
                ordered=True,
                names=("id", "username", "posts_count", "retweets_count"),
            ),
            Case("With 1,000 posts", 1_000, {}),
            Case("With 4,000 posts", 4_000, {}),
            "But your statement counts for everybody and shows three: the work grows with the "
            "tables.",
        ),
        praise="The same number of steps at 1,000 and at 4,000 posts: it grows with nothing.",
    ),
    Exercise(
        id="11.6",
        notebook=NOTEBOOK,
        title="The accounts before",
        minutes=6,
        objective="page by key, so that the last page costs what the first one does",
        kind="select",
        task="""The same list goes on: return a `select()` of `id` and `username` of the next three
accounts after the last one seen, newest first (`created_at`, then `id`). That last one comes in two
named parameters, `before` (a moment: `bindparam("before", type_=UTCDateTime)`) and `before_id`. The
check compares rows, and then how many steps the first page and the last page take.""",
        hints=(
            "An account comes after the last one seen if it is older, or as old with a smaller id.",
            "Both in one comparison of pairs: `tuple_(…, …) < tuple_(…, …)`.",
            'The condition is `tuple_(User.created_at, User.id) < tuple_(bindparam("before", '
            'type_=UTCDateTime), bindparam("before_id"))`; then `order_by` and `limit(3)`.',
        ),
        solution_code=OLDER_ACCOUNTS,
        alternatives=(
            older_where(
                "and_(User.created_at <= before, "
                "or_(User.created_at < before, User.id < before_id))"
            ),
            """from sqlalchemy import select

from microblog.models import User
from microblog.queries import page_of

answer = page_of(select(User.id, User.username), User.created_at, User.id).limit(3)""",
        ),
        wrong_answers=(
            WrongAnswer(
                "or",
                older_where(
                    "or_(User.created_at < before, "
                    "and_(User.created_at == before, User.id < before_id))"
                ),
                "no single place",
            ),
            WrongAnswer(
                "both smaller",
                older_where("and_(User.created_at < before, User.id < before_id)"),
                "larger id",
            ),
            WrongAnswer(
                "ties lost",
                older_where("or_(User.created_at < before, before_id < 0)"),
                "as old as the last one",
            ),
            WrongAnswer(
                "ties twice",
                older_where("or_(User.created_at <= before, before_id < 0)"),
                "comes again",
            ),
            WrongAnswer(
                "offset",
                """from sqlalchemy import bindparam, select

from microblog.models import User

newest_first = (User.created_at.desc(), User.id.desc())
start = bindparam("offset", 3)

answer = select(User.id, User.username).order_by(*newest_first).limit(3).offset(start)""",
                "no parameter called before",
            ),
        ),
        judge=little_work(
            select_like(
                older_accounts,
                [
                    Mistake(
                        lambda: older_accounts(and_(User.created_at < BEFORE, User.id < 3)),
                        "An older account with a larger id is missing: the id matters only where "
                        "the moments are equal.",
                    ),
                    Mistake(
                        lambda: older_accounts(User.created_at < BEFORE),
                        "An account as old as the last one seen, with a smaller id, is missing.",
                    ),
                    Mistake(
                        lambda: older_accounts(User.created_at <= BEFORE),
                        "What was seen already comes again.",
                    ),
                ],
                ordered=True,
                parameters={"before": BEFORE, "before_id": 3},
            ),
            Case("The first page", 4_000, {"before": EVENING.replace(year=2030), "before_id": 0}),
            Case(
                "The last page", 4_000, {"before": EVENING.replace(month=5, day=2), "before_id": 5}
            ),
            "But an `or` has no single place in the index: your statement walks from the newest "
            "account to the place, or sorts all that are older. Compare the pair.",
        ),
        praise="The right rows, and the last page takes as many steps as the first.",
    ),
    Exercise(
        id="11.7",
        notebook=NOTEBOOK,
        title="Quick on a laptop",
        minutes=8,
        objective="repair an endpoint that asks too often and gives no connection back",
        kind="endpoint",
        task="""The cell below has an endpoint `GET /newest/`: the 20 newest accounts, with the
number of posts of each. On Bodil's laptop it was quick. In the service it is slow, and after 40
visitors it stops answering. Repair both: one statement, and a session that is closed. The answers
must stay what they are, people without posts included. Answer with the router.""",
        hints=(
            "Two things to find: how many statements are sent for 20 people? Who closes the "
            "session?",
            "`SessionDep` of notebook 08 gives a session and closes it. A count per row of the "
            "page belongs into the statement.",
            "`posts_count = select(func.count()).where(Post.owner_id == User.id)"
            ".scalar_subquery()` beside `User.username` in one select; then "
            "`[row._asdict() for row in db.execute(…)]`.",
        ),
        solution_code=NEWEST,
        alternatives=(JOINED,),
        wrong_answers=(
            WrongAnswer("as it was", UNREPAIRED, "still open"),
            WrongAnswer("still one by one", ONE_BY_ONE, "after 21 statements"),
            WrongAnswer("inner join", JOINED.replace("outerjoin", "join"), "people without posts"),
            WrongAnswer("oldest first", JOINED.replace(".desc()", ""), "newest first"),
        ),
        judge=endpoint(
            [
                Calling(
                    "GET",
                    "/newest/",
                    200,
                    "The answer must stay what it was: username and posts_count of the 20 newest "
                    "accounts, newest first, people without posts included, with one statement.",
                    answer=lambda found: found == newest_people(),
                    most_statements=1,
                )
            ]
        ),
        praise="One statement instead of 21, and every connection comes back.",
    ),
]
