"""What to_sql(if_exists="replace") does to a table's rules."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Replaced",
    minutes=2,
    objective="say what happens to a table's rules when pandas writes to it",
    task="""The table `likes` was made from the model `Like`: its key is the pair of user and
post, and both refer to their tables. The frame `likes` contains only good rows. You run
`likes.to_sql("likes", engine, if_exists="replace", index=False)`, without an error. What is true
afterwards?

- **a** A like that is inserted twice is still refused.
- **b** Likes that were in the table but not in the frame are still there.
- **c** A like by user 9999, who does not exist, would be accepted.
- **d** `Base.metadata.create_all(engine)` brings the key back.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "What exactly is replaced: the rows, or the table?",
        "Which of the rules of `likes` are in the frame? The new table has those and no others.",
        'The answer is `"c"`: the table was dropped, and the new one has no foreign keys.',
    ),
    imports="",
    answers=('answer = "c"', 'answer = " C"'),
    mistakes=(
        Mistake(
            "the key stays",
            'answer = "a"',
            "The key disappeared with the table that was dropped, and a frame has none to give.",
        ),
        Mistake(
            "the rows stay",
            'answer = "b"',
            "The old table was dropped together with its rows. With `append` they would stay.",
        ),
        Mistake(
            "create_all mends",
            'answer = "d"',
            "`create_all` makes tables that are missing. This one is there, without its key.",
        ),
    ),
    judge=Choice(),
    praise="pandas made the table anew from the frame, and a frame has no foreign keys.",
)
