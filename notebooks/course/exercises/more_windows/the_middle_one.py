"""The median of each group, from places and sizes."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting

LENGTHS = """
length = func.length(Post.content)
window = {"partition_by": Post.owner_id, "order_by": (length, Post.id)}
place = func.row_number().over(**window).label("place")
size = func.count().over(partition_by=Post.owner_id).label("size")
rows = select(Post.owner_id, length.label("length"), place, size).subquery()
"""
MIDDLE = "answer = select(rows.c.owner_id, func.avg(rows.c.length)).group_by(rows.c.owner_id)"


def texts() -> Iterator[Rows]:
    """The usual databases, behind small ones: one post, two, three, and a very long one."""
    for lengths in ((4,), (1, 9), (9, 2, 4), (3, 90, 7, 1), (5, 5, 5, 1, 80)):
        rows = no_rows()
        rows["users"] = [user(7, "ana"), user(3, "jonas")]
        for place, length in enumerate(lengths):
            rows["posts"].append(post(20 - place, "x" * length, 7, place))
        rows["posts"].append(post(30, "x" * 12, 3, 1))
        yield rows
    yield from databases()


EXERCISE = Exercise(
    title="The middle one",
    minutes=8,
    objective="find the median of each group, and any other quantile",
    task="""How long is a user's typical post? Select `owner_id` and the median of the lengths of
that user's posts (`func.length(Post.content)`). With an even number of posts, it's the mean of the
two in the middle.""",
    starter="answer = ...  # your select() here",
    hints=(
        "Suppose that a user wrote posts of 1, 3, 7 and 90 characters. Which places do the two in "
        "the middle have? And the one in the middle of five?",
        "Beside each post you need two numbers: its place in the order of the lengths, and how "
        "many posts its author wrote. Both are window functions with the same partition.",
        "`where(func.abs(2 * rows.c.place - rows.c.size - 1) <= 1)` keeps the one or two in the "
        "middle; then `func.avg(rows.c.length)` for each `owner_id`.",
    ),
    imports="""
from sqlalchemy import func, or_, select

from microblog.models import Post
""",
    answers=(
        LENGTHS
        + "middle = func.abs(2 * rows.c.place - rows.c.size - 1) <= 1\n"
        + MIDDLE
        + "\nanswer = answer.where(middle)",
        LENGTHS
        + MIDDLE
        + """
lower, upper = (rows.c.size + 1) // 2, rows.c.size // 2 + 1
answer = answer.where(or_(rows.c.place == lower, rows.c.place == upper))
""",
    ),
    mistakes=(
        Mistake(
            "the mean",
            "answer = select(Post.owner_id, func.avg(func.length(Post.content)))"
            ".group_by(Post.owner_id)",
            "These are the means. One very long post moves a mean, and leaves the median where it "
            "is.",
        ),
        Mistake(
            "the lower one",
            LENGTHS + MIDDLE + ".where(rows.c.place == (rows.c.size + 1) // 2)",
            "With an even number of posts, you return the shorter of the two in the middle. The "
            "median is the mean of both.",
        ),
        Mistake(
            "the upper one",
            LENGTHS + MIDDLE + ".where(rows.c.place == rows.c.size // 2 + 1)",
            "With an even number of posts, you return the longer of the two in the middle. The "
            "median is the mean of both.",
        ),
        Mistake(
            "half the way",
            """
length = func.length(Post.content)
half = (func.min(length) + func.max(length)) / 2.0
answer = select(Post.owner_id, half).group_by(Post.owner_id)
""",
            "This is the number halfway between the shortest and the longest post. The median is "
            "the length with as many posts below it as above it.",
        ),
    ),
    judge=Selecting(on=texts),
    praise="The one or two in the middle, found by their places, and then their mean.",
)
