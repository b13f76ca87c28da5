"""Which of six tokens are genuine, found by thinking."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Six tokens",
    minutes=3,
    objective="say what makes a token genuine",
    task="""Six requests for `/users/me` reach the finished service, each with another token. A
token is good for 30 minutes. How many are answered with 200?

| | header | claims | signature |
|--|:--|:--|:--|
| 1 | HS256 | `sub` jonas, issued 10 minutes ago | as the service made it |
| 2 | HS256 | `sub` marta, else as in 1 | that of token 1 |
| 3 | none | `sub` marta | empty |
| 4 | HS256 | as in 1, and `exp` in the year 2099 | that of token 1 |
| 5 | HS256 | `sub` marta | made with a good key of the attacker's own |
| 6 | HS256 | `sub` jonas, issued yesterday | as the service made it |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Ask three questions of each token. Is the algorithm the one that the service expects? "
        "Did the service's own key sign exactly these claims? Is the token still in force?",
        "`exp` is a claim like any other. What becomes of a signature when a single letter of the "
        "claims is another one?",
        "Only token 1 passes: 2 and 4 have changed claims, 3 has no signature, 5 has another key, "
        "and 6 has expired. `answer = 1`",
    ),
    imports="",
    answers=("answer = 1", "answer = len([1])"),
    mistakes=(
        Mistake(
            "none",
            "answer = 0",
            "One token is as the service made it, and it's still in force. Which one?",
        ),
        Mistake(
            "one too many",
            "answer = 2",
            "One too many. Two tokens have a flaw that is easy to miss. The signature covers exp "
            "like every other claim (token 4), and a genuine token can be too old (token 6).",
        ),
        Mistake(
            "two too many",
            "answer = 3",
            "Two too many. Three tokens name jonas. Compare the claims of each with what was "
            "signed, and its age with 30 minutes.",
        ),
        Mistake(
            "all of them",
            "answer = 6",
            "The draft of section 1 would accept all six, since it only reads the name. The "
            "finished service checks the signature and the time.",
        ),
    ),
    judge=Number("Ask of each token: which algorithm, whose key, over which claims, until when?"),
    praise="Token 1. The others are changed, unsigned, signed with another key, or expired.",
)
