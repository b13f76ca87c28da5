"""A column without a single value in its group."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Which one is refused?",
    minutes=3,
    objective="say which columns a grouped statement may hold",
    task="""SQLite runs all four of these statements. PostgreSQL refuses one. Which?

- **a** `select(Like.user_id, func.count()).group_by(Like.user_id)`
- **b** `select(Post.id, Post.content, func.count()).join(Post.likers).group_by(Post.id)`
- **c** `select(Post.owner_id, Post.content, func.max(Post.timestamp)).group_by(Post.owner_id)`
- **d** `select(func.count(), func.max(Post.timestamp))`""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Go through the columns of each `select`. How many values can each have in one group?",
        "A column may be in `group_by`, or inside an aggregate, or it may belong to a table whose "
        "key is in `group_by`. In `b`, the key of the posts is there.",
        'The answer is `"c"`: an owner has many posts, and the statement doesn\'t say whose '
        "content it should show. SQLite takes that of the newest; PostgreSQL refuses to choose.",
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "the grouped column",
            'answer = "a"',
            "In a, user_id is in group_by and count() is an aggregate, so each has one value in a "
            "group.",
        ),
        Mistake(
            "the key",
            'answer = "b"',
            "In b, a group has one Post.id, which is the key, and so it has one content, too. "
            "PostgreSQL allows that.",
        ),
        Mistake(
            "no group",
            'answer = "d"',
            "In d there is no group_by, so the whole table is one group, and both columns are "
            "aggregates of it.",
        ),
    ),
    judge=Choice(),
    praise="An owner has many posts, and the statement doesn't say whose content to show.",
)
