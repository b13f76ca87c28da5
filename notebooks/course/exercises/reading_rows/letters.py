"""A column that is derived, and named."""

from collections.abc import Iterator

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import TEXTS, Rows, no_rows, saying
from course.judges.selects import Selecting


def posts_of_two() -> Iterator[Rows]:
    """Characters unlike bytes, blanks at the ends, equal texts; post 1 is not by user 1."""
    yield no_rows()
    yield saying("Kettle on.")
    yield saying("Dark.", "Light again.")
    yield saying(*TEXTS)
    yield saying(" Dark.", *TEXTS)


EXERCISE = Exercise(
    title="Letters",
    minutes=3,
    objective="build a statement that chooses, derives and names columns",
    task="""Select two columns for each post by user 1: its `id` and, under the name `letters`, the
number of characters in its content.""",
    starter="answer = select(Post.id, ____.label(____)).where(____)",
    hints=(
        "Run `select(Post.id, func.length(Post.content))` with `show`. What is still missing: a "
        "name, a condition, or both?",
        "The name goes into `.label(…)`, in quotes. The condition compares the column that says "
        "who wrote a post with 1.",
        'Between the brackets: `Post.id, func.length(Post.content).label("letters")`. Then '
        "`.where(Post.owner_id == 1)`.",
    ),
    imports="""
from sqlalchemy import LargeBinary, cast, func, select

from microblog.models import Post
""",
    answers=(
        'answer = select(Post.id, func.length(Post.content).label("letters"))'
        ".where(Post.owner_id == 1)",
        """
mine = select(Post).where(Post.owner_id == 1).subquery()
answer = select(mine.c.id, func.length(mine.c.content).label("letters"))
""",
    ),
    mistakes=(
        Mistake(
            "everybody's",
            'answer = select(Post.id, func.length(Post.content).label("letters"))',
            "Your result contains posts by other users. The question asks for those of user 1.",
        ),
        Mistake(
            "post 1",
            """
letters = func.length(Post.content).label("letters")
answer = select(Post.id, letters).where(Post.id == 1)
""",
            "You select the post with the id 1. The question asks for all posts by user 1: which "
            "column holds the author?",
        ),
        Mistake(
            "bytes",
            """
letters = func.length(cast(Post.content, LargeBinary)).label("letters")
answer = select(Post.id, letters).where(Post.owner_id == 1)
""",
            "You count bytes, not characters. In UTF-8, é takes two bytes and an emoji four.",
        ),
        Mistake(
            "without blanks",
            """
letters = func.length(func.trim(Post.content)).label("letters")
answer = select(Post.id, letters).where(Post.owner_id == 1)
""",
            "Your count leaves out the blanks at the ends of a text. They are characters too.",
        ),
        Mistake(
            "the content itself",
            'answer = select(Post.id, Post.content.label("letters")).where(Post.owner_id == 1)',
            "The second column is the text itself. The question asks how many characters it has.",
        ),
        Mistake(
            "in the other order",
            """
letters = func.length(Post.content).label("letters")
answer = select(letters, Post.id).where(Post.owner_id == 1)
""",
            "The two columns are in the other order. The question asks for the id first.",
        ),
    ),
    judge=Selecting(names=("id", "letters"), on=posts_of_two),
    praise="Two columns, one of them computed and named by you, and no row too many.",
)
