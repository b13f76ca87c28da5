"""Two frames in one transaction, with rows that are known already."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING
from course.judges.trials import Observed, ending
from course.judges.writes import USERS, posts_left, rows, writing
from microblog.models import Post, User


def users_of(*users: tuple[int, str]) -> pd.DataFrame:
    frame = pd.DataFrame(users, columns=["id", "username"])
    moment = pd.Timestamp(datetime(2026, 8, 12, tzinfo=UTC))
    email = [f"new{n}@example.org" for n in frame["id"]]
    return frame.assign(email=email, hashed_password="none", created_at=moment)


def posts_of(*posts: tuple[int, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(posts, columns=["id", "content", "owner_id"])
    return frame.assign(timestamp=pd.date_range(EVENING, periods=len(posts), freq="min"))


def day(
    users: pd.DataFrame, posts: pd.DataFrame, refused: bool = False
) -> Callable[[Any, Engine], Observed]:
    """What an import of the two frames returns, or how it ends, and what it leaves."""

    def run(answer: Any, engine: Engine) -> Observed:
        def call() -> Any:
            return answer(engine, users.copy(), posts.copy())

        ended = ending(call) if refused else {"returns": call()}
        found = rows(engine, select(User.id, User.username).order_by(User.id))
        old = [each for each in found if each[0] <= len(USERS)]
        unchanged = old == [(each["id"], each["username"]) for each in USERS]
        return {
            **ended,
            "new users": [each for each in found if each not in old],
            "users from before": "unchanged" if unchanged else old,
            **posts_left(engine, Post.timestamp),
        }

    return run


TWO_USERS = users_of((6, "luis"), (7, "ines"))

EXERCISE = Exercise(
    title="One day, two files",
    minutes=9,
    objective="import frames as a whole or not at all",
    task="""Write `import_day(engine, users, posts)`. Each evening two frames arrive, the users and
the posts of the day, with all columns of their tables, at least one row and no missing values. Some
rows came yesterday already: if a row's `id` is in the table, the row there stays as it is. Anything
else that the table refuses, such as a new user whose name is taken, is an error; nothing of either
frame is written then. Return how many rows each table gained, as `{"users": 2, "posts": 1}`.""",
    starter="""def import_day(engine, users, posts):
    # your code here
    ...


answer = import_day""",
    hints=(
        "Two frames, one transaction. Which table has to come first? And how do you pass over a "
        "known id, but not over a name that is taken?",
        "`sqlite.insert(…).on_conflict_do_nothing(index_elements=[…])` passes over a conflict in "
        "these columns and no other. The `rowcount` of the result says how many rows were new.",
        "In one `with engine.begin() as connection:`, for users and then for posts: "
        '`new = sqlite.insert(model).on_conflict_do_nothing(index_elements=["id"])`, then '
        '`connection.execute(new, frame.to_dict("records")).rowcount`.',
    ),
    imports="""
from sqlalchemy import func, insert, select
from sqlalchemy.dialects import sqlite

from microblog.models import Post, User
""",
    answers=(
        """
def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
            result = connection.execute(new, frame.to_dict("records"))
            gained[model.__tablename__] = result.rowcount
    return gained
""",
        """
def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            known = list(connection.scalars(select(model.id)))
            new = frame[~frame["id"].isin(known)]
            new.to_sql(model.__tablename__, connection, if_exists="append", index=False)
            gained[model.__tablename__] = len(new)
    return gained
""",
    ),
    mistakes=(
        Mistake(
            "two transactions",
            """
def import_day(engine, users, posts):
    gained = {}
    for model, frame in ((User, users), (Post, posts)):
        new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
        with engine.begin() as connection:
            result = connection.execute(new, frame.to_dict("records"))
        gained[model.__tablename__] = result.rowcount
    return gained
""",
            "The users stay when a post is refused: half an import. Write both frames in one "
            "transaction.",
        ),
        Mistake(
            "any conflict passed over",
            """
def import_day(engine, users, posts):
    gained = {}
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing()
            result = connection.execute(new, frame.to_dict("records"))
            gained[model.__tablename__] = result.rowcount
    return gained
""",
            "A user whose name is taken is left out, without an error. Pass over a known id alone: "
            "index_elements says which conflict.",
        ),
        Mistake(
            "all counted",
            """
def import_day(engine, users, posts):
    with engine.begin() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
            connection.execute(new, frame.to_dict("records"))
    return {"users": len(users), "posts": len(posts)}
""",
            "You return how many rows the frames have. Return how many each table gained.",
        ),
        Mistake(
            "forgotten commit",
            """
def import_day(engine, users, posts):
    gained = {}
    with engine.connect() as connection:
        for model, frame in ((User, users), (Post, posts)):
            new = sqlite.insert(model.__table__).on_conflict_do_nothing(index_elements=["id"])
            result = connection.execute(new, frame.to_dict("records"))
            gained[model.__tablename__] = result.rowcount
    return gained
""",
            "Your function says what it wrote, but afterwards nothing of it is in the tables: "
            "nothing was committed.",
        ),
        Mistake(
            "tables replaced",
            """
def import_day(engine, users, posts):
    with engine.begin() as connection:
        users.to_sql("users", connection, if_exists="replace", index=False)
        posts.to_sql("posts", connection, if_exists="replace", index=False)
    return {"users": len(users), "posts": len(posts)}
""",
            'Your function drops the tables, rows, keys and rules, as if_exists="replace" does.',
        ),
    ),
    judge=writing(
        (
            "Two new users, luis (6) and ines (7), and a post by luis.",
            day(TWO_USERS, posts_of((11, "Hello, I am new.", 6))),
        ),
        (
            "User 5, still called kei in the file, and post 7 are known; luis (6) and the posts 4 "
            "and 11 are new.",
            day(
                users_of((5, "kei"), (6, "luis")),
                posts_of((7, "An older text.", 5), (11, "Hello, I am new.", 6), (4, "Late.", 5)),
            ),
        ),
        (
            "luis (6) and ines (7) are new, and post 12 is by user 77, who doesn't exist.",
            day(TWO_USERS, posts_of((11, "Hello.", 6), (12, "Me too.", 77)), refused=True),
        ),
        (
            "A new user, number 6, is called MARTA, and marta (1) has that name.",
            day(users_of((6, "MARTA")), posts_of((11, "Hi.", 1)), refused=True),
        ),
    ),
    praise="New rows are in, known ones untouched, and a bad evening leaves no trace.",
)
