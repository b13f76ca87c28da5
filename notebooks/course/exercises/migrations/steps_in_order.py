"""The steps of expand and contract, in an order that both versions of the code survive."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Steps in order",
    minutes=4,
    objective="plan a change in steps that the old code and the new code both survive",
    task="""`email` of a table `people` gets the name `address`, while the service runs. These are
the steps, in no particular order:

1. Copy the old e-mails into `address`, in batches.
2. Install code that uses `address` alone.
3. Add the column `address`, which may be NULL.
4. Drop the column `email`.
5. Install code that writes both columns and reads `email`.

In which order can no request fail, and no e-mail get lost?

- `a`: 3, 1, 5, 2, 4
- `b`: 5, 3, 1, 2, 4
- `c`: 3, 5, 1, 4, 2
- `d`: 3, 5, 1, 2, 4

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Go through an order step by step, and ask after each step: does the code that is running "
        "now find every column that it uses?",
        "Then think of a person who registers between two steps. In which columns is the e-mail?",
        "Expand, code that writes both, backfill, code that uses the new one, contract.",
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
            "code before its column",
            'answer = "b"',
            "The first step installs code that writes `address`, and there is no such column yet.",
        ),
        Mistake(
            "dropped while in use",
            'answer = "c"',
            "The fourth step drops `email` while the running code still reads and writes it.",
        ),
    ),
    judge=Choice(),
    praise="Right. At each step the table suits the code before and the code after it.",
)
