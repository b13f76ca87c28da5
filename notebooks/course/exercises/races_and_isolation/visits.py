"""What is left of several changes that were worked out from one old number."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Five visits, two databases",
    minutes=3,
    objective="predict what two transactions at once leave behind",
    task="""A page counts its visits: `session.scalar(select(page.c.visits))`, then an
`update` to that number plus 1, in one transaction of `make_session`. The count is 100. Five visits
arrive at once, on PostgreSQL and READ COMMITTED, and all five read before any of them writes. Then
all five commit. What is the count afterwards?""",
    starter="answer = ...  # a whole number",
    hints=(
        "Which number does each of the five read? Which number does each write?",
        "Draw the table of moments for two of them: what does the second write change?",
        "Each reads 100 and writes 101. `answer = 101`",
    ),
    imports="",
    answers=("answer = 101", "answer = 100 + 1"),
    mistakes=(
        Mistake(
            "all counted",
            "answer = 105",
            "All five read before any of them writes, so no visit builds on another one. On "
            "SQLite, where each waits for the lock before it reads, it would be this number.",
        ),
        Mistake(
            "refused",
            "answer = 100",
            "Nothing is refused at READ COMMITTED: all five commit, and each wrote a number.",
        ),
        Mistake(
            "one lost",
            "answer = 104",
            "More than one visit is lost. Each write replaces the one before it.",
        ),
    ),
    judge=Number("Which number did each of them read, and what did each write?"),
    praise="Five visits, and the count went up by one: four updates are lost.",
)
