"""What reaches the database when a frame's values are sent as they are."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What arrives?",
    minutes=3,
    objective="say what a database receives for a value of a frame",
    task="""A table has a column `likes` of whole numbers, which may be NULL, and no foreign key.
You insert four rows into it on SQLite, one at a time, with these values for `likes`. Which one is
accepted without an error, and yet no `WHERE likes = 3` finds it?

- **a** `3`
- **b** `pd.NA`
- **c** `np.int64(3)`
- **d** `3.0`""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Two of the four arrive as the number 3, and one is refused. Which kinds of value does the "
        "driver know?",
        "Look at the `typeof` that the first experiment of this notebook printed.",
        'The answer is `"c"`: its eight bytes are stored, and bytes equal no number.',
    ),
    imports="",
    answers=('answer = "c"', 'answer = " C"'),
    mistakes=(
        Mistake(
            "a Python number",
            'answer = "a"',
            "A Python int is what the driver expects: the row is found.",
        ),
        Mistake(
            "NA",
            'answer = "b"',
            "pd.NA doesn't arrive at all: the driver raises an error. None would have become NULL.",
        ),
        Mistake(
            "a float",
            'answer = "d"',
            "A Python float arrives as a number, and 3.0 = 3 is true in SQL.",
        ),
    ),
    judge=Choice(),
    praise="SQLite's driver doesn't know numpy's integers and stores their bytes.",
)
