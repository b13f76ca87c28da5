"""On how many shards the posts of a timeline are."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.judge import Wrong
from course.judges.trials import Observed, Trial, Trying


def asking(shown: str, pairs: Sequence[tuple[int, int]], shards: int) -> Trial:
    def run(answer: Any) -> Observed:
        frame = pd.DataFrame(pairs, columns=["follower_id", "followee_id"])
        counts = answer(frame, shards)
        if isinstance(counts, pd.Series):
            counts = counts.to_dict()
        if not isinstance(counts, Mapping):
            raise Wrong("Return a Series, with the follower's id as its index, or a dict.")
        return {"shards by follower": dict(sorted(counts.items()))}

    return Trial(shown, run)


EXERCISE = Exercise(
    title="How many shards does each ask?",
    minutes=8,
    objective="count how many machines a query has to ask",
    task="""A timeline shows the posts of the people whom you follow, *and your own*. Write
`shards_of_each(follows, shards)`. `follows` is a DataFrame with the columns `follower_id` and
`followee_id`; user `n` lives on shard `n % shards`. Return a Series, from each follower's id to the
number of shards that have to be asked for that person's timeline.""",
    starter="""def shards_of_each(follows, shards):
    # your code here
    ...


answer = shards_of_each""",
    hints=(
        "`shards_asked` in this notebook counts for the people who are followed. What's missing?",
        "Add a row for each follower who follows themselves, and then count different shards.",
        "`pd.concat([follows, own])`, where `own` has each `follower_id` in both columns. Then "
        "`groupby` and `nunique`, as in the notebook.",
    ),
    imports="import pandas as pd",
    answers=(
        """
def shards_of_each(follows, shards):
    own = follows.assign(followee_id=follows["follower_id"])
    both = pd.concat([follows, own], ignore_index=True)
    return (both["followee_id"] % shards).groupby(both["follower_id"]).nunique()
""",
        """
def shards_of_each(follows, shards):
    asked = {}
    for row in follows.itertuples():
        homes = asked.setdefault(row.follower_id, {row.follower_id % shards})
        homes.add(row.followee_id % shards)
    return pd.Series({follower: len(homes) for follower, homes in asked.items()})
""",
    ),
    mistakes=(
        Mistake(
            "without one's own",
            """
def shards_of_each(follows, shards):
    return (follows["followee_id"] % shards).groupby(follows["follower_id"]).nunique()
""",
            "The shard with the reader's own posts is missing where nobody whom they follow lives "
            "there.",
        ),
        Mistake(
            "one more for all",
            """
def shards_of_each(follows, shards):
    return (follows["followee_id"] % shards).groupby(follows["follower_id"]).nunique() + 1
""",
            "You add one shard for one's own posts in any case. If somebody whom they follow lives "
            "there, it's counted twice.",
        ),
        Mistake(
            "people, not shards",
            """
def shards_of_each(follows, shards):
    return follows.groupby("follower_id")["followee_id"].count() + 1
""",
            "You count people. Several of them may live on the same shard, and it's asked once.",
        ),
        Mistake(
            "all shards",
            """
def shards_of_each(follows, shards):
    return pd.Series(shards, index=follows["follower_id"].unique())
""",
            "You count every shard. The coordinator knows where each followed person "
            "lives, and asks only there.",
        ),
    ),
    judge=Trying(
        [
            asking("User 1 follows 2 and 6, on 4 shards.", [(1, 2), (1, 6)], 4),
            asking("User 1 follows 5, on 4 shards: both live on shard 1.", [(1, 5)], 4),
            asking(
                "Three users, on 3 shards.", [(7, 9), (4, 1), (7, 2), (4, 7), (9, 4), (7, 12)], 3
            ),
            asking("One shard.", [(3, 4), (3, 5), (8, 3)], 1),
        ]
    ),
    praise="Counted on the graph itself, so the figure is measured and not assumed.",
)
