from learners import Learners

JOINS = ".outerjoin(User.posts).outerjoin(Follow, Follow.followee_id == User.id)"
ASKED = """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
followers = select(func.count()).where(Follow.followee_id == User.id).scalar_subquery()
"""

LEARNERS = Learners(
    right=(
        ASKED.replace("followers", "fans") + "answer = select(User.username, posts, fans)",
        """
posts = select(User.id, func.count(Post.id).label("n")).outerjoin(User.posts)
posts = posts.group_by(User.id).subquery()
fans = select(Follow.followee_id, func.count().label("n")).group_by(Follow.followee_id).subquery()
rows = select(User.username, posts.c.n, func.coalesce(fans.c.n, 0))
rows = rows.join(posts, posts.c.id == User.id)
answer = rows.outerjoin(fans, fans.c.followee_id == User.id)
""",
        """
fans = select(func.count()).where(Follow.followee_id == User.id).scalar_subquery()
rows = select(User.username, func.count(Post.id), fans).outerjoin(User.posts)
answer = rows.group_by(User.id).order_by(User.username)
""",
        """
from sqlalchemy.orm import aliased

fan = aliased(User)
rows = select(User.username, func.count(Post.id.distinct()), func.count(fan.id.distinct()))
answer = rows.outerjoin(User.posts).outerjoin(User.followers.of_type(fan)).group_by(User.id)
""",
    ),
    named={
        "answer = select(User.username, func.count(Post.content), func.count(Follow.followee_id))"
        f"{JOINS}.group_by(User.username)": "two joins",
        """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
follows = select(func.count(Follow.followee_id)).where(Follow.follower_id == User.id)
answer = select(User.username, posts, follows.scalar_subquery()).order_by(User.id)
""": "the other direction",
        ASKED + "answer = select(User.username, followers, posts).order_by(User.id)": (
            "the wrong way round"
        ),
        ASKED
        + "answer = select(User.username, posts, followers).where(posts > 0, followers > 0)": (
            "inner joins"
        ),
        ASKED
        + "answer = select(User.username, func.nullif(posts, 0), func.nullif(followers, 0))": (
            "no coalesce"
        ),
        "answer = select(User.username, select(func.count(Post.id)).scalar_subquery(), "
        "select(func.count(Follow.follower_id)).scalar_subquery())": "everybody's",
    },
    unnamed=(
        f"answer = select(User.username, func.count(), func.count()){JOINS}.group_by(User.id)",
        "answer = select(User.username, func.count(Post.id.distinct()), "
        f"func.count(Follow.follower_id)){JOINS}.group_by(User.id)",
        ASKED + "answer = select(User.username, posts)",
        ASKED + "answer = select(User.id, posts, followers)",
        ASKED + "answer = select(User.username, posts, followers).where(posts > 0)",
        ASKED + "answer = select(User.username, posts + followers)",
        ASKED.replace("Follow.followee_id == User.id", "Follow.followee_id == Post.owner_id")
        + "answer = select(User.username, posts, followers)",
        "answer = select(User.username, func.count(Post.id.distinct()), "
        f"func.count(Follow.follower_id.distinct())){JOINS}",
        "answer = select(User.username, func.count(Post.id.distinct()), "
        "func.count(Follow.follower_id.distinct())).join(User.posts)"
        ".outerjoin(Follow, Follow.followee_id == User.id).group_by(User.id)",
        """
posts = select(Post.owner_id, func.count().label("n")).group_by(Post.owner_id).subquery()
fans = select(func.count()).where(Follow.followee_id == User.id).scalar_subquery()
rows = select(User.username, posts.c.n, fans)
answer = rows.outerjoin(posts, posts.c.owner_id == User.id)
""",
    ),
)
