"""Failed logins in a log, counted by minute."""

from typing import Any

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

START = pd.Timestamp("2026-08-12T18:30:00Z")
Requests = tuple[int, int, str, int]  # how many, from which second on, path, status


def log_of(*requests: Requests) -> pd.DataFrame:
    """One row for each request, not in the order of time."""
    rows = [
        {"time": START + pd.Timedelta(seconds=second + 3 * n), "path": path, "status": status}
        for count, second, path, status in requests
        for n in range(count)
    ]
    log = pd.DataFrame(rows[::-1], columns=["time", "path", "status"])
    return log.astype({"time": "datetime64[ns, UTC]", "status": "int64"})


def reading(shown: str, *requests: Requests) -> Trial:
    def run(answer: Any) -> Observed:
        return {"returns": answer(log_of(*requests))}

    return Trial(shown, run)


EXERCISE = Exercise(
    title="The minute of the flood",
    minutes=6,
    objective="find an attack in the service's log",
    task="""Write `floods(log)` in pandas. `log` is a frame with the columns `time` (in UTC),
`path` and `status`, one row for each request. Return a list with the minutes, as Timestamps and in
order, in which ten or more requests to `/login` were answered with 401 or 429.""",
    starter="""def floods(log):
    # your code here
    ...


answer = ...  # then: floods""",
    hints=(
        "Which rows count? They have one path and one of two statuses. Then count them by minute.",
        '`.dt.floor("min")` cuts a time down to its minute, and `groupby` takes that as its '
        "key. Compare the counts with 10.",
        '`refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]`, then '
        '`per_minute = refused.groupby(refused["time"].dt.floor("min")).size()`, and the index '
        "of those that are at least 10, with `.tolist()`.",
    ),
    imports="import pandas as pd",
    answers=(
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
        """
def floods(log):
    refused = log.query("path == '/login' and status in (401, 429)")
    counts = refused["time"].dt.floor("min").value_counts()
    return sorted(counts.index[counts >= 10])
""",
    ),
    mistakes=(
        Mistake(
            "off by one",
            """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute > 10].index.tolist()
""",
            "A minute with exactly ten refused logins is missing. Ten or more are asked for.",
        ),
        Mistake(
            "401 only",
            """
def floods(log):
    refused = log[(log["path"] == "/login") & (log["status"] == 401)]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
            "You count the answers with 401 and leave out those with 429. Once the throttle steps "
            "in, the rest of a flood is answered with 429.",
        ),
        Mistake(
            "successes too",
            """
def floods(log):
    logins = log[log["path"] == "/login"]
    per_minute = logins.groupby(logins["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
            "You count every login, whatever its status. Many good logins aren't a flood.",
        ),
        Mistake(
            "every path",
            """
def floods(log):
    refused = log[log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
            "You count refused requests to every path. Only those to /login are guesses.",
        ),
        Mistake(
            "paths that contain it",
            """
def floods(log):
    refused = log[log["path"].str.contains("/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
            "You also count paths that only contain /login, such as /login_help or /users/login. "
            "The path must be /login and nothing else.",
        ),
        Mistake(
            "paths that begin with it",
            """
def floods(log):
    refused = log[log["path"].str.startswith("/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
            "You also count paths that only begin with /login, such as /login_help. The path must "
            "be /login and nothing else.",
        ),
        Mistake(
            "by the number of requests",
            """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].sort_values(ascending=False).index.tolist()
""",
            "The minutes are right, but the largest flood comes first. Return them in the order of "
            "time.",
        ),
    ),
    judge=Trying(
        [
            reading("The log has one request, to /health.", (1, 0, "/health", 200)),
            reading("18:30 has ten logins that got 401.", (10, 0, "/login", 401)),
            reading("18:30 has nine logins that got 401.", (9, 0, "/login", 401)),
            reading(
                "18:30 has six logins that got 401, and then six that got 429.",
                (6, 0, "/login", 401),
                (6, 20, "/login", 429),
            ),
            reading("18:30 has twelve logins that got 200.", (12, 0, "/login", 200)),
            reading("18:30 has twelve times 401 at /users/me.", (12, 0, "/users/me", 401)),
            reading("18:30 has twelve times 401 at /login_help.", (12, 0, "/login_help", 401)),
            reading("18:30 has twelve times 401 at /users/login.", (12, 0, "/users/login", 401)),
            reading("18:30 has twelve logins that got 422.", (12, 0, "/login", 422)),
            reading(
                "18:30 has five refused logins in its last seconds, 18:31 has seven.",
                (5, 45, "/login", 401),
                (7, 60, "/login", 401),
            ),
            reading(
                "18:30 has eleven refused logins, 18:31 one, and 18:33 fifteen.",
                (11, 0, "/login", 401),
                (1, 70, "/login", 401),
                (15, 180, "/login", 429),
            ),
        ]
    ),
    praise="The minutes of the attack, and none in which people only mistyped.",
)
