"""An order that leaves nothing to chance."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.selects import Selecting


def with_ties() -> Iterator[Rows]:
    """Also posts of one moment on both sides of the third place."""
    yield from databases()
    rows = no_rows() | {"users": [user(3, "ana")]}
    times = ((4, 30, "Dark."), (9, 2, "Far."), (2, 26, "Ash."), (7, 26, "Bees."), (5, 26, "Cat."))
    rows["posts"] = [post(number, text, 3, hours) for number, hours, text in times]
    yield rows


EXERCISE = Exercise(
    title="The newest three",
    minutes=4,
    objective="sort so that the order is the same every time",
    task="""Select the `id` of the three newest posts, newest first, and of two posts of the same
moment the one with the higher id first. `select(Post.id).order_by(Post.timestamp).limit(3)` doesn't
do that: repair it.""",
    starter="answer = select(Post.id).order_by(____).limit(3)",
    hints=(
        "In which order does `order_by(Post.timestamp)` put the posts, and which three does "
        "`limit` keep?",
        "`.desc()` turns an order round. What should decide between two posts of one moment?",
        "`.order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)`",
    ),
    imports="""
from sqlalchemy import desc, select

from microblog.models import Post
""",
    answers=(
        "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc()).limit(3)",
        """
newest = select(Post.id).order_by(desc(Post.timestamp)).order_by(desc(Post.id))
answer = newest.slice(0, 3)
""",
    ),
    mistakes=(
        Mistake(
            "as it was",
            "answer = select(Post.id).order_by(Post.timestamp).limit(3)",
            "These are the three oldest posts, oldest first. An order is ascending unless you "
            "turn it round.",
        ),
        Mistake(
            "the oldest turned round",
            """
oldest = select(Post.id, Post.timestamp).order_by(Post.timestamp, Post.id).limit(3).subquery()
answer = select(oldest.c.id).order_by(oldest.c.timestamp.desc(), oldest.c.id.desc())
""",
            "These are the three oldest posts, newest first. The order must be turned round before "
            "the limit takes three.",
        ),
        Mistake(
            "the lower id first",
            "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id).limit(3)",
            "Of two posts of the same moment, the one with the lower id comes first here. If "
            "order_by() says nothing about them, the database may return them in any order.",
        ),
        Mistake(
            "by id alone",
            "answer = select(Post.id).order_by(Post.id.desc()).limit(3)",
            "These are the three highest ids. A post may have a higher id and yet an earlier time.",
        ),
        Mistake(
            "all of them",
            "answer = select(Post.id).order_by(Post.timestamp.desc(), Post.id.desc())",
            "The order is right. But the question asks for only three posts.",
        ),
    ),
    judge=Selecting(ordered=True, on=with_ties),
    praise="The same three posts in the same order, every time.",
)
