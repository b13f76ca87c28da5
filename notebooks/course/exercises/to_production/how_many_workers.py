"""Connections, counted before the server refuses one."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="How many workers fit?",
    minutes=3,
    objective="count the connections that a service needs",
    task="""A PostgreSQL server allows 200 connections, and keeps 3 of them for its administrators.
A nightly job uses 12. Each worker of our service opens up to 10 connections for writing and up to
30 for reading. How many workers can run, so that no connection is ever refused?""",
    starter="answer = ...  # a whole number",
    hints=(
        "How many connections can a single worker open at most?",
        "How many are left for the workers, after the administrators and the nightly job?",
        "200 - 3 - 12 = 185, and each worker needs 40: `answer = 185 // 40`",
    ),
    imports="",
    answers=("answer = 4", "answer = (200 - 3 - 12) // (10 + 30)"),
    mistakes=(
        Mistake(
            "rounded up",
            "answer = 5",
            "Five workers can open 200 connections. The administrators and the nightly job need "
            "some, too.",
        ),
        Mistake(
            "the read pool alone",
            "answer = 6",
            "Six workers can open 240 connections, more than the server allows at all. A worker "
            "has two pools.",
        ),
        Mistake(
            "the write pool alone",
            "answer = 18",
            "With 18 workers, the pools for writing alone would fill the server. Each worker reads "
            "as well.",
        ),
        Mistake(
            "connections, not workers",
            "answer = 185",
            "That's how many connections are left for all workers together.",
        ),
    ),
    judge=Number("Divide what the server has left by what one worker can open."),
    praise="Four, and 25 connections are left over: enough for a second job, not for a worker.",
)
