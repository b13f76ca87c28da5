"""Pages that are followed, and no further than needed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

SINCE = datetime(2026, 8, 12, 18, 0, tzinfo=UTC)
HOST = "http://127.0.0.1:8000"


def reading(size: int, *minutes: int) -> Trial:
    """Posts so many minutes after SINCE, newest first, on pages of this size."""
    rows: list[dict[str, Any]] = [
        {"id": 90 - n, "timestamp": (SINCE + timedelta(minutes=each)).isoformat()}
        for n, each in enumerate(minutes)
    ]

    def run(answer: object) -> Observed:
        asked: list[str] = []

        def get(url: str) -> httpx.Response:
            asked.append(url)
            found = httpx.URL(url)
            if found.path != "/posts/":
                return httpx.Response(404, json={"detail": "Not Found"}, request=sent(url))
            start = next((n for n, row in enumerate(rows) if row["id"] < last_of(found)), len(rows))
            page = rows[start : start + size]
            headers = {}
            if page and page[-1] != rows[-1]:
                link = f"{HOST}/posts/?limit=100&before_id={page[-1]['id']}"
                headers["Link"] = f'<{link}>; rel="next"'
            return httpx.Response(200, json=page, headers=headers, request=sent(url))

        returned = answer(get, SINCE)  # type: ignore[operator]
        return {"returns": [row["id"] for row in returned], "requests": len(asked)}

    told = ", ".join(f"{each:+d}" for each in minutes) or "none"
    return Trial(
        f"Posts on pages of {size}, in minutes from `since`: {told}. (Ids are shown.)", run
    )


def last_of(url: httpx.URL) -> int:
    return int(url.params.get("before_id", 10**9))


def sent(url: str) -> httpx.Request:
    return httpx.Request("GET", httpx.URL(HOST).join(url))


LOOP = """
from datetime import datetime


def posts_since(get, since):
    found, url = [], "/posts/?limit=100"
    while url:
        page = get(url)
        rows = page.json()
        new = [row for row in rows if datetime.fromisoformat(row["timestamp"]) {compared} since]
        found += {added}
        url = {following}
    return found
"""
NEXT = 'page.links.get("next", {}).get("url")'


def loop(compared: str = ">=", added: str = "new", following: str = "") -> str:
    following = following or f"{NEXT} if len(new) == len(rows) else None"
    return LOOP.format(compared=compared, added=added, following=following)


EXERCISE = Exercise(
    title="As few requests as it takes",
    minutes=6,
    objective="collect data through an API, page after page and politely",
    task="""Write `posts_since(get, since)`, which returns the posts (dicts, newest first) that were
written at the moment `since` or later. `get(url)` is like ours: it returns a response of httpx.
Begin with `"/posts/?limit=100"`, whose posts come newest first, and ask for no page that you don't
need. A post's `timestamp` is text, which `datetime.fromisoformat` reads.""",
    starter="""def posts_since(get, since): ...


answer = posts_since""",
    hints=(
        "When do you know that the next page can't hold anything new?",
        "As long as every post of a page is new enough, the next page may have more. The address "
        'of the next page is in `page.links["next"]["url"]`, if there is one.',
        'Collect `new` from `rows = page.json()`; then `url = page.links.get("next", '
        '{}).get("url") if len(new) == len(rows) else None`, and go on while there is a `url`.',
    ),
    imports="",
    answers=(
        loop(),
        """
from datetime import datetime


def posts_since(get, since):
    page = get("/posts/?limit=100")
    found = list(page.json())
    while found and datetime.fromisoformat(found[-1]["timestamp"]) >= since:
        if "next" not in page.links:
            break
        page = get(page.links["next"]["url"])
        found += page.json()
    return [row for row in found if not datetime.fromisoformat(row["timestamp"]) < since]
""",
    ),
    mistakes=(
        Mistake(
            "all pages",
            loop(following=NEXT),
            "The posts are right, but you ask for every page there is. They come newest first: "
            "after the first older post no newer one can come.",
        ),
        Mistake(
            "first page",
            loop(following="None"),
            "You read the first page only. The `Link` header leads to the next one.",
        ),
        Mistake(
            "whole pages",
            loop(added="rows"),
            "On the last page that you read, some posts are older than `since`, and you return "
            "them too.",
        ),
        Mistake(
            "later only",
            loop(compared=">"),
            "A post written exactly at `since` is missing.",
        ),
        Mistake(
            "one page too many",
            loop(following=f"{NEXT} if new else None"),
            "The posts are right, but you go on after a page that has an older post already. "
            "Everything after that post is older still.",
        ),
    ),
    judge=Trying(
        [
            reading(3, 5),
            reading(3),
            reading(2, 9, 7, 0, -1, -2, -3, -9),
            reading(2, 9, 7, 3, 0, -1, -2, -3),
            reading(3, 8, 7, 7, 2, 1, 0),
            reading(2, -1, -2, -3),
        ]
    ),
    praise="All posts since that moment, and no request too many.",
)
