"""Two columns of counts, each with a condition of its own."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.selects import Selecting

HOUR = 'hour = extract("hour", Post.timestamp)\n'

EXERCISE = Exercise(
    title="Before and after six",
    minutes=6,
    objective="count some rows of a group, and turn groups into columns",
    task="""Select each user's `username`, how many of their posts were written before 18:00 UTC,
and how many at 18:00 or later, on whatever day. Users who never post have 0 in both columns.""",
    starter="""hour = extract("hour", Post.timestamp)

answer = ...  # your select() here""",
    hints=(
        "You need one row for each user, those who never post included. From which table do you "
        "start, and with which join?",
        "Both numbers count posts of the same group, but not the same posts. So the conditions "
        "can't be in `where`; each count needs its own.",
        "`select(User.username, func.count(Post.id).filter(hour < 18), …)`, then "
        "`.outerjoin(User.posts)` and `.group_by(User.id)`. The other count has `hour >= 18`.",
    ),
    imports="""
from sqlalchemy import Integer, case, cast, extract, func, select

from microblog.models import Post, User
""",
    answers=(
        HOUR
        + """
before, after = func.count(Post.id).filter(hour < 18), func.count(Post.id).filter(hour >= 18)
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
        HOUR
        + """
before, after = func.count(case((hour < 18, 1))), func.count(case((hour >= 18, 1)))
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
        HOUR
        + """
before = select(func.count()).where(Post.owner_id == User.id, hour < 18).scalar_subquery()
after = select(func.count()).where(Post.owner_id == User.id, hour >= 18).scalar_subquery()
answer = select(User.username, before, after)
""",
    ),
    mistakes=(
        Mistake(
            "inner join",
            HOUR
            + """
before, after = func.count(Post.id).filter(hour < 18), func.count(Post.id).filter(hour >= 18)
answer = select(User.username, before, after).join(User.posts).group_by(User.id)
""",
            "Users who never post are missing. Which join keeps the left side?",
        ),
        Mistake(
            "six is before",
            HOUR
            + """
before, after = func.count(Post.id).filter(hour <= 18), func.count(Post.id).filter(hour > 18)
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
            "Posts from between 18:00 and 19:00 are in the first count. The hour of 18:30 is 18, "
            "and the question puts it into the second.",
        ),
        Mistake(
            "the wrong way round",
            HOUR
            + """
before, after = func.count(Post.id).filter(hour < 18), func.count(Post.id).filter(hour >= 18)
answer = select(User.username, after, before).outerjoin(User.posts).group_by(User.id)
""",
            "The two counts have changed places. The question asks for the earlier hours first.",
        ),
        Mistake(
            "sums of conditions",
            HOUR
            + """
before, after = func.sum(hour < 18), func.sum(hour >= 18)
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
            "You get True or False where a number is asked for, and NULL for users who never post. "
            "SQLAlchemy takes the sum of conditions for a condition, and PostgreSQL doesn't add "
            "conditions at all. Count with filter() instead.",
        ),
        Mistake(
            "sums of numbers",
            HOUR
            + """
before, after = func.sum(cast(hour < 18, Integer)), func.sum(cast(hour >= 18, Integer))
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
            "Users who never post have NULL in your result, which is the sum of no values. The "
            "question asks for 0.",
        ),
        Mistake(
            "all posts twice",
            HOUR
            + """
before, after = func.count(hour < 18), func.count(hour >= 18)
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
            "Both counts are the number of all posts. count() counts every value that isn't NULL, "
            "and False is a value. Put the condition into filter().",
        ),
        Mistake(
            "one condition in where",
            HOUR
            + """
before, after = func.count(Post.id), func.count(Post.id).filter(hour >= 18)
rows = select(User.username, before, after).outerjoin(User.posts)
answer = rows.where(hour < 18).group_by(User.id)
""",
            "Only users with a post before 18:00 are in your result, and their second count is "
            "always 0: where() removes rows for all counts.",
        ),
        Mistake(
            "posts before six, and all",
            HOUR
            + """
before, after = func.count(Post.id).filter(hour < 18), func.count(Post.id)
answer = select(User.username, before, after).outerjoin(User.posts).group_by(User.id)
""",
            "The second count is the number of all posts. It needs a condition, too.",
        ),
    ),
    judge=Selecting(),
    praise="One row for each user, and each count chooses its own rows.",
)
