"""A URL that still works when the other server is away."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Which address for reading?",
    minutes=3,
    objective="name two servers in one URL, and choose between them",
    task="""Ana wants public pages to be answered as long as *any* of her servers `a` and `b` runs.
Today `a` is the primary, and it should have little to do. Which end of the URL is right for
`MICROBLOG_READ_DATABASE_URL`?

- `a`: `?host=b`
- `b`: `?host=a&host=b&target_session_attrs=primary`
- `c`: `?host=b&host=a&target_session_attrs=standby`
- `d`: `?host=a&host=b&target_session_attrs=prefer-standby`
- `e`: `?host=a&host=b`

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "Take each URL twice: once with both servers running, and once with only one of them.",
        "After a failover there may be no replica at all. Which URL accepts a primary then?",
        "A replica if there is one, else the primary: `prefer-standby`, so `d`.",
    ),
    imports="",
    answers=('answer = "d"', 'answer = "D"'),
    mistakes=(
        Mistake(
            "one host",
            'answer = "a"',
            "That works until `b` is away. Then public pages are answered 503, although `a` runs.",
        ),
        Mistake(
            "the primary",
            'answer = "b"',
            "All public pages would be read from the primary, and the replica would do nothing.",
        ),
        Mistake(
            "a replica or nothing",
            'answer = "c"',
            "`standby` takes only a replica. After a failover, while the other server is away, "
            "there is none.",
        ),
        Mistake(
            "the first that answers",
            'answer = "e"',
            "Without a preference, the first server that answers is taken, and that's the primary "
            "as long as it runs.",
        ),
    ),
    judge=Choice(letters="abcde"),
    praise="Right: a replica if one runs, else the primary.",
)
