"""The exercises of notebook 02."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.writes import EVENING, POSTS, Found, Trial, error_of, rows, writing
from microblog.models import Post, Retweet, User

NOTEBOOK = "02_writing_rows"
Answer = Callable[..., Any]
NEW_POSTS = select(Post.content).where(Post.id > 7).order_by(Post.id)
OLD_POSTS = select(Post.content).where(Post.id <= 7)
BEFORE = sorted(content for content, _ in POSTS.values())

WAITING = """def waiting(session):
    return len(session.new)


answer = waiting"""

PUBLISH = """from sqlalchemy.orm import Session

from microblog.models import Post


def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        session.commit()
        return post.id


answer = publish"""

IMPORT_POSTS = """from sqlalchemy import insert

from microblog.models import Post


def import_posts(engine, frame):
    with engine.begin() as connection:
        connection.execute(insert(Post), frame.to_dict("records"))
    return len(frame)


answer = import_posts"""

IMPORT_IN_A_LOOP = """from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.models import Post


def import_posts(engine, frame):
    with Session(engine) as session:
        for row in frame.to_dict("records"):
            session.add(Post(**row))
            session.commit()
    return len(frame)


answer = import_posts"""

IMPORT_BY_TO_SQL = """def import_posts(engine, frame):
    frame.to_sql("posts", engine, if_exists="append", index=False)
    return len(frame)


answer = import_posts"""

RECORDS = """def records_of(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


answer = records_of"""

RETWEET_ALL = """from sqlalchemy.dialects import sqlite

from microblog.models import Retweet


def retweet_all(engine, user_id, post_ids, moment):
    rows = [{"user_id": user_id, "post_id": n, "timestamp": moment} for n in post_ids]
    with engine.begin() as connection:
        connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)


answer = retweet_all"""

RETWEET_IN_A_LOOP = """from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.models import Retweet


def retweet_all(engine, user_id, post_ids, moment):
    for n in post_ids:
        with Session(engine) as session:
            session.add(Retweet(user_id=user_id, post_id=n, timestamp=moment))
            try:
                session.commit()
            except IntegrityError:
                session.rollback()


answer = retweet_all"""

RETWEET_MERGED = """from sqlalchemy.orm import Session

from microblog.models import Retweet


def retweet_all(engine, user_id, post_ids, moment):
    with Session(engine) as session, session.begin():
        for n in post_ids:
            session.merge(Retweet(user_id=user_id, post_id=n, timestamp=moment))


answer = retweet_all"""

LATITUDE = """def latitude(text):
    try:
        number = float(text)
    except ValueError:
        number = None
    if number is None or not -90 <= number <= 90:
        raise ValueError("is not a number from -90 to 90")
    return number


answer = latitude"""

IMPORT_DAY = """from microblog.database import insert_new_rows
from microblog.models import Base


def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for name, frame in {"users": users, "posts": posts}.items():
            table = Base.metadata.tables[name]
            gained[name] = insert_new_rows(connection, table, frame.to_dict("records"))
    return gained


