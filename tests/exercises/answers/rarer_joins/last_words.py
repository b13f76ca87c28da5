from learners import Learners

MINE = "said = select(Post.id).where(Post.owner_id == Retweet.user_id)\n"
BEFORE = "said = said.where(Post.timestamp <= Retweet.timestamp)\n"
NEWEST = "said = said.order_by(Post.timestamp.desc(), Post.id.desc()).limit(1)\n"
COLUMNS = "answer = select(Retweet.user_id, Retweet.post_id, said.scalar_subquery())"

LEARNERS = Learners(
    right=(
        f"{MINE}{BEFORE}{NEWEST}{COLUMNS}.order_by(Retweet.timestamp)",
        MINE + "said = said.where(~(Post.timestamp > Retweet.timestamp))\n" + f"{NEWEST}{COLUMNS}",
        f"{MINE}{BEFORE}{NEWEST}"
        + "answer = select("
        + "Retweet.user_id, Retweet.post_id, said.scalar_subquery().label('said_before'))",
        """
newer, old = aliased(Post), aliased(Post)
mine = (old.owner_id == Retweet.user_id) & (old.timestamp <= Retweet.timestamp)
later = select(newer).where(
    newer.owner_id == Retweet.user_id,
    newer.timestamp <= Retweet.timestamp,
    (newer.timestamp > old.timestamp)
    | ((newer.timestamp == old.timestamp) & (newer.id > old.id)),
)
answer = select(Retweet.user_id, Retweet.post_id, old.id).select_from(Retweet)
answer = answer.outerjoin(old, mine & ~later.exists())
""",
    ),
    named={
        f"said = select(Post.id)\n{BEFORE}{NEWEST}{COLUMNS}": "anybody's post",
        f"{MINE}{NEWEST}{COLUMNS}.where(Retweet.timestamp.is_not(None))": "posts from later",
        MINE
        + "said = said.where(Retweet.timestamp > Post.timestamp)\n"
        + f"{NEWEST}{COLUMNS}": "the moment itself left out",
    },
    unnamed=(
        f"{MINE}{BEFORE}said = said.order_by(Post.id.desc()).limit(1)\n{COLUMNS}",
        f"{MINE}{BEFORE}{NEWEST}answer = select(Retweet.user_id, said.scalar_subquery())",
        f"{MINE}said = said.where(Post.timestamp >= Retweet.timestamp)\n{NEWEST}{COLUMNS}",
        "said = select(Post.content).where(Post.owner_id == Retweet.user_id)\n"
        + f"{BEFORE}{NEWEST}{COLUMNS}",
        "said = select(Post.id).where(Post.id == Retweet.post_id)\n" + f"{BEFORE}{NEWEST}{COLUMNS}",
        f"{MINE}{BEFORE}said = said.order_by(Post.timestamp.desc(), Post.id).limit(1)\n{COLUMNS}",
    ),
)
