"""A plan, read."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What will it do?",
    minutes=3,
    objective="read a query plan",
    task="""Ana asks for the five longest posts about filters, with their owners' names:

```python
select(Post.id, User.username)
    .join(Post.owner)
    .where(Post.content.like("%filter%"))
    .order_by(func.length(Post.content).desc())
    .limit(5)
```

The plan on SQLite:

```text
SCAN posts
SEARCH users USING INTEGER PRIMARY KEY (rowid=?)
USE TEMP B-TREE FOR ORDER BY
```

What happens?

- `a`: Five posts are read, since `limit` says so.
- `b`: All posts are read, the owner is looked up for those about filters, and they are sorted.
- `c`: All posts and all users are read, joined and sorted.
- `d`: An index finds the posts about filters; they are sorted.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Which word in a plan means *every row*, and which means *the right place*?",
        "Can the database know the five longest before it has seen the last post?",
        "SCAN posts, SEARCH users, then the sort: the second of the four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "the limit",
            'answer = "a"',
            "Which posts are the longest is known only when all are read and sorted. `limit` "
            "stops early only where an index gives the rows in the right order.",
        ),
        Mistake(
            "all users",
            'answer = "c"',
            "SEARCH users … PRIMARY KEY means: for each post that was found, one look-up by id. "
            "Users who wrote nothing about filters aren't read.",
        ),
        Mistake(
            "an index",
            'answer = "d"',
            "SCAN posts means every row of the table. No index helps with a % in front, and the "
            "plan names none for posts.",
        ),
    ),
    judge=Choice(),
    praise="Right. The work grows with the number of posts, and no limit changes that.",
)