answer = import_day"""


def waiting_on_four(answer: Answer, engine: Engine) -> Found:
    with Session(engine) as session:
        loaded = session.scalars(select(Post).where(Post.id < 7)).all()
        loaded[0].content = "Clearing up over Burgos."
        session.add_all(Post(content=f"Minute {n}", owner_id=1) for n in range(4))
        return {"answer": answer(session), "still waiting": len(session.new)}


def waiting_after_flush(answer: Answer, engine: Engine) -> Found:
    with Session(engine) as session:
        session.add(Post(content="First contact.", owner_id=1))
        session.flush()
        return {"answer": answer(session), "still waiting": len(session.new)}


def publishing(owner_id: int, content: str) -> Callable[[Answer, Engine], Found]:
    def run(answer: Answer, engine: Engine) -> Found:
        number = answer(engine, owner_id, content)
        written = rows(engine, select(Post.id).where(Post.content == content))
        return {"answer": number, "ids in the table": written}

    return run


def publishing_nothing(answer: Answer, engine: Engine) -> Found:
    error = error_of(lambda: answer(engine, 1, ""))
    return {"error": error, "new posts": len(rows(engine, NEW_POSTS))}


def posts_in(engine: Engine) -> Found:
    """The posts that came, and those of before if they did not stay as they were."""
    old = sorted(rows(engine, OLD_POSTS))
    changed = {} if old == BEFORE else {"the old posts": old}
    return {"new posts": rows(engine, NEW_POSTS), **changed}


def frame_of(*posts: tuple[str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(posts, columns=["content", "owner_id"])
    return frame.assign(timestamp=pd.date_range(EVENING, periods=len(posts), freq="min"))


def importing_good(answer: Answer, engine: Engine) -> Found:
    number = answer(engine, frame_of(("First contact.", 1), ("Half of it.", 2), ("Dark.", 4)))
    return {"answer": number, **posts_in(engine)}


def importing_broken(answer: Answer, engine: Engine) -> Found:
    frame = frame_of(("First contact.", 1), ("Half of it.", 2), ("Dark.", 44), ("Light.", 5))
    error = error_of(lambda: answer(engine, frame))
    return {"error": error, **posts_in(engine)}


def spelled(value: Any) -> str:
    """A value as Python spells it, so that numpy's 3 is not Python's; a Timestamp is a datetime."""
    if isinstance(value, datetime) and value is not pd.NaT:
        return f"{value:%H:%M}"
    return repr(value)


def records(frame: pd.DataFrame) -> Callable[[Answer, Engine], Found]:
    def run(answer: Answer, engine: Engine) -> Found:
        given = answer(frame.copy())
        if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
            raise Wrong(f"Return a list of dicts, one for each row; this is a {named(given)}.")
        spelled_rows = {
            f"row {n}": ", ".join(f"{name}: {spelled(value)}" for name, value in row.items())
            for n, row in enumerate(given, start=1)
        }
        return {"rows": len(given), **spelled_rows}

    return run


def named(value: Any) -> str:
    inside = f" of {type(value[0]).__name__}s" if isinstance(value, list) and value else ""
    return type(value).__name__ + inside


def ending(call: Callable[[], Any], refused: bool) -> Found:
    """What a call returns, or, where the database should refuse, whether it raised."""
    return {"error": error_of(call)} if refused else {"answer": call()}


def retweeting(*post_ids: int, refused: bool = False) -> Callable[[Answer, Engine], Found]:
    def run(answer: Answer, engine: Engine) -> Found:
        later = EVENING + timedelta(hours=2)
        ended = ending(lambda: answer(engine, 4, list(post_ids), later), refused)
        found = rows(engine, select(Retweet.post_id, Retweet.timestamp).order_by(Retweet.post_id))
        ended.pop("answer", None)
        return ended | {"jonas's retweets": {n: f"{moment:%H:%M}" for n, moment in found}}

    return run


def parsing(text: str) -> Callable[[Answer, Engine], Found]:
    def run(answer: Answer, engine: Engine) -> Found:
        try:
            given = answer(text)
        except ValueError as error:
            clear = "90" in str(error)
            return {"result": "ValueError", "names the range": "yes" if clear else "no"}
        return {"result": repr(given), "names the range": "-"}

    return run


REFUSED = {"result": "ValueError", "names the range": "yes"}
UNCLEAR = (
    {"names the range": "no"},
    "The ValueError says what Python thinks of it. Whoever mends the file wants to know what you "
    "would take: raise your own, with -90 and 90 in it.",
)


def users_of(*users: tuple[int, str]) -> pd.DataFrame:
    frame = pd.DataFrame(users, columns=["id", "username"])
    moment = pd.Timestamp(datetime(2026, 8, 12, tzinfo=UTC))
    email = [f"new{n}@example.org" for n in frame["id"]]
    return frame.assign(email=email, hashed_password="none", created_at=moment)


def day(
    users: pd.DataFrame, posts: pd.DataFrame, refused: bool = False
) -> Callable[[Answer, Engine], Found]:
    def run(answer: Answer, engine: Engine) -> Found:
        ended = ending(lambda: answer(engine, users.copy(), posts.copy()), refused)
        names = rows(engine, select(User.username).where(User.id > 5).order_by(User.id))
        return ended | {"new users": names, **posts_in(engine)}

    return run


NOTES = pd.DataFrame({"id": [1, 2], "note": ["clear", None]})
EVERY_DTYPE = pd.DataFrame(
    {
        "share": [0.5, None],
        "likes": pd.array([3, None], "Int64"),
        "seen": pd.to_datetime([EVENING, None]),
        "ours": [True, False],
    }
)

TWO_USERS = users_of((6, "luis"), (7, "ines"))
TWO_POSTS = frame_of(("Hello, I am new.", 6), ("Me too.", 7)).assign(id=[11, 12])
AGAIN = users_of((5, "keiko"), (6, "luis"))
ONE_NEW_POST = frame_of(("An older text of post 7.", 5), ("Hello, I am new.", 6)).assign(id=[7, 11])

EXERCISES = [
    Exercise(
        id="02.1",
        notebook=NOTEBOOK,
        title="Replaced",
        minutes=2,
        objective="say what becomes of a table's rules when pandas writes to it",
        kind="multiple choice",
        task="""The table `likes` was made from the model `Like`: its key is the pair of user and
post, and both refer to their tables. The frame `likes` holds good rows only. You run
`likes.to_sql("likes", engine, if_exists="replace", index=False)`, and no error comes. What is true
afterwards?

