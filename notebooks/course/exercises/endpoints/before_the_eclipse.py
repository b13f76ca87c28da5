"""An address: the path and the query of a list."""

from typing import Any

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, no_rows, post, user
from course.judges.endpoints import Service, service_with
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying
from course.judges.values import kind_of
from course.judges.writes import copied

ECLIPSE = 31 / 60  # hours after 18:00 UTC


def evening() -> Rows:
    """Marta's post, 25 after it, 25 before it, and ids that are not in the order of the times."""
    rows = no_rows()
    rows["users"] = [user(1, "marta"), user(2, "ana")]
    rows["posts"] = [post(3709, "Totality over Burgos!", 1, ECLIPSE)]
    rows["posts"] += [post(60 - n, f"{n} before", 2, ECLIPSE - n / 9) for n in range(1, 26)]
    rows["posts"] += [post(100 + n, f"{n} after", 2, ECLIPSE + n / 9) for n in range(1, 26)]
    return rows


def few_before() -> Rows:
    """Three posts before Marta's, one of them a second earlier, and one after it."""
    rows = no_rows()
    rows["users"] = [user(1, "marta")]
    rows["posts"] = [post(3709, "Totality over Burgos!", 1, ECLIPSE), post(8, "Dusk?", 1, -20)]
    rows["posts"] += [
        post(90, "Now!", 1, ECLIPSE - 1 / 3600),
        post(7, "Soon", 1, -3),
        post(2, "Night", 1, 4),
    ]
    return rows


def asking(shown: str, rows: Any) -> Trial:
    def run(address: str) -> Observed:
        with service_with([], copied(rows)) as service:
            return answered(service, address)

    return Trial(shown, run)


def answered(service: Service, address: str) -> Observed:
    response = service.send("GET", address)
    found = response.json()
    if response.status_code == 422:
        first = found["detail"][0]
        return {"status": 422, "because": f"{first['loc'][-1]} {first['msg']}"}
    if not isinstance(found, list):
        return {"status": response.status_code, "answer": "no list"}
    return {"status": 200, "posts": [each.get("content") for each in found]}


def an_address(answer: Any) -> str:
    if not isinstance(answer, str):
        raise Wrong(
            f"This is {kind_of(answer)}. Answer with the address as text, such as '/posts/17'."
        )
    if not answer.startswith("/"):
        raise Wrong("Begin with the path, that is, with a slash. Leave out the server's part.")
    return answer


EXERCISE = Exercise(
    title="Before the eclipse",
    minutes=3,
    objective="ask an endpoint for exactly the rows you want, by its address",
    task="""Marta wrote *Totality over Burgos!* on 12 August 2026 at 20:31, which is 18:31 UTC.
Write the address, path and query, of the **five newest posts that are older than that**.""",
    starter="answer = ...  # an address in quotes, beginning with a slash",
    hints=(
        "The list of posts is at `/posts/`, and the 422 for `?limt=3` above names its parameters: "
        "which one says *how many*, and which *older than*?",
        "After the path comes one `?`, then `name=value`, and an `&` between two of them. A "
        "moment is written like `2026-12-31T23:59:59Z`.",
        '`answer = "/posts/?limit=5&before=2026-08-12T18:31:00Z"`',
    ),
    imports="from urllib.parse import urlencode\n",
    answers=(
        'answer = "/posts/?limit=5&before=2026-08-12T18:31:00Z"',
        'answer = "/posts/?before=2026-08-12T20:31:00%2B02:00&before_id=0&limit=5"',
        'answer = "/posts/?" + urlencode({"limit": 5, "before": "2026-08-12T20:31:00+02:00"})',
    ),
    mistakes=(
        Mistake(
            "no limit",
            'answer = "/posts/?before=2026-08-12T18:31:00Z"',
            "You get up to 20 posts: that many come where limit is left out.",
        ),
        Mistake(
            "no moment",
            'answer = "/posts/?limit=5"',
            "You get the five newest posts of all. Nothing in your address says before when.",
        ),
        Mistake(
            "a bare plus",
            'answer = "/posts/?limit=5&before=2026-08-12T20:31:00+02:00"',
            "Your moment arrives with a blank in it. A bare + in an address is read as a blank: "
            "write it as %2B, or use UTC and Z.",
        ),
        Mistake(
            "local time as UTC",
            'answer = "/posts/?limit=5&before=2026-08-12T20:31:00Z"',
            "Your moment is two hours too late: it was 20:31 in Burgos, and Z means UTC.",
        ),
        Mistake(
            "no zone",
            'answer = "/posts/?limit=5&before=2026-08-12T18:31:00"',
            "Your moment has no time zone. A Z behind it means UTC.",
        ),
        Mistake(
            "two question marks",
            'answer = "/posts/?limit=5?before=2026-08-12T18:31:00Z"',
            "Your limit isn't a number. Everything up to the next & belongs to it; a second ? "
            "doesn't end it.",
        ),
        Mistake(
            "a misspelt parameter",
            'answer = "/posts/?limit=5&older_than=2026-08-12T18:31:00Z"',
            "The list of posts has no parameter of that name, and the service refuses it.",
        ),
    ),
    judge=Trying(
        [
            asking("Three posts are older than Marta's", few_before),
            asking("25 posts came before Marta's, and 25 after it", evening),
        ],
        kind=an_address,
    ),
    praise="Five posts, the last ones before the Sun went black, and no line of Python.",
)
