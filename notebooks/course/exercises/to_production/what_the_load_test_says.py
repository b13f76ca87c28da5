"""A load test, read."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What the load test says",
    minutes=3,
    objective="read a load test",
    task="""Bodil has tested the timeline on a server with two cores. Both were busy from four
clients on.

| clients at once | requests a second | median, ms | 95th percentile, ms | errors |
|--:|--:|--:|--:|--:|
| 1 | 190 | 5 | 6 | 0 |
| 2 | 370 | 5 | 7 | 0 |
| 4 | 410 | 10 | 14 | 0 |
| 8 | 415 | 19 | 29 | 0 |
| 16 | 412 | 39 | 61 | 0 |

At noon there are twice as many clients as in the last line. What will they see, and what helps?

- `a`: Nothing changes: there isn't a single error, even with 16 clients.
- `b`: The same 410 requests a second in all, after twice the wait. Eight workers in place of two
  would help.
- `c`: The same 410 requests a second in all, after twice the wait. Cheaper requests help, or more
  cores.
- `d`: About 820 requests a second, after the same wait.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "How do the rate and the wait change from 4 to 8 clients, and from 8 to 16?",
        "What is full from four clients on? Who would the additional workers share it with?",
        "The rate stays, the wait doubles, and workers need cores to run on: `c`.",
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "no errors",
            'answer = "a"',
            "Errors come last. Long before the first one, the wait grows: from 10 ms with four "
            "clients to 39 ms with sixteen.",
        ),
        Mistake(
            "more workers",
            'answer = "b"',
            "The rate and the wait are right. But both cores are busy already, and eight workers "
            "would only share them.",
        ),
        Mistake(
            "twice the rate",
            'answer = "d"',
            "From four clients on, the rate doesn't grow any more. What grows is the wait.",
        ),
    ),
    judge=Choice(letters="abcd"),
    praise="Right: the cores are the resource that is full, so only they, or less work, help.",
)
