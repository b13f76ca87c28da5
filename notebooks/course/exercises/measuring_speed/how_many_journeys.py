"""Statements counted by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="How many journeys?",
    minutes=3,
    objective="predict how many statements a page costs",
    task="""Keiko's program shows ten posts, with the owner of each, the number of its likes,
and the names of those who like it. `newest` and `likers_of` are a `select()` each.

```python
for post in connection.execute(newest.limit(10)).all():
    owner = connection.scalar(select(User.username).where(User.id == post.owner_id))
    likes = connection.scalar(select(func.count()).where(Like.post_id == post.id))
    if likes:
        names = connection.scalars(likers_of(post.id)).all()
```

Four of the ten posts have no like. How many statements are sent?""",
    starter="answer = ...  # a whole number",
    hints=(
        "How often is each of the four lines with `connection` run?",
        "Inside the loop, two lines run for every post. The last line runs only for some posts: "
        "for how many?",
        "1 for the page, 10 for the owners, 10 for the counts, 6 for the names: add them up.",
    ),
    imports="",
    answers=("answer = 27", "posts, liked = 10, 6\nanswer = 1 + 2 * posts + liked"),
    mistakes=(
        Mistake(
            "names for all",
            "answer = 31",
            "31 counts the names of all ten posts. For the four posts without a like, the last "
            "line isn't run.",
        ),
        Mistake(
            "without the page",
            "answer = 26",
            "26 is what the loop sends. The page itself is a statement too, the first one.",
        ),
        Mistake(
            "without the names",
            "answer = 21",
            "21 is the page, the owners and the counts. The names are one more statement for each "
            "post that has likes.",
        ),
        Mistake(
            "names of the four",
            "answer = 25",
            "25 counts the names for four posts. Those four have no like: the names are asked for "
            "the other six.",
        ),
        Mistake(
            "one",
            "answer = 1",
            "One is what it should be. As it stands, each line in the loop sends a statement of "
            "its own.",
        ),
    ),
    judge=Number("Count line by line: once for the page, then for each post what its lines send."),
    praise="27 for ten rows. With a server one millisecond away, that makes 27 journeys.",
)