- **a** A like that is inserted twice is still refused.
- **b** Likes that were in the table and not in the frame are still there.
- **c** A like by user 9999, who does not exist, would be accepted.
- **d** `Base.metadata.create_all(engine)` brings the key back.""",
        hints=(
            "What exactly is replaced: the rows, or the table?",
            "Which of the rules of `likes` does the frame know? Those are the rules of the new "
            "table.",
            'The answer is `"c"`: the table was dropped, and the new one refers to nothing.',
        ),
        solution_code='answer = "c"',
        alternatives=('answer = " C"',),
        wrong_answers=(
            WrongAnswer("the key stays", 'answer = "a"', "dropped"),
            WrongAnswer("the rows stay", 'answer = "b"', "append"),
            WrongAnswer("create_all mends", 'answer = "d"', "missing"),
        ),
        judge=choice(
            "c",
            {
                "a": "The key went with the table that was dropped, and a frame has none to give.",
                "b": "The old table was dropped, and its rows with it. They stay with `append`.",
                "d": "`create_all` makes missing tables. This one is there, without a key.",
            },
        ),
        praise="The table was made anew from the frame, and a frame has no references.",
    ),
    Exercise(
        id="02.2",
        notebook=NOTEBOOK,
        title="Who is waiting?",
        minutes=3,
        objective="predict what is in a table after a flush, a commit, a rollback",
        kind="one line",
        task="""Write `waiting(session)`. It returns how many objects were added to the session and
not yet written: those that the next flush will `INSERT`. It sends nothing to the database.""",
        hints=(
            "What does the session call the list on which `add` puts an object?",
            "Changed objects are on another list, and rows that were read on neither. The list of "
            "new ones has a length.",
            "One line: `return len(session.new)`.",
        ),
        solution_code=WAITING,
        alternatives=(
            """from sqlalchemy import inspect


def waiting(session):
    return sum(inspect(each).pending for each in session)


answer = waiting""",
        ),
        wrong_answers=(
            WrongAnswer("changed ones", WAITING.replace("new", "dirty"), "changed"),
            WrongAnswer(
                "all that it knows", WAITING.replace("session.new", "list(session)"), "read"
            ),
            WrongAnswer(
                "rows of the table",
                "from sqlalchemy import func, select\n\nfrom microblog.models import Post\n\n\n"
                + WAITING.replace(
                    "len(session.new)", "session.scalar(select(func.count()).select_from(Post))"
                ),
                "flush",
            ),
            WrongAnswer(
                "the list itself", WAITING.replace("len(session.new)", "session.new"), "how"
            ),
            WrongAnswer(
                "printed", WAITING.replace("return len(session.new)", "print(session.new)"), "print"
            ),
        ),
        judge=writing(
            [
                Trial(
                    "Three posts are in the table. The session read two of them and changed one, "
                    "then four new posts were added.",
                    waiting_on_four,
                    {"answer": 4, "still waiting": 4},
                    [
                        (
                            {"still waiting": 0},
                            "Your question to the database made the session "
                            "flush, and now nothing waits. Ask the session itself.",
                        ),
                        (
                            {"answer": 1},
                            "That is how many objects were changed: the next flush "
                            "will UPDATE them.",
                        ),
                        (
                            {"answer": 6},
                            "That is all that the session knows, the two posts that it "
                            "read included.",
                        ),
                        ({"answer": None}, "Your function returns nothing. Does it print?"),
                    ],
                    "Return how many they are, as a number.",
                ),
                Trial(
                    "One post was added and flushed.",
                    waiting_after_flush,
                    {"answer": 0, "still waiting": 0},
                    otherwise="A flushed post has its row already, though nobody else sees it.",
                ),
            ]
        ),
        praise="Four, and none after a flush.",
    ),
    Exercise(
        id="02.3",
        notebook=NOTEBOOK,
        title="What stays?",
        minutes=3,
        objective="predict what is in a table after a flush, a commit, a rollback",
        kind="prediction",
        task="""The table `posts` is empty. How many posts does another program find in it after
this?

```python
with Session(engine) as session:
    session.add(Post(content="First contact", owner_id=1))
    session.commit()
    session.add(Post(content="Half of it", owner_id=1))
    session.flush()
    session.add(Post(content="Dark", owner_id=1))
    session.rollback()
    session.add(Post(content="Light again", owner_id=1))
    session.commit()
    session.add(Post(content="Over", owner_id=1))
    session.flush()
```""",
        hints=(
            "Go through it line by line, with two columns: in the transaction, and final.",
            "The first post is final. What does the rollback take back: only what was not flushed?",
            "Committed are First contact and Light again. Half of it and Dark were rolled back, "
            "and nobody committed Over. `answer = 2`",
        ),
        solution_code="answer = 2",
        alternatives=('answer = len(["First contact", "Light again"])',),
        wrong_answers=(
            WrongAnswer("the last flush", "answer = 3", "Over"),
            WrongAnswer("flushes survive", "answer = 4", "Half of it"),
            WrongAnswer("everything", "answer = 5", "rollback"),
            WrongAnswer("rolled back to the start", "answer = 1", "First contact"),
            WrongAnswer("nothing", "answer = 0", "block"),
        ),
        judge=prediction(
            2,
            {
                0: "The end of the block takes back what is not committed. Two commits happened.",
                1: "First contact was committed, and no later rollback reaches it. What else was?",
                3: "One too many. Over was flushed, and no commit came after it.",
                4: "Two too many. A flush is not final: Half of it went with the rollback.",
                5: "There was a rollback, and at the end no commit. Which posts did they cost?",
            },
            "Five posts are added. Which of them were followed by a commit before anything else?",
        ),
        praise="First contact and Light again: a post stays when a commit follows it.",
    ),
    Exercise(
        id="02.4",
        notebook=NOTEBOOK,
        title="Published, and gone",
        minutes=4,
        objective="write rows with a session so that they stay",
        kind="repair",
        task="""`publish(engine, owner_id, content)` writes a post and returns its number. Users
