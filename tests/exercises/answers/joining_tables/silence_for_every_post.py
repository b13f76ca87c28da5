from learners import Learners

READERS = """
readers = select(Post.id, Follow.follower_id)
readers = readers.join(Follow, Follow.followee_id == Post.owner_id)
"""

LEARNERS = Learners(
    right=(
        READERS
        + "acted = select(Like.post_id, Like.user_id)\n"
        + "acted = acted.union(select(Retweet.post_id, Retweet.user_id)).subquery()\n"
        + "answer = readers.except_(select(acted))",
        READERS
        + "liked = (Like.post_id == Post.id) & (Like.user_id == Follow.follower_id)\n"
        + "passed = (Retweet.post_id == Post.id) & (Retweet.user_id == Follow.follower_id)\n"
        + "rows = readers.outerjoin(Like, liked).outerjoin(Retweet, passed)\n"
        + "answer = rows.where(Like.user_id.is_(None), Retweet.user_id.is_(None))",
        READERS
        + "likers = select(Like.user_id).where(Like.post_id == Post.id)\n"
        + "passed = select(Retweet.user_id).where(Retweet.post_id == Post.id)\n"
        + "answer = readers.where("
        + "Follow.follower_id.not_in(likers), Follow.follower_id.not_in(passed))",
        """
from sqlalchemy import tuple_

pair = tuple_(Post.id, Follow.follower_id)
answer = select(Post.id, Follow.follower_id).where(Follow.followee_id == Post.owner_id)
answer = answer.where(pair.not_in(select(Like.post_id, Like.user_id)))
answer = answer.where(pair.not_in(select(Retweet.post_id, Retweet.user_id)))
""",
    ),
    named={
        READERS
        + "answer = readers.where(~select(Like).where(Like.post_id == Post.id, "
        + "Like.user_id == Follow.follower_id).exists())": "likes only",
        READERS + "answer = readers.distinct()": "nobody left out",
    },
    unnamed=(
        """
f = select(Post.id, Follow.follower_id).join(Follow, Follow.followee_id == Post.owner_id)
answer = f.except_(
    select(Like.post_id, Like.user_id).intersect(select(Retweet.post_id, Retweet.user_id))
)
""",
        """
answer = (
    select(Post.id, Follow.follower_id)
    .join(Follow, Follow.followee_id == Post.owner_id)
    .where(Post.id == 3709)
)
""",
        """
from sqlalchemy import exists
from microblog.models import User

answer = (
    select(Post.id, Follow.follower_id)
    .join(Follow, Follow.followee_id == Post.owner_id)
    .join(User, User.id == Post.owner_id)
    .where(
        ~exists().where(Like.post_id == Post.id, Like.user_id == User.id),
        ~exists().where(Retweet.post_id == Post.id, Retweet.user_id == User.id),
    )
)
""",
        """
from sqlalchemy import exists

f = select(Post.id, Follow.follower_id).join(Follow, Follow.followee_id == Post.owner_id)
answer = f.where(
    ~exists().where(
        or_(Like.post_id == Post.id, Retweet.post_id == Post.id), Like.user_id == Follow.follower_id
    )
)
""",
        """
from microblog.models import User

answer = (
    select(Post.id, Follow.follower_id)
    .join(Follow, Follow.followee_id == Post.owner_id)
    .join(User, User.id == Post.owner_id)
    .where(
        ~select(Like).where(Like.post_id == Post.id, Like.user_id == User.id).exists(),
        ~select(Retweet).where(Retweet.post_id == Post.id, Retweet.user_id == User.id).exists(),
    )
)
""",
        READERS + "answer = readers.where(Post.id == 3709)",
        READERS + "answer = readers.union(select(Like.post_id, Like.user_id))",
        READERS + "answer = readers.intersect(select(Like.post_id, Like.user_id))",
        READERS + "answer = readers.except_(select(Like.post_id, Like.user_id, Like.user_id))",
    ),
)
