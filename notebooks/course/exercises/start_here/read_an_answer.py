"""What a status code tells about a request."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="Read an answer",
    minutes=2,
    objective="tell from a status code what happened to a request",
    task="""You send `DELETE /posts/17` with a valid token, and the status is **403**.
What happened?

- **a** There is no post 17.
- **b** The service can't tell who you are.
- **c** The service can tell who you are, and the post isn't yours.
- **d** The post is deleted.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "The first digit already rules out one of the four. What do codes that begin with 4 have "
        "in common?",
        "404 means that there is nothing at this path, and 401 that a valid token is missing. "
        "Which of the four is left?",
        'The answer is `"c"`: the token was valid, so the service can tell who you are, and it '
        "doesn't let you delete a post that isn't yours.",
    ),
    imports="",
    answers=('answer = "c"', 'answer = "C"'),
    mistakes=(
        Mistake(
            "not found",
            'answer = "a"',
            "If there were no post 17, the status would be 404.",
        ),
        Mistake(
            "not authenticated",
            'answer = "b"',
            "If the service couldn't tell who you are, the status would be 401. Your token is "
            "valid.",
        ),
        Mistake(
            "done",
            'answer = "d"',
            "A deletion that succeeds is answered with 204. A code that begins with 4 means that "
            "the request was refused.",
        ),
    ),
    judge=Choice(),
    praise="With 403, the service can tell who you are, but you aren't allowed to do this.",
)
