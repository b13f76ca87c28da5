from learners import Learners

BOTH = "(Follow.follower_id == Like.user_id) & (Follow.followee_id == Post.owner_id)"

LEARNERS = Learners(
    right=(
        f"""
answer = select(Post.id).join(Like, Like.post_id == Post.id).join(Follow, {BOTH}).group_by(Post.id)
""",
        """
pairs = select(Follow.followee_id, Like.post_id).join(Like, Like.user_id == Follow.follower_id)
pairs = pairs.subquery()
mine = select(pairs.c.post_id).where(pairs.c.followee_id == Post.owner_id)
answer = select(Post.id).where(Post.id.in_(mine.correlate(Post)))
""",
        """
from sqlalchemy import exists

answer = select(Post.id).where(
    exists().where(
        Like.post_id == Post.id,
        Follow.follower_id == Like.user_id,
        Follow.followee_id == Post.owner_id,
    )
)
""",
        """
from sqlalchemy import tuple_

follows = select(Follow.follower_id, Follow.followee_id)
rows = select(Post.id).join(Like, Like.post_id == Post.id)
answer = rows.where(tuple_(Like.user_id, Post.owner_id).in_(follows)).distinct()
""",
    ),
    named={
        """
from microblog.models import User

answer = select(Post.id).where(
    Post.likers.any(
        User.id.in_(select(Follow.follower_id).where(Follow.followee_id == Post.owner_id))
    )
)
""": "one exists inside the other",
        """
answer = select(Post.id).join(Like, Like.post_id == Post.id).where(
    Follow.followee_id == Post.owner_id, Follow.follower_id == Like.user_id
)
""": "a join",
        "answer = select(Post.id).join(Like, Like.post_id == Post.id).distinct()": "any like",
    },
    unnamed=(
        """
from microblog.models import Retweet

answer = select(Post.id).where(
    select(Retweet)
    .join(Follow, Follow.follower_id == Retweet.user_id)
    .where(Retweet.post_id == Post.id, Follow.followee_id == Post.owner_id)
    .exists()
)
""",
        f"answer = select(Post.id).join(Like, Like.post_id == Post.id).outerjoin(Follow, {BOTH})",
        """
followed = select(Follow).where(Follow.followee_id == Post.owner_id).exists()
answer = select(Post.id).where(followed)
""",
        "answer = select(Post.id).where(select(Like).exists())",
        "answer = select(Post.id).where(select(Post.id).where(Post.owner_id == 1).exists())",
        f"answer = select(Like.user_id).join(Post, Like.post_id == Post.id).join(Follow, {BOTH})",
        "answer = select(Post.id).where(Post.id == 3709)",
    ),
)
