"""What an interval shows."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What the interval shows",
    minutes=2,
    objective="say what an interval shows, and what it doesn't",
    task="""On another network, B's precision minus A's is 0.004, and the interval of this
difference, from 1,000 samples of its users, goes from -0.006 to 0.014. What may you say?

- `a`: A and B are equally good.
- `b`: B is better than A with a probability of 95%.
- `c`: With these users, the data don't settle which of the two is better.
- `d`: For 95% of the users the difference lies between -0.006 and 0.014.
- `e`: Two new samples of users from other networks would lie within this interval.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "The interval holds zero, and numbers on both sides of it.",
        "What was drawn again a thousand times? Nothing but which users count, and how often.",
        "Between -0.006 and 0.014 there is room for A, for B, and for neither: the third one.",
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "equal",
            'answer = "a"',
            "The interval also holds 0.014, and that would be a difference. Not having found one "
            "isn't the same as having found that there is none.",
        ),
        Mistake(
            "probability",
            'answer = "b"',
            "The interval holds zero and values below it, so A may well be the better one. And a "
            "bootstrap interval isn't the probability that one is better.",
        ),
        Mistake(
            "users",
            'answer = "d"',
            "The interval is about the *mean* of all users. With five suggestions, the difference "
            "for one user is 0, 0.2, -0.2 and so on.",
        ),
        Mistake(
            "other networks",
            'answer = "e"',
            "Only these users were drawn again. The interval doesn't know any other network.",
        ),
    ),
    judge=Choice(letters="abcde"),
    praise="Right: it's undecided. More users, or more than one split, could settle it.",
)
