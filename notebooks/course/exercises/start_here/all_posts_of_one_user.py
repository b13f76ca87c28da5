"""A list that is longer than a page, collected into a DataFrame."""

from functools import partial
from typing import Any

import pandas as pd
from sqlalchemy import insert

from course.databases import empty_database, kept_database
from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Row, post, user
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from course.server import running
from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Post, User

WROTE = {"bodil": 0, "jonas": 3, "keiko": 130, "marta": 250}
IDS = {name: number for number, name in enumerate(reversed(WROTE), start=3)}


def written() -> list[Row]:
    """Everybody's posts, newest first and mixed; the ids are in another order."""
    owners = [IDS[name] for name, count in WROTE.items() for _ in range(count)]
    total = len(owners)  # 383, a prime number: the products below meet each place once
    return [
        post(1 + 100 * place % total, "Kettle on.", owners[37 * place % total], -place)
        for place in range(total)
    ]


@kept_database
def database() -> str:
    migrations.ensure_current(engine := make_engine(url := empty_database()))
    with engine.begin() as connection:
        connection.execute(insert(User), [user(number, name) for name, number in IDS.items()])
        connection.execute(insert(Post), written())
    engine.dispose()
    return url


def ask(username: str, answer: Any) -> Observed:
    with running(create_app(Settings(database_url=database()))) as api:
        found = answer(api, username)
    if found is None:
        raise Wrong("Your function returned None, as a function without return does.")
    if not isinstance(found, pd.DataFrame):
        raise Wrong(f"Your function returned {kind_of(found)}. Return a DataFrame.")
    if len(found) and "id" not in found:
        raise Wrong(
            f"Your DataFrame has no column id. It has: {', '.join(map(str, found))}. Print "
            "response.status_code and response.json() to see what the service answered."
        )
    right = [each["id"] for each in written() if each["owner_id"] == IDS[username]]
    return compared(found["id"].tolist() if len(found) else [], right)


def compared(ids: list[int], right: list[int]) -> Observed:
    own = list(dict.fromkeys(each for each in ids if each in right))
    newest = sorted(own, key=right.index)
    orders = {"newest first": newest, "oldest first": newest[::-1], "another": own}
    return {
        "rows": len(ids),
        "posts by other users": len([each for each in ids if each not in right]),
        "posts that appear twice": len(ids) - len(set(ids)),
        "posts missing": len(set(right) - set(ids)),
        "order": next(name for name, order in orders.items() if order == own),
    }


EXERCISE = Exercise(
    title="All posts of one user",
    minutes=5,
    objective="collect a list that is longer than one page into a DataFrame",
    task="""Complete `posts_of(api, username)`. It returns a DataFrame with **all** posts of that
user, newest first, as `GET /users/{username}/posts/` gives them. It will be tried on users with
0, 3, 130 and 250 posts.""",
    starter="""def posts_of(api, username):
    rows, url = [], ____
    while url:
        response = api.get(url)
        rows += ____
        url = response.links.get("next", {}).get("url")
    return ____


answer = posts_of""",
    hints=(
        "The loop above collected the posts of all users. Which two things are different here: "
        "where does it begin, and what is returned?",
        "Begin with the path of the task, as an f-string, and ask for the longest page: "
        "`/users/{username}/posts/?limit=100`. In the loop, add the posts of each page.",
        '`rows, url = [], f"/users/{username}/posts/?limit=100"`, then '
        "`rows += response.json()`, and at the end `return pd.DataFrame(rows)`.",
    ),
    imports="import pandas as pd",
    answers=(
        """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)
""",
        """
def posts_of(api, username):
    path, rows = f"/users/{username}/posts/", []
    while page := api.get(path, params={"limit": 50, "offset": len(rows)}).json():
        rows += page
    return pd.DataFrame(rows)
""",
    ),
    mistakes=(
        Mistake(
            "first page, default limit",
            """
def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/").json())
""",
            "You return at most 20 posts: one page, as long as it is when you don't ask for a "
            "limit. The header `Link` says where the next page is.",
        ),
        Mistake(
            "first page, largest limit",
            """
def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/?limit=100").json())
""",
            "You return at most 100 posts: one page, and there is no larger one. The header `Link` "
            "says where the next page is.",
        ),
        Mistake(
            "everybody's posts",
            """
def posts_of(api, username):
    return pd.DataFrame(api.get("/posts/").json())
""",
            "You return the newest 20 posts of all users, no matter which username you get. The "
            "path of one user's posts is `/users/{username}/posts/`.",
        ),
        Mistake(
            "oldest first",
            """
def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows[::-1])
""",
            "You return all posts of the user, but with the oldest first.",
        ),
        Mistake(
            "without the last page",
            """
def posts_of(api, username):
    rows, response = [], api.get(f"/users/{username}/posts/?limit=100")
    while "next" in response.links:
        rows += response.json()
        response = api.get(response.links["next"]["url"])
    return pd.DataFrame(rows)
""",
            "The posts of the last page are missing. That page has no link to a next one, but it "
            "has posts.",
        ),
        Mistake(
            "the last page only",
            """
def posts_of(api, username):
    url = f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(response.json())
""",
            "You return only the posts of the last page. Collect the rows of each page before you "
            "ask for the next one.",
        ),
    ),
    judge=Trying(
        [
            Trial(f"posts_of(api, {name!r}), who wrote {count} posts", partial(ask, name))
            for name, count in WROTE.items()
        ]
    ),
    praise="0, 3, 130 and 250 posts, each once, newest first.",
)
