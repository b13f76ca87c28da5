"""How long the users of a pool wait."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Five threads wait",
    minutes=4,
    objective="say how long the users of a pool wait",
    task="""An engine has `pool_size=2`, `max_overflow=1` and `pool_timeout=30`. Five threads start
at the same moment. Each takes a connection, keeps it for exactly one second, and gives it back.
After how many seconds is the last thread done?""",
    starter="answer = ...  # a whole number",
    hints=(
        "How many connections can be open at the same time? Both numbers of the pool count.",
        "Three threads get a connection at once. When do the other two get theirs?",
        "Three threads are done after one second, the other two a second later. `answer = 2`",
    ),
    imports="",
    answers=("answer = 2", "answer = 1 + 1"),
    mistakes=(
        Mistake(
            "all at once",
            "answer = 1",
            "That would take five connections. The pool never has so many open at the same time.",
        ),
        Mistake(
            "overflow forgotten",
            "answer = 3",
            "Three seconds would be right for two connections. Beyond its size, this pool may open "
            "`max_overflow` more.",
        ),
        Mistake(
            "one after the other",
            "answer = 5",
            "That would be right for one connection. This pool can have more of them open.",
        ),
    ),
    judge=Number("Draw a line for each thread: when does it get a connection?"),
    praise="Three in the first second, two in the next.",
)
