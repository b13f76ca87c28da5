"""A left join whose condition on the right table belongs in the join."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

EXERCISE = Exercise(
    title="After the eclipse",
    minutes=6,
    objective="join tables, and keep the rows that have no partner",
    task="""Select each user's `username` beside the `content` of each post that they wrote
at 20:00 UTC on 12 August 2026 or later. A user who wrote nothing since then appears once, with NULL
in place of the content.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Every user must be in the result. Which kind of join keeps them, and which table is on "
        "its left?",
        "Think of a user who wrote at 19:00 and not later: there is a post, but none that counts. "
        "Where must the condition on the time stand, so that this user stays in the result with "
        "NULL?",
        "With `late` for the condition on `Post.timestamp`: "
        "`.outerjoin(Post, (Post.owner_id == User.id) & late)`.",
    ),
    imports="""
from datetime import UTC, datetime

from sqlalchemy import null, or_, select

from microblog.models import Post, User
""",
    answers=(
        """
late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
mine = (Post.owner_id == User.id) & late
answer = select(User.username, Post.content).outerjoin(Post, mine)
""",
        """
late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(late))
""",
        """
late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
wrote = select(Post).where(Post.owner_id == User.id, late).exists()
some = select(User.username, Post.content).join(User.posts).where(late)
none = select(User.username, null()).where(~wrote)
answer = some.union_all(none)
""",
    ),
    mistakes=(
        Mistake(
            "inner join",
            """
late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username, Post.content).join(User.posts).where(late)
""",
            "Users who wrote nothing since 20:00 are missing. An inner join drops them; a where() "
            "behind a left join does so, too, because NULL is not a late time.",
        ),
        Mistake(
            "or is null",
            """
late = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
rows = select(User.username, Post.content).outerjoin(User.posts)
answer = rows.where(or_(late, Post.id.is_(None)))
""",
            "You keep users who never wrote, and lose those who only wrote before 20:00: a left "
            "join finds their early post, so there is no row with NULL for them.",
        ),
        Mistake(
            "no condition",
            "answer = select(User.username, Post.content).outerjoin(User.posts)",
            "Your result contains every post, whatever its time.",
        ),
        Mistake(
            "later only",
            """
later = Post.timestamp > datetime(2026, 8, 12, 20, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(later))
""",
            "A post from exactly 20:00 counts, too: the question says 20:00 or later.",
        ),
        Mistake(
            "one evening",
            """
night = Post.timestamp >= datetime(2026, 8, 12, 20, tzinfo=UTC)
night &= Post.timestamp < datetime(2026, 8, 13, tzinfo=UTC)
answer = select(User.username, Post.content).outerjoin(User.posts.and_(night))
""",
            "Your result stops at midnight. A post from 01:00 the next day is later than 20:00, "
            "too: the question sets no end.",
        ),
    ),
    judge=Selecting(),
    praise="Everybody is in the result, and only the late posts: the condition is in the join.",
)
