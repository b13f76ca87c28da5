"""A profile, read."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What to change first?",
    minutes=3,
    objective="read a profile",
    task="""An endpoint lists the 20 newest accounts. Keiko has profiled 200 calls of it, with
the database in another building:

```text
   ncalls  tottime  cumtime  function
      200    0.021    9.310  list_newest
     4200    0.140    9.060  Connection.execute
     4200    8.650    8.650  {method 'execute' of 'psycopg.Cursor' objects}
      200    0.090    0.110  SchemaSerializer.to_json
```

What should she change first?

- `a`: `list_newest`, since its 9.31 seconds are the most.
- `b`: The JSON, with a faster library.
- `c`: The number of statements: 21 for each call.
- `d`: The number of accounts that it lists.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "`tottime` is the time in the function itself. Where is it spent?",
        "How often is `execute` called for each call of `list_newest`?",
        "4,200 / 200 = 21 statements for each call. The third of the four.",
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "the cumulative time",
            'answer = "a"',
            "`cumtime` contains everything that `list_newest` calls. Its own `tottime` is 0.02 of "
            "the 9.31 seconds.",
        ),
        Mistake(
            "the JSON",
            'answer = "b"',
            "Writing JSON takes 0.11 of 9.31 seconds. If it took no time at all, nobody would "
            "notice.",
        ),
        Mistake(
            "fewer accounts",
            'answer = "d"',
            "Half as many accounts would take about half the time, and would show half as much. "
            "21 statements for 20 accounts is the pattern to remove.",
        ),
    ),
    judge=Choice(),
    praise="Right. Each statement makes a journey: 21 of them become one, and the list stays.",
)
