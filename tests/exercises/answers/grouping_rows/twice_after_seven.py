from learners import Learners

LATE = "late = Post.timestamp >= datetime(2026, 8, 12, 19, tzinfo=UTC)\n"
SEVEN = "seven = datetime(2026, 8, 12, 19, tzinfo=UTC)\n"
ROWS = "rows = select(User.username, func.count()).join(User.posts)\n"
TWO = "answer = rows.where(late).group_by(User.id).having(func.count() >= 2)"

LEARNERS = Learners(
    right=(
        """
answer = (
    select(User.username, func.count(Post.id))
    .outerjoin(User.posts.and_(Post.timestamp >= datetime(2026, 8, 12, 19, tzinfo=UTC)))
    .group_by(User.id)
    .having(func.count(Post.id) > 1)
)
""",
        LATE
        + "rows = select(User.username, func.count(Post.id)).join(Post, Post.owner_id == User.id)\n"
        + "answer = rows.where(late).group_by(User.username).having(func.count(Post.id) > 1)",
        LATE
        + "rows = select(User.username, func.count(Post.id)).outerjoin(User.posts.and_(late))\n"
        + "answer = rows.group_by(User.id).having(func.count(Post.id) >= 2)",
        LATE
        + "n = select(func.count()).where(Post.owner_id == User.id, late).scalar_subquery()\n"
        + "answer = select(User.username, n).where(n >= 2)",
        """
from sqlalchemy import case

early = datetime(2026, 8, 12, 19, tzinfo=UTC) > Post.timestamp
posts = func.sum(case((early, 0), else_=1))
rows = select(User.username, posts).join(User.posts).group_by(User.id)
answer = rows.having(posts >= 2)
""",
        LATE + ROWS + TWO + ".order_by(func.count().desc())",
    ),
    named={
        LATE + ROWS + "answer = rows.where(late).group_by(User.username)": "no having",
        LATE + ROWS + "answer = rows.group_by(User.id).having(func.count() > 1)": "no where",
        LATE + ROWS + "answer = rows.where(late).group_by(User.id).having(func.count() > 2)"
        ".order_by(User.id)": "more than two",
        SEVEN
        + ROWS
        + "answer = rows.group_by(User.id)"
        + ".having(func.min(Post.timestamp) >= seven, func.count() >= 2).order_by(User.id)": (
            "the first post is late"
        ),
        """
from sqlalchemy import case

rows = select(User.username, func.count()).join(User.posts).group_by(User.username)
answer = rows.having((func.max(Post.timestamp) >= datetime(2026, 8, 12, 19, tzinfo=UTC))
    & (func.count() > 1))
""": "the last post is late",
        'late = func.strftime("%H", Post.timestamp) >= "19"\n' + ROWS + TWO: "any day",
        LATE + ROWS + "answer = rows.where(late).having(func.count() > 1)": "no group_by",
        LATE + "rows = select(User.username, func.count(Post.id))\n" + TWO: "no join",
    },
    unnamed=(
        "late = Post.timestamp > datetime(2026, 8, 12, 19, tzinfo=UTC)\n" + ROWS + TWO,
        "late = Post.timestamp >= datetime(2026, 8, 12, 21, tzinfo=UTC)\n" + ROWS + TWO,
        LATE + "rows = select(User.username).join(User.posts)\n" + TWO,
        LATE
        + "rows = select(User.username, func.count(Post.content.distinct())).join(User.posts)\n"
        + "answer = rows.where(late).group_by(User.id)"
        + ".having(func.count(Post.content.distinct()) >= 2)",
        LATE + ROWS + "answer = rows.where(late, func.count() >= 2).group_by(User.id)",
        LATE + ROWS + "answer = rows.where(late).group_by(User.id).having(func.count() == 2)",
        LATE + ROWS + "answer = rows.where(~late).group_by(User.id).having(func.count() >= 2)",
        LATE + ROWS + "answer = rows.where(late).group_by(Post.id).having(func.count() >= 2)",
        SEVEN
        + ROWS
        + "late = func.date(Post.timestamp) == '2026-08-12', Post.timestamp >= seven\n"
        + "answer = rows.where(*late).group_by(User.id).having(func.count() >= 2)",
    ),
)
