"""The rules of a table, written in pandas."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

COLUMNS = ["id", "content", "owner_id"]
PostRow = tuple[int, str | None, int | None]


def refused_of(posts: pd.DataFrame, users: tuple[int, ...]) -> Callable[[Any], Observed]:
    """What the answer returns for the frame, and whether it leaves the frames alone."""
    people = pd.DataFrame({"id": users, "username": [f"user_{n}" for n in users]})

    def run(answer: Any) -> Observed:
        mine = people.copy(), posts.copy()
        returned = answer(*mine)
        same = mine[0].equals(people) and mine[1].equals(posts)
        return {"returns": returned} | ({} if same else {"your frames": "were changed"})

    return run


def trial(shown: str, *rows: PostRow, users: tuple[int, ...] = (5, 1, 2)) -> Trial:
    posts = pd.DataFrame(rows, columns=COLUMNS, index=range(len(rows), 0, -1))
    if not rows:
        posts = posts.astype({"id": int, "content": str, "owner_id": int})
    who = f"The users are {', '.join(map(str, users))}." if users else "There are no users."
    return Trial(f"{who} {shown}", refused_of(posts, users))


EXERCISE = Exercise(
    title="Before the database says no",
    minutes=8,
    objective="find the rows that a table would refuse, in pandas",
    task="""A table refuses bad rows one at a time. Before you load a whole file, it helps to list
them all. Write `refused(users, posts)` in pandas. It returns a list of the ids of the posts that
the table `posts` would refuse because of their owner or their content, in the frame's order: the
owner is missing or isn't in `users`, or the content is missing, empty, or longer than 280
characters. (The ids are all different; you needn't check them.)""",
    starter="""def refused(users, posts):
    # your code here
    ...


answer = refused""",
    hints=(
        "You need two conditions, joined with `|`: one about `owner_id`, one about `content`.",
        "`isin` is False for a missing value, so `~isin` finds unknown and missing owners at "
        "once. What does `.str.len()` give for a missing text, and `.between` for that?",
        '`unknown = ~posts["owner_id"].isin(users["id"])` and '
        '`length = posts["content"].str.len()`; then '
        '`posts.loc[unknown | ~length.between(1, 280), "id"].tolist()`.',
    ),
    imports="import pandas as pd",
    answers=(
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 280), "id"].tolist()
""",
        """
def refused(users, posts):
    known = set(users["id"])
    return [
        row.id
        for row in posts.itertuples()
        if row.owner_id not in known or pd.isna(row.content) or not 1 <= len(row.content) <= 280
    ]
""",
    ),
    mistakes=(
        Mistake(
            "owners only",
            """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    return posts.loc[unknown, "id"].tolist()
""",
            "You find the posts whose owner isn't a user. The table also refuses some posts "
            "because of their content.",
        ),
        Mistake(
            "contents only",
            """
def refused(users, posts):
    length = posts["content"].str.len()
    return posts.loc[~length.between(1, 280), "id"].tolist()
""",
            "You find the posts whose content is bad. The table also refuses a post whose owner "
            "isn't a user.",
        ),
        Mistake(
            "missing text forgotten",
            """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | (length < 1) | (length > 280), "id"].tolist()
""",
            "A post without content is missing from your list. Its length is NaN, and NaN < 1 and "
            "NaN > 280 are both False.",
        ),
        Mistake(
            "empty text forgotten",
            """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | length.isna() | (length > 280), "id"].tolist()
""",
            "A post with an empty content is missing from your list. An empty text isn't NaN.",
        ),
        Mistake(
            "one after the other",
            """
def refused(users, posts):
    unknown = posts[~posts["owner_id"].isin(users["id"])]
    bad = posts[~posts["content"].str.len().between(1, 280)]
    return pd.concat([unknown, bad])["id"].drop_duplicates().tolist()
""",
            "The ids are right, but posts with an unknown owner come first. The list should have "
            "the frame's order.",
        ),
        Mistake(
            "a frame",
            """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts[unknown | ~length.between(1, 280)]
""",
            "You return a DataFrame. The task asks for a list of ids.",
        ),
    ),
    judge=Trying(
        (
            trial("Two good posts.", (2, "Hello", 5), (1, "Good evening", 1)),
            trial("Post 2 is by user 3, who isn't there.", (2, "Hello", 3), (1, "Hello", 1)),
            trial("Post 6 has no owner.", (6, "Hello", None), (5, "Hello", 2)),
            trial("Post 4 is empty.", (4, "", 2), (3, "Hello", 2)),
            trial("Post 7 has no content.", (7, None, 2), (8, "Hello", 2)),
            trial(
                "Post 2 has 280 characters, post 1 has 281.",
                (2, "x" * 280, 1),
                (1, "x" * 281, 1),
            ),
            trial("Post 3 is 280 times the letter é.", (3, "é" * 280, 1), (4, "a", 1)),
            trial("Post 9 is empty, and its owner isn't there either.", (9, "", 4), (10, "Hi", 1)),
            trial(
                "Post 8 is empty, post 3 is by user 7, and post 5 has no content.",
                (8, "", 1),
                (4, "Hello", 2),
                (3, "Hello", 7),
                (5, None, 5),
            ),
            trial("Two posts, by users 1 and 2.", (4, "a", 1), (3, "b", 2), users=()),
            trial("There are no posts."),
        )
    ),
    praise="Your pandas and the table agree on all these frames.",
)
