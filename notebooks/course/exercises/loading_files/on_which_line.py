"""Rows of a CSV file may be longer than a line."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="On which line?",
    minutes=2,
    objective="say on which line of a file a value is",
    task="""An editor numbers the lines of a file from 1. On which line of this one does the row
with the id 4 begin?

```text
id,content
1,"Dark.
Then light again."
2,Home.

3,"Don't forget:
- filters
- the thermos"
4,Done.
```""",
    starter="answer = ...  # a whole number",
    hints=(
        "How many lines does the row with the id 1 take?",
        "The header is a line, and so is the empty one.",
        "The rows begin on the lines 2, 4, 6 and 9. `answer = 9`",
    ),
    imports="",
    answers=("answer = 9", "answer = 1 + 2 + 1 + 1 + 3 + 1"),
    mistakes=(
        Mistake(
            "the index in pandas",
            "answer = 3",
            "3 is the row's index in pandas, which begins at 0. An editor counts lines.",
        ),
        Mistake(
            "the number of the row",
            "answer = 4",
            "It's the fourth row, but the header is a line too, and two of the rows take several.",
        ),
        Mistake(
            "one line for each row",
            "answer = 5",
            "That would be right if each row took one line. Two contents have line breaks in them.",
        ),
        Mistake(
            "without the empty line",
            "answer = 8",
            "One too few: the empty line isn't a row, but an editor counts it as a line.",
        ),
    ),
    judge=Number("Count every line: the header, each line of a text, the empty one."),
    praise="Two rows have line breaks in them, and an empty line stands between.",
)