get their number, and complain that the post is nowhere to be found. Repair the function in the
next cell. A post that the table refuses should still end in an error.""",
        hints=(
            "The post has a number, so its row was sent. Who can see it?",
            "A flush writes into the transaction; the end of the block takes back what is not "
            "final. What makes it final?",
            "Write `session.commit()` in the place of `session.flush()`, inside the block and "
            "before `return`.",
        ),
        solution_code=PUBLISH,
        alternatives=(
            """from microblog.database import make_session_factory, transaction
from microblog.models import Post


def publish(engine, owner_id, content):
    post = Post(owner_id=owner_id, content=content)
    with make_session_factory(engine)() as session, transaction(session):
        session.add(post)
    return post.id


answer = publish""",
            """from sqlalchemy import insert

from microblog.models import Post


def publish(engine, owner_id, content):
    new = insert(Post).values(owner_id=owner_id, content=content)
    with engine.begin() as connection:
        return connection.scalar(new.returning(Post.id))


answer = publish""",
        ),
        wrong_answers=(
            WrongAnswer(
                "forgotten commit", PUBLISH.replace("commit()", "flush()"), "nobody committed"
            ),
            WrongAnswer(
                "read after the end",
                PUBLISH.replace("        return post.id", "    return post.id"),
                "session is closed",
            ),
            WrongAnswer(
                "nothing returned", PUBLISH.replace("return post.id", "post.id"), "nothing"
            ),
            WrongAnswer(
                "counted",
                PUBLISH.replace(
                    "return post.id", "return len(session.scalars(select(Post)).all())"
                ).replace(
                    "from sqlalchemy.orm", "from sqlalchemy import select\nfrom sqlalchemy.orm"
                ),
                "count",
            ),
            WrongAnswer(
                "error swallowed",
                """from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from microblog.models import Post


def publish(engine, owner_id, content):
    with Session(engine) as session:
        post = Post(owner_id=owner_id, content=content)
        session.add(post)
        try:
            session.commit()
        except IntegrityError:
            return None
        return post.id


answer = publish""",
                "never learns",
            ),
        ),
        judge=writing(
            [
                Trial(
                    "Posts 1, 2 and 7 are in the table. Then publish(engine, 1, 'Clear sky.')",
                    publishing(1, "Clear sky."),
                    {"answer": 8, "ids in the table": [8]},
                    [
                        (
                            {"answer": 8, "ids in the table": []},
                            "The post got its number, and is not in the table: nobody committed.",
                        ),
                        ({"ids in the table": []}, "The post is not in the table."),
                        ({"answer": None}, "The post is there, and your function returns nothing."),
                        (
                            {"answer": 4},
                            "That is a count. Numbers have gaps: ask the post for its id.",
                        ),
                    ],
                    "Return the id of the post, a whole number.",
                ),
                Trial(
                    "publish(engine, 1, ''): the table refuses an empty content.",
                    publishing_nothing,
                    {"error": "raised", "new posts": 0},
                    otherwise="The caller never learns that nothing was written. Let the error "
                    "pass.",
                ),
            ]
        ),
        praise="Post 8 is there for everybody, and an empty one is refused aloud.",
    ),
    Exercise(
        id="02.5",
        notebook=NOTEBOOK,
        title="A frame, whole",
        minutes=6,
        objective="import frames as a whole or not at all",
        kind="function",
        task="""Write `import_posts(engine, frame)`. The frame has the columns `content`, `owner_id`
and `timestamp`, without holes. All its rows go into the table `posts`, and the function returns how
many they were. When the table refuses one of them, none is written, and the caller gets the error.
What was in the table before stays there.""",
        hints=(
            "How many transactions do you need for all the rows? Where does it begin and end?",
            "`engine.begin()` behind `with` commits at the end and rolls back when the block "
            "raises. Do you need a `try` at all?",
            "`with engine.begin() as connection:`, in it "
            '`connection.execute(insert(Post), frame.to_dict("records"))`, then return the length.',
        ),
        solution_code=IMPORT_POSTS,
        alternatives=(
            """def import_posts(engine, frame):
    with engine.begin() as connection:
        frame.to_sql("posts", connection, if_exists="append", index=False)
    return len(frame)


answer = import_posts""",
            """from microblog.database import make_session_factory, transaction
from microblog.models import Post


