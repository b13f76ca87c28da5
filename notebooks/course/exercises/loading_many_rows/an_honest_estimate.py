"""What short runs say about a long one."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="An honest estimate",
    minutes=3,
    objective="estimate a long run from short ones, and say under which condition",
    task="""Bodil has loaded rows with `insert` and a list of dicts:

| rows | seconds |
|--:|--:|
| 1,000 | 0.10 |
| 100,000 | 2.1 |
| 200,000 | 4.1 |

What may she say about a million rows?

- `a`: About 100 seconds: 1,000 times the first line.
- `b`: About 20 seconds, if the rate stays as it is.
- `c`: 20.1 seconds.
- `d`: Nothing, as long as she hasn't loaded a million.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "How many rows a second does each line make?",
        "The last two lines agree, at nearly 50,000 rows a second. What is different in the first?",
        "A million at 50,000 a second, under a condition that is named: the second of the four.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "the first line",
            'answer = "a"',
            "Most of the first line is fixed cost: opening, beginning, committing. It occurs once, "
            "not a thousand times.",
        ),
        Mistake(
            "too exact",
            'answer = "c"',
            "The figure is fine, the precision isn't. Nobody has measured whether the rate holds "
            "at a million, so the condition belongs to the answer.",
        ),
        Mistake(
            "nothing",
            'answer = "d"',
            "Two sizes agree on a rate, and that says something. An estimate is honest if it names "
            "its condition.",
        ),
    ),
    judge=Choice(),
    praise="Right. A rate on which two sizes agree, and the condition said aloud.",
)
