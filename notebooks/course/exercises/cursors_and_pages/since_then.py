"""A list followed page by page, while others go on writing to it."""

from datetime import datetime, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import insert

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import EVENING, Rows, no_rows, post, user
from course.judges.endpoints import service_with
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from course.judges.writes import copied
from microblog.models import Post


def many_posts() -> Rows:
    """450 posts, four at each moment, whose ids are not in the order of their times."""
    rows = no_rows()
    rows["users"] = [user(1, "marta")]
    numbers = [(n * 7 % 451, n // 4 / 60) for n in range(1, 451)]
    rows["posts"] = [post(number, "Look up!", 1, hours) for number, hours in numbers]
    return rows


def since(shown: str, moment: datetime) -> Trial:
    def run(answer: Any) -> Observed:
        received = []
        with service_with([], copied(many_posts)) as service:

            def somebody_posts(response: Any) -> None:
                response.read()
                if response.status_code == 200:
                    received.append(len(response.json()))
                if len(received) > 20:  # an offset would never reach the end of the list
                    return
                new = {"content": "Me too", "owner_id": 1, "timestamp": EVENING + timedelta(days=1)}
                with service.app.state.engine.begin() as connection:
                    connection.execute(insert(Post), new | {"id": 1000 + len(received)})

            service.client.event_hooks = {"request": [], "response": [somebody_posts]}
            found = answer(service.client, moment)
        return told(found, moment, sum(received))

    return Trial(f"posts_since(api, {moment:%d %b %H:%M} UTC): {shown}", run)


def told(found: Any, moment: datetime, received: int) -> Observed:
    """What of the answer is right and what is not, in numbers."""
    if not isinstance(found, pd.DataFrame):
        raise Wrong(f"Your function returns {kind_of(found)}. Return a DataFrame.")
    by_time = sorted(many_posts()["posts"], key=lambda row: (row["timestamp"], row["id"]))
    expected = [row["id"] for row in reversed(by_time) if row["timestamp"] >= moment]
    given = found["id"].tolist() if len(found) else []
    ids = [number for number in given if number <= 450]
    enough = len(expected) + 200
    return {
        "posts that are there twice": len(ids) - len(set(ids)),
        "posts that are missing": len(set(expected) - set(ids)),
        "posts that are too old": len(set(ids) - set(expected)),
        "newest first": sorted(ids, key=expected.index) == ids if set(ids) <= set(expected) else "",
        "rows received": "not too many" if received <= enough else "too many",
    }


LOOP = """
def posts_since(api, moment):
    rows, url = [], "/posts/?limit=100"
    while url:
        response = api.get(url)
        page = response.json()
        new = [row for row in page if pd.Timestamp(row["timestamp"]) >= moment]
        rows += new
        url = response.links.get("next", {}).get("url")
        if len(new) < len(page):
            break
    return pd.DataFrame(rows)
"""
BY_KEY = """
def posts_since(api, moment):
    pages, key = [], {}
    while True:
        page = pd.DataFrame(api.get("/posts/", params={"limit": 50, **key}).json())
        if page.empty:
            return pd.concat(pages)
        page["timestamp"] = pd.to_datetime(page["timestamp"], format="ISO8601")
        pages.append(page[page["timestamp"] >= moment])
        last = page.iloc[-1]
        if last["timestamp"] < moment:
            return pd.concat(pages)
        key = {"before": last["timestamp"].isoformat(), "before_id": last["id"].item()}
"""

EXERCISE = Exercise(
    title="Since then",
    minutes=8,
    objective="page through a list by key, while others go on writing",
    task="""Write `posts_since(api, moment)`. It returns a DataFrame of all posts of `moment` or
later, newest first, as `GET /posts/` gives them; `moment` is a `datetime` in UTC. While it runs,
**somebody posts after each of your requests**: no post may be in it twice or missing. (What is
written meanwhile may be in it or not.) And it stops in time: to find the last 35 of 5,000 posts,
one page is enough.""",
    starter="""def posts_since(api, moment):
    # your code here
    ...


answer = ...  # then: posts_since""",
    hints=(
        "Begin with the loop of the notebook that follows `Link`. It reads nothing twice.",
        'The list is newest first. `pd.Timestamp(row["timestamp"]) >= moment` tells whether a '
        "row belongs to it; after the first that doesn't, you need no further page.",
        "In the loop: `new = [row for row in page if …]`, `rows += new`, then the next url "
        "from `response.links`, and `if len(new) < len(page): break`.",
    ),
    imports="import pandas as pd\n",
    answers=(LOOP, BY_KEY),
    mistakes=(
        Mistake(
            "by offset",
            """
def posts_since(api, moment):
    rows = []
    while not rows or pd.Timestamp(rows[-1]["timestamp"]) >= moment:
        page = api.get("/posts/", params={"limit": 100, "offset": len(rows)}).json()
        if not page:
            break
        rows += page
    return pd.DataFrame([row for row in rows if pd.Timestamp(row["timestamp"]) >= moment])
""",
            "Some posts are there twice. If you used an offset: each new post moves all others "
            "down by one place. Resume after a row, not at an offset.",
        ),
        Mistake(
            "all pages",
            LOOP.replace("        if len(new) < len(page):\n            break\n", ""),
            "You found the right posts, and read the whole list to find them. It is newest first, "
            "so stop at the first row that is too old.",
        ),
        Mistake(
            "the first page",
            LOOP.replace('response.links.get("next", {}).get("url")', "None"),
            "You read one page, and a page holds at most 100 posts.",
        ),
        Mistake(
            "by time alone",
            BY_KEY.replace(', "before_id": last["id"].item()', ""),
            "Posts are missing between two pages. Several posts may be of one moment, so a page "
            "resumes after a time and an id.",
        ),
        Mistake(
            "later only",
            LOOP.replace(">= moment", "> moment"),
            "The posts of exactly this moment are missing. They belong to it.",
        ),
        Mistake(
            "whole pages",
            LOOP.replace("rows += new", "rows += page"),
            "You return whole pages, and the last one also holds posts from before the moment.",
        ),
    ),
    judge=Trying(
        [
            since("no post is as new as that", EVENING + timedelta(hours=9)),
            since("the last few", EVENING + timedelta(hours=1.75)),
            since("about half of them, four at each moment", EVENING + timedelta(hours=1)),
            since("all of them", EVENING - timedelta(hours=2)),
        ]
    ),
    praise="Each post once, although the list grew meanwhile, and not a page too many.",
)
