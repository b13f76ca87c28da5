"""How to take a time that means something."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Which clock?",
    minutes=2,
    objective="take a time that means something",
    task="""Jonas wants to know which of two statements, A and B, brings the timeline sooner.
Whose advice should he take?

- `a`: Run A once and B once, with a clock.
- `b`: Time `connection.execute(A)` and `connection.execute(B)`, the shortest of ten each.
- `c`: Time `.execute(A).all()` today, ten times, and take Keiko's note of B from last week.
- `d`: Time `.execute(A).all()` and `.execute(B).all()` in one run, the shortest of ten each.
- `e`: As `d`, but the mean of the ten.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Three things spoil a time: what happens only once, what hasn't happened yet when the "
        "clock stops, and what else the computer does.",
        "When does SQLite look for the second row: at `execute`, or when it is fetched?",
        "One run, all rows fetched, the shortest of several: the letter before `e`.",
    ),
    imports="",
    answers=('answer = "d"', 'answer = "D"'),
    mistakes=(
        Mistake(
            "once",
            'answer = "a"',
            "The statement that runs first pays for what happens only once: opening the "
            "connection, translating the statement, reading the disk. And with one run of each you "
            "can't tell a disturbance from a difference.",
        ),
        Mistake(
            "not consumed",
            'answer = "b"',
            "When `execute` returns, SQLite has found the first row and no more. A statement that "
            "finds its first row late would look slow, and one that takes long for a million rows "
            "would look fast.",
        ),
        Mistake(
            "another day",
            'answer = "c"',
            "Last week the computer was doing other things, perhaps with other data. Compare only "
            "times that were taken in the same run.",
        ),
        Mistake(
            "the mean",
            'answer = "e"',
            "That's close. But the mean includes the longest runs, such as the one during which a "
            "backup started. Disturbances only make a run longer, so the shortest run tells most.",
        ),
    ),
    judge=Choice(letters="abcde"),
    praise="Right: all rows are fetched, both in one run, and the disturbed runs are left out.",
)
