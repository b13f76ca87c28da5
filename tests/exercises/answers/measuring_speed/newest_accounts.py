from learners import Learners

ROWS = """
posts = select(func.count()).where(Post.owner_id == User.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == User.id).scalar_subquery()
rows = select(
    User.id, User.username, posts.label("posts_count"), retweets.label("retweets_count")
)
"""
IN_ORDER = "answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(3)"

LEARNERS = Learners(
    right=(
        """
newest = select(User.id).order_by(User.created_at.desc(), User.id.desc()).limit(3)
posts = (
    select(Post.owner_id, func.count().label("n"))
    .where(Post.owner_id.in_(newest))
    .group_by(Post.owner_id)
    .subquery()
)
retweets = (
    select(Retweet.user_id, func.count().label("n"))
    .where(Retweet.user_id.in_(newest))
    .group_by(Retweet.user_id)
    .subquery()
)
answer = (
    select(
        User.id,
        User.username,
        func.coalesce(posts.c.n, 0).label("posts_count"),
        func.coalesce(retweets.c.n, 0).label("retweets_count"),
    )
    .outerjoin(posts, posts.c.owner_id == User.id)
    .outerjoin(retweets, retweets.c.user_id == User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
        """
page = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(3).cte("page")
posts = select(func.count(Post.id)).where(Post.owner_id == page.c.id).scalar_subquery()
retweets = select(func.count(Retweet.post_id)).where(Retweet.user_id == page.c.id)
answer = select(
    page.c.id,
    page.c.username,
    posts.label("posts_count"),
    retweets.scalar_subquery().label("retweets_count"),
).order_by(page.c.created_at.desc(), page.c.id.desc())
""",
        """
from sqlalchemy.orm import aliased

newest = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(3)
Account = aliased(User, newest.subquery())
answer = (
    select(
        Account.id,
        Account.username,
        func.count(Post.id.distinct()).label("posts_count"),
        func.count(Retweet.post_id.distinct()).label("retweets_count"),
    )
    .outerjoin(Post, Post.owner_id == Account.id)
    .outerjoin(Retweet, Retweet.user_id == Account.id)
    .group_by(Account.id, Account.username, Account.created_at)
    .order_by(Account.created_at.desc(), Account.id.desc())
)
""",
        """
from sqlalchemy import desc


def counted(column, name):
    return select(func.count(column)).where(column == User.id).scalar_subquery().label(name)


rows = select(
    User.id,
    User.username,
    counted(Post.owner_id, "posts_count"),
    counted(Retweet.user_id, "retweets_count"),
)
answer = rows.order_by(desc(User.created_at), desc(User.id)).limit(3)
""",
    ),
    named={
        """
posts = (
    select(User.id, func.count(Post.id).label("n"))
    .outerjoin(Post, Post.owner_id == User.id)
    .group_by(User.id)
    .cte()
)
retweets = (
    select(User.id, func.count(Retweet.post_id).label("n"))
    .outerjoin(Retweet, Retweet.user_id == User.id)
    .group_by(User.id)
    .cte()
)
answer = (
    select(
        User.id,
        User.username,
        posts.c.n.label("posts_count"),
        retweets.c.n.label("retweets_count"),
    )
    .join(posts, posts.c.id == User.id)
    .join(retweets, retweets.c.id == User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""": "whole tables",
        """
answer = (
    select(
        User.id,
        User.username,
        func.count(Post.id.distinct()).label("posts_count"),
        func.count(Retweet.post_id.distinct()).label("retweets_count"),
    )
    .outerjoin(Post, Post.owner_id == User.id)
    .outerjoin(Retweet, Retweet.user_id == User.id)
    .group_by(User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""": "whole tables",
        """
page = select(User).order_by(User.created_at, User.id).limit(3).subquery()
posts = select(func.count()).where(Post.owner_id == page.c.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == page.c.id).scalar_subquery()
answer = select(
    page.c.id,
    page.c.username,
    posts.label("posts_count"),
    retweets.label("retweets_count"),
).order_by(page.c.created_at, page.c.id)
""": "oldest",
        ROWS + "answer = rows.order_by(User.created_at.desc(), User.id.asc()).limit(3)": "ties",
        ROWS.replace("Retweet.user_id == User.id", "Retweet.post_id == Post.id")
        + IN_ORDER: "all retweets",
    },
    unnamed=(
        ROWS + "answer = rows.order_by(User.id.desc()).limit(3)",
        ROWS + "answer = rows.order_by(User.created_at.desc(), User.id.desc())",
        ROWS + "answer = rows.order_by(User.created_at.desc(), User.id.desc()).limit(20)",
        ROWS.replace('"retweets_count"', '"reposts"') + IN_ORDER,
        ROWS.replace('.label("posts_count")', "") + IN_ORDER,
        ROWS.replace("User.username, ", "") + IN_ORDER,
        ROWS.replace("Retweet.user_id == User.id", "Retweet.post_id == User.id") + IN_ORDER,
        ROWS.replace(".where(Post.owner_id == User.id)", ".select_from(Post)") + IN_ORDER,
        """
newest = select(User).order_by(User.created_at.desc(), User.id.desc()).limit(3)
page = newest.subquery()
posts = select(func.count()).where(Post.owner_id == page.c.id).scalar_subquery()
retweets = select(func.count()).where(Retweet.user_id == page.c.id).scalar_subquery()
answer = select(
    page.c.id,
    page.c.username,
    posts.label("posts_count"),
    retweets.label("retweets_count"),
)
""",
        """
answer = (
    select(
        User.id,
        User.username,
        func.count(Post.id.distinct()).label("posts_count"),
        func.count(Retweet.post_id.distinct()).label("retweets_count"),
    )
    .join(Post, Post.owner_id == User.id)
    .join(Retweet, Retweet.user_id == User.id)
    .group_by(User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
        """
posts = select(Post.owner_id, func.count().label("n")).group_by(Post.owner_id).subquery()
retweets = select(Retweet.user_id, func.count().label("n")).group_by(Retweet.user_id).subquery()
answer = (
    select(
        User.id,
        User.username,
        posts.c.n.label("posts_count"),
        retweets.c.n.label("retweets_count"),
    )
    .outerjoin(posts, posts.c.owner_id == User.id)
    .outerjoin(retweets, retweets.c.user_id == User.id)
    .order_by(User.created_at.desc(), User.id.desc())
    .limit(3)
)
""",
    ),
)
