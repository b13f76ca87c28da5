"""The exercises of notebook 00."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy.orm import Session

from course.databases import empty_database
from course.exercises.exercise import Exercise, Wrong, WrongAnswer
from course.exercises.judges.choices import choice, prediction
from course.exercises.judges.functions import need_a_function
from course.server import running
from microblog import migrations
from microblog.config import Settings
from microblog.database import make_engine
from microblog.main import create_app
from microblog.models import Post, User

NOTEBOOK = "00_start_here"


def posts_of_judge(answer: Any) -> None:
    """Call the answer on a service where three users wrote 0, 3 and 130 posts."""
    need_a_function(answer)
    settings = Settings(database_url=empty_database())
    ids = write_posts(settings, {"bodil": 0, "jonas": 3, "keiko": 130})
    with running(create_app(settings)) as api:
        for username, written in ids.items():
            given = answer(api, username)
            if not isinstance(given, pd.DataFrame):
                kind = type(given).__name__
                raise Wrong(f"The function returned a {kind}; return a DataFrame.")
            compare(username, written, given)


def write_posts(settings: Settings, counts: dict[str, int]) -> dict[str, list[int]]:
    """Make users who wrote so many posts; return the ids of each one's, newest first."""
    engine = make_engine(settings.database_url)
    migrations.prepare(engine)
    ids = {}
    with Session(engine) as session:
        for name, count in counts.items():
            user = User(username=name, email=f"{name}@example.org", hashed_password="none")
            user.posts = [Post(content=f"Post number {n}") for n in range(1, count + 1)]
            session.add(user)
            session.flush()
            newest = sorted(user.posts, key=lambda post: (post.timestamp, post.id), reverse=True)
            ids[name] = [post.id for post in newest]
        session.commit()
    engine.dispose()
    return ids


def compare(username: str, written: Sequence[int], given: pd.DataFrame) -> None:
    if len(given) and "id" not in given:
        raise Wrong(
            "Your DataFrame has no column id. Was the request answered with posts? Look at "
            "response.status_code and response.json()."
        )
    found = given["id"].tolist() if len(given) else []
    if found == list(written):
        return
    facts = f"{username} wrote {len(written)} posts and your DataFrame has {len(found)} rows."
    if set(found) - set(written):
        raise Wrong(f"{facts} Some are by others: the path is /users/{username}/posts/.")
    if len(found) == 20:
        raise Wrong(f"{facts} Without a limit an answer holds 20: follow the links to the rest.")
    if len(found) == 100:
        raise Wrong(f"{facts} One answer holds at most 100: follow response.links to the rest.")
    if len(found) > len(set(found)):
        raise Wrong(f"{facts} Some posts are in it twice: ask for each page once.")
    if found == list(written)[::-1]:
        raise Wrong(f"{facts} The oldest comes first; asked was newest first.")
    raise Wrong(f"{facts} They must be {username}'s posts, newest first.")


