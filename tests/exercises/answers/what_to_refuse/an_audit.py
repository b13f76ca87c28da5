from learners import Learners

LEARNERS = Learners(
    right=(
        r"""def weak(users):
    h = users.hashed_password
    good = h.str.match(r"\$2b\$[1-9]\d\$") & ~h.duplicated(keep=False)
    return list(users.username[~good])


answer = weak""",
        """import pandas as pd


def weak(users):
    h = users["hashed_password"]
    cost = pd.to_numeric(h.str[4:6].where(h.str.startswith("$2b$")), errors="coerce")
    count = h.map(h.value_counts())
    return users[(cost.isna()) | (cost < 10) | (count > 1)]["username"].to_list()


answer = weak""",
        """def weak(users):
    def bad(group):
        h = group.iloc[0]
        return len(group) > 1 or not h.startswith("$2b$") or int(h[4:6]) < 10

    h = users["hashed_password"]
    found = h.groupby(h).transform(bad).astype(bool)
    return users.loc[found, "username"].tolist()


answer = weak""",
        """def weak(users):
    hashes = list(users["hashed_password"])
    rows = zip(users["username"], hashes)
    return [
        name
        for name, h in rows
        if h[:4] != "$2b$" or h.split("$")[2] < "10" or hashes.count(h) > 1
    ]


answer = weak""",
    ),
    named={
        r"""def weak(users):
    h = users.hashed_password
    bad = h.duplicated(keep="first") | ~h.str.match(r"\$2b\$[1-9]\d\$")
    return list(users.username[bad])


answer = weak""": "the first of two left out",
        r"""def weak(users):
    return users[~users.hashed_password.str.match(r"\$2b\$[1-3]\d\$")].username.to_list()


answer = weak""": "shared hashes overlooked",
        """def weak(users):
    return list(users["username"])


answer = weak""": "every user",
    },
    unnamed=(
        """def weak(users):
    h = users["hashed_password"]
    return list(
        users["username"][
            ~h.str.contains("$2b$") | (h.str[4:6].astype(int) < 10) | h.duplicated(keep=False)
        ]
    )


answer = weak""",
        """import pandas as pd


def weak(users):
    h = users["hashed_password"]
    cost = pd.to_numeric(h.str.split("$").str[2], errors="coerce")
    bad = ~h.str.startswith("$2b$") | (cost <= 10) | h.duplicated(keep=False)
    return users.username[bad].tolist()


answer = weak""",
        """def weak(users):
    h = users["hashed_password"]
    return users[~h.str.startswith("$2b$") | h.duplicated(keep=False)]


answer = weak""",
        """def weak(users):
    return []


answer = weak""",
        r"""def weak(users):
    h = users.hashed_password
    bad = h.duplicated(keep=False) | ~h.str.match(r"\$2b\$[1-9]\d\$")
    return sorted(users.username[bad])


answer = weak""",
        r"""def weak(users):
    h = users.hashed_password
    bad = h.duplicated(keep=False) | ~h.str.contains(r"\$2b\$[1-9]\d\$")
    return list(users.username[bad])


answer = weak""",
        """def weak(users):
    h = users.hashed_password
    cost = h.str[4:6].astype(int)
    return list(users.username[(cost < 10) | h.duplicated(keep=False)])


answer = weak""",
    ),
)
