from learners import Learners

LEARNERS = Learners(
    right=(
        """
def floods(log):
    wanted = log[log.path.eq("/login") & (log.status.eq(401) | log.status.eq(429))]
    minute = wanted.time.dt.floor("60s")
    sizes = wanted.groupby(minute).status.count()
    return list(sizes[sizes > 9].index)
""",
        """
from collections import Counter


def floods(log):
    counts = Counter()
    for row in log.itertuples():
        if row.path == "/login" and row.status in (401, 429):
            counts[row.time.floor("min")] += 1
    return sorted(minute for minute, n in counts.items() if n >= 10)
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin({401, 429})]
    counts = refused.assign(minute=refused["time"].dt.floor("min")).groupby("minute").size()
    return [minute for minute, n in counts.items() if n >= 10]
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    if refused.empty:
        return []
    counts = refused.set_index("time").sort_index()["path"].resample("1min").count()
    return counts.index[counts >= 10].to_list()
""",
    ),
    named={
        """
def floods(log):
    refused = log[log["path"].str.count("/login").gt(0) & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""": "paths that contain it",
        """
def floods(log):
    refused = log[log["path"].str.match("/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""": "paths that begin with it",
        """
def floods(log):
    r = log.query("path == '/login' and status == 401")
    counts = r["time"].dt.floor("min").value_counts().sort_index()
    return [minute for minute in counts.index if counts[minute] >= 10]
""": "401 only",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    counts = refused["time"].dt.floor("min").value_counts()
    return counts[counts >= 10].index.tolist()
""": "by the number of requests",
    },
    unnamed=(
        """
def floods(log):
    refused = log[(log["path"] == "/login") & (log["status"] >= 400)]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10]
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("min")).size()
    return per_minute[per_minute >= 10].index.astype(str).tolist()
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.minute).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.round("min")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    per_minute = refused.groupby(refused["time"].dt.floor("h")).size()
    return per_minute[per_minute >= 10].index.tolist()
""",
        """
def floods(log):
    refused = log[(log["path"] == "/login") & log["status"].isin([401, 429])]
    print(refused.groupby(refused["time"].dt.floor("min")).size())
""",
    ),
)
