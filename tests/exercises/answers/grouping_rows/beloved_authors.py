from learners import Learners

LIKES = """
likes = select(Like.post_id, func.count().label("likes"))
likes = likes.group_by(Like.post_id).subquery("likes_by_post")
"""
ROWS = """
posts, total = func.count(Post.id), func.coalesce(func.sum(likes.c.likes), 0)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(likes, likes.c.post_id == Post.id).group_by(User.id)
"""
JOINED = """
posts, total = func.count(distinct(Post.id)), func.count(Like.user_id)
rows = select(User.username, posts, total).join(User.posts)
rows = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
"""
ASKED = """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
total = select(func.count(Like.user_id)).join(Post, Post.id == Like.post_id)
total = total.where(Post.owner_id == User.id).scalar_subquery()
"""

LEARNERS = Learners(
    right=(
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(total.desc(), User.username)",
        JOINED
        + "answer = rows.having(func.count(Post.id.distinct()) > 1)"
        + ".order_by(-total, User.username.asc())",
        """
n = select(func.count()).where(Like.post_id == Post.id).correlate(Post).scalar_subquery()
each = select(Post.owner_id, n.label("likes")).subquery()
total = func.sum(each.c.likes)
rows = select(User.username, func.count(), total).join(each, each.c.owner_id == User.id)
answer = rows.group_by(User.id).having(func.count() >= 2).order_by(total.desc(), User.username)
""",
        """
wrote = select(Post.owner_id, func.count().label("n")).group_by(Post.owner_id).subquery()
liked = select(Post.owner_id, func.count().label("n")).join(Like, Like.post_id == Post.id)
liked = liked.group_by(Post.owner_id).subquery()
total = func.coalesce(liked.c.n, 0).label("total")
rows = select(User.username, wrote.c.n, total).join(wrote, wrote.c.owner_id == User.id)
rows = rows.outerjoin(liked, liked.c.owner_id == User.id).where(wrote.c.n >= 2)
answer = rows.order_by(total.desc(), User.username)
""",
        LIKES
        + ROWS.replace("func.coalesce(func.sum(likes.c.likes), 0)", "func.total(likes.c.likes)")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)",
    ),
    named={
        JOINED.replace("func.count(Like.user_id)", "func.count(distinct(Like.post_id))")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)": "liked posts",
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(total.desc(), User.id)": "ties",
        JOINED.replace("outerjoin(Like, Like.post_id == Post.id)", "join(Like)")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)": (
            "unliked posts lost"
        ),
        JOINED.replace("func.count(distinct(Post.id))", "func.count()")
        + "answer = rows.having(posts > 1).order_by(total.desc(), User.username)": (
            "posts multiplied"
        ),
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2).order_by(-total)": "ties",
        ASKED
        + "answer = select(User.username, posts, total).where(posts > 0)"
        + ".order_by(total.desc(), User.username)": "everybody",
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(total.asc(), User.username)": "least first",
        LIKES
        + ROWS.replace("outerjoin", "join")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)": (
            "unliked posts lost"
        ),
        JOINED.replace("func.count(Like.user_id)", "func.count(Like.user_id.distinct())")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)": "people",
        JOINED
        + "answer = rows.having(func.count(Post.id) > 1).order_by(total.desc(), User.username)": (
            "rows chosen"
        ),
    },
    unnamed=(
        """
from sqlalchemy import desc

answer = (
    select(User.username, func.count(distinct(Post.id)), func.count(Like.user_id).label("likes"))
    .join(User.posts)
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(User.id)
    .having(func.count(distinct(Post.id)) >= 2)
    .order_by(desc("likes"), User.username)
    .limit(5)
)
""",
        ASKED
        + "answer = select(User.username, posts, total).where(posts > 2)"
        + ".order_by(total.desc(), User.username)",
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(posts.desc(), User.username)",
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(User.username, total.desc())",
        ASKED
        + "answer = select(User.username, posts, total).where(posts >= 2)"
        + ".order_by(total.desc(), User.username.desc())",
        ASKED + "answer = select(User.username, posts, total).where(posts >= 2)",
        ASKED
        + "answer = select(User.username, total, posts).where(posts >= 2)"
        + ".order_by(total.desc(), User.username)",
        JOINED.replace("func.count(Like.user_id)", "func.count()")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)",
        """
given = select(func.count()).where(Like.user_id == User.id).scalar_subquery()
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
rows = select(User.username, posts, given).where(posts >= 2)
answer = rows.order_by(given.desc(), User.username)
""",
        LIKES
        + ROWS.replace("func.sum(", "func.avg(")
        + "answer = rows.having(posts >= 2).order_by(total.desc(), User.username)",
        LIKES + ROWS + "answer = rows.where(posts >= 2).order_by(total.desc(), User.username)",
    ),
)
