"""Pairs 36 to 47: rows of one table beside rows of another."""

import pandas as pd
from sqlalchemy import func, select, true
from sqlalchemy.orm import Session, aliased, selectinload

from course.pairs.definition import Statement, effect, pair
from course.pairs.frames import Frames
from microblog import queries
from microblog.models import Follow, Like, Post, Retweet, User

JOINING = "04_joining_tables"
RARER = "04a_rarer_joins"
GROUPING = "05_grouping_rows"


@pair(
    36,
    "inner join: merge ↔ join",
    "Who wrote each post?",
    lesson=JOINING,
    starred=True,
)
def inner_join(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(
        frames.users, left_on="owner_id", right_on="id", suffixes=("", "_of_user")
    )
    return both[["id", "username"]]


@inner_join.select
def _(dialect: str) -> Statement:
    return select(Post.id, User.username).join(Post.owner)


@pair(
    37,
    "left join: merge(how='left') ↔ outerjoin",
    "What has each user written, those who wrote nothing included?",
    lesson=JOINING,
    starred=True,
)
def left_join(frames: Frames) -> pd.DataFrame:
    both = frames.users.merge(
        frames.posts, left_on="id", right_on="owner_id", how="left", suffixes=("", "_of_post")
    )
    return both[["username", "content"]]


@left_join.select
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).outerjoin(User.posts)


