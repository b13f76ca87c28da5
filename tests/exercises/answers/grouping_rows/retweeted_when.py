from learners import Learners

COUNT = 'func.count().label("retweets")'
FIRST = 'func.min(Retweet.timestamp).label("first")'

LEARNERS = Learners(
    right=(
        f'answer = select(Retweet.post_id, func.count("*").label("retweets"), {FIRST})'
        '.group_by("post_id")',
        f"""
rows = select(Post.id.label("post_id"), {COUNT}, {FIRST})
answer = rows.join(Retweet, Retweet.post_id == Post.id).group_by(Post.id)
""",
        """
counts = select(Retweet.post_id, func.count().label("n"), func.min(Retweet.timestamp).label("t"))
counts = counts.group_by(Retweet.post_id).subquery()
answer = select(counts.c.post_id, counts.c.n.label("retweets"), counts.c.t.label("first"))
""",
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST}).group_by(Retweet.post_id)"
        ".having(func.count() > 0).order_by(Retweet.post_id)",
        """
rows = select(Post.id.label("post_id"), func.count(Retweet.user_id).label("retweets"))
rows = rows.add_columns(func.min(Retweet.timestamp).label("first"))
rows = rows.outerjoin(Retweet, Retweet.post_id == Post.id).group_by(Post.id)
answer = rows.having(func.count(Retweet.user_id) >= 1)
""",
    ),
    named={
        f"answer = select(Retweet.post_id, {COUNT}, func.max(Retweet.timestamp).label('first'))"
        ".group_by('post_id')": "the last",
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST}).order_by(Retweet.post_id)": (
            "no group_by"
        ),
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST})"
        ".group_by(Retweet.timestamp, Retweet.post_id)": "by post and time",
        f"""
rows = select(Retweet.post_id, {COUNT}, Post.timestamp.label("first"))
answer = rows.join(Post, Post.id == Retweet.post_id).group_by(Post.id)
""": "the time of the post",
        f"""
rows = select(Post.id.label("post_id"), {COUNT}, {FIRST})
answer = rows.join(Retweet, Retweet.post_id == Post.id, isouter=True).group_by(Post.id)
""": "rows without a retweet",
    },
    unnamed=(
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST}).group_by(Retweet.user_id)",
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST})"
        ".group_by(Retweet.post_id, Retweet.user_id)",
        "answer = select(Retweet.post_id, func.count(), func.min(Retweet.timestamp))"
        ".group_by(Retweet.post_id)",
        f"answer = select(Retweet.post_id, {COUNT}).group_by(Retweet.post_id)",
        f"answer = select(Retweet.post_id, {FIRST}, {COUNT}).group_by(Retweet.post_id)",
        "answer = select(Retweet.post_id, func.count(Retweet.timestamp.distinct())"
        f'.label("retweets"), {FIRST}).group_by(Retweet.post_id)',
        f"answer = select(Retweet.post_id, {COUNT}, {FIRST}).group_by(Retweet.post_id)"
        ".having(func.count() > 1)",
        f"""
from microblog.models import Like

rows = select(Like.post_id, {COUNT}, {FIRST})
answer = rows.join(Retweet, Retweet.post_id == Like.post_id).group_by(Like.post_id)
""",
    ),
)
