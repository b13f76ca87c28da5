"""A commit that comes too late to be told about."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="A post that never was",
    minutes=3,
    objective="say who commits, and what a 201 promises",
    task="""A service answers `POST /posts/` with 201 and a post. Once in ten thousand times
that post cannot be found afterwards, and never was in the table. Its log shows
`database is locked` at those moments. What is the most likely cause?

- **a** The endpoint checks whether the post is there before it inserts.
- **b** The dependency that gives the session commits after its `yield`.
- **c** The commit is missing altogether.
- **d** The service function commits, and the endpoint answers after it.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "How often does it happen? Which causes would make it happen every time?",
        "A commit failed. Who could still tell the client, and who couldn't any more?",
        'What comes after the `yield` runs when the answer has been sent. `answer = "b"`',
    ),
    imports="",
    answers=('answer = "b"', 'answer = "B"'),
    mistakes=(
        Mistake(
            "a race",
            'answer = "a"',
            "A look before the write may cause a second row or an error. It doesn't lose a row "
            "that was answered with 201.",
        ),
        Mistake(
            "no commit",
            'answer = "c"',
            "Without a commit every post would be lost, not one in ten thousand.",
        ),
        Mistake(
            "the right way",
            'answer = "d"',
            "There the commit fails before the answer is made, so the client gets a 5xx.",
        ),
    ),
    judge=Choice(),
    praise="The answer had been sent before the commit was tried. Commit first, then answer.",
)