def import_posts(engine, frame):
    posts = [Post(**row) for row in frame.to_dict("records")]
    with make_session_factory(engine)() as session, transaction(session):
        session.add_all(posts)
    return len(posts)


answer = import_posts""",
        ),
        wrong_answers=(
            WrongAnswer(
                "commit per row",
                IMPORT_IN_A_LOOP.replace("from sqlalchemy.exc import IntegrityError\n", ""),
                "was committed before",
            ),
            WrongAnswer(
                "forgotten commit", IMPORT_POSTS.replace("begin()", "connect()"), "Nobody committed"
            ),
            WrongAnswer("replace", IMPORT_BY_TO_SQL.replace("append", "replace"), "replace"),
            WrongAnswer(
                "bad rows skipped",
                IMPORT_IN_A_LOOP.replace(
                    "            session.commit()\n",
                    "            try:\n                session.commit()\n"
                    "            except IntegrityError:\n                session.rollback()\n",
                ),
                "passed over",
            ),
            WrongAnswer(
                "error swallowed",
                """from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from microblog.models import Post


def import_posts(engine, frame):
    try:
        with engine.begin() as connection:
            connection.execute(insert(Post), frame.to_dict("records"))
    except IntegrityError:
        return 0
    return len(frame)


answer = import_posts""",
                "never learns",
            ),
            WrongAnswer(
                "number missing", IMPORT_POSTS.replace("    return len(frame)\n", ""), "how many"
            ),
        ),
        judge=writing(
            [
                Trial(
                    "Three posts are in the table, and a frame brings three good ones.",
                    importing_good,
                    {"answer": 3, "new posts": ["First contact.", "Half of it.", "Dark."]},
                    [
                        (
                            {"new posts": []},
                            "None of them is there afterwards. Nobody committed.",
                        ),
                        (
                            {"new posts": ["First contact.", "Half of it.", "Dark."]},
                            "The rows are right. Return how many they were.",
                        ),
                    ],
                    raised="All three rows are good: something else is wrong with what you send.",
                ),
                Trial(
                    "A frame of four posts, and the third is by user 44, who does not exist.",
                    importing_broken,
                    {"error": "raised", "new posts": []},
                    [
                        (
                            {
                                "error": "raised",
                                "new posts": ["First contact.", "Half of it."],
                            },
                            "Half an import: two rows stayed. Each row was committed before the "
                            "next was tried, or to_sql got an engine and committed what it had.",
                        ),
                        (
                            {"error": "none", "new posts": []},
                            "Nothing was written, and the caller never learns it. Let the error "
                            "pass.",
                        ),
                        (
                            {"error": "none"},
                            "The bad row was passed over. All rows or none, and the caller must "
                            "get the error.",
                        ),
                    ],
                ),
            ]
        ),
        praise="Three good rows are in; of four with a bad one, none.",
    ),
    Exercise(
        id="02.6",
        notebook=NOTEBOOK,
        title="Clean before you write",
        minutes=6,
        objective="make of a frame's values what a database can keep",
        kind="function",
        task="""Write `records_of(frame)`. It returns a list with a dict for each row, in order, as
