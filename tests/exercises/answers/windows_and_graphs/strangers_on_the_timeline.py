from learners import Learners

ROWS = """
f, mine = aliased(Follow), aliased(Follow)
last = func.max(Retweet.timestamp)
rows = select(f.follower_id, Post.id, last).select_from(f)
rows = rows.join(Retweet, Retweet.user_id == f.followee_id).join(Post, Post.id == Retweet.post_id)
"""
ONCE = ".group_by(f.follower_id, Retweet.post_id)"
LEFT = "left = (mine.follower_id == f.follower_id) & (mine.followee_id == Post.owner_id)\n"

LEARNERS = Learners(
    right=(
        ROWS
        + LEFT
        + "rows = rows.outerjoin(mine, left).where(mine.followee_id.is_(None))\n"
        + "answer = rows.where(f.follower_id != Post.owner_id)"
        + ONCE,
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
answer = rows.where(Post.owner_id.not_in(known), Post.owner_id != f.follower_id)"""
        + ONCE,
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
known = known.union(select(f.follower_id).correlate(f))
answer = rows.where(Post.owner_id.not_in(known))"""
        + ONCE,
        """
all_of_them = select(Follow.follower_id, Post.id, Post.owner_id, Retweet.timestamp)
all_of_them = all_of_them.join(Retweet, Retweet.user_id == Follow.followee_id)
c = all_of_them.join(Post, Post.id == Retweet.post_id).cte()
known = select(Follow).where(
    Follow.follower_id == c.c.follower_id, Follow.followee_id == c.c.owner_id
)
answer = select(c.c.follower_id, c.c.id, func.max(c.c.timestamp)).where(~known.exists())
answer = answer.where(c.c.follower_id != c.c.owner_id).group_by(c.c.follower_id, c.c.id)
""",
    ),
    named={
        ROWS + "answer = rows" + ONCE: "everybody",
        ROWS + "answer = rows.where(f.follower_id != Post.owner_id)" + ONCE: "known authors",
        ROWS
        + LEFT
        + "rows = rows.outerjoin(mine, left).where(mine.followee_id.is_(None))\n"
        + "answer = rows"
        + ONCE: "one's own posts",
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
rows = rows.where(Post.owner_id.not_in(known), Post.owner_id != f.follower_id)
answer = rows.with_only_columns(f.follower_id, Post.id, Retweet.timestamp)
""": "each retweet",
        ROWS
        + "answer = rows.where(Post.owner_id != f.follower_id, Post.owner_id != f.followee_id)"
        + ONCE: "only who retweeted",
        ROWS
        + """
known = select(mine).where(mine.followee_id == Post.owner_id)
answer = rows.where(~known.exists(), Post.owner_id != f.follower_id)"""
        + ONCE: "followed by anybody",
    },
    unnamed=(
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
rows = rows.where(Post.owner_id.not_in(known), Post.owner_id != f.follower_id)
answer = rows.group_by(Post.id)
""",
        """
mine = aliased(Follow)
rows = select(Follow.followee_id, Post.id, func.max(Retweet.timestamp))
rows = rows.join(Retweet, Retweet.user_id == Follow.follower_id)
rows = rows.join(Post, Post.id == Retweet.post_id)
known = select(mine.followee_id).where(mine.follower_id == Follow.followee_id)
answer = rows.where(Post.owner_id.not_in(known), Post.owner_id != Follow.followee_id)
answer = answer.group_by(Follow.followee_id, Post.id)
""",
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
rows = rows.where(Post.owner_id.not_in(known), Post.owner_id != f.follower_id)
answer = rows.with_only_columns(f.follower_id, Post.id).distinct()
""",
        ROWS
        + """
known = select(mine.follower_id).where(mine.followee_id == f.follower_id)
answer = rows.where(Post.owner_id.not_in(known), Post.owner_id != f.follower_id)"""
        + ONCE,
        ROWS
        + """
known = select(mine.followee_id).where(mine.follower_id == f.follower_id)
answer = rows.where(Post.owner_id.in_(known), Post.owner_id != f.follower_id)"""
        + ONCE,
    ),
)
