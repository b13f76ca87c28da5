from learners import Learners

LEARNERS = Learners(
    right=(
        """
def refused(users, posts):
    owner = posts["owner_id"].isin(users["id"])
    content = posts["content"].fillna("").str.len()
    return posts[~(owner & (content > 0) & (content <= 280))]["id"].tolist()
""",
        """
def refused(users, posts):
    merged = posts.merge(users, left_on="owner_id", right_on="id", how="left", suffixes=("", "_u"))
    length = merged["content"].str.len()
    bad = merged["id_u"].isna() | length.isna() | (length == 0) | (length > 280)
    return list(merged.loc[bad, "id"])
""",
        """
def refused(users, posts):
    good = posts[posts["owner_id"].isin(users["id"]) & posts["content"].str.len().between(1, 280)]
    return posts.loc[~posts["id"].isin(good["id"]), "id"]
""",
        """
def refused(users, posts):
    bad = []
    for _, post in posts.iterrows():
        if post["owner_id"] not in users["id"].values:
            bad.append(post["id"])
        elif not isinstance(post["content"], str) or len(post["content"]) == 0:
            bad.append(post["id"])
        elif len(post["content"]) > 280:
            bad.append(post["id"])
    return bad
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 280), "id"].to_numpy()
""",
    ),
    named={
        """
def refused(users, posts):
    return list(posts[~posts["owner_id"].isin(users["id"].tolist())]["id"])
""": "owners only",
        """
def refused(users, posts):
    length = posts["content"].fillna("").str.len()
    return posts[(length == 0) | (length > 280)]["id"].tolist()
""": "contents only",
        """
def refused(users, posts):
    bad = ~posts["owner_id"].isin(users["id"])
    bad |= posts["content"].eq("") | posts["content"].str.len().gt(280)
    return posts.loc[bad, "id"].tolist()
""": "missing text forgotten",
        """
def refused(users, posts):
    bad = ~posts["owner_id"].isin(users["id"]) | posts["content"].isna()
    bad |= posts["content"].str.len() > 280
    return posts.loc[bad, "id"].tolist()
""": "empty text forgotten",
        """
def refused(users, posts):
    a = posts[~posts["owner_id"].isin(users["id"])]
    b = posts[~posts["content"].str.len().between(1, 280)]
    return list(dict.fromkeys([*a["id"], *b["id"]]))
""": "one after the other",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 280), ["id"]]
""": "a frame",
    },
    unnamed=(
        """
def refused(users, posts):
    a = posts[~posts["owner_id"].isin(users["id"])]
    b = posts[~posts["content"].str.len().between(1, 280)]
    return [*a["id"], *b["id"]]
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    print(posts.loc[unknown | ~length.between(1, 280), "id"].tolist())
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 279), "id"].tolist()
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.encode("utf-8").str.len()
    return posts.loc[unknown | ~length.between(1, 280), "id"].tolist()
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[~unknown & length.between(1, 280), "id"].tolist()
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return set(posts.loc[unknown | ~length.between(1, 280), "id"])
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return sorted(posts.loc[unknown | ~length.between(1, 280), "id"])
""",
        """
def refused(users, posts):
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.index[unknown | ~length.between(1, 280)].tolist()
""",
        """
def refused(users, posts):
    return [row.id for row in posts.itertuples() if not 1 <= len(row.content) <= 280]
""",
        """
def refused(users, posts):
    posts["content"] = posts["content"].fillna("")
    unknown = ~posts["owner_id"].isin(users["id"])
    length = posts["content"].str.len()
    return posts.loc[unknown | ~length.between(1, 280), "id"].tolist()
""",
        """
def refused(users, posts):
    posts = posts[posts["owner_id"].notna() & posts["content"].notna()]
    unknown = ~posts["owner_id"].isin(users["id"])
    return posts.loc[unknown | ~posts["content"].str.len().between(1, 280), "id"].tolist()
""",
        """
def refused(users, posts):
    largest = users["id"].max()
    unknown = ~(posts["owner_id"] <= largest)
    return posts.loc[unknown | ~posts["content"].str.len().between(1, 280), "id"].tolist()
""",
    ),
)
