"""Which recommender was told what it should find."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Who has seen the answers?",
    minutes=2,
    objective="compare recommenders on follows that they haven't seen",
    task="""Four colleagues have ideas for a recommender, and each tries it on the same split into
`known` and `hidden`. One of them will report a precision that is too good. Which one?

- `a`: Suggest whom the user's friends in `known` follow in `known`.
- `b`: Suggest who has the most rows in `follows`, because `known` lacks a fifth of them.
- `c`: Suggest who has written the most posts.
- `d`: Suggest who has the most followers in `known` among the people of the same year of
  registration.

Answer with its letter.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "What does each recommender read? It may use everything but the rows that it should find.",
        "`follows` is all rows. Which of them are the answers?",
        "The most rows in `follows` are counted with the hidden ones: the second idea.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "known only",
            'answer = "a"',
            "Both steps of that idea read `known`, which has none of the hidden rows.",
        ),
        Mistake(
            "posts",
            'answer = "c"',
            "That may be a bad idea, but it's an honest one: it reads no follow at all.",
        ),
        Mistake(
            "one year",
            'answer = "d"',
            "The followers are counted in `known`, and the year of registration is no follow. "
            "Nothing that is hidden comes in.",
        ),
    ),
    judge=Choice(),
    praise="Right: each hidden row adds one to the count of the very person who is to be found.",
)