EXERCISES = [
    Exercise(
        id="00.1",
        notebook=NOTEBOOK,
        title="Read an answer",
        minutes=2,
        objective="tell from a status code what became of a request",
        kind="multiple choice",
        task="""You send `DELETE /posts/17` with a valid token, and the status is **403**.
What happened?

- **a** There is no post 17.
- **b** The service does not know who you are.
- **c** The service knows who you are, and the post is not yours.
- **d** The post is deleted.""",
        hints=(
            "Codes that begin with 4 say: something about the request is not right.",
            "401 asks *who are you?*, 404 says *there is nothing here*. Which one is left?",
            'The answer is `"c"`: the token was valid, so the service knows you, and refuses.',
        ),
        solution_code='answer = "c"',
        alternatives=('answer = "C"',),
        wrong_answers=(
            WrongAnswer("not found", 'answer = "a"', "404"),
            WrongAnswer("not authenticated", 'answer = "b"', "401"),
            WrongAnswer("done", 'answer = "d"', "204"),
        ),
        judge=choice(
            "c",
            {
                "a": "For a post that is not there the status is 404.",
                "b": "If the service did not know you, the status would be 401.",
                "d": "A deletion that worked is answered with 204; a 4 in front never means yes.",
            },
        ),
        praise="403 means: I know who you are, and you may not.",
    ),
    Exercise(
        id="00.2",
        notebook=NOTEBOOK,
        title="Three times the same",
        minutes=2,
        objective="say what a repeated PUT does",
        kind="prediction",
        task="""A new post has no likes. You send `PUT /posts/5001/like` three times with the
same token; each answer is 204. Predict its `likes_count`.""",
        hints=(
            "PUT does not mean *do this once more*. It means *let it be so*.",
            "The key of a like is the pair of user and post. How many rows can one pair have?",
            "One: the first PUT adds the row, the others find it there. `answer = 1`",
        ),
        solution_code="answer = 1",
        alternatives=("answer = len({(1, 5001), (1, 5001), (1, 5001)})",),
        wrong_answers=(
            WrongAnswer("counts requests", "answer = 3", "once"),
            WrongAnswer("toggles", "answer = 0", "DELETE"),
            WrongAnswer("status code", "answer = 204", "status"),
        ),
        judge=prediction(
            1,
            {
                3: "Three requests, but a user likes a post once or not at all.",
                0: "A second PUT does not take the like back; DELETE does.",
                204: "204 is the status of each answer. How many likes does the post have?",
            },
            "Count the pairs of user and post that the table of likes holds afterwards.",
        ),
        praise="However often it is sent, the state is the same: PUT is idempotent.",
    ),
    Exercise(
        id="00.3",
        notebook=NOTEBOOK,
        title="All posts of one user",
        minutes=8,
        objective="collect a list that is longer than one page into a DataFrame",
        kind="function",
        task="""Write `posts_of(api, username)`. It returns a DataFrame with **all** posts of that
user, newest first, as `GET /users/{username}/posts/` gives them. It will be tried on users with
0, 3 and 130 posts.""",
        hints=(
            "One answer holds at most 100 posts. Where does the notebook collect all 5,000?",
            'Start with `url = f"/users/{username}/posts/?limit=100"` and loop `while url:`.',
            "In the loop: `response = api.get(url)`, then `rows += response.json()`, then "
            '`url = response.links.get("next", {}).get("url")`. After it: '
            "`return pd.DataFrame(rows)`.",
        ),
        solution_code="""import pandas as pd


def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows)


answer = posts_of""",
        alternatives=(
            """import pandas as pd


def posts_of(api, username):
    pages, offset = [], 0
    while True:
        params = {"limit": 50, "offset": offset}
        page = api.get(f"/users/{username}/posts/", params=params).json()
        if not page:
            return pd.DataFrame([row for rows in pages for row in rows])
        pages.append(page)
        offset += 50


answer = posts_of""",
        ),
        wrong_answers=(
            WrongAnswer(
                "first page, default limit",
                """import pandas as pd


def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/").json())


answer = posts_of""",
                "Without a limit",
            ),
            WrongAnswer(
                "first page, largest limit",
                """import pandas as pd


def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/?limit=100").json())


answer = posts_of""",
                "at most 100",
            ),
            WrongAnswer(
                "everybody's posts",
                """import pandas as pd


def posts_of(api, username):
    return pd.DataFrame(api.get("/posts/").json())


answer = posts_of""",
                "by others",
            ),
            WrongAnswer(
                "a limit that is refused",
                """import pandas as pd


def posts_of(api, username):
    return pd.DataFrame(api.get(f"/users/{username}/posts/?limit=1000").json())


answer = posts_of""",
                "status_code",
            ),
            WrongAnswer(
                "oldest first",
                """import pandas as pd


def posts_of(api, username):
    rows, url = [], f"/users/{username}/posts/?limit=100"
    while url:
        response = api.get(url)
        rows += response.json()
        url = response.links.get("next", {}).get("url")
    return pd.DataFrame(rows[::-1])


answer = posts_of""",
                "oldest comes first",
            ),
            WrongAnswer(
                "a list",
                """def posts_of(api, username):
    return api.get(f"/users/{username}/posts/").json()


answer = posts_of""",
                "return a DataFrame",
            ),
        ),
        judge=posts_of_judge,
        praise="0, 3 and 130 posts, each once, newest first.",
    ),
]
