"""Flush, commit and rollback, followed by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="What stays?",
    minutes=3,
    objective="predict what is in a table after a flush, a commit, a rollback",
    task="""The table `posts` is empty. How many posts does another program find in it after
this?

```python
with Session(engine) as session:
    session.add(Post(content="First contact", owner_id=1))
    session.commit()
    session.add(Post(content="Half of it", owner_id=1))
    session.flush()
    session.add(Post(content="Dark", owner_id=1))
    session.rollback()
    session.add(Post(content="Light again", owner_id=1))
    session.commit()
    session.add(Post(content="Over", owner_id=1))
    session.flush()
```""",
    starter="answer = ...  # a whole number",
    hints=(
        "Go through it line by line, with two columns: in the transaction, and final.",
        "The first post is final. What does the rollback take back: only what was not flushed?",
        "First contact and Light again were committed. Half of it and Dark were rolled back, and "
        "Over was never committed. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", 'answer = len(["First contact", "Light again"])'),
    mistakes=(
        Mistake(
            "nothing",
            "answer = 0",
            "The end of the block takes back what is not committed. But there are two commits.",
        ),
        Mistake(
            "one",
            "answer = 1",
            "One too few: a post stays when a commit follows it before any rollback.",
        ),
        Mistake(
            "three",
            "answer = 3",
            "One too many. A flush alone isn't enough, and no commit follows the last flush.",
        ),
        Mistake(
            "four",
            "answer = 4",
            "Two too many. A flushed post isn't final: a rollback takes it back, and so does the "
            "end of the block.",
        ),
        Mistake(
            "all five",
            "answer = 5",
            "There is a rollback, and at the end there is no commit. Which posts are lost by that?",
        ),
    ),
    judge=Number("Five posts are added. Which of them are followed by a commit first?"),
    praise="First contact and Light again: each was committed before a rollback could undo it.",
)
