"""How much work a batch is."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="How many at work?",
    minutes=3,
    objective="estimate a batch from a part of it, and keep its rows in a table",
    task="""A service has eight million users. Refreshing the lists of 500 of them takes 3 seconds,
and no list may be older than six hours. How many processes have to work at the same time, at least?
(Suppose that the database keeps up with them.)""",
    starter="answer = ...  # a whole number",
    hints=(
        "How many seconds would a single process need for all users?",
        "Compare that with the seconds in six hours. A part of a process is no process.",
        "8,000,000 / 500 × 3 = 48,000 seconds of work, in 6 × 3,600 = 21,600 seconds.",
    ),
    imports="",
    answers=("answer = 3", "answer = -(-8_000_000 // 500 * 3 // (6 * 3600))"),
    mistakes=(
        Mistake(
            "rounded down",
            "answer = 2",
            "Two processes do 43,200 seconds of work in six hours, and 48,000 are needed.",
        ),
        Mistake(
            "a day",
            "answer = 1",
            "One process needs 48,000 seconds, which is more than 13 hours. That would do for a "
            "day, and not for six hours.",
        ),
        Mistake(
            "number of slices",
            "answer = 16_000",
            "That's how many times 500 users have to be refreshed. One process does many of these, "
            "one after the other.",
        ),
    ),
    judge=Number(
        "That isn't it. How many seconds of work are there, and how many seconds of time?"
    ),
    praise="48,000 seconds of work in 21,600 seconds: two and a bit, so three.",
)
