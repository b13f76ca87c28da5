from learners import Learners

LIKED = "liked = select(Like).where(Like.post_id == Post.id).exists()\n"
JOINS = ".outerjoin(User.posts).outerjoin(Like, Like.post_id == Post.id)"

LEARNERS = Learners(
    right=(
        """
answer = (
    select(User.username, func.count(Post.id) - func.count(Like.user_id))
    .outerjoin(User.posts)
    .outerjoin(Like, Like.post_id == Post.id)
    .group_by(User.id)
)
""",
        "answer = select(User.username, func.count(Post.id) - func.count(Like.user_id))"
        f"{JOINS}.group_by(User.id)",
        "unliked = select(Post.owner_id, Post.id)"
        ".where(Post.id.not_in(select(Like.post_id))).subquery()\n"
        "answer = select(User.username, func.count(unliked.c.id))"
        ".outerjoin(unliked, unliked.c.owner_id == User.id).group_by(User.id)",
        LIKED
        + "answer = select(User.username, func.count(Post.id).filter(~liked))"
        + ".outerjoin(User.posts).group_by(User.username)",
        """
from sqlalchemy import case

unliked = case((Post.id.is_not(None) & Like.user_id.is_(None), 1), else_=0)
rows = select(User.username, func.sum(unliked)).outerjoin(User.posts)
answer = rows.outerjoin(Like, Like.post_id == Post.id).group_by(User.id)
""",
        "answer = select(User.username, func.count(Post.id.distinct())"
        f" - func.count(Like.post_id.distinct())){JOINS}.group_by(User.id)",
        """
rows = select(Post.owner_id, func.count().label("n"))
rows = rows.where(~Post.likers.any()).group_by(Post.owner_id).subquery()
answer = select(User.username, func.coalesce(rows.c.n, 0))
answer = answer.outerjoin(rows, rows.c.owner_id == User.id)
""",
    ),
    named={
        """
rows = select(Post.owner_id, func.count().label("n")).outerjoin(Like, Like.post_id == Post.id)
rows = rows.where(Like.user_id.is_(None)).group_by(Post.owner_id).subquery()
answer = select(User.username, rows.c.n).outerjoin(rows, rows.c.owner_id == User.id)
""": "no coalesce",
        """
from sqlalchemy import case, exists

answer = (
    select(User.username, func.sum(case((exists().where(Like.post_id == Post.id), 0), else_=1)))
    .outerjoin(User.posts)
    .group_by(User.id)
)
""": "rows",
        LIKED
        + "answer = select(User.username, func.count(User.id)).outerjoin(User.posts.and_(~liked))"
        + ".group_by(User.username)": "rows of the unliked",
        "answer = select(User.username, func.count()).outerjoin("
        "User.posts.and_(~Post.likers.any())).where(Post.id.is_not(None)).group_by(User.id)": (
            "no zeros"
        ),
        f"answer = select(User.username, func.count(Post.id)){JOINS}"
        ".where(Like.post_id.is_(None)).group_by(User.username)": "in where",
        f"answer = select(User.username, func.count(Post.owner_id)){JOINS}.group_by(User.id)": (
            "all rows of the joins"
        ),
        "answer = select(User.username, func.count(Post.id) - func.count(Like.post_id.distinct()))"
        f"{JOINS}.group_by(User.username)": "rows minus liked posts",
        "n = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()\n"
        "answer = select(User.username, n)": "all posts",
        "answer = select(User.username, func.count(Like.user_id)"
        f".filter(Like.post_id.is_(None))){JOINS}.group_by(User.id)": "always 0",
        "n = select(func.count(Like.post_id.distinct())).join(Post, Post.id == Like.post_id)"
        ".where(Post.owner_id == User.id).scalar_subquery()\n"
        "answer = select(User.username, n)": "the liked ones",
    },
    unnamed=(
        """
answer = (
    select(User.username, func.count(Post.id))
    .outerjoin(User.posts.and_(~Post.retweeters.any(), ~Post.likers.any()))
    .group_by(User.id)
)
""",
        "answer = select(User.username, func.count(Post.id.distinct()))"
        ".outerjoin(User.posts).outerjoin(Like, Like.user_id == User.id)"
        ".where(Like.user_id.is_(None)).group_by(User.id)",
        f"answer = select(User.username, func.count(Post.id.distinct())){JOINS}"
        ".where(Like.user_id.is_not(None)).group_by(User.id)",
        LIKED
        + "n = select(func.count()).where(~liked).select_from(Post).scalar_subquery()\n"
        + "answer = select(User.username, n)",
        LIKED + "answer = select(User.username, Post.id).outerjoin(User.posts.and_(~liked))",
        LIKED
        + "answer = select(User.id, func.count(Post.id)).outerjoin(User.posts.and_(~liked))"
        + ".group_by(User.id)",
        """
n = select(func.count()).where(Post.owner_id == User.id, Post.id.not_in(select(Like.post_id)))
answer = select(User.username, n.scalar_subquery()).where(n.scalar_subquery() > 1)
""",
        """
from microblog.models import Retweet

liked = select(Retweet).where(Retweet.post_id == Post.id).exists()
rows = select(User.username, func.count(Post.id)).outerjoin(User.posts.and_(~liked))
answer = rows.group_by(User.id)
""",
        LIKED
        + "answer = select(User.username, func.count(Post.id)).outerjoin(Post, ~liked)"
        + ".group_by(User.id)",
    ),
)
