"""A failure, followed through a log by its id."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What the log says",
    minutes=3,
    objective="follow a failure through the log",
    task="""Tom writes: *I wanted to read my timeline, and got 500, with the id `c4…`.* This is in
the log (ids shortened, tracebacks reduced to their last lines):

```text
INFO:     a1… GET '/posts/' 200 3.1 ms
ERROR:    c4… failed
  File "/srv/microblog/timeline.py", line 41, in timeline
KeyError: 'shown_at'
ERROR:    b2… failed
  File "/srv/microblog/routes/users.py", line 50, in read_user
ZeroDivisionError: division by zero
INFO:     c4… GET '/timeline/' 500 12.9 ms
INFO:     d7… GET '/timeline/' 200 8.4 ms
INFO:     b2… GET '/users/tom' 500 2.2 ms
ERROR:    OperationalError: server closed the connection unexpectedly
INFO:     e9… GET '/timeline/' 503 1.7 ms
```

Why did Tom's request fail?

- `a`: A division by zero, in `read_user`.
- `b`: A missing key, in `timeline`.
- `c`: The database closed the connection.
- `d`: It didn't: the log has a 200 for `/timeline/`.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Several requests run at once, so lines that belong together needn't be neighbours.",
        "Find each line that begins with Tom's id. One of them has a traceback below it.",
        "`c4…` failed with the KeyError, in `timeline`: `b`.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "the neighbour",
            'answer = "a"',
            "That traceback belongs to `b2…`, a request for a profile. Only its place in the log "
            "is next to Tom's line.",
        ),
        Mistake(
            "the last error",
            'answer = "c"',
            "That error led to the 503 of `e9…`. Tom got 500, and his id is another one.",
        ),
        Mistake(
            "another request",
            'answer = "d"',
            "The 200 belongs to `d7…`, another request for the same path.",
        ),
    ),
    judge=Choice(letters="abcd"),
    praise="Right. Neither the path nor the order of lines tells requests apart; the id does.",
)
