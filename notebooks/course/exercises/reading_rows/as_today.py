"""A line with session.query, written with select()."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Query

from course.exercises.exercise import Exercise, Mistake
from course.judges.data import Rows, databases, no_rows, post, user
from course.judges.judge import Wrong
from course.judges.selects import Selecting, Statement


class Today(Selecting):
    """A `select()`; a Query is refused, although it could be run."""

    def accept(self, answer: Any) -> Statement:
        if isinstance(answer, Query):
            raise Wrong("This is still a Query. Write the same with select().")
        return super().accept(answer)


def of_two() -> Iterator[Rows]:
    """Posts by two users on both sides of number 5, more than three of them by user 2."""
    people = {"users": [user(2, "ana"), user(1, "Zoe")]}
    for owners in ({}, {7: 2}, {7: 1}, {5: 2, 4: 2}, {6: 2, 5: 2, 9: 1}):
        rows = [post(number, "Dark.", owner, number % 3) for number, owner in owners.items()]
        yield no_rows() | people | {"posts": rows}
    numbers = (8, 3, 11, 6, 14, 5, 9, 20, 7)
    many = [post(n, f"Post {n}", 1 + (n % 4 != 3), -n) for n in numbers]
    yield no_rows() | people | {"posts": many}
    yield from databases()


EXERCISE = Exercise(
    title="As you would write it today",
    minutes=4,
    objective="read code with session.query, and write it as it is written today",
    task="""You find this line in a service:

```python
db.query(Post.id, Post.content).filter_by(owner_id=2).filter(Post.id > 5) \\
    .order_by(Post.id.desc()).limit(3).all()
```

Write the same statement with `select()`, so that it needs no session.""",
    starter="answer = select(____).where(____).order_by(____).limit(____)",
    hints=(
        "How many columns does the line read, and how many conditions must a row meet?",
        "What stood in `query(…)` goes into `select(…)`. Each filter becomes a condition in "
        "`where`; `filter_by(owner_id=2)` compares a column of `Post` with 2.",
        "`select(Post.id, Post.content).where(Post.owner_id == 2, Post.id > 5)`, and then "
        "`.order_by(Post.id.desc()).limit(3)` as before.",
    ),
    imports="""
from sqlalchemy import and_, or_, select

from microblog.models import Post
""",
    answers=(
        "wanted = (Post.owner_id == 2, Post.id > 5)\n"
        "answer = select(Post.id, Post.content).where(*wanted).order_by(Post.id.desc()).limit(3)",
        """
rows = select(Post.id, Post.content).filter_by(owner_id=2).filter(Post.id > 5)
answer = rows.order_by(Post.id.desc()).limit(3)
""",
    ),
    mistakes=(
        Mistake(
            "and",
            "wanted = Post.owner_id == 2 and Post.id > 5  # noqa: SIM300\n"
            "answer = select(Post.id, Post.content).where(wanted)"
            ".order_by(Post.id.desc()).limit(3)",
            "Posts up to number 5 are in your result. Your statement has no condition on the id; "
            "Python's `and` would have dropped it without an error.",
        ),
        Mistake(
            "everybody's",
            "answer = select(Post.id, Post.content).where(Post.id > 5)"
            ".order_by(Post.id.desc()).limit(3)",
            "Posts by other users are in your result. `filter_by(owner_id=2)` is a condition, too.",
        ),
        Mistake(
            "one is enough",
            """
wanted = or_(Post.owner_id == 2, Post.id > 5)
answer = select(Post.id, Post.content).where(wanted).order_by(Post.id.desc()).limit(3)
""",
            "You find the posts for which one of the two conditions is true. Two filters after "
            "each other must both be true.",
        ),
        Mistake(
            "whole posts",
            """
wanted = (Post.owner_id == 2, Post.id > 5)
answer = select(Post).where(*wanted).order_by(Post.id.desc()).limit(3)
""",
            "You select whole posts. The line reads two columns, the id and the content.",
        ),
        Mistake(
            "lowest first",
            """
wanted = (Post.owner_id == 2, Post.id > 5)
answer = select(Post.id, Post.content).where(*wanted).order_by(Post.id).limit(3)
""",
            "Your rows begin with the lowest id. The line sorts by `Post.id.desc()`.",
        ),
        Mistake(
            "all of them",
            """
wanted = (Post.owner_id == 2, Post.id > 5)
answer = select(Post.id, Post.content).where(*wanted).order_by(Post.id.desc())
""",
            "Your statement returns more than three rows. The line stops at three.",
        ),
    ),
    judge=Today(ordered=True, on=of_two),
    praise="The same three rows, from a statement that you can print, test and run anywhere.",
)
