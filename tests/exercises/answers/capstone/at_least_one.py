from learners import Learners

FILLED = """def hit_rate(suggested, hidden):
    found = suggested.merge(hidden, on={on})
    hits = found.groupby("user_id").size()
    hits = hits.reindex(hidden["user_id"].{users}, fill_value={missing})
    return (hits > 0).mean()


answer = hit_rate"""


def filled(
    on: str = '["user_id", "candidate_id"]', users: str = "unique()", missing: str = "0"
) -> str:
    return FILLED.format(on=on, users=users, missing=missing)


LEARNERS = Learners(
    right=(
        filled(users="drop_duplicates()"),
        filled(on='["candidate_id", "user_id"]', missing="0.0"),
        """def hit_rate(suggested, hidden):
    pairs = set(zip(suggested["user_id"], suggested["candidate_id"]))
    lucky = {user for user, candidate in zip(*hidden.values.T) if (user, candidate) in pairs}
    return len(lucky) / hidden["user_id"].nunique()


answer = hit_rate""",
        """def hit_rate(suggested, hidden):
    found = suggested.merge(hidden)
    return found["user_id"].nunique() / len(set(hidden["user_id"]))


answer = hit_rate""",
    ),
    named={
        """def hit_rate(suggested, hidden):
    hits = suggested.merge(hidden)["user_id"].value_counts()
    return hits.gt(0).mean()


answer = hit_rate""": "only the lucky ones",
        """def hit_rate(suggested, hidden):
    return suggested.merge(hidden)["user_id"].nunique() / len(set(suggested["user_id"]))


answer = hit_rate""": "all suggested to",
        filled(users="drop_duplicates()").replace(
            'hidden, on=["user_id", "candidate_id"]', 'hidden.drop(columns="candidate_id")'
        ): "any candidate",
        """def hit_rate(suggested, hidden):
    lucky = suggested.merge(hidden)["user_id"].unique()
    return sum(user in lucky for user in hidden["user_id"]) / len(hidden)


answer = hit_rate""": "once for each hidden follow",
    },
    unnamed=(
        """def hit_rate(suggested, hidden):
    hits = suggested.merge(hidden)["user_id"]
    return hits.nunique() / max(1, hits.nunique())


answer = hit_rate""",
        filled(missing="1"),
        filled(on='"candidate_id"').replace('"user_id").size', '"user_id_x").size'),
        """def hit_rate(suggested, hidden):
    found = suggested.merge(hidden)
    return len(found) / len(hidden)


answer = hit_rate""",
        """def hit_rate(suggested, hidden):
    print(0.5)


answer = hit_rate""",
        "answer = 0.5",
    ),
)
