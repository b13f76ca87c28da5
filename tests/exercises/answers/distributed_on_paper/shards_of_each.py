from learners import Learners

LEARNERS = Learners(
    right=(
        """
def shards_of_each(follows, shards):
    def asked(group):
        return len({group.name % shards, *(group % shards)})

    return follows.groupby("follower_id")["followee_id"].apply(asked)
""",
        """
def shards_of_each(follows, shards):
    own = pd.DataFrame({"follower_id": follows["follower_id"].unique()})
    own["followee_id"] = own["follower_id"]
    both = pd.concat([follows, own])
    both["shard"] = both["followee_id"] % shards
    pairs = both[["follower_id", "shard"]].drop_duplicates()
    return pairs["follower_id"].value_counts()
""",
        """
from collections import defaultdict


def shards_of_each(follows, shards):
    homes = defaultdict(set)
    for follower, followee in zip(follows["follower_id"], follows["followee_id"]):
        homes[follower] |= {follower % shards, followee % shards}
    return {follower: len(each) for follower, each in homes.items()}
""",
        """
def shards_of_each(follows, shards):
    melted = follows.assign(me=follows["follower_id"]).melt(id_vars="follower_id")
    return (melted["value"] % shards).groupby(melted["follower_id"]).nunique()
""",
    ),
    named={
        """
def shards_of_each(follows, shards):
    shard = follows.assign(shard=follows["followee_id"] % shards)
    return shard.groupby("follower_id")["shard"].nunique()
""": "without one's own",
        """
def shards_of_each(follows, shards):
    return follows["follower_id"].value_counts() + 1
""": "people, not shards",
    },
    unnamed=(
        """
def shards_of_each(follows, shards):
    return (follows["follower_id"] % shards).groupby(follows["followee_id"]).nunique()
""",
        """
def shards_of_each(follows, shards):
    return (follows["followee_id"] % shards).nunique()
""",
        """
def shards_of_each(follows, shards):
    return (follows["followee_id"] % shards).groupby(follows["follower_id"]).unique()
""",
        "answer = 3",
    ),
)
