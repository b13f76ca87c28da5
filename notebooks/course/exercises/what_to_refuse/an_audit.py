"""Which rows of a table of users need a new password."""

from collections.abc import Mapping

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Trial, Trying


def stored(cost: int, letter: str, version: str = "2b") -> str:
    """What looks like a bcrypt hash: as long as one, easy to tell apart."""
    return f"${version}${cost:02}$" + 53 * letter


def auditing(shown: str, rows: Mapping[str, str]) -> Trial:
    numbers = [7 * number % 11 for number in range(1, len(rows) + 1)]
    columns = {"username": list(rows), "hashed_password": list(rows.values())}
    users = pd.DataFrame(columns, index=numbers, dtype="str")
    return Trial(shown, lambda weak: {"returns": weak(users.copy())})


SHA256 = "ca43a9500d98a35023a0514bbeeff80bffca042ea8a35b1b7fe2ba80b1b0a4b1"
TRIALS = (
    auditing(
        "zoe and ana have bcrypt hashes of cost 12, two different ones.",
        {"zoe": stored(12, "a"), "ana": stored(12, "b")},
    ),
    auditing(
        "jonas has a hash of cost 04, keiko one of cost 10, bodil one of cost 09.",
        {"jonas": stored(4, "a"), "keiko": stored(10, "b"), "bodil": stored(9, "c")},
    ),
    auditing(
        "zoe has a SHA-256 hash, ana a bcrypt hash of cost 12.",
        {"zoe": SHA256, "ana": stored(12, "a")},
    ),
    auditing(
        "marta has a bcrypt hash of cost 11; bodil's and ana's passwords are stored as typed.",
        {"marta": stored(11, "a"), "bodil": "three herons", "ana": "my$2b$12$ text"},
    ),
    auditing(
        "keiko and ana share one hash of cost 12; jonas has another one.",
        {"keiko": stored(12, "a"), "jonas": stored(12, "b"), "ana": stored(12, "a")},
    ),
    auditing(
        "Four people share two hashes, and zoe has a SHA-256 hash.",
        {
            "marta": stored(12, "b"),
            "jonas": stored(5, "a"),
            "zoe": SHA256,
            "ana": stored(12, "b"),
            "bodil": stored(5, "a"),
        },
    ),
    auditing("A table with a single user: ana, with a hash of cost 31.", {"ana": stored(31, "z")}),
)

EXERCISE = Exercise(
    title="An audit",
    minutes=6,
    objective="find the stored passwords that need replacing",
    task="""You get a table of users, and the question who needs a new password. Write
`weak(users)` in pandas: a list of the usernames, in the frame's order, whose `hashed_password` is
not a bcrypt hash (those begin with `$2b$`), or has a cost under 10, or is in another row too.""",
    starter="""def weak(users):
    # your code here
    ...


answer = ...  # then: weak""",
    hints=(
        "Write three conditions and join them with `|`. Which one needs to see other rows?",
        r"`.str.extract` with `^\$2b\$(\d\d)\$` gives the cost, and NaN for what isn't a bcrypt "
        "hash. Is NaN under 10? Is it 10 or more? And what does `duplicated(keep=False)` do?",
        r'`cost = users["hashed_password"].str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)`, '
        'then `shared = users["hashed_password"].duplicated(keep=False)`; '
        'and `users.loc[shared | ~(cost >= 10), "username"].tolist()`.',
    ),
    imports="from collections import Counter\n",
    answers=(
        r"""def weak(users):
    stored = users["hashed_password"]
    cost = stored.str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)
    shared = stored.duplicated(keep=False)
    return users.loc[shared | ~(cost >= 10), "username"].tolist()""",
        """def weak(users):
    seen = Counter(users["hashed_password"])
    found = []
    for row in users.itertuples():
        parts = row.hashed_password.split("$")
        strong = parts[:2] == ["", "2b"] and int(parts[2]) >= 10
        if not strong or seen[row.hashed_password] > 1:
            found.append(row.username)
    return found""",
    ),
    mistakes=(
        Mistake(
            "NaN forgotten",
            r"""def weak(users):
    stored = users["hashed_password"]
    cost = stored.str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)
    return users.loc[stored.duplicated(keep=False) | (cost < 10), "username"].tolist()""",
            "People whose `hashed_password` isn't a bcrypt hash are missing. A cost that can't be "
            "read is NaN, and a comparison with NaN is False.",
        ),
        Mistake(
            "the first of two left out",
            r"""def weak(users):
    stored = users["hashed_password"]
    cost = stored.str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)
    return users.loc[stored.duplicated() | ~(cost >= 10), "username"].tolist()""",
            "Where several people share a hash, the first of them is missing. `duplicated()` "
            "leaves out the first by default; `keep=False` finds all of them.",
        ),
        Mistake(
            "shared hashes overlooked",
            r"""def weak(users):
    cost = users["hashed_password"].str.extract(r"^\$2b\$(\d\d)\$")[0].astype(float)
    return users.loc[~(cost >= 10), "username"].tolist()""",
            "People who share a hash are missing. Two equal hashes were made with the same salt.",
        ),
        Mistake(
            "cost overlooked",
            """def weak(users):
    stored = users["hashed_password"]
    other = ~stored.str.startswith("$2b$")
    return users.loc[other | stored.duplicated(keep=False), "username"].tolist()""",
            "People whose hash has a low cost are missing. The cost is the number between the "
            "second `$` and the third: 04 and 09 are less than 10.",
        ),
        Mistake(
            "every user",
            """def weak(users):
    return users.loc[~users["hashed_password"].str.contains("$2b$"), "username"].tolist()""",
            "You return every user. If you look for `$2b$` with `str.contains` or `str.match`: "
            "there it is a regular expression, in which `$` is the end of the text, so nothing "
            "matches. Use `str.startswith`, or write `\\$`.",
        ),
    ),
    judge=Trying(TRIALS),
    praise="Plain text, fast hashes, cheap ones and shared ones: your audit finds all four.",
)
