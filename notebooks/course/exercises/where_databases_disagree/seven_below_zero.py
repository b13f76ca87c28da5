"""Division and remainder below zero, in pandas and in SQL."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Numbers

EXERCISE = Exercise(
    title="Seven below zero",
    minutes=3,
    objective="divide, round down and round as pandas does",
    task="""A column `n` holds -7. What are these three, from left to right: `n // 2` in pandas,
`n // 2` in the database, and `n % 2` in the database?""",
    starter="answer = [____, ____, ____]",
    hints=(
        "-7 / 2 is -3.5. pandas rounds it down; the database cuts off what is behind the point.",
        "A quotient and its remainder belong together: two times the quotient, plus the remainder, "
        "is -7 again.",
        "pandas: -4. The database: -3, and then 2 * -3 + (-1) = -7. `answer = [-4, -3, -1]`",
    ),
    imports="",
    answers=("answer = [-4, -3, -1]", "answer = [-7 // 2, -(7 // 2), -1]"),
    mistakes=(
        Mistake(
            "as in pandas",
            "answer = [-4, -4, 1]",
            "-4 and 1 are pandas' answers, and Python's. The database cuts towards zero.",
        ),
        Mistake(
            "a remainder above zero",
            "answer = [-4, -3, 1]",
            "The two quotients are right. With -3, a remainder of 1 would give 2 * -3 + 1 = -5. "
            "In SQL the remainder has the sign of -7.",
        ),
        Mistake(
            "the database's everywhere",
            "answer = [-3, -3, -1]",
            "The last two are right. pandas rounds down, also below zero, so -3.5 isn't -3 there.",
        ),
        Mistake(
            "the other way round",
            "answer = [-3, -4, -1]",
            "The two quotients are swapped: pandas rounds down, and the database cuts towards "
            "zero.",
        ),
    ),
    judge=Numbers("Take one at a time: which of them rounds down, and which cuts?", rows=3),
    praise="pandas rounds down, the database cuts, and each remainder fits its quotient.",
)
