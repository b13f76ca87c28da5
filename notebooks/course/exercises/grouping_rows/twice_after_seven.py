"""A condition on rows, and a condition on groups."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting

LATE = "late = Post.timestamp >= datetime(2026, 8, 12, 19, tzinfo=UTC)\n"


def early_and_late() -> Iterator[Rows]:
    """Also users with early and late posts, of that day, the evening before and the morning after.

    Their posts have the same texts, and their names are not in the order of their ids.
    """
    yield from databases()
    names = ((7, "ana"), (3, "Zoe"), (5, "bea"), (8, "jonas"))
    times = {7: (0, 1, 5), 3: (1, 2, -22), 5: (-24, -22, 0.99, 9), 8: (-25, -23)}
    rows = no_rows() | {"users": [user(number, name) for number, name in names]}
    for owner, hours in times.items():
        for each in hours:
            rows["posts"].append(post(len(rows["posts"]) + 1, "Kettle on.", owner, each))
    yield rows


EXERCISE = Exercise(
    title="Twice after seven",
    minutes=5,
    objective="choose rows before they are grouped, and groups after",
    task="""Select the `username` of each user who wrote at least two posts from 19:00 UTC of
12 August 2026 onwards, and how many these were. Earlier posts do not count.""",
    starter="""from datetime import UTC, datetime

late = Post.timestamp >= datetime(2026, 8, 12, 19, tzinfo=UTC)

answer = ...  # your select() here""",
    hints=(
        "There are two conditions. Which of them is about a single post, and which is about all "
        "posts of a user together?",
        "*From 19:00 on* is true or false of each row, before there are groups. *At least two* is "
        "true or false of a group. Which method is for which?",
        "`select(User.username, func.count()).join(User.posts)`, then `.where(late)`, "
        "`.group_by(User.id)` and `.having(func.count() >= 2)`.",
    ),
    imports="""
from datetime import UTC, datetime

from sqlalchemy import extract, func, select

from microblog.models import Post, User
""",
    answers=(
        LATE
        + """
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.group_by(User.id).having(func.count() >= 2)
""",
        LATE
        + """
rows = select(Post.owner_id, func.count().label("posts")).where(late)
counts = rows.group_by(Post.owner_id).subquery()
names = select(User.username, counts.c.posts).join(counts, counts.c.owner_id == User.id)
answer = names.where(counts.c.posts >= 2)
""",
        LATE
        + """
posts = func.count().filter(late)
answer = select(User.username, posts).join(User.posts).group_by(User.id).having(posts >= 2)
""",
    ),
    mistakes=(
        Mistake(
            "no having",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.group_by(User.id)
""",
            "Users with a single late post are in your result. having() chooses among the groups.",
        ),
        Mistake(
            "no where",
            """
rows = select(User.username, func.count()).join(User.posts)
answer = rows.group_by(User.id).having(func.count() >= 2)
""",
            "You count all posts, also those from before 19:00. Which rows should get into a group "
            "at all?",
        ),
        Mistake(
            "two of any time",
            LATE
            + """
rows = select(User.username, func.count().filter(late)).join(User.posts)
answer = rows.group_by(User.id).having(func.count() >= 2)
""",
            "You count the late posts, but choose the users by all of their posts: somebody with "
            "one late post and one from before is in your result.",
        ),
        Mistake(
            "time in having",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts)
answer = rows.group_by(User.id).having(late, func.count() >= 2)
""",
            "The condition on the time comes too late, when there are only groups: a group has "
            "many times, and SQLite looks at any one of them. Choose the posts with where().",
        ),
        Mistake(
            "the first post is late",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts).group_by(User.id)
first = func.min(Post.timestamp) >= datetime(2026, 8, 12, 19, tzinfo=UTC)
answer = rows.having(first, func.count() >= 2)
""",
            "You leave out everybody who also wrote an earlier post. The earlier posts shouldn't "
            "count, but their authors may have two late ones.",
        ),
        Mistake(
            "the last post is late",
            """
rows = select(User.username, func.count()).join(User.posts).group_by(User.id)
last = func.max(Post.timestamp) >= datetime(2026, 8, 12, 19, tzinfo=UTC)
answer = rows.having(last, func.count() >= 2)
""",
            "Earlier posts count in your result, as long as the last post of the user is late.",
        ),
        Mistake(
            "any day",
            """
late = extract("hour", Post.timestamp) >= 19
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.group_by(User.id).having(func.count() >= 2)
""",
            "You ask for the hour alone, whatever the day. The question asks for the posts from "
            "one moment on: compare the whole timestamp.",
        ),
        Mistake(
            "more than two",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.group_by(User.id).having(func.count() > 2)
""",
            "Users with exactly two late posts are missing. Two are enough.",
        ),
        Mistake(
            "by text",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.group_by(Post.content).having(func.count() >= 2)
""",
            "You group by the text of the posts. The question asks for a row for each user.",
        ),
        Mistake(
            "no group_by",
            LATE
            + """
rows = select(User.username, func.count()).join(User.posts).where(late)
answer = rows.having(func.count() >= 2)
""",
            "Your result has one row at most, with a count for all users together. Without "
            "group_by(), all late posts are one group.",
        ),
        Mistake(
            "no join",
            LATE
            + """
rows = select(User.username, func.count()).where(late)
answer = rows.group_by(User.id).having(func.count() >= 2)
""",
            "Each user gets the late posts of everybody. Nothing in your statement says which "
            "posts belong to which user: join the two tables.",
        ),
    ),
    judge=Selecting(on=early_and_late),
    praise="The time chooses posts, the number chooses users: each condition in its place.",
)
