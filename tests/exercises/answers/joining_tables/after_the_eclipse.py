from learners import Learners

LATE = "late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)\n"
ROWS = "answer = select(User.username, Post.content)"

LEARNERS = Learners(
    right=(
        f"{LATE}{ROWS}.join(User.posts.and_(late), isouter=True)",
        LATE
        + "since = select(Post.owner_id, Post.content).where(late).subquery()\n"
        + "answer = select(User.username, since.c.content)"
        + ".outerjoin(since, since.c.owner_id == User.id)",
        """
late = ~(Post.timestamp < datetime(2026, 8, 12, 20, tzinfo=UTC))
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late)).order_by(User.id)
""",
        """
from datetime import timedelta

late = Post.timestamp > datetime(2026, 8, 12, 20, tzinfo=UTC) - timedelta(microseconds=1)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late))
""",
    ),
    named={
        f"{LATE}{ROWS}.outerjoin(User.posts).where(late)": "inner join",
        f"{LATE}{ROWS}.where(Post.owner_id == User.id, late)": "inner join",
        f"{ROWS}.join(User.posts, isouter=True)": "no condition",
        """
late = Post.timestamp > datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(Post, (Post.owner_id == User.id) & late)
""": "later only",
    },
    unnamed=(
        """
late = Post.timestamp >= datetime(2026, 8, 12, 22, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late))
""",
        """
from sqlalchemy import extract

late = extract("hour", Post.timestamp) >= 20
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late))
""",
        LATE + "answer = select(User.username, Post.id).outerjoin(User.posts.and_(late))",
        LATE + "answer = select(Post.content).outerjoin(User.posts.and_(late))",
        f"{LATE}{ROWS}.outerjoin(User.posts.and_(late)).distinct()",
        LATE + "answer = select(User.username, Post.content).outerjoin(Post, late)",
    ),
)
