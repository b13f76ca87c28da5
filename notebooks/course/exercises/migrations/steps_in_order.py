"""The steps of expand and contract, in an order that both versions of the code survive."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Six steps in order",
    minutes=4,
    objective="plan a change in steps that the old code and the new code both survive",
    task="""`email` of a table `people` gets the name `address`, while the service runs. While code
is being installed, workers with the old and the new code run side by side. These are the steps, in
no particular order:

1. Copy the old e-mails into `address`, in batches.
2. Install code that uses `address` alone.
3. Add the column `address`, which may be NULL.
4. Drop the column `email`.
5. Install code that writes both columns and reads `email`.
6. Install code that writes both columns and reads `address`.

In which order can no request fail, and no e-mail get lost?

- `a`: 3, 1, 5, 6, 2, 4
- `b`: 3, 5, 1, 2, 6, 4
- `c`: 3, 5, 1, 6, 4, 2
- `d`: 3, 5, 1, 6, 2, 4

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Go through an order step by step, and ask after each step: does the code that is running "
        "now find every column that it uses?",
        "Then think of a person who registers between two steps, or while code is being installed. "
        "In which columns is the e-mail, and which one does each worker read?",
        "Expand, write both, backfill, read the new one, write it alone, contract.",
    ),
    imports="",
    answers=('answer = "d"', 'answer = "D"'),
    mistakes=(
        Mistake(
            "the backfill too early",
            'answer = "a"',
            "Somebody registers after the copying and before the code writes both columns. That "
            "e-mail is in `email` alone, and it's lost when `email` is dropped.",
        ),
        Mistake(
            "both written too briefly",
            'answer = "b"',
            "While 2 is installed, a new worker writes an e-mail into `address` alone, and one "
            "with the code of step 5 still reads `email`: for this person it's empty.",
        ),
        Mistake(
            "dropped while in use",
            'answer = "c"',
            "`email` is dropped while the running code still writes it.",
        ),
    ),
    judge=Choice(),
    praise="Right. At each step the table suits the code before and the code after it.",
)