`insert()` wants it: what is missing is `None`, whatever the dtype of its column, and numbers are
Python's own. No row is left out, and nothing is filled in.""",
        hints=(
            'Look at `frame.to_dict("records")` for a frame with a hole in each column. Which '
            "values are not what they should be?",
            "A column of numbers cannot hold `None`: it becomes NaN again. Which dtype can hold "
            "anything?",
            'One line: `frame.astype(object).where(frame.notna(), None).to_dict("records")`.',
        ),
        solution_code=RECORDS,
        alternatives=(
            """import pandas as pd


def records_of(frame):
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


answer = records_of""",
        ),
        wrong_answers=(
            WrongAnswer(
                "NaN written",
                RECORDS.replace(".astype(object).where(frame.notna(), None)", ""),
                "nan",
            ),
            WrongAnswer(
                "filled", RECORDS.replace("where(frame.notna(), None)", 'fillna("")'), "empty text"
            ),
            WrongAnswer(
                "rows dropped",
                RECORDS.replace("astype(object).where(frame.notna(), None)", "dropna()"),
                "left out",
            ),
            WrongAnswer(
                "numpy's numbers",
                """import pandas as pd


def records_of(frame):
    return [
        {
            name: None if pd.isna(frame[name].iloc[n]) else frame[name].iloc[n]
            for name in frame.columns
        }
        for n in range(len(frame))
    ]


answer = records_of""",
                "blob",
            ),
            WrongAnswer("a frame", RECORDS.replace('.to_dict("records")', ""), "list of dicts"),
        ),
        judge=writing(
            [
                Trial(
                    "A frame with the columns id (1, 2) and note ('clear', and a missing one).",
                    records(NOTES),
                    {
                        "rows": 2,
                        "row 1": "id: 1, note: 'clear'",
                        "row 2": "id: 2, note: None",
                    },
                    [
                        ({"rows": 1}, "Row 2 was left out. Its note is missing, its id is not."),
                        (
                            {"row 1": "id: np.int64(1), note: 'clear'"},
                            "np.int64(1) is numpy's number: SQLite would keep it as a blob.",
                        ),
                        (
                            {"row 2": "id: 2, note: nan"},
                            "The missing note is nan. If you did put None there: a column with a "
                            "dtype turns it back into its own kind of hole.",
                        ),
                        (
                            {"row 2": "id: 2, note: ''"},
                            "An empty text is a value, and the note is missing.",
                        ),
                    ],
                ),
                Trial(
                    "A frame with a hole in a float column, an Int64 column and a column of times.",
                    records(EVERY_DTYPE),
                    {
                        "rows": 2,
                        "row 1": "share: 0.5, likes: 3, seen: 18:00, ours: True",
                        "row 2": "share: None, likes: None, seen: None, ours: False",
                    },
                    otherwise="Each hole should be None, and each number Python's own.",
                ),
            ]
        ),
        praise="Every hole is None, and every number is one that SQLite knows.",
    ),
    Exercise(
        id="02.7",
        notebook=NOTEBOOK,
        title="Jonas retweets a list",
        minutes=6,
        objective="add rows and leave those alone that are there already",
        kind="function",
        task="""Write `retweet_all(engine, user_id, post_ids, moment)`. For each post of the
list it writes a `Retweet` (of `microblog.models`, with `user_id`, `post_id` and `timestamp`). A
retweet that is there already stays as it is, its old time included. A post that does not exist is
an error, and then nothing of the list is written.""",
        hints=(
            "One transaction, one statement, a list of dicts. What does a plain `insert` say to a "
            "row that is there?",
            "`on_conflict_do_nothing()` belongs to the `insert` of `sqlalchemy.dialects.sqlite`. "
            "Two functions that this notebook built use it: for one row, and for many.",
            "In `with engine.begin() as connection:` write "
            "`connection.execute(sqlite.insert(Retweet).on_conflict_do_nothing(), rows)`, where "
            '`rows` has `{"user_id": user_id, "post_id": n, "timestamp": moment}` for each `n`.',
        ),
        solution_code=RETWEET_ALL,
        alternatives=(
            """from microblog.database import insert_unless_there, make_session_factory, transaction
from microblog.models import Retweet


def retweet_all(engine, user_id, post_ids, moment):
    with make_session_factory(engine)() as session, transaction(session):
        for n in post_ids:
            insert_unless_there(session, Retweet, user_id=user_id, post_id=n, timestamp=moment)


answer = retweet_all""",
        ),
        wrong_answers=(
            WrongAnswer(
                "plain insert",
                RETWEET_ALL.replace(
                    "sqlite.insert(Retweet).on_conflict_do_nothing()", "sqlite.insert(Retweet)"
                ),
                "there already",
            ),
            WrongAnswer("changed", RETWEET_MERGED, "18:00"),
            WrongAnswer(
                "forgotten commit", RETWEET_ALL.replace("begin()", "connect()"), "Nobody committed"
            ),
            WrongAnswer("every error passed over", RETWEET_IN_A_LOOP, "does not exist"),
            WrongAnswer(
                "a transaction for each",
                RETWEET_IN_A_LOOP.replace(
                    "                session.rollback()",
                    "                session.rollback()\n"
                    "                if not session.get(Retweet, (n, user_id)):\n"
                    "                    raise",
                ),
                "before the error",
            ),
        ),
        judge=writing(
            [
                Trial(
                    "Jonas (4) retweeted post 1 at 18:00. At 20:00 he retweets posts 2 and 7.",
                    retweeting(2, 7),
                    {"jonas's retweets": {1: "18:00", 2: "20:00", 7: "20:00"}},
                    [
                        (
                            {"jonas's retweets": {1: "18:00"}},
                            "Neither is in the table afterwards. Nobody committed.",
                        )
                    ],
                    otherwise="Their time is the one that the caller gives: `moment`.",
                ),
                Trial(
                    "Jonas (4) retweeted post 1 at 18:00. At 20:00 he retweets posts 1 and 2.",
                    retweeting(1, 2),
                    {"jonas's retweets": {1: "18:00", 2: "20:00"}},
                    [
                        (
                            {"jonas's retweets": {1: "20:00", 2: "20:00"}},
                            "The old retweet should stay as it was, at 18:00. You changed it, or "
                            "deleted it first.",
                        ),
                        (
                            {"jonas's retweets": {1: "18:00"}},
                            "Post 1 is there already, and post 2 was lost with it.",
                        ),
                    ],
                    raised="Post 1 is there already, and a plain insert refuses the whole list.",
                ),
                Trial(
                    "At 20:00 Jonas retweets posts 2, 99 and 7, and there is no post 99.",
                    retweeting(2, 99, 7, refused=True),
                    {"error": "raised", "jonas's retweets": {1: "18:00"}},
                    [
                        (
                            {"error": "raised"},
                            "What came before the error was written. All of the list, or nothing.",
                        ),
                        (
                            {"error": "none"},
                            "Post 99 does not exist, and nobody learns of it. Forgive the conflict "
                            "alone, not every error.",
                        ),
                    ],
                ),
            ]
        ),
        praise="New retweets are in, the old one kept its time, and a wrong list left nothing.",
    ),
    Exercise(
        id="02.8",
        notebook=NOTEBOOK,
        title="Where on Earth?",
        minutes=5,
        objective="check a value from a file, and say what is wrong with it",
        kind="function",
        task="""A file is to have a column `latitude`, where a post was written. Write its parser in
the way of `whole_number`: `latitude(text)` returns a `float` from -90 to 90, and raises a
`ValueError` for any other text. Its message says what would be right, with -90 and 90 in it.""",
        hints=(
            "`float(text)` raises a `ValueError` of its own for some texts, in its own words. And "
            "which texts does it take that are no latitude?",
            '`float("nan")` works, and nan is neither smaller than -90 nor larger than 90. Ask the '
            "other way round: is the number between the two?",
            "After `try: number = float(text)` and `except ValueError: number = None` ask "
            "`if number is None or not -90 <= number <= 90:`, and raise your own there.",
        ),
        solution_code=LATITUDE,
        alternatives=(
            """import re


def latitude(text):
    if not re.fullmatch(r"-?[0-9]{1,2}(\\.[0-9]+)?", text) or abs(float(text)) > 90:
        raise ValueError(f"{text!r} should be a number from -90 to 90, such as 42.34")
    return float(text)


answer = latitude""",
        ),
        wrong_answers=(
            WrongAnswer(
                "float alone",
                "def latitude(text):\n    return float(text)\n\n\nanswer = latitude",
                "North Pole",
            ),
            WrongAnswer(
                "digits only",
                """def latitude(text):
    if not text.isdecimal() or not -90 <= float(text) <= 90:
        raise ValueError("is not a number from -90 to 90")
    return float(text)


answer = latitude""",
                "digits only",
            ),
            WrongAnswer(
                "nan let through",
                LATITUDE.replace("not -90 <= number <= 90", "number < -90 or number > 90"),
                "nan is",
            ),
            WrongAnswer(
                "Python's message",
                """def latitude(text):
    number = float(text)
    if not -90 <= number <= 90:
        raise ValueError("is not a number from -90 to 90")
    return number


answer = latitude""",
                "raise your own",
            ),
            WrongAnswer(
                "nothing returned",
                LATITUDE.replace(
                    'raise ValueError("is not a number from -90 to 90")', "return None"
                ),
                "hole",
            ),
            WrongAnswer(
                "clipped",
                """def latitude(text):
    return max(-90.0, min(90.0, float(text)))


answer = latitude""",
                "quietly",
            ),
            WrongAnswer("text", LATITUDE.replace("return number", "return text"), "float"),
        ),
        judge=writing(
            [
                Trial(
                    "latitude('42.34'), in Burgos.",
                    parsing("42.34"),
                    {"result": "42.34", "names the range": "-"},
                    [
                        (
                            {"result": "ValueError"},
                            "42.34 is a good latitude, and you refuse it: `int` and `isdecimal` "
                            "know digits only.",
                        )
                    ],
                    otherwise="Return the number, as a float.",
                ),
                Trial(
                    "latitude('-90'), at the South Pole.",
                    parsing("-90"),
                    {"result": "-90.0", "names the range": "-"},
                    otherwise="-90 and 90 are latitudes too, and the result is a float.",
                ),
                Trial(
                    "latitude('91')",
                    parsing("91"),
                    REFUSED,
                    [
                        UNCLEAR,
                        ({"result": "91.0"}, "91 lies beyond the North Pole."),
                        ({"result": "90.0"}, "A wrong value was quietly made into another one."),
                        ({"result": "None"}, "A wrong value would become a hole in the table."),
                    ],
                ),
                Trial("latitude('north')", parsing("north"), REFUSED, [UNCLEAR]),
                Trial("latitude('')", parsing(""), REFUSED, [UNCLEAR]),
                Trial(
                    "latitude('nan')",
                    parsing("nan"),
                    REFUSED,
                    [
                        UNCLEAR,
                        ({"result": "nan"}, "nan is a float, and no comparison with it is true."),
                    ],
                ),
            ]
        ),
        praise="Burgos and the South Pole are in; 91, north, nan and nothing are named.",
    ),
    Exercise(
        id="02.9",
        notebook=NOTEBOOK,
        title="One day, two files",
        minutes=9,
        objective="import frames as a whole or not at all",
        kind="function",
        task="""Write `import_day(engine, users, posts)`. Each evening two frames arrive, with all
columns of their tables and without holes: the users and posts of the day, some of which came
yesterday already. A row whose `id` is in the table stays as it is. Any other refusal, such as a
name that is taken, is an error, and then nothing of either frame is written. Return how many rows
each table gained, as `{"users": 2, "posts": 2}`.""",
        hints=(
            "Two frames, one transaction. Which of the two tables must be first?",
            "`insert_new_rows` forgives a known id and nothing else, and says how many rows were "
            "new. It wants a connection, a table and a list of dicts.",
            "In one `with engine.begin() as connection:`, for users and then for posts: "
            '`gained["users"] = insert_new_rows(connection, Base.metadata.tables["users"], '
            'users.to_dict("records"))`; after the block `return gained`.',
        ),
        solution_code=IMPORT_DAY,
        alternatives=(
            """from sqlalchemy.dialects import sqlite

from microblog.database import make_session_factory, transaction
from microblog.models import Post, User


def import_day(engine, users, posts):
    def added(session, model, frame):
        new = sqlite.insert(model).on_conflict_do_nothing(index_elements=["id"])
        return session.connection().execute(new, frame.to_dict("records")).rowcount

    with make_session_factory(engine)() as session, transaction(session):
        return {"users": added(session, User, users), "posts": added(session, Post, posts)}


answer = import_day""",
        ),
        wrong_answers=(
            WrongAnswer(
                "two transactions",
                IMPORT_DAY.replace(
                    "    with engine.begin() as connection:\n"
                    '        for name, frame in {"users": users, "posts": posts}.items():\n'
                    "            table",
                    '    for name, frame in {"users": users, "posts": posts}.items():\n'
                    "        with engine.begin() as connection:\n"
                    "            table",
                ),
                "half",
            ),
            WrongAnswer(
                "to_sql twice",
                """def import_day(engine, users, posts):
    users.to_sql("users", engine, if_exists="append", index=False)
    posts.to_sql("posts", engine, if_exists="append", index=False)
    return {"users": len(users), "posts": len(posts)}


answer = import_day""",
                "yesterday",
            ),
            WrongAnswer(
                "posts first",
                IMPORT_DAY.replace(
                    '{"users": users, "posts": posts}', '{"posts": posts, "users": users}'
                ),
                "first",
            ),
            WrongAnswer(
                "any conflict forgiven",
                """from sqlalchemy.dialects import sqlite

from microblog.models import Post, User


def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing()
            result = connection.execute(new, frame.to_dict("records"))
            gained[model.__tablename__] = result.rowcount
    return gained


answer = import_day""",
                "index_elements",
            ),
            WrongAnswer(
                "all counted",
                IMPORT_DAY.replace(
                    "return gained", 'return {"users": len(users), "posts": len(posts)}'
                ),
                "gained",
            ),
            WrongAnswer(
                "forgotten commit", IMPORT_DAY.replace("begin()", "connect()"), "Nobody committed"
            ),
        ),
        judge=writing(
            [
                Trial(
                    "Two new users, luis (6) and ines (7), each with a post.",
                    day(TWO_USERS, TWO_POSTS),
                    {
                        "answer": {"users": 2, "posts": 2},
                        "new users": ["luis", "ines"],
                        "new posts": ["Hello, I am new.", "Me too."],
                    },
                    [
                        (
                            {"new users": [], "new posts": []},
                            "Nothing is in the tables afterwards. Nobody committed.",
                        ),
                    ],
                    "Return a dict of two numbers.",
                    raised="All rows are good. Are the users there first, before posts refer to "
                    "them?",
                ),
                Trial(
                    "keiko (5) and her post 7 are known; luis (6) and his post 11 are new.",
                    day(AGAIN, ONE_NEW_POST),
                    {
                        "answer": {"users": 1, "posts": 1},
                        "new users": ["luis"],
                        "new posts": ["Hello, I am new."],
                    },
                    [
                        (
                            {"answer": {"users": 2, "posts": 2}},
                            "Those are the rows of the frames. Each table gained one.",
                        ),
                    ],
                    "A row whose id is there already stays as it is.",
                    raised="What came yesterday already should be no error, and is refused.",
                ),
                Trial(
                    "luis (6) and ines (7) are new, and post 12 is by user 77, who does not exist.",
                    day(TWO_USERS, TWO_POSTS.assign(owner_id=[6, 77]), refused=True),
                    {"error": "raised", "new users": [], "new posts": []},
                    [
                        (
                            {"error": "raised", "new users": ["luis", "ines"]},
                            "The users stayed, the posts did not: half an import. One transaction "
                            "around both.",
                        ),
                        ({"error": "none"}, "The caller never learns that a post was refused."),
                    ],
                ),
                Trial(
                    "A new user, number 6, is called MARTA, and marta (1) has that name.",
                    day(users_of((6, "MARTA")), frame_of(("Hi.", 1)).assign(id=[11]), refused=True),
                    {"error": "raised", "new users": [], "new posts": []},
                    [
                        (
                            {"error": "none", "new users": []},
                            "User 6 was passed over in silence, since the name is taken. Forgive a "
                            "known id only: index_elements says which conflict.",
                        )
                    ],
                ),
            ]
        ),
        praise="New rows are in, known ones untouched, and a bad evening leaves no trace.",
    ),
]
