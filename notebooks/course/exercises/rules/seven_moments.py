"""Which texts are accepted as a moment in a web address."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Seven moments",
    minutes=3,
    objective="say which moments a web address may hold",
    task="""These seven texts arrive as `before`, exactly as they are written here. How many of
them does `Moment` accept?

`2026-08-12T18:31:00Z` · `2026-08-12T20:31:00+02:00` · `2026-08-12T20:31:00 02:00` ·
`2026-08-12T18:31:00` · `2026-08-12` · `1786559460` · `2026-08-12T18:31Z`""",
    starter="answer = ...  # a whole number",
    hints=(
        "Three things are checked. Which of the seven have a blank, which have no zone, and which "
        "don't begin like a date?",
        "A date alone is read as midnight, in no zone. And seconds may be left out.",
        "Accepted are the first, the second and the last, which has no seconds. `answer = 3`",
    ),
    imports="",
    answers=("answer = 3", "answer = 7 - 4"),
    mistakes=(
        Mistake(
            "as datetime",
            "answer = 6",
            "6 is what `datetime` accepts. `Moment` also asks for a zone, and for something that "
            "isn't just a number.",
        ),
        Mistake(
            "seconds needed",
            "answer = 2",
            "There is one more. If you left out the last: seconds aren't needed.",
        ),
        Mistake(
            "only UTC",
            "answer = 1",
            "1 would mean that only one of them has a zone. `Z` isn't the only way to write one.",
        ),
        Mistake(
            "all",
            "answer = 7",
            "7 would mean that nothing is refused, not even a number.",
        ),
    ),
    judge=Number("Take each of them through the three steps of `Moment`."),
    praise="Three have a zone and no blank. The other four could mean something else.",
)