@left_join.wrong_select(
    "inner for outer",
    "A plain join drops the users who have no post.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(User.username, Post.content).join(User.posts)


@pair(
    38,
    "counts with zeros: groupby.count ↔ outerjoin, count(right key)",
    "How many likes has each post, those that nobody liked included?",
    lesson=GROUPING,
    starred=True,
)
def counts_with_zeros(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(frames.likes, left_on="id", right_on="post_id", how="left")
    return both.groupby("id")["user_id"].count().reset_index(name="likes")


@counts_with_zeros.select
def _(dialect: str) -> Statement:
    likes = func.count(Like.user_id).label("likes")
    return select(Post.id, likes).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)


@counts_with_zeros.wrong_select(
    "count and size",
    "`count(*)` counts rows, and the outer join makes one for a post that nobody liked.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    likes = func.count().label("likes")
    return select(Post.id, likes).outerjoin(Like, Like.post_id == Post.id).group_by(Post.id)


@counts_with_zeros.wrong_pandas(
    "count and size",
    "`size` counts rows as well; `count` leaves out the missing ones.",
    posts=[{"id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(frames.likes, left_on="id", right_on="post_id", how="left")
    return both.groupby("id").size().reset_index(name="likes")


@counts_with_zeros.wrong_select(
    "inner for outer",
    "Counting the likes alone leaves out the posts that have none.",
    posts=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    id = Like.post_id.label("id")
    return select(id, func.count().label("likes")).group_by(Like.post_id)


@pair(
    39,
    "two counts: two maps ↔ two subqueries",
    "How many likes and how many retweets has each of the newest posts?",
    lesson=GROUPING,
    starred=True,
    ordered=True,
    note="The service's own statement: `GET /posts/with_counts/` answers with its rows. It picks "
    "the page first, and counts for these posts alone.",
)
def two_counts(frames: Frames) -> pd.DataFrame:
    page = frames.posts.dropna(subset="timestamp")
    page = page.sort_values(["timestamp", "id"], ascending=False).head(20)
    owners = frames.users[["id", "username"]].rename(columns={"id": "owner_id"})
    page = page.merge(owners)
    for name, table in {"likes": frames.likes, "retweets": frames.retweets}.items():
        counts = table.groupby("post_id").size()
        page[f"{name}_count"] = page["id"].map(counts).fillna(0)
    return page


@two_counts.select
def _(dialect: str) -> Statement:
    return queries.posts_with_counts()


@two_counts.wrong_select(
    "two joins multiply",
    "Each like meets each retweet: two likes and three retweets become six of both.",
    users=[{"id": 1}],
    posts=[{"id": 1}],
    likes=[{"user_id": 2, "post_id": 1}, {"user_id": 3, "post_id": 1}],
    retweets=[{"user_id": reader, "post_id": 1} for reader in (2, 3, 4)],
)
def _(dialect: str) -> Statement:
    rows = select(
        *Post.__table__.c,
        User.username,
        func.count(Like.user_id).label("likes_count"),
        func.count(Retweet.user_id).label("retweets_count"),
    )
    rows = rows.join(Post.owner).outerjoin(Like, Like.post_id == Post.id)
    rows = rows.outerjoin(Retweet, Retweet.post_id == Post.id)
    return rows.group_by(*Post.__table__.c, User.username)


@pair(
    40,
    "semi-join: isin ↔ exists",
    "Which posts did somebody like?",
    lesson=JOINING,
)
def semi_join(frames: Frames) -> pd.DataFrame:
    return frames.posts[frames.posts["id"].isin(frames.likes["post_id"])][["id"]]


@semi_join.select
def _(dialect: str) -> Statement:
    liked = select(Like).where(Like.post_id == Post.id).exists()
    return select(Post.id).where(liked)


@semi_join.wrong_select(
    "two joins multiply",
    "A join gives a post once for each of its likes.",
    posts=[{"id": 1}],
    likes=[{"user_id": 1, "post_id": 1}, {"user_id": 2, "post_id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id).join(Like, Like.post_id == Post.id)


@pair(
    41,
    "anti-join: ~isin ↔ ~exists",
    "Who has written nothing?",
    lesson=JOINING,
)
def anti_join(frames: Frames) -> pd.DataFrame:
    return frames.users[~frames.users["id"].isin(frames.posts["owner_id"])][["id", "username"]]


@anti_join.select
def _(dialect: str) -> Statement:
    wrote = select(Post).where(Post.owner_id == User.id).exists()
    return select(User.id, User.username).where(~wrote)


@anti_join.wrong_select(
    "~isin",
    "One NULL in the list, and nobody is surely outside of it: the result is empty.",
    users=[{"id": 1}],
    posts=[{"id": 1, "owner_id": None}],
)
def _(dialect: str) -> Statement:
    return select(User.id, User.username).where(User.id.not_in(select(Post.owner_id)))


@pair(
    42,
    "a table with itself: merge with itself ↔ aliased",
    "Who follow each other?",
    lesson=JOINING,
)
def self_join(frames: Frames) -> pd.DataFrame:
    back = frames.follows.rename(
        columns={"follower_id": "followee_id", "followee_id": "follower_id"}
    )
    mutual = frames.follows.merge(back)
    return mutual[mutual["follower_id"] < mutual["followee_id"]]


@self_join.select
def _(dialect: str) -> Statement:
    back = aliased(Follow)
    rows = select(Follow.follower_id, Follow.followee_id).where(
        back.follower_id == Follow.followee_id,
        back.followee_id == Follow.follower_id,
        Follow.follower_id < Follow.followee_id,
    )
    return rows


@pair(
    43,
    "full join: merge(how='outer') ↔ outerjoin(full=True)",
    "Which post belongs to which user? Keep posts without a user and users without a post.",
    lesson=RARER,
    note="SQLite has full joins since version 3.39.",
)
def full_join(frames: Frames) -> pd.DataFrame:
    both = frames.posts.merge(
        frames.users, left_on="owner_id", right_on="id", how="outer", suffixes=("_post", "_user")
    )
    return both[["id_post", "id_user"]]


@full_join.select
def _(dialect: str) -> Statement:
    rows = select(Post.id.label("id_post"), User.id.label("id_user"))
    return rows.outerjoin(Post.owner, full=True)


@full_join.wrong_select(
    "inner for outer",
    "A left join keeps one side only.",
    users=[{"id": 1}],
)
def _(dialect: str) -> Statement:
    return select(Post.id.label("id_post"), User.id.label("id_user")).outerjoin(Post.owner)


@pair(
    44,
    "everything with everything: merge(how='cross') ↔ join(true())",
    "Which pairs of users are there?",
    lesson=RARER,
)
def cross_join(frames: Frames) -> pd.DataFrame:
    ids = frames.users[["id"]]
    return ids.merge(ids, how="cross", suffixes=("", "_of_other"))


@cross_join.select
def _(dialect: str) -> Statement:
    other = aliased(User)
    return select(User.id, other.id.label("id_of_other")).join(other, true())


@pair(
    45,
    "non-equi join: merge, filter ↔ join on >",
    "Which posts did the same owner write before each post, going by the ids?",
    lesson=RARER,
)
def non_equi_join(frames: Frames) -> pd.DataFrame:
    owned = frames.posts.dropna(subset="owner_id")[["id", "owner_id"]]
    both = owned.merge(owned, on="owner_id", suffixes=("", "_before"))
    return both[both["id"] > both["id_before"]][["id", "id_before"]]


@non_equi_join.select
def _(dialect: str) -> Statement:
    before = aliased(Post)
    same_owner_earlier = (before.owner_id == Post.owner_id) & (before.id < Post.id)
    return select(Post.id, before.id.label("id_before")).join(before, same_owner_earlier)


@non_equi_join.wrong_pandas(
    "NULL keys",
    "`merge` takes two missing owners for one and the same; in SQL no NULL equals another.",
    posts=[{"id": 1, "owner_id": None}, {"id": 2, "owner_id": None}],
)
def _(frames: Frames) -> pd.DataFrame:
    posts = frames.posts[["id", "owner_id"]]
    both = posts.merge(posts, on="owner_id", suffixes=("", "_before"))
    return both[both["id"] > both["id_before"]][["id", "id_before"]]


@pair(
    46,
    "the last one before: merge_asof ↔ a correlated limit(1)",
    "Which was the newest post at the moment of each retweet?",
    lesson=RARER,
)
def last_one_before(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets.dropna(subset="timestamp").sort_values("timestamp")
    posts = frames.posts.dropna(subset="timestamp").sort_values(["timestamp", "id"])
    both = pd.merge_asof(retweets, posts, on="timestamp")
    return both[["user_id", "post_id", "id"]].rename(columns={"id": "newest"})


@last_one_before.select
def _(dialect: str) -> Statement:
    newest = select(Post.id).where(Post.timestamp <= Retweet.timestamp)
    newest = newest.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)
    columns = (Retweet.user_id, Retweet.post_id, newest.scalar_subquery().label("newest"))
    return select(*columns).where(Retweet.timestamp.is_not(None))


@last_one_before.wrong_pandas(
    "ties",
    "Of two posts of one moment `merge_asof` takes the one that stands last in the frame.",
    posts=[{"id": 2}, {"id": 1}],
    retweets=[{"user_id": 1, "post_id": 1}],
)
def _(frames: Frames) -> pd.DataFrame:
    retweets = frames.retweets.dropna(subset="timestamp").sort_values("timestamp")
    posts = frames.posts.dropna(subset="timestamp").sort_values("timestamp")
    both = pd.merge_asof(retweets, posts, on="timestamp")
    return both[["user_id", "post_id", "id"]].rename(columns={"id": "newest"})


@effect(
    47,
    "related objects: merge ↔ relationship, selectinload",
    "Which posts belong to each user, as objects?",
    lesson=JOINING,
    starred=True,
    note="Two statements for up to 500 users, and one more for every 500 after that; without "
    "`selectinload` one more for each user.",
)
def related_objects(frames: Frames, session: Session) -> pd.DataFrame:
    posts = frames.posts.rename(columns={"id": "post_id"})
    both = frames.users.merge(posts, left_on="id", right_on="owner_id")
    return both[["username", "post_id"]]


@related_objects.write
def _(session: Session) -> pd.DataFrame:
    users = session.scalars(select(User).options(selectinload(User.posts)))
    rows = [(user.username, post.id) for user in users for post in user.posts]
    return pd.DataFrame(rows, columns=["username", "post_id"])
