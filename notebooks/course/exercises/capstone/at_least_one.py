"""Another measure of the same suggestions, to fill in."""

from collections.abc import Callable

import pandas as pd

from course.exercises.exercise import Exercise, Mistake
from course.judges.trials import Observed, Trial, Trying

Pairs = tuple[tuple[int, int], ...]
SUGGESTED = ((1, 2), (1, 3), (1, 4), (2, 1), (2, 9), (3, 1), (3, 2), (9, 1), (9, 2))


def trying(suggested: Pairs, hidden: Pairs) -> Trial:
    frames = [
        pd.DataFrame(rows, columns=["user_id", "candidate_id"]) for rows in (suggested, hidden)
    ]
    shown = f"Pairs of user_id and candidate_id. Suggested: {suggested}. Hidden: {hidden}."

    def run(answer: Callable[[pd.DataFrame, pd.DataFrame], float]) -> Observed:
        return {"returns": answer(*(frame.copy() for frame in frames))}

    return Trial(shown, run)


def of(merged: str = "", users: str = ".unique()", missing: str = "0", end: str = "> 0") -> str:
    merged = merged or 'hidden, on=["user_id", "candidate_id"]'
    return f"""
def hit_rate(suggested, hidden):
    found = suggested.merge({merged})
    hits = found.groupby("user_id").size()
    hits = hits.reindex(hidden["user_id"]{users}, fill_value={missing})
    return (hits {end}).mean()
"""


EXERCISE = Exercise(
    title="At least one",
    minutes=4,
    objective="compare recommenders on follows that they haven't seen",
    task="""Precision asks how many of the five were right. A user may care only whether there was
anybody worth following. Fill in the gaps, so that `hit_rate` returns the share of users for whom at
least one suggestion was right. All users with hidden follows count, once each. (Both frames have
the columns `user_id` and `candidate_id`.)""",
    starter="""def hit_rate(suggested, hidden):
    found = suggested.merge(hidden, on=____)
    hits = found.groupby("user_id").size()
    hits = hits.reindex(hidden["user_id"].____, fill_value=____)
    return (hits > 0).mean()


answer = hit_rate""",
    hints=(
        "A suggestion is right if the same user and the same candidate are in `hidden`. Who is "
        "missing in `found`?",
        "A user without a hit has no group, so `reindex` has to bring them back, with the number "
        "of hits that they had. In `hidden`, a user comes once for each hidden follow.",
        '`on=["user_id", "candidate_id"]`, `.unique()`, `fill_value=0`, and `hits > 0`.',
    ),
    imports="",
    answers=(
        of(),
        """
def hit_rate(suggested, hidden):
    right = hidden.merge(suggested, how="left", indicator="came")
    right["hit"] = right["came"] == "both"
    return right.groupby("user_id")["hit"].any().mean()
""",
    ),
    mistakes=(
        Mistake(
            "only the lucky ones",
            """
def hit_rate(suggested, hidden):
    found = suggested.merge(hidden, on=["user_id", "candidate_id"])
    hits = found.groupby("user_id").size()
    return (hits > 0).mean()
""",
            "Users without a hit don't count in your share, so it's 1 as soon as there is one hit. "
            "They have no row in `found`: bring them back before you take the mean.",
        ),
        Mistake(
            "any candidate",
            of('hidden[["user_id"]].drop_duplicates(), on="user_id"'),
            "You count each user who got any suggestion at all. A suggestion is right if the same "
            "candidate is hidden for the same user.",
        ),
        Mistake(
            "once for each hidden follow",
            """
def hit_rate(suggested, hidden):
    found = suggested.merge(hidden, on=["user_id", "candidate_id"])
    return hidden["user_id"].isin(found["user_id"]).mean()
""",
            "A user with many hidden follows counts many times in your share. Let each count once.",
        ),
        Mistake(
            "all suggested to",
            """
def hit_rate(suggested, hidden):
    found = suggested.merge(hidden, on=["user_id", "candidate_id"])
    return found["user_id"].nunique() / suggested["user_id"].nunique()
""",
            "You divide by the users who got suggestions. Divide by those who have hidden follows: "
            "the others can't have a hit, and some of these may have got no suggestion.",
        ),
    ),
    judge=Trying(
        [
            trying(SUGGESTED[:2], ((1, 3),)),
            trying(SUGGESTED[:4], ((1, 3), (2, 4))),
            trying(SUGGESTED, ((1, 3), (1, 4), (1, 7), (2, 4), (3, 9))),
            trying(SUGGESTED, ((5, 1), (1, 2), (1, 5), (1, 6), (2, 1), (3, 4))),
            trying(SUGGESTED[::-1], ((7, 2), (2, 7), (4, 4))),
        ]
    ),
    praise="Each user with hidden follows counts once, those without a hit too.",
)
