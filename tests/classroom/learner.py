"""One learner of a large class: joins by the kit, then does what people in a room do."""

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from course import exercise, join
from course.classroom import reporting

Work = Callable[[], httpx.Response | None]
LONGEST_PAUSE = 2.0  # seconds
EXERCISES = ("00.2", "00.3", "01.1")  # quick ones: thirty laptops judge on two cores here
WORDS = "rows columns keys joins windows tokens pages indexes plans sessions commits".split()


@dataclass
class Seen:
    """What a learner saw: how long each kind of call took, which statuses, what was posted."""

    name: str = ""
    seconds: dict[str, list[float]] = field(default_factory=dict)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    posted: dict[str, float] = field(default_factory=dict)  # the moment, by text
    errors: list[str] = field(default_factory=list)

    def timed(self, what: str, work: Callable[[], Any]) -> Any:
        started = time.monotonic()
        try:
            result = work()
        except Exception as error:
            self.errors.append(f"{what}: {type(error).__name__}: {error}")
            return None
        self.seconds.setdefault(what, []).append(time.monotonic() - started)
        if isinstance(result, httpx.Response):
            self.statuses[what, result.status_code] += 1
        return result


def learn(number: int, address: str, code: str, until: float, folder: Path) -> Seen:
    """Joins, and goes on until that moment (of `time.time`)."""
    os.environ["MICROBLOG_COURSE_HOME"] = str(folder / f"learner {number}")
    seen, chance = Seen(), random.Random(number)
    api = seen.timed("join", lambda: join(address, code))
    if api is None:
        return seen
    seen.name = api.get("/users/me").json()["username"]
    actions: list[tuple[str, Work, int]] = [
        ("post", lambda: post(api, seen, chance), 3),
        ("read", lambda: api.get("/posts/with_counts/", params={"limit": 50}), 4),
        ("timeline", lambda: api.get("/timeline/"), 3),
        ("like", lambda: on_a_post(api, chance, "like"), 5),
        ("retweet", lambda: on_a_post(api, chance, "retweet"), 1),
        ("follow", lambda: follow(api, seen, chance), 3),
        ("check", lambda: check(chance), 2),
    ]
    while time.time() < until:
        what, work, _ = chance.choices(actions, [weight for *_, weight in actions])[0]
        seen.timed(what, work)
        time.sleep(chance.uniform(0, LONGEST_PAUSE))
    reporting.stop()
    api.close()
    return seen


def post(api: httpx.Client, seen: Seen, chance: random.Random) -> httpx.Response:
    about = " ".join(chance.choices(WORDS, k=chance.randint(2, 25)))
    text = f"{seen.name} {time.time():.3f}: {about}"
    sent = time.time()
    answer = api.post("/posts/", json={"content": text})
    if answer.status_code == 201:
        seen.posted[text] = sent
    return answer


def newest(api: httpx.Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = api.get("/posts/").json()
    return found


def on_a_post(api: httpx.Client, chance: random.Random, action: str) -> httpx.Response | None:
    posts = newest(api)
    return api.put(f"/posts/{chance.choice(posts)['id']}/{action}") if posts else None


def follow(api: httpx.Client, seen: Seen, chance: random.Random) -> httpx.Response | None:
    others = [each["username"] for each in newest(api) if each["username"] != seen.name]
    return api.put(f"/users/{chance.choice(others)}/follow") if others else None


def check(chance: random.Random) -> None:
    tried = exercise(chance.choice(EXERCISES))
    if chance.random() < 0.3:
        tried.hint()
    code = chance.choice([tried.solution_code, *(each.code for each in tried.wrong_answers)])
    names: dict[str, Any] = {}
    exec(code, names)
    assert tried.check(names["answer"]).outcome in {"correct", "wrong"}
