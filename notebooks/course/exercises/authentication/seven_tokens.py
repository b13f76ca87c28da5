"""Which tokens the service accepts, decided by hand."""

from course.exercises.exercise import Exercise, Mistake
from course.judges.choices import Number

EXERCISE = Exercise(
    title="Seven tokens knock",
    minutes=4,
    objective="tell a genuine token from a forged or expired one",
    task="""`decode_access_token(token, settings)` gets these seven tokens. A token is good
for 30 minutes. How many of them does it accept?

| | token |
|--|:--|
| 1 | made by `create_access_token` for `ana`, ten minutes ago |
| 2 | the same, with `exp` set to next year and the signature as it was |
| 3 | header `{"alg": "none"}`, the claims of 1, no signature |
| 4 | made like 1, by another service with settings of its own |
| 5 | made by `create_access_token` for `ana`, an hour ago |
| 6 | signed with our key, with the claims of 1, but without `exp` |
| 7 | made by `create_access_token` for `zoe`, now; there is no user zoe |""",
    starter="answer = ...  # a whole number",
    hints=(
        "Ask of each: is the signature ours, does it fit these claims, and has it expired?",
        "Row 6 would pass the library alone. Which options does `decode_access_token` give? "
        "And which argument could tell it who zoe is?",
        "1 and 7: the signature of 7 is good, and only the database can say that there is no zoe. "
        "`answer = 2`",
    ),
    imports="",
    answers=("answer = 2", "answer = len({1, 7})"),
    mistakes=(
        Mistake(
            "only one",
            "answer = 1",
            "There is one more. `decode_access_token` has no database, so it can't find out "
            "whether there is a user zoe.",
        ),
        Mistake(
            "three",
            "answer = 3",
            "One too many. Did you count row 6? `require_exp` refuses a token without `exp`.",
        ),
        Mistake(
            "five",
            "answer = 5",
            "That is too many. For which rows was the signature made with our key, and for these "
            "claims?",
        ),
        Mistake(
            "all",
            "answer = 7",
            "Not every token is accepted: five of the seven are forged, too old or incomplete.",
        ),
    ),
    judge=Number("Go row by row: whose key, which claims, until when, and is every claim there?"),
    praise="1 and 7. Only the database can say that there is no user zoe.",
)
