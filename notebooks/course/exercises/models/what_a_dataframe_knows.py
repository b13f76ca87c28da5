"""What a dtype promises, and what nothing in a frame does."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What a DataFrame knows",
    minutes=2,
    objective="say which bad rows a DataFrame accepts, and why",
    task="""`posts` was read from a CSV file with `pd.read_csv`. Which of these can you rely on
without looking at the values?

- **a** `posts["id"]` has no value twice.
- **b** Every `owner_id` is the `id` of a user.
- **c** Every value of `posts["id"]` has the same type.
- **d** No `content` is longer than 280 characters.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Which of the four does `posts.dtypes` tell you about?",
        "Perhaps all four are true of this file. Does `int64`, or any other dtype, say that a "
        "value comes only once, that it's the id of a user, or how long a text may be?",
        'The answer is `"c"`: a column has one dtype, and a frame checks nothing else.',
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "uniqueness",
            'answer = "a"',
            "Nothing keeps the column unique: you can append the same row twice, and pandas "
            "accepts both.",
        ),
        Mistake(
            "reference",
            'answer = "b"',
            "A frame has no reference to any other frame, so pandas can't check that the users "
            "exist.",
        ),
        Mistake(
            "length",
            'answer = "d"',
            "A column of text accepts text of any length. No dtype has a maximum.",
        ),
    ),
    judge=Choice(),
    praise="The dtype is the only rule that pandas keeps for a column.",
)
