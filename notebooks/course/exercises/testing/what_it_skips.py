"""What a test with an overridden dependency can't notice."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Choice

EXERCISE = Exercise(
    title="What it skips",
    minutes=2,
    objective="replace a part of the service for a test, and say what that test no longer sees",
    task="""In every test of a suite Bob is logged in without a token:
`app.dependency_overrides[get_current_user] = lambda: bob`. Four faults get into the service. Which
one can this suite still notice?

- **a** Tokens that have expired are accepted.
- **b** A user can delete the posts of other users.
- **c** A changed password doesn't end the earlier tokens.
- **d** A request without a token is answered with 200 in place of 401.""",
    starter="answer = ...  # one letter in quotes",
    hints=(
        "The override takes the place of one function. What did that function do?",
        "`get_current_user` reads the token and finds its user. Which of the four faults lies "
        "behind it, in code that still runs?",
        'The answer is `"b"`: `get_own_post` compares the owner with the user that it is given, '
        "wherever that user comes from.",
    ),
    imports="",
    answers=('answer = "b"', 'answer = " B) "'),
    mistakes=(
        Mistake(
            "expired tokens",
            'answer = "a"',
            "Tokens are read in `get_current_user`, and the suite runs another function in its "
            "place. No token is read at all.",
        ),
        Mistake(
            "old tokens",
            'answer = "c"',
            "Whether a token belongs to the present password is compared in `get_current_user`, "
            "which the override replaces.",
        ),
        Mistake(
            "no token",
            'answer = "d"',
            "With the override, a request without a token is answered as Bob's in a sound service "
            "too. It is `get_current_user` that would raise the 401.",
        ),
    ),
    judge=Choice(),
    praise="The owner is compared after the override, so that comparison is still tested.",
)
